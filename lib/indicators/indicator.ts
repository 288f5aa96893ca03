import type { Text } from '../kernel/text.ts';
import type { Unit } from '../kernel/unit.ts';
import type { Formula } from './formula/formula.ts';
import { quantile } from './formula/time.ts';
import type { Lengths } from './measure.ts';

/**
 * Which rows a period takes in. cohort 队列: those that started in it, followed up to the cut-off. in-period 当期: those
 * whose own date falls in it, numerator and denominator apart. snapshot 时点: the state at its last day.
 */
export type FormName = 'cohort' | 'in-period' | 'snapshot';

/** One number of an indicator: the whole of it, or a stage or quantile. */
export interface Part {
  readonly id: string | null;
  readonly name: Text | null;
  readonly formula: Formula;
}

export interface Form {
  readonly form: FormName;
  /** Days after the end of the period until its figures are no longer provisional. Default 0. */
  readonly observationDays?: number;
  readonly parts: readonly Part[];
}

/** The definition of an indicator. */
export interface Indicator {
  readonly id: string;
  readonly name: Text;
  /** The question that it answers, in one sentence. */
  readonly question: Text;
  readonly unit: Unit;
  /** Which way is better; neutral where neither is. */
  readonly direction: 'higher' | 'lower' | 'neutral';
  /** The first is the one to show. */
  readonly forms: readonly [Form, ...Form[]];
  /** Indicators to read beside it. */
  readonly companions: readonly string[];
  /** How the figure can improve while the matter gets worse. */
  readonly perverse: Text;
  /** Law, standard or practice that the definition rests on. */
  readonly source: Text;
  /** Ascending by the day from which they hold; the figures of a period follow the version of its last day. */
  readonly versions: readonly [Version, ...Version[]];
}

export interface Version {
  readonly version: number;
  readonly from: string;
}

/** Checks a definition's types and hands it back. */
export function indicator<const Definition extends Indicator>(definition: Definition): Definition {
  return definition;
}

/** The parts of an indicator that is one number. */
export function whole(formula: Formula): Part[] {
  return [{ id: null, name: null, formula }];
}

/** One part a quantile: p50, p90. */
export function quantiles(term: Lengths, probabilities: readonly number[]): Part[] {
  return probabilities.map(p => {
    const percent = Math.round(p * 100);
    return { id: `p${percent}`, name: { zh: `P${percent}`, en: `P${percent}` }, formula: quantile(term, p) };
  });
}

/** The version that holds on a day; before all of them the first. */
export function versionOn(definition: Indicator, day: string): number {
  return definition.versions.reduce((held, each) => (each.from <= day ? each : held)).version;
}
