import type { Figure, Known } from '../figure.ts';
import type { Chance } from '../formula/formula.ts';
import type { Indicator } from '../indicator.ts';
import type { FigureComparison } from './compared-figure.ts';
import { differenceOf, type Measured, signOf } from './difference.ts';
import type { ComparisonNote } from './notes.ts';
import { comparableOf } from './obstacle.ts';
import { festivalIn } from './periods.ts';
import type { ComparisonReason } from './reasons.ts';
import { measuredOf, sideOf } from './side.ts';
import { verdictOf } from './verdict.ts';

/** Two figures and how they belong together. */
export interface Pair {
  readonly kind: FigureComparison['kind'];
  readonly now: Figure;
  readonly against: Figure | undefined;
  /** Of the other figure, where it is of several places. */
  readonly places?: readonly string[];
  /** Why the other figure would not be what it seems, whatever it says. */
  readonly reason?: ComparisonReason | null;
  readonly notes?: readonly ComparisonNote[];
  /** Whether both have been followed up for the same time, so that it does not matter that they go on. Default: no. */
  readonly alike?: boolean;
}

/** A figure beside another: how much they differ, and the word for it where the interval of the difference allows one. */
export function besideFigure(latest: Indicator, definition: Indicator, chance: Chance, pair: Pair): FigureComparison {
  const { kind, now, against, places } = pair;
  const overTime = kind === 'previous' || kind === 'year' || kind === 'cumulative';
  const known = pair.reason
    ? { reason: pair.reason }
    : comparableOf(latest, chance, now, against, overTime, pair.alike === true);
  const base = {
    kind,
    now: sideOf(now),
    against: against === undefined || pair.reason ? null : sideOf(against, places),
  };
  if (known.reason !== null) {
    const nothing = { change: null, growth: null, difference: null, notes: pair.notes ?? [] };
    return { ...base, ...nothing, verdict: 'not_comparable', reason: known.reason };
  }
  const rest = kind === 'county' ? restOf(chance, known.against, known.now) : undefined;
  const [measured, other] = [measuredOf(known.now), rest ?? measuredOf(known.against)];
  const difference = differenceOf(chance, measured, other);
  const notes: ComparisonNote[] = [
    ...(pair.notes ?? []),
    ...(overTime && Math.abs(festivalIn(now.period) - festivalIn(known.against.period)) > leastFestival
      ? ['SPRING_FESTIVAL' as const]
      : []),
    ...(chance === 'rate' && measured.days !== other.days ? ['DAYS_DIFFER' as const] : []),
    ...(now.definitionVersion === known.against.definitionVersion ? [] : ['CHANGED_DEFINITION' as const]),
    ...(now.roundedTo === null && known.against.roundedTo === null ? [] : ['ROUNDED' as const]),
    ...(rest === undefined ? [] : ['REST_OF_COUNTY' as const]),
  ];
  const { change, growth } = changeOf(known.now, known.against);
  const told = { ...base, change, growth, difference, notes };
  if (difference === null) return { ...told, verdict: 'not_comparable', reason: 'NO_INTERVAL' };
  const verdict = verdictOf(definition, signOf(difference), [known.now.value, known.against.value]);
  return { ...told, verdict, reason: null };
}

/** A day more or less of the festival's three weeks is not worth a word. */
const leastFestival = 0.1;

function changeOf(now: Known, against: Known): Pick<FigureComparison, 'change' | 'growth'> {
  const isRelative = now.unit !== 'percent' && against.value > 0;
  return { change: now.value - against.value, growth: isRelative ? now.value / against.value - 1 : null };
}

/**
 * The county without a place, which is independent of it; undefined where counts do not add up over places. Held against the whole
 * county, of which it is a part, a place would seem nearer to it than it is.
 */
function restOf(chance: Chance, county: Known, place: Known): Measured | undefined {
  if ((chance !== 'share' && chance !== 'rate') || county.roundedTo !== null || place.roundedTo !== null)
    return undefined;
  const numerator = county.numerator - place.numerator;
  const denominator = county.denominator - place.denominator;
  return numerator >= 0 && denominator > 0 ? { ...measuredOf(county), numerator, denominator } : undefined;
}
