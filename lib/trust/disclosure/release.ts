import { periodOf, periodRange, type Period, type PeriodUnit } from '../../kernel/period.ts';
import { addCells, roundAgain, roundCell, type RoundedCell, type TrueCell } from './base-cell.ts';
import type { Draws } from './keyed-offset.ts';
import type { ProtectedProfile } from './menu.ts';
import type { DisclosureRules } from './rules.ts';

/** A measure to be protected. */
export interface ReleasedMeasure {
  readonly name: string;
  /** Names the date by which its rows are counted: measures of one date share their draws. */
  readonly date: string;
  /** Counted at the end of a period: a longer period has its last one's. */
  readonly stock: boolean;
  /** The county's mean, for sums of an amount; null where it may not be told. */
  readonly mean: number | null;
}

/** A place of the answer, and the places that are rounded of which it consists; null: rows of no known place. */
export interface ReleasedArea {
  readonly area: string | null;
  readonly parts: readonly (string | null)[];
}

export interface Release {
  readonly type: string;
  readonly profile: ProtectedProfile;
  readonly rules: DisclosureRules;
  readonly draws: Draws;
  /** MONTH, or YEAR for villages. */
  readonly finest: PeriodUnit;
  /** What is given out; longer periods are sums of it. */
  readonly base: PeriodUnit;
  /** The last day of the last month that is over. */
  readonly asOf: string;
  truth(measure: number, place: string | null, period: string): TrueCell;
}

/** A measure in a cell of the answer. */
export interface ReleasedCell extends RoundedCell {
  /** How far a count may be from the truth, in 95 of 100 cells. */
  readonly margin: number;
}

/** The parts of a period that are over. */
function over(unit: PeriodUnit, { from, to }: Pick<Period, 'from' | 'to'>, asOf: string): Period[] {
  return periodRange(periodOf(unit, from), periodOf(unit, to)).filter(
    each => each.from >= from && each.to <= to && each.to <= asOf,
  );
}

/**
 * Half of the span in which 95 of 100 sums of rounded counts lie: a rounding's variance is at most base² / 4, and no sum is further
 * from the truth than all its cells together.
 */
function marginOf({ profile, rules }: Release, cells: number, finestCells: number): number {
  const { base } = rules.protected;
  if (profile === 'protected') return Math.ceil(Math.min((base - 1) * cells, base * Math.sqrt(cells)));
  const coarse = rules.public.base;
  const variance = (coarse ** 2 * cells + base ** 2 * finestCells) / 4;
  return Math.ceil(Math.min((coarse - 1) * cells + (base - 1) * finestCells, 2 * Math.sqrt(variance)));
}

/** Base cells, each rounded once and added up as often as asked. */
export class Released {
  readonly #release: Release;
  readonly #measures: readonly ReleasedMeasure[];
  readonly #cells = new Map<string, RoundedCell>();

  constructor(release: Release, measures: readonly ReleasedMeasure[]) {
    this.#release = release;
    this.#measures = measures;
  }

  #rounded(at: number, place: string | null, period: Period): RoundedCell {
    const id = `${at} ${place ?? ''} ${period.label}`;
    let cell = this.#cells.get(id);
    if (!cell) this.#cells.set(id, (cell = this.#round(at, place, period)));
    return cell;
  }

  #round(at: number, place: string | null, period: Period): RoundedCell {
    const { type, draws, rules, finest, truth } = this.#release;
    const measure = this.#measures[at];
    const rounding = {
      draws,
      rows: [type, measure?.date ?? '', place, period.label],
      mean: measure?.mean ?? null,
      measure: measure?.name ?? '',
    };
    if (period.unit === finest)
      return roundCell(truth(at, place, period.label), { ...rounding, base: rules.protected.base });
    const months = this.#last(at, over(finest, period, this.#release.asOf));
    const whole = addCells(months.map(month => this.#rounded(at, place, month)));
    return roundAgain(whole, { ...rounding, base: rules.public.base });
  }

  #last(at: number, periods: readonly Period[]): readonly Period[] {
    return this.#measures[at]?.stock ? periods.slice(-1) : periods;
  }

  /** A measure of an area and a period; undefined where nothing of it may be given out: the period is too short, or not over. */
  cell(at: number, { parts }: ReleasedArea, period: Period): ReleasedCell | undefined {
    const { base, finest, asOf } = this.#release;
    const bases = this.#last(at, over(base, period, asOf));
    if (bases.length === 0) return undefined;
    const cells = parts.flatMap(place => bases.map(each => this.#rounded(at, place, each)));
    const months = bases.flatMap(each => this.#last(at, over(finest, each, asOf)));
    return { ...addCells(cells), margin: marginOf(this.#release, cells.length, parts.length * months.length) };
  }
}
