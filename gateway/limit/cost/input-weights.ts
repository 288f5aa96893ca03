import {
  type GraphQLArgument,
  type GraphQLInputType,
  type GraphQLNamedType,
  getNamedType,
  isInputObjectType,
  isListType,
  isNonNullType,
} from 'graphql';
import { type Row, isRow } from '../../execute/response.ts';
import { argumentValue } from './argument-value.ts';
import type { Amount } from './estimate.ts';

type WeightOf = (definition: { readonly astNode?: unknown }) => number | undefined;

/** What arguments cost: `weightOf` tells the @cost of an argument or of a field of an input object. */
export class InputWeights {
  readonly #weightOf: WeightOf;
  /** Whether an input object has weights in it, at any depth. */
  readonly #weighty = new Map<GraphQLNamedType, boolean>();

  constructor(weightOf: WeightOf) {
    this.#weightOf = weightOf;
  }

  /** Of the arguments that a field or a directive is given, each with what is inside. */
  given(node: Parameters<typeof argumentValue>[0], args: readonly GraphQLArgument[]): Amount[] {
    const named = (node.arguments ?? []).flatMap(({ name }) => args.find(one => one.name === name.value) ?? []);
    return named.flatMap((argument): Amount[] => {
      const own = this.#weightOf(argument) ?? 0;
      if (!this.#isWeighty(getNamedType(argument.type))) return own === 0 ? [] : [own];
      const value = argumentValue(node, argument);
      const amount = (variables: Row): number => own + this.#inside(value.read(variables), argument.type);
      return [value.isFixed ? amount({}) : amount];
    });
  }

  #inside(value: unknown, type: GraphQLInputType): number {
    if (isNonNullType(type)) return this.#inside(value, type.ofType);
    if (isListType(type)) {
      const items: unknown[] = Array.isArray(value) ? value : [value];
      return items.reduce((sum: number, item) => sum + this.#inside(item, type.ofType), 0);
    }
    if (!isInputObjectType(type) || !isRow(value)) return 0;
    const given = Object.values(type.getFields()).filter(({ name }) => value[name] !== undefined);
    return given.reduce(
      (sum, field) => sum + (this.#weightOf(field) ?? 0) + this.#inside(value[field.name], field.type),
      0,
    );
  }

  #isWeighty(type: GraphQLNamedType): boolean {
    const known = this.#weighty.get(type) ?? this.#reaches(type);
    this.#weighty.set(type, known);
    return known;
  }

  #reaches(type: GraphQLNamedType): boolean {
    const types = new Set([type]);
    // The set grows by what its types hold.
    for (const one of types) {
      for (const field of isInputObjectType(one) ? Object.values(one.getFields()) : []) {
        if (this.#weightOf(field) !== undefined) return true;
        types.add(getNamedType(field.type));
      }
    }
    return false;
  }
}
