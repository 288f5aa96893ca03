import {
  Kind,
  parse,
  type ConstDirectiveNode,
  type ConstValueNode,
  type DefinitionNode,
  type DocumentNode,
  type EnumTypeDefinitionNode,
  type EnumTypeExtensionNode,
  type FieldDefinitionNode,
  type ObjectTypeDefinitionNode,
  type ObjectTypeExtensionNode,
  type TypeNode,
} from 'graphql';
import { invariant, operatorError } from '../kernel/coded-error.ts';
import type { FieldKind, Measure, RecordType } from '../source/index.ts';

export type Enums = ReadonlyMap<string, readonly string[]>;

/** A field that leads to children: `via` is the child's link field that holds this object's key. */
export interface ChildField {
  readonly parent: string;
  readonly field: string;
  readonly child: string;
  readonly via: string;
  readonly many: boolean;
}

/** A field that gives the sealed pseudonym of its record's person, for one purpose. */
export interface PseudonymField {
  readonly type: string;
  readonly field: string;
  /** The entry under `personal` of the mapping. */
  readonly of: string;
  readonly purpose: string;
}

/** A field that rests on this department's records of the person whom another department's record is about. */
export interface MeetingField {
  readonly parent: string;
  readonly field: string;
  /** The sealed pseudonym, a field of `parent`. */
  readonly from: string;
  /** Records of this type are met by this entry under `personal` of their mapping. */
  readonly type: string;
  readonly by: string;
  readonly purpose: string;
}

/** A department as its SDL declares it. */
export interface DepartmentModel {
  readonly document: DocumentNode;
  readonly records: ReadonlyMap<string, RecordType>;
  /** Name of the list's root field per type; types without root fields are not in it. */
  readonly roots: ReadonlyMap<string, string>;
  readonly children: readonly ChildField[];
  readonly pseudonyms: readonly PseudonymField[];
  readonly meetings: readonly MeetingField[];
  /** Link fields: type, field -> target type. */
  readonly links: ReadonlyMap<string, ReadonlyMap<string, string>>;
  /** The key field of every entity. */
  readonly keys: ReadonlyMap<string, string>;
  /** Enums with their values. */
  readonly enums: Enums;
}

export function lowerFirst(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1);
}

function constant(value: ConstValueNode): unknown {
  switch (value.kind) {
    case Kind.LIST:
      return value.values.map(constant);
    case Kind.OBJECT:
      return Object.fromEntries(value.fields.map(f => [f.name.value, constant(f.value)]));
    case Kind.NULL:
      return null;
    case Kind.INT:
    case Kind.FLOAT:
      return Number(value.value);
    default:
      return value.value;
  }
}

function argumentsOf(directive: ConstDirectiveNode): Record<string, unknown> {
  return Object.fromEntries((directive.arguments ?? []).map(a => [a.name.value, constant(a.value)]));
}

function find(
  node: { readonly directives?: readonly ConstDirectiveNode[] },
  name: string,
): Record<string, unknown> | undefined {
  const directive = node.directives?.find(d => d.name.value === name);
  return directive && argumentsOf(directive);
}

export function namedType(type: TypeNode): string {
  return type.kind === Kind.NAMED_TYPE ? type.name.value : namedType(type.type);
}

const scalarKinds: Record<string, FieldKind> = {
  ID: 'id',
  String: 'text',
  Int: 'integer',
  Decimal: 'decimal',
  Boolean: 'boolean',
  Date: 'date',
  DateTime: 'datetime',
  AreaCode: 'place',
  GeoJSON: 'json',
};

function kindOf(field: FieldDefinitionNode, key: string | undefined, enums: Enums): FieldKind {
  const type = namedType(field.type);
  const scalar = scalarKinds[type];
  if (scalar) return scalar === 'id' && field.name.value !== key ? 'link' : scalar;
  if (enums.has(type)) return 'enum';
  return type === 'Place' ? 'place' : 'link';
}

const measureKinds = new Set(['events', 'stock', 'cohort', 'sum', 'durations']);

/** Ages of what is open at the end of a period are counted in days. */
function refuseAgesOfMoments(measure: Measure, fields: ReadonlyMap<string, FieldKind>): void {
  if (measure.kind !== 'durations' || measure.snapshot !== true) return;
  const days = [measure.from, measure.to].every(field => fields.get(field) === 'date');
  if (days && measure.unit === 'DAY') return;
  throw operatorError('BAD_SCHEMA', {
    expected: `unit DAY and fields of the type Date in @durations(measure: "${measure.name}", snapshot: true)`,
    got: `${measure.unit}, ${measure.from} and ${measure.to}`,
    todo: "correct the department's schema.graphql",
  });
}

/** What lies before another day is told by days: a moment of the same day would be later. */
function refuseMomentsBefore(measure: Measure, fields: ReadonlyMap<string, FieldKind>): void {
  if (measure.kind !== 'events' || measure.before === undefined) return;
  if ([measure.on, measure.before].every(field => fields.get(field) === 'date')) return;
  throw operatorError('BAD_SCHEMA', {
    expected: `fields of the type Date in @events(measure: "${measure.name}", before:)`,
    got: `${measure.on} and ${measure.before}`,
    todo: "correct the department's schema.graphql",
  });
}

/** The last days of a month are days of every month. */
function refuseOtherDays(measure: Measure): void {
  if (measure.kind !== 'events' || measure.lastDays === undefined) return;
  if (measure.lastDays >= 1 && measure.lastDays <= 25) return;
  throw operatorError('BAD_SCHEMA', {
    expected: `lastDays from 1 to 25 in @events(measure: "${measure.name}")`,
    got: String(measure.lastDays),
    todo: "correct the department's schema.graphql",
  });
}

function measuresOf(node: ObjectTypeDefinitionNode, fields: ReadonlyMap<string, FieldKind>): Map<string, Measure> {
  const measures = new Map<string, Measure>();
  for (const directive of node.directives ?? []) {
    const kind = directive.name.value;
    if (!measureKinds.has(kind)) continue;
    const { measure, where, ...rest } = argumentsOf(directive);
    const declared = { kind, name: measure, where: where ?? [], ...rest } as unknown as Measure;
    const named = [
      ...Object.entries(rest)
        .filter(([word]) => !['unit', 'snapshot', 'lastDays'].includes(word))
        .flatMap(([, f]) => [f].flat().map(String)),
      ...declared.where.map(is => is.field),
    ];
    const unknown = named.find(f => !fields.has(f));
    if (unknown !== undefined) {
      throw operatorError('BAD_SCHEMA', {
        expected: `fields of ${node.name.value} in @${kind}(measure: "${declared.name}")`,
        got: unknown,
        todo: "correct the department's schema.graphql",
      });
    }
    refuseAgesOfMoments(declared, fields);
    refuseOtherDays(declared);
    refuseMomentsBefore(declared, fields);
    measures.set(declared.name, declared);
  }
  return measures;
}

function keyOf(node: ObjectTypeDefinitionNode): string | undefined {
  const fields = find(node, 'key')?.['fields'];
  return typeof fields === 'string' ? fields : undefined;
}

/** Fields with one of these are not read from a column. */
const notMapped = ['many', 'one', 'special', 'pseudonym', 'met'];

function recordOf(node: ObjectTypeDefinitionNode, enums: Enums, persons: readonly string[]): RecordType {
  const key = keyOf(node);
  const mapped = (node.fields ?? []).filter(f => !notMapped.some(word => find(f, word)));
  const fields = new Map(mapped.map(f => [f.name.value, kindOf(f, key, enums)]));
  return {
    name: node.name.value,
    key,
    fields,
    values: new Map(
      mapped.flatMap(f => (enums.has(namedType(f.type)) ? [[f.name.value, enums.get(namedType(f.type)) ?? []]] : [])),
    ),
    persons,
    dimensions: mapped.filter(f => find(f, 'dimension')).map(f => f.name.value),
    measures: measuresOf(node, fields),
  };
}

function childrenOf(node: ObjectTypeDefinitionNode): ChildField[] {
  return (node.fields ?? []).flatMap(field => {
    const [many, one] = [find(field, 'many'), find(field, 'one')];
    const via = (many ?? one)?.['via'];
    if (typeof via !== 'string') return [];
    return [
      { parent: node.name.value, field: field.name.value, child: namedType(field.type), via, many: many !== undefined },
    ];
  });
}

function words(directive: Record<string, unknown>): Record<string, string> {
  return Object.fromEntries(Object.entries(directive).map(([word, value]) => [word, String(value)]));
}

function pseudonymsOf(node: ObjectTypeDefinitionNode): PseudonymField[] {
  return (node.fields ?? []).flatMap(field => {
    const found = find(field, 'pseudonym');
    const { of = '', purpose = '' } = words(found ?? {});
    return found ? [{ type: node.name.value, field: field.name.value, of, purpose }] : [];
  });
}

function meetingsOf(node: ObjectTypeDefinitionNode): MeetingField[] {
  return (node.fields ?? []).flatMap(field => {
    const found = find(field, 'met');
    const { from = '', type = '', by = '', purpose = '' } = words(found ?? {});
    return found ? [{ parent: node.name.value, field: field.name.value, from, type, by, purpose }] : [];
  });
}

/** Entries under `personal` that the schema rests on, of a type. */
function personsOf(type: string, { pseudonyms, meetings }: Pick<DepartmentModel, 'pseudonyms' | 'meetings'>): string[] {
  return [
    ...pseudonyms.filter(each => each.type === type).map(({ of }) => of),
    ...meetings.filter(each => each.type === type).map(({ by }) => by),
  ];
}

function checkPersons(
  { pseudonyms, meetings }: Pick<DepartmentModel, 'pseudonyms' | 'meetings'>,
  records: ReadonlyMap<string, RecordType>,
): void {
  const wrong =
    pseudonyms.find(({ type }) => records.get(type)?.key === undefined) ??
    meetings.find(({ type }) => records.get(type)?.key === undefined);
  if (wrong === undefined) return;
  throw operatorError('BAD_SCHEMA', {
    expected: `records with a key for @pseudonym and @met`,
    got: `${wrong.type} at ${wrong.field}`,
    todo: 'correct schema.graphql',
  });
}

type Extendable = ObjectTypeDefinitionNode | EnumTypeDefinitionNode;

function isExtendable(node: DefinitionNode): node is Extendable {
  return node.kind === Kind.OBJECT_TYPE_DEFINITION || node.kind === Kind.ENUM_TYPE_DEFINITION;
}

function extended<T extends Extendable>(node: T, extensions: readonly DefinitionNode[]): T {
  const own = extensions.filter(
    e =>
      (e.kind === Kind.OBJECT_TYPE_EXTENSION || e.kind === Kind.ENUM_TYPE_EXTENSION) &&
      e.name.value === node.name.value,
  ) as (ObjectTypeExtensionNode | EnumTypeExtensionNode)[];
  if (own.length === 0) return node;
  const added = (part: 'directives' | 'fields' | 'values'): unknown[] =>
    [node, ...own].flatMap(each => (each as unknown as Record<string, unknown[] | undefined>)[part] ?? []);
  const parts = node.kind === Kind.OBJECT_TYPE_DEFINITION ? { fields: added('fields') } : { values: added('values') };
  return { ...node, directives: added('directives'), ...parts } as T;
}

/** A county's own additions to a type of the department: `extend type` and `extend enum` become part of it. */
function withExtensions(document: DocumentNode): DocumentNode {
  const own = new Set(document.definitions.filter(isExtendable).map(d => d.name.value));
  const isAddition = (d: DefinitionNode): boolean =>
    (d.kind === Kind.OBJECT_TYPE_EXTENSION || d.kind === Kind.ENUM_TYPE_EXTENSION) && own.has(d.name.value);
  const extensions = document.definitions.filter(isAddition);
  const definitions = document.definitions
    .filter(d => !isAddition(d))
    .map(d => (isExtendable(d) ? extended(d, extensions) : d));
  return { ...document, definitions };
}

/** Reads a department's schema.graphql. Faults: BAD_SCHEMA. */
export function readModel(sdl: string): DepartmentModel {
  let document: DocumentNode;
  try {
    document = withExtensions(parse(sdl));
  } catch (error) {
    throw operatorError('BAD_SCHEMA', {
      expected: 'a schema.graphql that parses',
      got: error instanceof Error ? error.message : 'a fault',
      todo: 'correct it',
    });
  }
  const objects = document.definitions.filter(d => d.kind === Kind.OBJECT_TYPE_DEFINITION);
  const enums = new Map(
    document.definitions
      .filter(d => d.kind === Kind.ENUM_TYPE_DEFINITION)
      .map(d => [d.name.value, (d.values ?? []).map(v => v.name.value)]),
  );
  const persons = { pseudonyms: objects.flatMap(pseudonymsOf), meetings: objects.flatMap(meetingsOf) };
  const records = new Map(
    objects
      .filter(o => find(o, 'records'))
      .map(o => [o.name.value, recordOf(o, enums, personsOf(o.name.value, persons))]),
  );
  checkPersons(persons, records);
  const children = objects.flatMap(childrenOf);
  for (const { parent, field, child, via } of children) {
    if (!records.get(child)?.fields.has(via)) {
      throw operatorError('BAD_SCHEMA', {
        expected: `a field ${child}.${via} of this department`,
        got: `${parent}.${field} via "${via}"`,
        todo: 'correct schema.graphql',
      });
    }
  }
  const roots = new Map<string, string>();
  for (const o of objects) {
    const directive = find(o, 'records');
    if (directive && directive['root'] !== false)
      roots.set(o.name.value, String(directive['list'] ?? `${lowerFirst(o.name.value)}s`));
  }
  const links = new Map<string, Map<string, string>>();
  const keys = new Map<string, string>();
  for (const o of objects) {
    const key = keyOf(o);
    if (key !== undefined) keys.set(o.name.value, key);
    const record = records.get(o.name.value);
    if (!record) continue;
    const targets = (o.fields ?? []).filter(
      f => ['link', 'place'].includes(record.fields.get(f.name.value) ?? '') && !(namedType(f.type) in scalarKinds),
    );
    links.set(o.name.value, new Map(targets.map(f => [f.name.value, namedType(f.type)])));
  }
  invariant(!keys.has('Query'), 'Query without a key');
  return { document, records, roots, children, ...persons, links, keys, enums };
}
