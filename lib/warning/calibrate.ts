import { chanceCounty } from './chance-county.ts';
import type { CountedMonths, CountSeries } from './count-series.ts';
import { readingsAt, type Reading, type Rule } from './rules.ts';
import { byCategory, seasonOf } from './season.ts';

/** The thresholds of the rules, and what they cost in false alarms. */
export interface Calibration {
  /** What the county bears: false alarms a year, all series and rules together. */
  readonly allowed: number;
  /** What the thresholds cost in a county in which only chance happens, as simulated. */
  readonly expectedAYear: number;
  /** A count alarms where its strength is above it. A rule that no month of the window is read by has none. */
  readonly thresholds: Readonly<Partial<Record<Rule, number>>>;
  /** Years of county that were simulated. */
  readonly simulatedYears: number;
}

/** All readings of one county: for each series and month of the window. */
export function readCounty(
  { months, series }: Pick<CountedMonths, 'months' | 'series'>,
  from: number,
  to: number,
): { series: CountSeries; month: number; readings: Reading[] }[] {
  return [...byCategory(series).values()].flatMap(towns => {
    const season = seasonOf(towns, months, from);
    return towns.flatMap(each => {
      const found = [];
      for (let month = from; month <= to; month++)
        found.push({ series: each, month, readings: readingsAt(each.counts, month, season) });
      return found;
    });
  });
}

/**
 * Chooses the thresholds so that a county in which only chance happens, fitted to the months before the window (`from` to `to`,
 * places of months), would alarm at most `allowed` times a year. Each rule is wrong for the same share of the counts that
 * it reads, so that no month is worse than others; an alarm by several rules counts once. 40 years of county are simulated, at least.
 */
export function calibrate(counted: CountedMonths, from: number, to: number, allowed: number): Calibration {
  const chance = chanceCounty(counted, from);
  const window = to - from + 1;
  const draws = Math.ceil((40 * 12) / window);
  const years = (draws * window) / 12;
  const cells: Reading[][] = [];
  const read = new Map<Rule, number>();
  for (let draw = 0; draw < draws; draw++) {
    const drawn = readCounty({ months: counted.months, series: chance.draw() }, from, to);
    for (const { readings } of drawn) {
      for (const { rule } of readings) read.set(rule, (read.get(rule) ?? 0) + 1);
      // The others never come near a threshold.
      if (readings.some(({ strength }) => strength > 0.4)) cells.push(readings);
    }
  }
  const most = Math.max(1, ...read.values());
  const tails = [...read].map(([rule, times]): Tail => {
    const strengths = cells.flatMap(readings => readings.find(each => each.rule === rule)?.strength ?? []);
    return { rule, strengths: strengths.sort((a, b) => b - a), share: times / most };
  });
  // The largest number of alarms that the most used rule may give, so that all together stay within what is allowed.
  let [low, high] = [0, Math.floor(allowed * years) + 1];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (alarms(cells, thresholdsAt(tails, middle)) <= allowed * years) low = middle;
    else high = middle;
  }
  const thresholds = thresholdsAt(tails, low);
  return { allowed, expectedAYear: alarms(cells, thresholds) / years, thresholds, simulatedYears: years };
}

type Thresholds = Partial<Record<Rule, number>>;

/** The strengths by a rule, largest first, and how often it reads beside the most used one. */
interface Tail {
  readonly rule: Rule;
  readonly strengths: readonly number[];
  readonly share: number;
}

function thresholdsAt(tails: readonly Tail[], rank: number): Thresholds {
  return Object.fromEntries(
    tails.map(({ rule, strengths, share }) => {
      const last = strengths.length - 1;
      return [rule, strengths[Math.min(Math.floor(rank * share), last)] ?? Infinity];
    }),
  );
}

function alarms(cells: readonly (readonly Reading[])[], thresholds: Thresholds): number {
  return cells.filter(readings => readings.some(reading => exceeds(reading, thresholds))).length;
}

export function exceeds({ rule, strength }: Reading, thresholds: Thresholds): boolean {
  const threshold = thresholds[rule];
  return threshold !== undefined && strength > threshold;
}
