/** One random graph: what it is as one schema, and which subgraph has which part of it. */
export interface Model {
  /** How many subgraphs there are: `s0`, `s1`, … */
  readonly subgraphs: number;
  readonly objects: readonly ObjectModel[];
  readonly abstracts: readonly AbstractModel[];
  readonly query: ObjectModel;
  readonly mutation: ObjectModel;
}

/** An entity has keys; a value type has none and is the same wherever it is used; so is an operation's root. */
export interface ObjectModel {
  readonly kind: 'entity' | 'value' | 'root';
  readonly name: string;
  /** Sets of fields that tell one entity from another. */
  readonly keys: readonly (readonly string[])[];
  /** By subgraph: which of the keys it knows. */
  readonly keysIn: readonly (readonly number[])[];
  readonly fields: FieldModel[];
}

export interface AbstractModel {
  readonly kind: 'interface' | 'union';
  readonly name: string;
  readonly members: readonly ObjectModel[];
  readonly fields: readonly FieldModel[];
}

export interface FieldModel {
  readonly name: string;
  /** As in SDL: `[Dispute!]`. */
  readonly type: string;
  readonly args: readonly ArgumentModel[];
  /** Subgraphs that resolve it. Several: it is shareable. */
  readonly owners: readonly number[];
  readonly isKey?: true;
  /** Other fields of the entity that its owner must be told. */
  readonly requires?: readonly Requirement[];
  /** Fields of the entity it leads to which its owner knows too, on this way only. */
  readonly provides?: readonly string[];
  /** The subgraph that had it before @override. */
  readonly overrides?: number;
  /** Changes with each mutation of its owner. */
  readonly changes?: true;
  /** @inaccessible: clients do not see it, departments may require it. */
  readonly hidden?: true;
}

export interface Requirement {
  readonly field: FieldModel;
  /** Arguments as in SDL, `(n: 3)`, or nothing. */
  readonly argsText: string;
  readonly args: Readonly<Record<string, unknown>>;
  /** What of a value type is required. */
  readonly subfields?: readonly FieldModel[];
}

export interface ArgumentModel {
  readonly name: string;
  readonly type: string;
  /** As in SDL. */
  readonly default?: string;
}

/** `Dispute` of `[Dispute!]!`. */
export function namedType(type: string): string {
  return type.replaceAll(/[[\]!]/g, '');
}

export function findObject(model: Model, name: string): ObjectModel | undefined {
  return [...model.objects, model.query, model.mutation].find(one => one.name === name);
}

export function findAbstract(model: Model, name: string): AbstractModel | undefined {
  return model.abstracts.find(one => one.name === name);
}

/** A value whose `id` is a key of entities, as in `@key(fields: "ref { id }")`. */
export const nestedKey = 'ref';

/** The types that are the same in every subgraph. */
export const sharedSdl = `
scalar Json
enum Kind { LAND FAMILY WAGES }
input Filter { kinds: [Kind!] above: Int = 2 inner: Filter }
`;
