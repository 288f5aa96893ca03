import { type FieldNode, type GraphQLField, type ValueNode, Kind } from 'graphql';
import type { Row } from '../../execute/response.ts';
import type { FieldCost } from './cost-model.ts';
import type { Amount } from './estimate.ts';

/** The size that the arguments of a field ask for; undefined where it has no slicing argument. */
export function slicedSize(
  node: FieldNode,
  field: GraphQLField<unknown, unknown>,
  { slicing, assumedSize }: FieldCost,
): Amount | undefined {
  if (slicing.length === 0) return undefined;
  const amounts = slicing.map(name => {
    const fallback = sizeOf(field.args.find(arg => arg.name === name)?.defaultValue);
    return argumentAmount(node.arguments?.find(arg => arg.name.value === name)?.value, fallback);
  });
  const largest = (sizes: readonly (number | undefined)[]): number => {
    const known = sizes.filter(size => size !== undefined);
    return known.length > 0 ? Math.max(...known) : assumedSize;
  };
  if (amounts.every(amount => typeof amount !== 'function')) return largest(amounts);
  return variables => largest(amounts.map(amount => (typeof amount === 'function' ? amount(variables) : amount)));
}

type MaybeAmount = number | undefined | ((variables: Row) => number | undefined);

function argumentAmount(value: ValueNode | undefined, fallback: number | undefined): MaybeAmount {
  if (value === undefined) return fallback;
  if (value.kind === Kind.VARIABLE) {
    const name = value.name.value;
    return variables => sizeOf(variables[name]) ?? fallback;
  }
  const isSize = value.kind === Kind.INT || value.kind === Kind.FLOAT || value.kind === Kind.STRING;
  return isSize ? (sizeOf(value.value) ?? fallback) : fallback;
}

/** Null and what is no number tell no size, as if the argument were not there. */
function sizeOf(value: unknown): number | undefined {
  if (value === undefined || value === null || value === '') return undefined;
  const number = Number(value);
  return Number.isNaN(number) ? undefined : Math.max(0, number);
}
