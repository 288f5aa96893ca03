import type { Figure } from '../figure.ts';
import type { Band, Indicator } from '../indicator.ts';
import type { BandComparison, BandVerdict } from './compared-figure.ts';
import { sideOf } from './side.ts';

/** A figure beside the band or the aim of its definition; undefined where that has neither. */
export function besideBand({ band, aim }: Pick<Indicator, 'band' | 'aim'>, figure: Figure): BandComparison | undefined {
  const held: Band | undefined = band ?? (aim === undefined ? undefined : { low: aim, high: aim });
  if (held === undefined) return undefined;
  const base = { kind: 'band', now: sideOf(figure), band: held } as const;
  if (figure.value === null) return { ...base, verdict: 'not_comparable', reason: figure.reason };
  if (figure.interval === null && figure.roundedTo !== null)
    return { ...base, verdict: 'not_comparable', reason: 'NO_INTERVAL' };
  // What was counted in full is known as it is.
  const { lower, upper } = figure.interval ?? { lower: figure.value, upper: figure.value };
  return { ...base, verdict: positionOf(held, lower ?? -Infinity, upper ?? Infinity), reason: null };
}

/** An aim is met while the interval holds it; of a band the whole interval has to be inside. */
function positionOf({ low, high }: Band, lower: number, upper: number): BandVerdict {
  if (upper < low) return 'below';
  if (lower > high) return 'above';
  const isAim = low === high;
  return isAim || (lower >= low && upper <= high) ? 'within' : 'undecided';
}
