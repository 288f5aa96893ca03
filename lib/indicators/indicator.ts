import type { Text } from '../kernel/text.ts';
import type { Unit } from '../kernel/unit.ts';
import type { Formula } from './formula/formula.ts';
import { quantile } from './formula/time.ts';
import type { IndicatorId } from './indicator-id.ts';
import type { Lengths } from './measure.ts';
import type { AnyDimension } from './record-type.ts';

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

/** Whose indicator it is; cross: it belongs to several departments 跨部门. */
export type Owner =
  'court' | 'procuratorate' | 'police' | 'civil-affairs' | 'emergency' | 'justice' | 'petition' | 'grid' | 'cross';

/** A law, standard, paper or practice that the definition rests on. */
export interface Reference {
  readonly title: Text;
  /** Article, measure or page within it. */
  readonly article?: Text;
}

/**
 * How well the definition is backed. F: formula found; P: a published value is reproduced; L: the limit stands in the law, the
 * ratio is common practice; N: the name is official, its formula was not found; C: common practice. Words after it narrow it.
 */
export type Evidence = `${'F' | 'P' | 'L' | 'N' | 'C'}${string}`;

/** Values between which nothing has to be explained. 合理区间 */
export interface Band {
  readonly low: number;
  readonly high: number;
}

export interface Version {
  readonly version: number;
  /** First day on which it holds, ISO. */
  readonly from: string;
  /** What is different from the version before it. */
  readonly change?: Text;
  /** True where figures before `from` cannot be compared with those after it: a break in the series. */
  readonly breaks?: boolean;
}

/** The definition of an indicator. */
export interface Indicator {
  readonly id: string;
  readonly owner: Owner;
  readonly name: Text;
  /** The question that it answers, in one sentence. */
  readonly question: Text;
  /** What is above the line, in words. */
  readonly numerator: Text;
  /** What is below it. */
  readonly denominator: Text;
  /** The date that puts a row into its period. */
  readonly periodDate: Text;
  readonly unit: Unit;
  /** Which way is better; neutral where neither is. */
  readonly direction: 'higher' | 'lower' | 'neutral';
  /** Where more is not better without end: 100 for a balance of in and out. */
  readonly aim?: number;
  readonly band?: Band;
  /** The first is the one to show. */
  readonly forms: readonly [Form, ...Form[]];
  /** Rows that do not count, by dimension: { kind: ['ADMINISTRATIVE'] }. A county's choice. */
  readonly exclude?: Readonly<Record<string, readonly string[]>>;
  /** Month in which its years and quarters begin: 12 for December to November. Default 1. */
  readonly yearBegins?: number;
  /** By what it can be broken down, beside time and place. */
  readonly dimensions: readonly AnyDimension[];
  /** Indicators to read beside it. */
  readonly companions: readonly string[];
  /** How the figure can improve while the matter gets worse. */
  readonly perverse: Text;
  readonly references: readonly [Reference, ...Reference[]];
  readonly evidence: Evidence;
  /** Ascending by the day from which they hold; the figures of a period follow the version of its last day. */
  readonly versions: readonly [Version, ...Version[]];
  /** What held before the day of the last version, where that is something else. */
  readonly earlier?: Indicator;
}

/** A definition of the catalogue: its id and its companions are ids of the catalogue. */
export interface CatalogueIndicator extends Indicator {
  readonly id: IndicatorId;
  readonly companions: readonly IndicatorId[];
}

/** Checks a definition's types and hands it back. */
export function indicator<const Definition extends CatalogueIndicator>(definition: Definition): Definition {
  return definition;
}

/** The parts of an indicator that is one number. */
export function whole(formula: Formula): Part[] {
  return [{ id: null, name: null, formula }];
}

/** One part a quantile: p50, p90. `of` makes the formula; by default of the lengths that ended. */
export function quantiles(
  term: Lengths,
  probabilities: readonly number[],
  of: (term: Lengths, p: number) => Formula = quantile,
): Part[] {
  return probabilities.map(p => {
    const percent = Math.round(p * 100);
    return { id: `p${percent}`, name: { zh: `P${percent}`, en: `P${percent}` }, formula: of(term, p) };
  });
}

/** The definition that holds on a day; before all of them the first. */
export function definitionOn(definition: Indicator, day: string): Indicator {
  const { earlier, versions } = definition;
  const from = versions.at(-1)?.from ?? '';
  return earlier !== undefined && day < from ? definitionOn(earlier, day) : definition;
}

/** The version that holds on a day; before all of them the first. */
export function versionOn(definition: Indicator, day: string): number {
  return definition.versions.reduce((held, each) => (each.from <= day ? each : held)).version;
}
