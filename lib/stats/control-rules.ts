import type { Series } from './year-over-year.ts';

/** The rules that a control chart may be read by. */
export type ControlRule =
  | 'beyond-3-sigma'
  | '2-of-3-beyond-2-sigma'
  | '4-of-5-beyond-1-sigma'
  | '8-on-one-side'
  | '6-in-one-direction'
  | '15-within-1-sigma';

export interface ControlSignal {
  readonly rule: ControlRule;
  /** The value at which the rule is met, by its place in the series. */
  readonly at: number;
  /** The side it points to; of values hugging the centre: neither. */
  readonly side: 'high' | 'low' | 'neither';
}

/** Of `of` values in a row at least `need` beyond `sigmas` on one side. */
const zones: readonly { rule: ControlRule; need: number; of: number; sigmas: number }[] = [
  { rule: 'beyond-3-sigma', need: 1, of: 1, sigmas: 3 },
  { rule: '2-of-3-beyond-2-sigma', need: 2, of: 3, sigmas: 2 },
  { rule: '4-of-5-beyond-1-sigma', need: 4, of: 5, sigmas: 1 },
  { rule: '8-on-one-side', need: 8, of: 8, sigmas: 0 },
];

/** Western Electric's four rules: what is read when nothing is asked for. */
export const westernElectric: readonly ControlRule[] = zones.map(zone => zone.rule);

/**
 * Where a series breaks the named rules around its centre line. A missing value ends every run: no rule looks across it.
 * Values on the centre line are on neither side, and equal neighbours in no direction. The last value of a pattern gives the
 * signal, and it must itself take part in it.
 * Known limit: each further rule brings false alarms: of a stable normal process the four of Western Electric alarm about
 * once in 92 values, the first alone once in 370 (Champ & Woodall 1987, Technometrics 29:393-399).
 *
 * Western Electric 1956, Statistical Quality Control Handbook; Nelson 1984, Journal of Quality Technology 16:237-239 (trend, hugging).
 */
export function controlSignals(
  series: Series,
  centre: number,
  sigma: number,
  rules: readonly ControlRule[] = westernElectric,
): ControlSignal[] {
  const z = series.map(value => (value === null ? null : value - centre));
  return series.flatMap((_, at) =>
    rules.flatMap((rule): ControlSignal[] => {
      const side = sideAt(z, at, sigma, rule);
      return side === null ? [] : [{ rule, at, side }];
    }),
  );
}

function sideAt(z: Series, at: number, sigma: number, rule: ControlRule): ControlSignal['side'] | null {
  if (rule === '6-in-one-direction') return directionAt(z, at);
  if (rule === '15-within-1-sigma') {
    const run = lastOf(z, at, 15);
    return run?.every(value => Math.abs(value) < sigma) ? 'neither' : null;
  }
  const zone = zones.find(each => each.rule === rule);
  const last = z[at] ?? null;
  if (zone === undefined || last === null || last === 0) return null;
  const sign = Math.sign(last);
  const beyond = (value: number) => value * sign > zone.sigmas * sigma;
  if (!beyond(last)) return null;
  // Two of three may be met by two values: what is missing before them cannot undo it.
  let met = 0;
  for (let back = 0; back < zone.of; back++) {
    const value = z[at - back] ?? null;
    if (value === null) break;
    if (beyond(value)) met++;
  }
  return met >= zone.need ? (sign > 0 ? 'high' : 'low') : null;
}

/** Six values that each lie above the one before, or each below. */
function directionAt(z: Series, at: number): 'high' | 'low' | null {
  const run = lastOf(z, at, 6);
  if (run === null) return null;
  const steps = run.slice(1).map((value, row) => Math.sign(value - (run[row] ?? 0)));
  if (steps.every(step => step > 0)) return 'high';
  return steps.every(step => step < 0) ? 'low' : null;
}

function lastOf(z: Series, at: number, length: number): number[] | null {
  if (at + 1 < length) return null;
  const run = z.slice(at + 1 - length, at + 1).filter(value => value !== null);
  return run.length === length ? run : null;
}
