import { callerError } from '../kernel/coded-error.ts';
import { type Period, parsePeriod } from '../kernel/period.ts';
import type { Indicator } from './indicator.ts';

/**
 * The indicators of some ids, each once; without ids all that have the dimension.
 * @throws CodedError UNKNOWN_INDICATOR, UNKNOWN_DIMENSION
 */
export function chosen(
  catalogue: readonly Indicator[],
  ids: readonly string[] | undefined,
  by: string | null,
): Indicator[] {
  const has = ({ dimensions }: Indicator): boolean => by === null || dimensions.some(dimension => dimension === by);
  if (ids === undefined) return catalogue.filter(has);
  return [...new Set(ids)].map(id => {
    const definition = catalogue.find(each => each.id === id);
    if (definition === undefined) {
      throw callerError('UNKNOWN_INDICATOR', {
        expected: 'the id of an indicator',
        got: JSON.stringify(id),
        todo: `choose from ${catalogue.map(each => each.id).join(', ')}`,
      });
    }
    if (has(definition)) return definition;
    throw callerError('UNKNOWN_DIMENSION', {
      expected: `a dimension of ${id}`,
      got: JSON.stringify(by),
      todo: definition.dimensions.length === 0 ? 'it has none' : `choose from ${definition.dimensions.join(', ')}`,
    });
  });
}

/** @throws CodedError BAD_PERIOD */
export function distinctPeriods(labels: readonly string[]): Period[] {
  return [...new Set(labels)].map(parsePeriod);
}
