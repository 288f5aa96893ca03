import { type FieldModel, type Model, type ObjectModel, type Requirement, findObject, nestedKey } from './model.ts';
import { type Row, type Value, type World, findRow } from './make-world.ts';

/** What resolvers of both sides are given and give: an object of the data, in a subgraph with what it was told of it. */
export interface Handle {
  readonly __typename: string;
  readonly row: Row;
  readonly told?: Readonly<Record<string, unknown>>;
}

/** The data as it is at one moment of one operation. */
export interface Moment {
  readonly model: Model;
  readonly world: World;
  /** Mutations so far, by subgraph. */
  readonly mutations: Map<number, number>;
  /** Whether the one schema refuses a field. Absent: it refuses none. */
  readonly isClosed?: (object: ObjectModel, field: FieldModel) => boolean;
  /** Fields that subgraphs have resolved, where somebody looks. */
  readonly asked?: Set<{ readonly object: ObjectModel; readonly field: FieldModel }>;
}

/** Resolves a field. `subgraph` is undefined for the one schema; both sides use this, so that they can differ in the gateway only. */
export function resolveField(
  field: FieldModel,
  handle: Handle,
  args: Readonly<Record<string, unknown>>,
  moment: Moment,
  subgraph: number | undefined,
): unknown {
  if (subgraph !== undefined && field.overrides === subgraph) throw new Error('This field moved to another subgraph.');
  if (isAbsent(field, handle.row)) return null;
  const told = field.requires?.map(one =>
    subgraph === undefined ? known(one, handle, moment) : pick(one, handle.told?.[one.field.name]),
  );
  return produce(valueOf(field, handle.row, [args, told ?? null], moment), moment.world);
}

function valueOf(field: FieldModel, row: Row, reasons: readonly unknown[], moment: Moment): Value {
  const values = row.values[field.name]!;
  const mutations = field.changes ? (moment.mutations.get(field.owners[0]!) ?? 0) : 0;
  if (values.length === 1) return values[0]!;
  return values[(checksum(JSON.stringify(reasons)) + mutations) % values.length]!;
}

/** Whether nothing can be known of a field: the entity is missing where it comes from. Those that require it are told null. */
function isAbsent({ isKey, owners }: FieldModel, row: Row): boolean {
  return !isKey && owners.some(owner => row.missing.has(owner));
}

/** What a subgraph must be told, computed in the one schema. */
function known(requirement: Requirement, handle: Handle, moment: Moment): unknown {
  const { field, args } = requirement;
  const defaults = Object.fromEntries(
    field.args.flatMap(one => (one.default === undefined ? [] : [[one.name, defaultOf(one.default)]])),
  );
  const given = Object.fromEntries(
    field.args.flatMap(({ name }) =>
      name in args ? [[name, args[name]]] : name in defaults ? [[name, defaults[name]]] : [],
    ),
  );
  return pick(requirement, resolveField(field, handle, given, moment, undefined));
}

const defaultOf = (text: string): unknown => (/^[A-Z]+$/.test(text) ? text : JSON.parse(text));

/** The required part of a value, either of the data or of a representation. */
function pick({ subfields }: Requirement, value: unknown): unknown {
  if (subfields === undefined || value === null) return value;
  if (value === undefined) throw new Error('A required field was not given.');
  if (Array.isArray(value)) return value.map(item => pick({ subfields } as Requirement, item));
  const row = (value as Handle).row;
  return Object.fromEntries(
    subfields.map(({ name }) => [
      name,
      row ? produce(row.values[name]![0]!, undefined) : (value as Record<string, unknown>)[name],
    ]),
  );
}

function produce(value: Value, world: World | undefined, isItem = false): unknown {
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map(item => produce(item, world, true));
  if ('fails' in value) {
    const error = new Error('The resolver fails.');
    if (isItem) return error;
    throw error;
  }
  if ('json' in value) return value.json;
  if ('ref' in value) return handleOf(world!.entities.get(value.ref)![value.index]!);
  return handleOf(value as Row);
}

function handleOf(row: Row, told?: Readonly<Record<string, unknown>>): Handle {
  return { __typename: row.type, row, ...(told && { told }) };
}

/** An entity by what the gateway tells of it; null where the subgraph misses it. */
export function resolveReference(
  object: ObjectModel,
  representation: Readonly<Record<string, unknown>>,
  { world }: Moment,
  subgraph: number,
): Handle | null {
  const keys = object.keysIn[subgraph]!.map(key => object.keys[key]!);
  const key = keys.find(names => names.every(name => representation[name] !== undefined));
  if (key === undefined) throw new Error('A representation has no key.');
  const isTold = (one: Row, name: string): boolean => {
    const value = one.values[name]![0];
    if (name !== nestedKey) return value === representation[name];
    return (value as Row).values['id']![0] === (representation[name] as { readonly id?: unknown }).id;
  };
  const row = findRow(world, object.name, one => key.every(name => isTold(one, name)));
  return row === undefined || row.missing.has(subgraph) ? null : handleOf(row, representation);
}

/** Resolves a root field; a mutation changes what its subgraph answers afterwards. */
export function resolveRoot(
  name: string,
  field: FieldModel,
  args: Readonly<Record<string, unknown>>,
  moment: Moment,
  subgraph: number | undefined,
): unknown {
  const { mutations, world } = moment;
  if (name === 'Mutation') mutations.set(field.owners[0]!, (mutations.get(field.owners[0]!) ?? 0) + 1);
  const row = name === 'Mutation' ? world.mutation : world.query;
  return resolveField(field, { __typename: name, row }, args, moment, subgraph);
}

export function isRoot(model: Model, name: string): boolean {
  return findObject(model, name)?.kind === 'root';
}

function checksum(text: string): number {
  let sum = 0;
  for (let index = 0; index < text.length; index++) sum = (sum * 31 + text.charCodeAt(index)) >>> 0;
  return sum;
}
