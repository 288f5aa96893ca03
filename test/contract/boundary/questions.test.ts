import { readFileSync } from 'node:fs';
import {
  buildSchema,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLOutputType,
} from 'graphql';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { RunningCounty } from '../../../lib/cli/county.ts';
import { canaries } from '../../../lib/synthetic/index.ts';
import { findMarks } from '../../canaries/marks.ts';
import { startCounty } from '../../county.ts';

// Whatever of a person is put into whatever argument of a running county: nothing of him comes back.

const api = buildSchema(readFileSync('schema/api.graphql', 'utf8'));
const roots = Object.values(api.getQueryType()?.getFields() ?? {});
const person = canaries.find(({ department }) => department === 'civil-affairs');
const words = [person?.number ?? '', person?.name ?? '', person?.phone ?? ''];

let county: RunningCounty;
beforeAll(async () => {
  county = await startCounty({ scale: 0.05 });
}, 300_000);
afterAll(() => county?.close());

/** Values of a type that hold the word in one place each; none where the type holds no text. */
function holding(type: GraphQLInputType, word: string): unknown[] {
  if (isNonNullType(type)) return holding(type.ofType, word);
  if (isListType(type)) return holding(type.ofType, word).map(value => [value]);
  if (isInputObjectType(type))
    return Object.values(type.getFields()).flatMap(field =>
      holding(field.type, word).map(value => ({ ...required(type), [field.name]: value })),
    );
  // An amount is compared with a number, whosever it is.
  return isEnumType(type) || ['Int', 'Float', 'Boolean', 'Decimal'].includes(getNamedType(type).name) ? [] : [word];
}

const plain: Readonly<Record<string, unknown>> = {
  ID: 'x',
  String: 'x',
  AreaCode: '330199',
  Int: 1,
  Date: '2026-01-01',
};

/** Some value that is right. */
function right(type: GraphQLInputType): unknown {
  if (isNonNullType(type)) return right(type.ofType);
  if (isListType(type)) return [right(type.ofType)];
  if (isEnumType(type)) return type.getValues()[0]?.name;
  if (getNamedType(type).name === 'PeriodInput') return { unit: 'MONTH', from: '2026-01', to: '2026-02' };
  return isInputObjectType(type) ? required(type) : plain[getNamedType(type).name];
}

function required(type: GraphQLInputType): Record<string, unknown> {
  if (!isInputObjectType(type)) return {};
  if (type.name === 'PeriodInput') return { unit: 'MONTH', from: '2026-01', to: '2026-02' };
  const fields = Object.values(type.getFields()).filter(field => isNonNullType(field.type));
  return Object.fromEntries(fields.map(field => [field.name, right(field.type)]));
}

/** All leaves of an object without arguments, two levels deep. */
function selection(type: GraphQLOutputType, depth = 2): string {
  const named = getNamedType(type);
  if (!isObjectType(named)) return isLeafType(named) ? '' : '{ __typename }';
  const fields = Object.values(named.getFields()).flatMap(field => {
    if (field.args.length > 0 || field.name === 'assistance') return [];
    if (isLeafType(getNamedType(field.type))) return [field.name];
    return depth > 0 ? [`${field.name} ${selection(field.type, depth - 1)}`] : [];
  });
  return `{ ${['__typename', ...fields].join(' ')} }`;
}

interface Question {
  readonly query: string;
  readonly variables: Record<string, unknown>;
}

function questionsOf(root: GraphQLField<unknown, unknown>, arg: GraphQLArgument, word: string): Question[] {
  const others = root.args.filter(other => other !== arg && isNonNullType(other.type));
  const declared = [arg, ...others].map(each => `$${each.name}: ${each.type.toString()}`).join(', ');
  const given = [arg, ...others].map(each => `${each.name}: $${each.name}`).join(', ');
  const query = `query (${declared}) { found: ${root.name}(${given}) ${selection(root.type)} }`;
  const rest = Object.fromEntries(others.map(other => [other.name, right(other.type)]));
  return holding(arg.type, word).map(value => ({ query, variables: { ...rest, [arg.name]: value } }));
}

/** An answer without a record: nothing, an empty list, or refused. Statistics of nothing count nothing. */
function isEmpty(found: unknown): boolean {
  if (found === null || found === undefined) return true;
  if (Array.isArray(found)) return found.length === 0;
  const { nodes, rows } = found as { readonly nodes?: unknown; readonly rows?: unknown };
  return isEmpty(nodes ?? rows ?? null) && !('id' in (found as object));
}

test('every argument of every root field', async () => {
  let [asked, refused] = [0, 0];
  const faults = new Set<string>();
  for (const root of roots)
    for (const arg of root.args)
      // In the many places of a filter one word does.
      for (const word of isInputObjectType(getNamedType(arg.type)) ? words.slice(0, 1) : words)
        for (const question of questionsOf(root, arg, word)) {
          const response = await fetch(`${county.url}/graphql`, {
            method: 'POST',
            headers: { 'content-type': 'application/json' },
            body: JSON.stringify(question),
          });
          const text = await response.text();
          const { data, errors } = JSON.parse(text) as { data?: { found: unknown } | null; errors?: unknown[] };
          const said = `${root.name}(${arg.name}): ${text.slice(0, 200)}`;
          if (findMarks(Buffer.from(text)).length > 0 || !isEmpty(data?.found)) faults.add(said);
          asked += 1;
          if (errors) refused += 1;
        }
  console.log(`${roots.length} root fields, ${asked} questions with something of a person, ${refused} refused`);
  expect([...faults]).toEqual([]);
  expect(asked).toBeGreaterThan(400);
}, 300_000);
