import type { Choices } from './choices.ts';
import { type FieldModel, type Model, type ObjectModel, findAbstract, findObject, nestedKey } from './model.ts';

/** An object of the data. A field with arguments or requirements has several values; which one, they decide. */
export interface Row {
  readonly type: string;
  readonly values: Record<string, readonly Value[]>;
  /** Subgraphs that do not know the entity. */
  readonly missing: ReadonlySet<number>;
}

/** `ref` leads to an entity, `json` is a custom scalar's value, `fails` an error of the resolver. */
export type Value =
  | null
  | string
  | number
  | boolean
  | Row
  | readonly Value[]
  | { readonly ref: string; readonly index: number }
  | { readonly json: unknown }
  | { readonly fails: true };

export interface World {
  readonly entities: ReadonlyMap<string, readonly Row[]>;
  readonly query: Row;
  readonly mutation: Row;
}

const rowsPerEntity = 3;
const deepest = 4;

/** Makes random data for a graph: with nulls (also where none may be), errors, and entities that some subgraphs miss. */
export function makeWorld(choices: Choices, model: Model): World {
  const required = new Set(
    model.objects.flatMap(one =>
      one.fields.flatMap(({ requires }) =>
        (requires ?? []).flatMap(({ field, subfields }) => [field, ...(subfields ?? [])]),
      ),
    ),
  );
  const make = (object: ObjectModel, depth: number): Row['values'] =>
    Object.fromEntries(
      object.fields
        .filter(({ isKey }) => !isKey)
        .map(field => {
          const count = field.args.length > 0 || field.requires || field.changes ? 3 : 1;
          return [field.name, Array.from({ length: count }, () => makeValue(field, field.type, depth))];
        }),
    );

  /** What others require never fails: the client sees no such error of one schema that computes it alone. */
  function makeValue(field: FieldModel, type: string, depth: number): Value {
    const isSafe = required.has(field);
    if (!isSafe && choices.oneIn(25)) return { fails: true };
    if (type.endsWith('!')) {
      return !isSafe && choices.oneIn(25) ? null : makeNonNull(field, type.slice(0, -1), depth);
    }
    return choices.oneIn(7) ? null : makeNonNull(field, type, depth);
  }

  function makeNonNull(field: FieldModel, type: string, depth: number): Value {
    if (type.startsWith('[')) {
      const length = depth > deepest ? 0 : choices.below(4);
      return Array.from({ length }, () => makeValue(field, type.slice(1, -1), depth + 1));
    }
    const object = findObject(model, type) ?? choices.pick(findAbstract(model, type)?.members ?? [undefined]);
    if (object === undefined) return makeLeaf(choices, type);
    if (object.kind === 'entity') return { ref: object.name, index: choices.below(rowsPerEntity) };
    return depth > deepest ? null : { type: object.name, values: make(object, depth + 1), missing: new Set() };
  }

  const entities = new Map<string, Row[]>();
  for (const one of model.objects) {
    if (one.kind !== 'entity') continue;
    const losable = losableSubgraphs(model, one);
    const rows = Array.from({ length: rowsPerEntity }, (_, index) => {
      const id = `${one.name}-${index}`;
      const ref: Row = { type: 'Ref', values: { id: [id], name: [`n${index}`] }, missing: new Set() };
      const keys = { id: [id], code: [index], part: [`p${index}`], [nestedKey]: [ref] };
      return { type: one.name, values: { ...keys, ...make(one, 0) }, missing: new Set(choices.some(losable, 6)) };
    });
    entities.set(one.name, rows);
  }
  const root = (one: ObjectModel): Row => ({ type: one.name, values: make(one, 0), missing: new Set() });
  return { entities, query: root(model.query), mutation: root(model.mutation) };
}

/**
 * Subgraphs that may miss an entity without leaving open what the answer is: no other one owns what they own, nothing requires
 * what of it may not be null, and no way between two others leads over them.
 */
function losableSubgraphs(model: Model, entity: ObjectModel): number[] {
  const required = new Set(entity.fields.flatMap(({ requires = [] }) => requires.map(({ field }) => field.name)));
  const isFirm = ({ name, isKey, owners, type }: FieldModel) =>
    !isKey && (owners.length > 1 || (required.has(name) && type.endsWith('!')));
  const shared = new Set(entity.fields.filter(isFirm).flatMap(({ owners }) => owners));
  return Array.from({ length: model.subgraphs }, (_, index) => index).filter(
    index => !shared.has(index) && (entity.keys.length === 1 || entity.keysIn[index]!.length === 1),
  );
}

function makeLeaf(choices: Choices, type: string): Value {
  switch (type) {
    case 'Int':
      return choices.pick([1, 0, -7, 2_147_483_647]);
    case 'Float':
      return choices.pick([0.5, 1, -1e21]);
    case 'Boolean':
      return choices.pick([true, false]);
    case 'Kind':
      return choices.pick(['LAND', 'FAMILY', 'WAGES']);
    case 'Json':
      return { json: choices.pick<unknown>([{ a: 1 }, [1, null, 'x'], 'text', { a: { b: [] } }, 0, false]) };
    case 'ID':
      return choices.pick(['1', 'x', '']);
    default:
      return choices.pick(['a', '', '县域', 'null']);
  }
}

/** The entity that a representation or a value names. */
export function findRow(world: World, type: string, matches: (row: Row) => boolean): Row | undefined {
  return world.entities.get(type)?.find(matches);
}
