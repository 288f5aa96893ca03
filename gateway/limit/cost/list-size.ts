import type { FieldNode, GraphQLField } from 'graphql';
import { callerError } from '../../../lib/kernel/coded-error.ts';
import { type Row, isRow } from '../../execute/response.ts';
import { type ArgumentValue, argumentValue } from './argument-value.ts';
import type { FieldCost } from './cost-model.ts';
import type { Amount } from './estimate.ts';

/** An argument, or a field of an input object in one, that says how long a list is. */
interface Slicing {
  readonly argument: ArgumentValue;
  readonly path: readonly string[];
}

/**
 * The size that the arguments of a field ask for; undefined where it has no slicing argument. Throws LIST_SIZE_REQUIRED, now
 * or when it is known by the variables, where the field needs exactly one of them.
 */
export function slicedSize(
  node: FieldNode,
  field: GraphQLField<unknown, unknown>,
  { slicing, assumedSize, needsOneSize }: FieldCost,
): Amount | undefined {
  if (slicing.length === 0) return undefined;
  const slicings = slicing.flatMap((text): Slicing[] => {
    const [name, ...path] = text.split('.');
    const argument = field.args.find(arg => arg.name === name);
    return argument ? [{ argument: argumentValue(node, argument), path }] : [];
  });
  const size = (variables: Row): number => {
    const sizes = slicings.flatMap(({ argument, path }) => sizeAt(argument.read(variables), path) ?? []);
    if (needsOneSize) {
      const given = slicings.filter(({ argument, path }) => sizeAt(argument.readGiven(variables), path) !== undefined);
      if (given.length > 1 || sizes.length === 0) throw sizeRequired(field.name, slicing, given.length);
    }
    return sizes.length > 0 ? Math.max(...sizes) : assumedSize;
  };
  return slicings.every(({ argument }) => argument.isFixed) ? size({}) : size;
}

/** Null and what is no number tell no size, as if the argument were not there. */
function sizeAt(value: unknown, path: readonly string[]): number | undefined {
  const found = path.reduce((inner, key) => (isRow(inner) ? inner[key] : undefined), value);
  if (found === undefined || found === null || found === '') return undefined;
  const number = Number(found);
  return Number.isNaN(number) ? undefined : Math.max(0, number);
}

function sizeRequired(field: string, slicing: readonly string[], given: number): Error {
  return callerError('LIST_SIZE_REQUIRED', {
    expected: `exactly one of ${slicing.join(', ')} for ${field}`,
    got: given === 0 ? 'none' : String(given),
    todo: 'give one',
  });
}
