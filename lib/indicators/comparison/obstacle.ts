import type { Figure, Known } from '../figure.ts';
import type { Chance } from '../formula/formula.ts';
import type { Indicator } from '../indicator.ts';
import type { ComparisonReason } from './reasons.ts';

/** Two figures that may be compared, or why they may not be. */
export type Comparable =
  { readonly reason: null; readonly now: Known; readonly against: Known } | { readonly reason: ComparisonReason };

/** Holds apart what cannot be compared: no number, another definition, a break between, a period or a cohort that goes on. */
export function comparableOf(
  latest: Indicator,
  chance: Chance,
  now: Figure,
  against: Figure | undefined,
  overTime: boolean,
  alike: boolean,
): Comparable {
  if (now.value === null) return { reason: now.reason };
  if (against === undefined || against.unit !== now.unit) return { reason: 'OTHER_DEFINITION' };
  if (overTime && breaksBetween(latest, against, now)) return { reason: 'VERSION_BREAK' };
  if (against.value === null) return { reason: against.reason };
  const unfinished = [now, against].find(({ status }) => status === 'provisional');
  // Within one period both are as far; over time a half of a month is not a month.
  if (
    overTime &&
    !alike &&
    unfinished !== undefined &&
    !(chance === 'survival' && unfinished.reason === 'STILL_OBSERVED')
  ) {
    return { reason: unfinished.reason ?? 'OTHER_MATURITY' };
  }
  return { reason: null, now, against };
}

/** Whether a version that breaks the series begins after the one period and up to the end of the other. */
function breaksBetween({ versions }: Indicator, before: Figure, after: Figure): boolean {
  return versions.some(({ breaks, from }) => breaks === true && from > before.period.to && from <= after.period.to);
}
