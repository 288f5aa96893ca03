import { readFileSync } from 'node:fs';
import {
  buildSchema,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  type ConstDirectiveNode,
  type GraphQLNamedType,
} from 'graphql';
import { describe, expect, test } from 'vitest';
import { readContract } from '../../../lib/subgraph/index.ts';
import { departments } from '../departments.ts';

// No way in the graph leads from a person; what stands for one is reached by nothing but the one join that ships.

const api = buildSchema(readFileSync('schema/api.graphql', 'utf8'));
const supergraph = buildSchema(readFileSync('schema/supergraph.graphql', 'utf8'), { assumeValid: true });
const models = departments.map(id => ({ id, model: readContract(id).model }));
const pseudonyms = models.flatMap(({ id, model }) => model.pseudonyms.map(each => ({ department: id, ...each })));
const meetings = models.flatMap(({ id, model }) => model.meetings.map(each => ({ department: id, ...each })));

function argument(directive: ConstDirectiveNode, name: string): string {
  const found = directive.arguments?.find(each => each.name.value === name)?.value;
  return found && 'value' in found ? String(found.value) : '';
}

/** `Type.field`, `Input.field`, `Enum.VALUE`, `Type.field(argument)` of a schema. */
function coordinates(type: GraphQLNamedType): string[] {
  if (isEnumType(type)) return type.getValues().map(({ name }) => `${type.name}.${name}`);
  if (isInputObjectType(type)) return Object.keys(type.getFields()).map(name => `${type.name}.${name}`);
  if (!isObjectType(type) && !isInterfaceType(type)) return [];
  return Object.values(type.getFields()).flatMap(({ name, args }) => [
    `${type.name}.${name}`,
    ...args.map(arg => `${type.name}.${name}(${arg.name})`),
  ]);
}

function types(schema: typeof api): GraphQLNamedType[] {
  return Object.values(schema.getTypeMap()).filter(({ name }) => !/^(__|join__|link__)/.test(name));
}

/** Those that name what stands for a person. */
function named(list: readonly string[]): string[] {
  return list.filter(each => /recipient|pseudonym/i.test(each));
}

/** Fields that lead to an object of a type. */
function leadingTo(name: string): string[] {
  return types(api).flatMap(type =>
    isObjectType(type) || isInterfaceType(type)
      ? Object.values(type.getFields())
          .filter(field => getNamedType(field.type).name === name)
          .map(field => `${type.name}.${field.name}`)
      : [],
  );
}

describe('the one join of persons', () => {
  test('is the one that ships', () => {
    expect(pseudonyms).toEqual([
      {
        department: 'procuratorate',
        type: 'JudicialAid',
        field: 'recipient',
        of: 'recipient',
        purpose: 'judicial-aid-assistance',
      },
    ]);
    expect(meetings).toEqual([
      {
        department: 'civil-affairs',
        parent: 'JudicialAid',
        field: 'assistance',
        from: 'recipient',
        type: 'AssistanceCase',
        by: 'head',
        purpose: 'judicial-aid-assistance',
      },
    ]);
  });

  test('is reached below a case of judicial aid alone, and leads nowhere', () => {
    expect(leadingTo('AidAssistance')).toEqual(['JudicialAid.assistance']);
    expect(leadingTo('JudicialAid').sort()).toEqual([
      'JudicialAidConnection.nodes',
      'JudicialAidEdge.node',
      'Query.judicialAid',
    ]);
    const result = api.getType('AidAssistance');
    const leaves = isObjectType(result) ? Object.values(result.getFields()) : [];
    expect(leaves.map(field => `${field.name}: ${field.type.toString()}`).sort()).toEqual([
      'kind: AssistanceKind',
      'outcome: AidAssistanceOutcome!',
      'since: Date',
      'status: AidAssistanceStatus',
    ]);
    expect(leaves.flatMap(field => field.args)).toEqual([]);
  });

  test('takes nothing from the client', () => {
    const aid = api.getType('JudicialAid');
    expect(isObjectType(aid) && aid.getFields()['assistance']?.args).toEqual([]);
  });
});

describe('what stands for a person', () => {
  test('is in the supergraph once, inaccessible, and not in what clients see', () => {
    const inSupergraph = types(supergraph).flatMap(coordinates);
    expect(named(inSupergraph)).toEqual(['JudicialAid.recipient']);
    expect(named(types(api).flatMap(coordinates))).toEqual([]);
    const aid = supergraph.getType('JudicialAid');
    const field = isObjectType(aid) ? aid.getFields()['recipient'] : undefined;
    expect(field?.astNode?.directives?.map(({ name }) => name.value)).toContain('inaccessible');
  });

  test('is no key, and required by nothing but the join', () => {
    const required: string[] = [];
    for (const type of types(supergraph)) {
      if (!isObjectType(type) && !isInterfaceType(type)) continue;
      for (const directive of type.astNode?.directives ?? [])
        if (directive.name.value === 'join__type') expect(argument(directive, 'key')).not.toMatch(/recipient/);
      for (const field of Object.values(type.getFields()))
        for (const directive of field.astNode?.directives ?? [])
          if (argument(directive, 'requires').includes('recipient')) required.push(`${type.name}.${field.name}`);
    }
    expect(required).toEqual(['JudicialAid.assistance']);
  });

  test('is no filter, order, dimension or measure of its department, and not in its quality', () => {
    for (const { model } of models)
      for (const { type, field } of model.pseudonyms) {
        const record = model.records.get(type);
        expect(record?.fields.has(field)).toBe(false);
        expect(record?.dimensions).not.toContain(field);
        expect(JSON.stringify([...(record?.measures ?? [])])).not.toContain(field);
      }
    const { sdl } = readContract('procuratorate');
    expect(sdl.match(/\brecipient\b/gi)).toHaveLength(1);
    expect(sdl).toMatch(/recipient: String @inaccessible/);
  });
});
