import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type GraphQLSchema,
  type OperationDefinitionNode,
  type TypeNode,
  Kind,
  getIntrospectionQuery,
  isEnumType,
  parse,
} from 'graphql';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { type Limits, createGateway, defaultLimits, inProcessTransport } from '../../../../gateway/index.ts';
import { fengxi } from '../../../county.ts';

const schema = join(import.meta.dirname, '../../../../schema');
const supergraphSdl = readFileSync(join(schema, 'supergraph.graphql'), 'utf8');
const operations = globSync('operations/**/*.graphql', { cwd: schema }).map(
  file => [file, readFileSync(join(schema, file), 'utf8')] as const,
);

let calls = 0;
const silent = inProcessTransport(async () => {
  calls += 1;
  return { data: null };
});
const transports = new Map(fengxi.departments.map(({ id }) => [id, silent]));
const halves = Object.fromEntries(Object.entries(defaultLimits).map(([name, limit]) => [name, limit / 2]));
const limits: Partial<Limits> = { ...halves, assumedListSize: defaultLimits.assumedListSize };
const gateway = createGateway({ supergraphSdl, transports, limits });
const open = createGateway({ supergraphSdl, transports, introspection: true });

beforeEach(() => void (calls = 0));
afterAll(() => Promise.all([gateway.close(), open.close()]));

/** Much of everything: all measures and dimensions, three years by month, 200 grids. */
function usualVariables(operation: OperationDefinitionNode): Record<string, unknown> {
  const usual: Record<string, unknown> = {
    id: '1',
    code: '330199',
    name: '枫溪镇',
    level: 'GRID',
    first: 100,
    period: { unit: 'MONTH', from: '2024-01', to: '2026-12' },
    asOf: '2026-12-31',
    alsoWider: true,
    wider: 'COUNTY',
    widerWithin: ['330199'],
  };
  const variables = (operation.variableDefinitions ?? []).map(({ variable: { name }, type }) => {
    const codes = Array.from({ length: 200 }, (_, index) => `330199001001${String(index).padStart(3, '0')}`);
    const within = type.kind === Kind.LIST_TYPE ? codes : '330199';
    return [name.value, usual[name.value] ?? (name.value === 'within' ? within : everyValue(gateway.schema, type))];
  });
  return Object.fromEntries(variables);
}

function everyValue(schema: GraphQLSchema, type: TypeNode): string[] {
  if (type.kind !== Kind.NAMED_TYPE) return everyValue(schema, type.type);
  const named = schema.getType(type.name.value);
  if (!isEnumType(named)) throw new Error(`no usual value of ${type.name.value}`);
  return named.getValues().map(({ name }) => name);
}

describe('the default limits', () => {
  it.each(operations)('leave room for twice %s', async (_, query) => {
    const variables = usualVariables(parse(query).definitions[0] as OperationDefinitionNode);
    const answer = await gateway.execute({ query, variables });
    expect(answer.errors?.[0]?.extensions?.code).toBe('SUBGRAPH_ERROR');
    expect([calls, answer]).toMatchObject([1, { data: expect.anything() }]);
  });

  it('leave room for the introspection of GraphiQL', async () => {
    const query = getIntrospectionQuery({
      descriptions: true,
      specifiedByUrl: true,
      directiveIsRepeatable: true,
      schemaDescription: true,
      inputValueDeprecation: true,
      oneOf: true,
    });
    expect(await open.execute({ query })).toMatchObject({ data: { __schema: { queryType: { name: 'Query' } } } });
    expect(await gateway.execute({ query })).not.toHaveProperty('data');
  });
});
