import { callerError, type CodedError } from '../kernel/coded-error.ts';
import { screaming } from '../kernel/screaming.ts';
import { fieldsOf, type RecordType } from '../source/index.ts';
import { Refusal, type Obligation } from '../trust/index.ts';
import type { Context } from './context.ts';
import type { FieldUses } from '../trust/ledger/index.ts';
import { lowerFirst, type ChildField, type DepartmentModel } from './model.ts';

/** Something that a department refuses to an identity, whatever else is in a request. */
export interface KnownRefusal {
  readonly code: string;
  readonly message: string;
  /** Coordinates of the department's schema: `Type.field`, `Input.field`, `Enum.VALUE`. */
  readonly coordinates: readonly string[];
}

/** What a department refuses to an identity, as far as it can be told before a request. */
export interface Refusals {
  /** Of the policy by which it was decided. */
  readonly version: string;
  readonly refusals: readonly KnownRefusal[];
}

const todo = 'leave it out or ask the department for a grant';

function forbiddenField(type: string, field: string): CodedError {
  const expected = 'fields that the department has granted';
  return callerError('FORBIDDEN_FIELD', { expected, got: `${type}.${field}`, todo });
}

function forbiddenRows(type: string): CodedError {
  const expected = 'a type whose rows the department has granted';
  const ask = 'ask for its statistics, or the department for a grant';
  return callerError('FORBIDDEN_TYPE', { expected, got: type, todo: ask });
}

function forbiddenStatistics(): CodedError {
  const expected = 'a grant of statistics';
  return callerError('FORBIDDEN_STATISTICS', { expected, got: 'none', todo: 'ask the department for one' });
}

/** Collects coordinates by the error that refuses them. The first that refuses one counts, as it does for a request. */
class Collected {
  readonly #byText = new Map<string, { code: string; message: string; coordinates: string[] }>();
  readonly #known = new Set<string>();

  add({ code, message }: CodedError, coordinates: readonly string[]): void {
    const text = `${code} ${message}`;
    const one = this.#byText.get(text) ?? { code, message, coordinates: [] };
    for (const coordinate of coordinates) {
      if (this.#known.has(coordinate)) continue;
      this.#known.add(coordinate);
      one.coordinates.push(coordinate);
    }
    if (one.coordinates.length > 0) this.#byText.set(text, one);
  }

  get all(): KnownRefusal[] {
    return [...this.#byText.values()];
  }
}

/**
 * What a department refuses to whoever the context is of. It says less than the department does, never more: what depends on values,
 * areas or rows is decided when it is asked for. `special`: types whose objects code of the department's own makes; it decides
 * of their fields.
 */
export function refusalsOf(
  model: DepartmentModel,
  special: ReadonlySet<string>,
  context: Pick<Context, 'right'>,
): KnownRefusal[] {
  const refused = new Collected();
  for (const record of model.records.values()) {
    const right = context.right(record.name);
    const reason = right instanceof Refusal ? right.error() : right.rows ? undefined : forbiddenRows(record.name);
    if (reason) refused.add(reason, rowsOf(model, record));
    if (reason && !special.has(record.name)) refused.add(reason, ownFields(record));
    if (right instanceof Refusal) refused.add(right.error(), statisticsOf(record));
    else refuseUses(refused, model, record, right, special.has(record.name));
  }
  for (const child of model.children) refuseChild(refused, model, child, context);
  refusePersons(refused, model, context);
  return refused.all;
}

/** What rests on the person of a case. */
function refusePersons(refused: Collected, model: DepartmentModel, context: Pick<Context, 'right'>): void {
  const resting = [
    ...model.pseudonyms.map(({ type, field }) => ({ type, field })),
    ...model.meetings.map(({ parent, field }) => ({ type: parent, field })),
  ];
  for (const { type, field } of resting) {
    const right = context.right(type);
    if (right instanceof Refusal) refused.add(right.error(), [`${type}.${field}`]);
    else if (!right.allows(field)) refused.add(forbiddenField(type, field), [`${type}.${field}`]);
  }
}

/** What a coordinate is about: the type, and the field with the way it is used. Undefined for one that is never refused. */
export function meaningOf(
  model: DepartmentModel,
  coordinate: string,
): { readonly type: string; readonly uses: FieldUses; readonly field?: string } | undefined {
  const [owner = '', name = ''] = coordinate.split('.');
  const child = model.children.find(({ parent, field }) => parent === owner && field === name)?.child;
  if (child !== undefined) return { type: child, uses: {} };
  for (const record of model.records.values()) {
    const field = (of: string): string | undefined => [...record.fields.keys()].find(one => screaming(one) === of);
    const used = (use: keyof FieldUses, of = name) => ({ type: record.name, uses: { [use]: [of] }, field: of });
    const ordered = field(name.replace(/_(?:ASC|DESC)$/, ''));
    const grouped = field(name);
    if (owner === record.name) return used('read');
    if (owner === `${record.name}Filter`) return used('filter');
    if (owner === `${record.name}Measure`) return { type: record.name, uses: { measure: [name] } };
    if (owner === `${record.name}Order` && ordered !== undefined) return used('order', ordered);
    if (owner === `${record.name}Dimension` && grouped !== undefined) return used('group', grouped);
    const roots = [...rowsOf(model, record), ...byKey(record), ...statisticsOf(record)];
    if (roots.includes(coordinate)) return { type: record.name, uses: {} };
  }
  const met = model.meetings.some(({ parent, field }) => parent === owner && field === name);
  return met ? { type: owner, uses: { person: [name] }, field: name } : undefined;
}

/** Root fields that give rows. */
function rowsOf({ roots }: DepartmentModel, record: RecordType): string[] {
  const list = roots.get(record.name);
  return list === undefined ? [] : [`Query.${list}`, ...byKey(record), `Query.${lowerFirst(record.name)}Quality`];
}

function byKey({ name, key }: RecordType): string[] {
  return key === undefined ? [] : [`Query.${lowerFirst(name)}`];
}

function statisticsOf({ name, measures }: RecordType): string[] {
  return measures.size === 0 ? [] : [`Query.${lowerFirst(name)}Stats`, `Place.${lowerFirst(name)}Stats`];
}

/** All but the key, which a link to an object tells as well. */
function ownFields({ name, key, fields }: RecordType): string[] {
  return [...fields.keys()].filter(field => field !== key).map(field => `${name}.${field}`);
}

function refuseUses(
  refused: Collected,
  model: DepartmentModel,
  record: RecordType,
  right: Obligation,
  isSpecial: boolean,
): void {
  const { name, key, fields, dimensions, measures } = record;
  if (right.statistics === 'none') {
    refused.add(forbiddenStatistics(), [...statisticsOf(record), `Query.${lowerFirst(name)}Quality`]);
  }
  for (const field of fields.keys()) {
    const forbidden = forbiddenField(name, field);
    if (field !== key && !isSpecial && !right.allows(field)) refused.add(forbidden, [`${name}.${field}`]);
    if (right.allows(field, 'use')) continue;
    refused.add(forbidden, [`${name}Filter.${field}`, `${name}Order.${screaming(field)}_ASC`]);
    refused.add(forbidden, [`${name}Order.${screaming(field)}_DESC`]);
    if (field === 'place') refused.add(forbidden, [`${name}Filter.within`]);
    if (field === key && model.roots.has(name)) refused.add(forbidden, byKey(record));
  }
  for (const [measure, declared] of measures) {
    const field = fieldsOf(declared).find(one => !right.allows(one, 'count'));
    if (field !== undefined) refused.add(forbiddenField(name, field), [`${name}Measure.${measure}`]);
  }
  for (const field of dimensions) {
    if (!right.allows(field, 'count'))
      refused.add(forbiddenField(name, field), [`${name}Dimension.${screaming(field)}`]);
  }
}

/** A list of children needs the key that it hangs on, the right to the children's rows and to their link. */
function refuseChild(
  refused: Collected,
  { records }: DepartmentModel,
  { parent, field, child, via }: ChildField,
  context: Pick<Context, 'right'>,
): void {
  const coordinates = [`${parent}.${field}`];
  const key = records.get(parent)?.key;
  const around = records.has(parent) ? context.right(parent) : undefined;
  const right = context.right(child);
  if (around instanceof Refusal) refused.add(around.error(), coordinates);
  else if (key !== undefined && around?.allows(key, 'use') === false) {
    refused.add(forbiddenField(parent, key), coordinates);
  } else if (right instanceof Refusal) refused.add(right.error(), coordinates);
  else if (!right.rows) refused.add(forbiddenRows(child), coordinates);
  else if (!right.allows(via, 'use')) refused.add(forbiddenField(child, via), coordinates);
}
