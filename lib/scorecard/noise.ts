import { normalQuantile, quantile } from '../stats/index.ts';
import type { Card } from './card.ts';
import { limited, marksOf } from './marks.ts';
import { scoreOf } from './score.ts';
import { isKnown, type ScoreLine } from './score-line.ts';
import type { Figure } from '../indicators/index.ts';

/**
 * Scores of an area as they could have come about, were its figures drawn anew out of their 95 % intervals: the same for the same
 * seed. Items are drawn independently; each side of an interval is a half of a normal distribution, and an interval without limits
 * means any marks. A figure without an interval and an item without a figure do not vary.
 */
export function drawScores(card: Card, lines: readonly ScoreLine[], seed: string): Float64Array {
  const scores = new Float64Array(card.sensitivity.draws);
  // Each item has its own numbers: another item that comes or goes does not change them.
  const dices = lines.map(({ item }) => diceOf(seedOf(`${seed} ${item.id}`)));
  for (let draw = 0; draw < scores.length; draw++) {
    const marks = lines.map((line, i) => (dices[i] === undefined ? null : drawnMarks(line, dices[i])));
    scores[draw] = scoreOf(card, marks)?.score ?? 0;
  }
  return scores;
}

function drawnMarks(line: ScoreLine, dice: Dice): number | null {
  const { item, figure, before, madeBy, limitedMarks } = line;
  // All are taken each time, so that a draw does not depend on what the draws before it were used for.
  const [now, then, anywhere] = [dice.normal(), dice.normal(), dice.uniform()];
  if (madeBy !== 'figure') return limitedMarks;
  const compared = item.rule.kind === 'improvement' ? before : null;
  if (isOpen(figure) || (compared !== null && isOpen(compared))) return item.floor + anywhere * (item.cap - item.floor);
  const value = drawn(figure, now) - (compared === null ? 0 : drawn(compared, then));
  return limited(item, marksOf(item, value));
}

/** Whether the data, rounded for the reader, say nothing of where the figure lies: then any marks are as likely. */
function isOpen(figure: Figure): boolean {
  return figure.interval !== null && figure.interval.lower === null && figure.interval.upper === null;
}

/** Half the width of a 95 % interval in standard deviations. */
const z95 = normalQuantile(0.975);

/** A limit that the data do not determine is taken to lie as far away as the other. */
function drawn(figure: Figure, z: number): number {
  if (!isKnown(figure)) return 0;
  const { value, interval } = figure;
  if (interval === null) return value;
  const below = interval.lower === null ? null : value - interval.lower;
  const above = interval.upper === null ? null : interval.upper - value;
  const width = (z < 0 ? (below ?? above) : (above ?? below)) ?? 0;
  return value + (z / z95) * Math.max(0, width);
}

/** 95 % of the draws lie within it, and the score itself does: at a cap all draws may lie on one side. */
export function scoreInterval(score: number, draws: Float64Array): { readonly lower: number; readonly upper: number } {
  const all = [...draws];
  const [lower, upper] = [quantile(all, 0.025) ?? score, quantile(all, 0.975) ?? score];
  return { lower: Math.min(score, lower), upper: Math.max(score, upper) };
}

/** Of n - 1. */
export function variance(values: ArrayLike<number>): number {
  const all = Array.from(values);
  const mean = all.reduce((sum, each) => sum + each, 0) / all.length;
  return all.reduce((sum, each) => sum + (each - mean) ** 2, 0) / (all.length - 1);
}

/** FNV-1a. */
function seedOf(text: string): number {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) hash = Math.imul(hash ^ byte, 0x01000193);
  return hash >>> 0;
}

interface Dice {
  /** Of [0, 1). */
  uniform(): number;
  /** Standard normal. */
  normal(): number;
}

/** Uniform numbers by mulberry32 (Tommy Ettinger, public domain), normal ones out of them by Box and Muller. */
function diceOf(seed: number): Dice {
  let state = seed;
  const uniform = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  return { uniform, normal: () => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform()) };
}
