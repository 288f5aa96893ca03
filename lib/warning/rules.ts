import { ears, farringtonFlexible, xmr } from '../stats/index.ts';

/** By what a count is found to be more than chance. */
export const rules = ['farrington-flexible', 'ears-c2', '2-of-3-beyond-2-sigma', '4-of-5-beyond-1-sigma'] as const;
export type Rule = (typeof rules)[number];

/** What a rule says of a month: `limit` is where its plain form alarms; `strength` how far the count reaches towards it. */
export interface Reading {
  readonly rule: Rule;
  readonly expected: number;
  readonly limit: number;
  /** 0: as expected; 1: at the plain limit; compared with a calibrated threshold. */
  readonly strength: number;
}

/** Months that EARS needs before the present one, and the control chart. */
export const shortestHistory = 9;
const chartLength = 24;
const shortestChart = 12;
/** Fewer are never an alarm: chance, and too near to persons. */
const fewest = 5;

/**
 * What the rules say of the month `at` of a series. Spikes: Farrington Flexible with two years of history and more, EARS C2
 * with less. Rises that stay: an XmR chart of what is left without the season (`season`: factor of each month), whose limits come
 * from the (12 to 24) months before the last five, read by the second and third rule of Western Electric. Empty where the count
 * is missing or below 5, or the history too short.
 */
export function readingsAt(counts: readonly (number | null)[], at: number, season: readonly number[]): Reading[] {
  const count = counts[at] ?? null;
  if (count === null || count < fewest) return [];
  return [spike(counts, at, count), ...lasting(counts, at, season)].filter(reading => reading !== null);
}

function reading(rule: Rule, count: number, expected: number, limit: number): Reading | null {
  if (!(limit > expected)) return null;
  return { rule, expected, limit, strength: (count - expected) / (limit - expected) };
}

function spike(counts: readonly (number | null)[], at: number, count: number): Reading | null {
  const years = Math.min(5, Math.floor((at - 1) / 12));
  if (years >= 2) {
    const options = { periodsAYear: 12, years, halfWindow: 1, seasons: 4, leftOut: 3, trend: years >= 3 };
    const point = farringtonFlexible(counts, at, options);
    if (point !== null)
      return point.upper === null ? null : reading('farrington-flexible', count, point.expected, point.upper);
  }
  const before = counts.slice(at - shortestHistory, at - 2);
  const known = before.filter(value => value !== null);
  if (at < shortestHistory || known.length < before.length) return null;
  const mean = known.reduce((sum, value) => sum + value, 0) / known.length;
  const point = ears(counts.slice(at - shortestHistory, at + 1), 'C2', { leastSd: Math.sqrt(Math.max(1, mean)) }).at(
    -1,
  );
  return point ? reading('ears-c2', count, mean, point.upper) : null;
}

function lasting(counts: readonly (number | null)[], at: number, season: readonly number[]): (Reading | null)[] {
  const level = counts.map((value, month) => (value === null ? null : value / (season[month] ?? 1)));
  const base = level.slice(Math.max(0, at - 4 - chartLength), Math.max(0, at - 4));
  const chart = base.length < shortestChart ? null : xmr(base);
  if (chart === null) return [];
  const sigma = Math.max(chart.sigma, Math.sqrt(Math.max(chart.mean, 1)));
  const z = level.slice(at - 4, at + 1).map(value => (value === null ? -Infinity : (value - chart.mean) / sigma));
  const factor = season[at] ?? 1;
  const of = (rule: Rule, sigmas: number, strength: number): Reading => ({
    rule,
    expected: chart.mean * factor,
    limit: (chart.mean + sigmas * sigma) * factor,
    strength,
  });
  return [
    of('2-of-3-beyond-2-sigma', 2, reached(z.slice(-3), 2) / 2),
    of('4-of-5-beyond-1-sigma', 1, reached(z.slice(-5), 4)),
  ].filter(({ strength }) => Number.isFinite(strength));
}

/** The line beyond which `need` of the values lie, the last one among them. */
function reached(z: readonly number[], need: number): number {
  const [last = -Infinity, ...others] = z.toReversed();
  const nth = others.sort((a, b) => b - a)[need - 2] ?? -Infinity;
  return Math.min(last, nth);
}
