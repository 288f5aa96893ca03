import {
  histogramQuantile,
  kaplanMeier,
  kmQuantile,
  kmSurvival,
  type PartialInterval,
  rateInterval,
  rateRatio,
  wilson,
} from '../../../../lib/stats/index.ts';
import type { Lengths } from './tally.ts';

/** A figure's numbers. */
export interface Made {
  readonly value: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
}

/** Of what the county's register does not have. */
export const notKept: Made = { value: null, numerator: null, denominator: null, lower: null, upper: null };

function made(x: number, n: number, times: number, interval: PartialInterval | null): Made {
  if (n === 0) return { value: null, numerator: x, denominator: n, lower: null, upper: null };
  const scaled = (limit: number | null | undefined) => (limit === null || limit === undefined ? null : limit * times);
  const [lower, upper] = [scaled(interval?.lower), scaled(interval?.upper)];
  return { value: (x / n) * times, numerator: x, denominator: n, lower, upper };
}

/** Percent of all, with Wilson's interval. */
export function share(x: number, n: number): Made {
  return made(x, n, 100, wilson(x, n));
}

/** An amount by another: nothing was sampled. */
export function amount(x: number, n: number, times: number): Made {
  return made(x, n, times, null);
}

/** Events by an exposure. */
export function rate(x: number, n: number | null, times: number): Made {
  return n === null ? notKept : made(x, n, times, n === 0 ? null : rateInterval(x, n));
}

/** A count by another that does not contain it. */
export function counts(x: number, n: number, times: number): Made {
  return made(x, n, times, n === 0 ? null : rateRatio(x, 1, n, 1));
}

function sumOf(counts: readonly number[]): number {
  return counts.reduce((sum, each) => sum + each, 0);
}

/** Days until half had ended. */
export function median(lengths: Lengths): Made {
  const [closed, open] = [sumOf(lengths.closed), sumOf(lengths.open)];
  const none = { value: null, lower: null, upper: null };
  const { value, lower, upper } = closed + open === 0 ? none : kmQuantile(kaplanMeier({ ...lengths }), 0.5);
  const limits = value === null ? { lower: null, upper: null } : { lower, upper };
  return { value, numerator: closed, denominator: closed + open, ...limits };
}

/** Percent that had ended after some days. */
export function ended(lengths: Lengths, days: number): Made {
  const all = sumOf(lengths.closed) + sumOf(lengths.open);
  const early = lengths.length.reduce((sum, at, i) => sum + (at <= days ? (lengths.closed[i] ?? 0) : 0), 0);
  const { value, lower, upper } =
    all === 0 ? { value: null, lower: null, upper: null } : kmSurvival(kaplanMeier({ ...lengths }), days);
  const percent = (left: number | null) => (left === null || value === null ? null : (1 - left) * 100);
  return { value: percent(value), numerator: early, denominator: all, lower: percent(upper), upper: percent(lower) };
}

function inMinutes(seconds: number | null): number | null {
  return seconds === null ? null : seconds / 60;
}

/** A quantile of seconds, in minutes. `all`: ended or not. */
export function minutes(lengths: Lengths, all: number, p: number): Made {
  const closed = sumOf(lengths.closed);
  if (closed === 0) return { value: null, numerator: 0, denominator: all, lower: null, upper: null };
  const { value, lower, upper } = histogramQuantile(lengths, p);
  return {
    value: inMinutes(value),
    numerator: closed,
    denominator: all,
    lower: inMinutes(lower),
    upper: inMinutes(upper),
  };
}

/** A quantile of the ages of what is open. */
export function age(lengths: Lengths, p: number): Made {
  const open = sumOf(lengths.open);
  const value = open === 0 ? null : histogramQuantile(lengths, p, { of: 'open' }).value;
  return { value, numerator: open, denominator: open, lower: null, upper: null };
}
