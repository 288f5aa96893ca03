import type { Choices } from './choices.ts';
import {
  type AbstractModel,
  type ArgumentModel,
  type FieldModel,
  type Model,
  type ObjectModel,
  type Requirement,
  nestedKey,
} from './model.ts';

const leaves = ['String', 'Int', 'Float', 'Boolean', 'ID', 'Kind', 'Json'];
const fieldNames = ['name', 'size', 'kind', 'note', 'text', 'size2', 'more', 'other'];

/** Makes a random graph. Most of what it makes composes; what does not is thrown away by the caller. */
export function makeModel(choices: Choices): Model {
  const subgraphs = 2 + choices.below(4);
  const all = Array.from({ length: subgraphs }, (_, index) => index);
  const entityNames = choices.times(1, 4, index => `E${index}`);
  const valueNames = choices.times(0, 2, index => `V${index}`);
  const objects = [
    ...entityNames.map(name => makeEntity(choices, name, subgraphs)),
    ...valueNames.map(name => ({ kind: 'value', name, keys: [], keysIn: [], fields: [] }) satisfies ObjectModel),
  ];
  const abstracts = makeAbstracts(choices, objects, all);
  const composites = [...objects, ...abstracts].map(one => one.name);
  for (const one of objects) fillObject(choices, one, composites, all);
  for (const one of objects) if (one.fields.some(({ name }) => name !== 'id')) hideFields(choices, one, abstracts);
  for (const one of objects) if (one.kind === 'entity') addRequiring(choices, one, objects, all);
  const query = makeRoot(choices, 'Query', composites, all);
  const mutation = makeRoot(choices, 'Mutation', composites, all);
  for (const one of [...objects, query]) addProvides(choices, one, objects);
  return { subgraphs, objects: [...objects, ...makeNestedKey(objects, all)], abstracts, query, mutation };
}

/** The type of keys with nested fields, where an entity has one. */
function makeNestedKey(objects: readonly ObjectModel[], owners: readonly number[]): ObjectModel[] {
  if (!objects.some(({ keys }) => keys.flat().includes(nestedKey))) return [];
  const field = (name: string, type: string): FieldModel => ({ name, type, args: [], owners });
  const fields = [field('id', 'ID!'), field('name', 'String')];
  return [{ kind: 'value', name: 'Ref', keys: [], keysIn: [], fields }];
}

/** Makes fields @inaccessible; one stays, and so do those of interfaces. */
function hideFields(choices: Choices, object: ObjectModel, abstracts: readonly AbstractModel[]): void {
  const shown = new Set(abstracts.flatMap(({ fields }) => fields.map(({ name }) => name)));
  for (const [index, field] of object.fields.entries()) {
    if (index === 0 || field.isKey || shown.has(field.name) || !choices.oneIn(8)) continue;
    object.fields[index] = { ...field, hidden: true };
  }
}

function makeEntity(choices: Choices, name: string, subgraphs: number): ObjectModel {
  const keys = choices.pick([
    [['id']],
    [['id']],
    [['id'], ['code']],
    [['id', 'part']],
    [['id'], ['code', 'part']],
    [[nestedKey]],
    [['id'], [nestedKey, 'code']],
  ]);
  const home = choices.below(subgraphs);
  // The home knows every key, so that there is a way from any subgraph to any other.
  const keysIn = Array.from({ length: subgraphs }, (_, index) =>
    index === home ? keys.map((_, key) => key) : [choices.below(keys.length)],
  );
  const types: Record<string, string> = { id: 'ID!', code: 'Int!', part: 'String!', [nestedKey]: 'Ref!' };
  const fields = [...new Set(keys.flat())].map((field): FieldModel => {
    const owners = keysIn.flatMap((known, index) => (known.some(key => keys[key]!.includes(field)) ? [index] : []));
    return { name: field, type: types[field]!, args: [], owners, isKey: true };
  });
  return { kind: 'entity', name, keys, keysIn, fields };
}

function makeAbstracts(choices: Choices, objects: readonly ObjectModel[], all: readonly number[]): AbstractModel[] {
  const abstracts: AbstractModel[] = [];
  for (const kind of choices.some(['interface', 'union', 'interface'] as const)) {
    const name = `${kind === 'union' ? 'U' : 'I'}${abstracts.length}`;
    const ofOneKind = objects.filter(one => kind === 'union' || one.kind === objects[0]!.kind);
    const members = ofOneKind.filter(() => !choices.oneIn(3));
    if (members.length === 0) continue;
    const fields = kind === 'union' ? [] : makeInterfaceFields(choices, name, members, all);
    abstracts.push({ kind, name, members, fields });
  }
  return abstracts;
}

function makeInterfaceFields(
  choices: Choices,
  name: string,
  members: readonly ObjectModel[],
  all: readonly number[],
): FieldModel[] {
  const isEverywhere = (one: ObjectModel) =>
    one.fields.some(({ name, owners }) => name === 'id' && owners.length === all.length);
  const haveId = members.every(isEverywhere);
  const id: FieldModel = { name: 'id', type: 'ID!', args: [], owners: all, isKey: true };
  const fields = choices.times(1, 2, (index): FieldModel => {
    // Without a key in common, an interface would have no field where its fields are not owned.
    const owners = haveId ? [choices.pick(all)] : all;
    return {
      name: `${name.toLowerCase()}${'ab'[index]}`,
      type: choices.pick(leaves),
      args: makeArguments(choices),
      owners,
    };
  });
  for (const member of members) {
    for (const field of fields)
      member.fields.push({ ...field, type: choices.oneIn(4) ? `${field.type}!` : field.type });
  }
  return haveId ? [id, ...fields] : fields;
}

const isAbstract = (name: string): boolean => name.startsWith('I') || name.startsWith('U');

/** Adds the fields of a type that lead to others or to values. */
function fillObject(
  choices: Choices,
  object: ObjectModel,
  composites: readonly string[],
  all: readonly number[],
): void {
  const isValue = object.kind === 'value';
  // A value type may hold others that come after it only. The planner fails at shareable fields that lead to an interface or
  // a union (gateway/README.md).
  const after = composites.filter(
    name => !isValue || (!isAbstract(name) && (!name.startsWith('V') || name > object.name)),
  );
  const count = isValue ? 2 : 4;
  for (const name of choices.times(1, count, index => fieldNames[index]!)) {
    const named = choices.oneIn(3) && after.length > 0 ? choices.pick(after) : choices.pick(leaves);
    const type = makeType(choices, named);
    const args = makeArguments(choices);
    const owners = isValue ? { owners: all } : makeOwners(choices, all, !isAbstract(named));
    object.fields.push({ name, type, args, ...owners });
  }
}

function makeOwners(
  choices: Choices,
  all: readonly number[],
  mayShare: boolean,
): Pick<FieldModel, 'owners' | 'overrides' | 'changes'> {
  const first = choices.pick(all);
  const second = choices.pick(all);
  // A zero is no change, so that shrinking removes it.
  if (first === second) return choices.oneIn(2) ? { owners: [first], changes: true } : { owners: [first] };
  if (mayShare && choices.oneIn(5)) return { owners: [first, second] };
  return choices.oneIn(5) ? { owners: [first], overrides: second } : { owners: [first] };
}

function makeType(choices: Choices, name: string): string {
  const inner = choices.oneIn(3) ? `${name}!` : name;
  const form = choices.below(8);
  if (form < 4) return inner;
  const list = form === 7 ? `[[${inner}]]` : `[${inner}]`;
  return choices.oneIn(3) ? `${list}!` : list;
}

function makeArguments(choices: Choices): ArgumentModel[] {
  if (!choices.oneIn(4)) return [];
  return choices.some<ArgumentModel>(
    [
      { name: 'n', type: 'Int' },
      { name: 'kind', type: 'Kind', default: 'FAMILY' },
      { name: 'texts', type: '[String!]', default: '["x"]' },
      { name: 'filter', type: 'Filter' },
      { name: 'must', type: 'Boolean!', default: 'true' },
    ],
    2,
  );
}

/** Adds fields that need others of the same entity which another subgraph owns. */
function addRequiring(
  choices: Choices,
  entity: ObjectModel,
  objects: readonly ObjectModel[],
  all: readonly number[],
): void {
  // The planner fails at @requires of entities with several keys, and may even end the process (gateway/README.md).
  if (entity.keys.length > 1) return;
  // The planner mixes up two fields that require one field with different arguments (gateway/README.md).
  const known = new Map<FieldModel, Requirement>();
  const require = (field: FieldModel): Requirement => {
    const requirement = known.get(field) ?? makeRequirement(choices, field, objects);
    known.set(field, requirement);
    return requirement;
  };
  for (const name of choices.times(0, 2, index => `req${index}`)) {
    const owner = choices.pick(all);
    const candidates = entity.fields.filter(field => isRequirable(field, owner, objects));
    const requires = choices.some(candidates).map(require);
    if (requires.length === 0) continue;
    entity.fields.push({
      name,
      type: makeType(choices, choices.pick(leaves)),
      args: makeArguments(choices),
      owners: [owner],
      requires,
    });
  }
}

function isRequirable(field: FieldModel, owner: number, objects: readonly ObjectModel[]): boolean {
  if (field.isKey || field.changes || field.owners.includes(owner) || field.overrides === owner) return false;
  const object = objects.find(one => field.type.includes(one.name));
  return object === undefined ? leaves.some(leaf => field.type.includes(leaf)) : subfieldsOf(object).length > 0;
}

/** Of a value type, the leaves without arguments can be required. */
function subfieldsOf(object: ObjectModel): FieldModel[] {
  if (object.kind !== 'value') return [];
  return object.fields.filter(({ type, args }) => args.length === 0 && leaves.some(leaf => type.includes(leaf)));
}

function makeRequirement(choices: Choices, field: FieldModel, objects: readonly ObjectModel[]): Requirement {
  const object = objects.find(one => field.type.includes(one.name));
  const n = choices.below(3);
  const given = field.args.some(({ name }) => name === 'n') && choices.oneIn(2);
  const args = given ? { n } : {};
  const requirement = { field, args, argsText: given ? `(n: ${n})` : '' };
  return object === undefined ? requirement : { ...requirement, subfields: subfieldsOf(object) };
}

/** Lets some fields that lead to an entity provide leaves of it. */
function addProvides(choices: Choices, object: ObjectModel, objects: readonly ObjectModel[]): void {
  for (const [index, field] of object.fields.entries()) {
    const entity = objects.find(one => one.kind === 'entity' && field.type.includes(one.name));
    if (entity === undefined || object.kind === 'value' || field.owners.length > 1 || !choices.oneIn(4)) continue;
    const owner = field.owners[0]!;
    const provides = choices.some(
      entity.fields.filter(
        one =>
          !one.isKey &&
          !one.changes &&
          !one.requires &&
          !one.owners.includes(owner) &&
          one.overrides === undefined &&
          one.args.length === 0 &&
          leaves.some(leaf => one.type.includes(leaf)),
      ),
    );
    if (provides.length > 0) object.fields[index] = { ...field, provides: provides.map(one => one.name) };
  }
}

function makeRoot(choices: Choices, name: string, composites: readonly string[], all: readonly number[]): ObjectModel {
  const prefix = name === 'Query' ? 'q' : 'm';
  const fields = choices.times(name === 'Query' ? 1 : 0, 4, (index): FieldModel => {
    const type = makeType(choices, choices.pick(composites));
    return { name: `${prefix}${index}`, type, args: makeArguments(choices), owners: [choices.pick(all)] };
  });
  return { kind: 'root', name, keys: [], keysIn: [], fields };
}
