import { invariant } from '../../kernel/coded-error.ts';
import type { Period } from '../../kernel/period.ts';
import type { Measure } from '../record-type.ts';
import type { Labels } from './grouping.ts';
import type { Slice } from './slices.ts';

export interface DurationHistogram {
  readonly unit: 'DAY' | 'SECOND';
  readonly length: number[];
  readonly closed: number[];
  readonly open: number[];
}

export interface StatisticsRow {
  readonly period: string;
  readonly area: string | null;
  readonly dimensions: Readonly<Record<string, string | null>>;
  /** One a measure asked; null for those that the source does not keep. */
  readonly values: (number | null)[];
  readonly durations: DurationHistogram[];
  /** One a value, where not all are given out. */
  readonly statuses?: readonly ('OK' | 'SUPPRESSED')[] | null;
  /** One a value, of a protected statistic: in 95 of 100 cells the truth is no further away; null where there is no value, and for amounts. */
  readonly margins?: readonly (number | null)[];
}

/** A slice with what its groups' labels mean. */
export interface LabelledSlice {
  readonly slice: Slice;
  readonly labels: Labels;
}

/** What the cells of an answer are made for. */
export interface CellPlan {
  /** As asked; those that the source does not keep are undefined. */
  readonly measures: readonly (Measure | undefined)[];
  readonly names: readonly string[];
  readonly dimensions: readonly string[];
  readonly periods: readonly Period[];
  readonly asOf: string;
}

type Groups = readonly (string | null)[];
type Lengths = Map<number, [closed: number, open: number]>;
type Line = Record<string, unknown>;

interface Cell {
  readonly period: string;
  readonly area: string | null;
  readonly groups: Groups;
  readonly values: (number | null)[];
  /** By the index of the measure. */
  readonly lengths: Map<number, Lengths>;
}

function key(cell: Cell): string {
  return `${cell.period}|${cell.area ?? '~'}|${cell.groups.join('|')}`;
}

/** Cells while they are put together: one per period, area and dimension values. */
export class Cells {
  readonly #cells = new Map<string, Cell>();
  readonly #plan: CellPlan;
  readonly #index: ReadonlyMap<string, number>;
  /** By measure, then by area and dimensions: what came in less what went out, by period. */
  readonly #flows = new Map<number, Map<string, Map<string, number>>>();

  constructor(plan: CellPlan) {
    this.#plan = plan;
    this.#index = new Map(plan.names.map((name, i) => [name, i]));
  }

  #at(period: string, area: string | null, groups: Groups): Cell {
    const id = JSON.stringify([period, area, groups]);
    let cell = this.#cells.get(id);
    if (!cell) {
      const values = this.#plan.measures.map(measure => (measure ? 0 : null));
      cell = { period, area, groups, values, lengths: new Map() };
      this.#cells.set(id, cell);
    }
    return cell;
  }

  /** Adds a line of the database's answer. Several lines may fall in one cell: months of a quarter, codes of one value. */
  add({ slice, labels }: LabelledSlice, line: Line, area: string | null): void {
    const groups = this.#plan.dimensions.map((field, i) => labels.dimension(field, line[`g${i}`]));
    const period = labels.period(String(line['p']));
    if (slice.durations) {
      this.#addLength(this.#at(period, area, groups), slice.durations.measure, line);
      return;
    }
    for (const [i, sum] of slice.sums.entries()) {
      const at = this.#index.get(sum.measure) ?? 0;
      const amount = Number(line[`v${i}`]);
      if (slice.fromTheBeginning) this.#addFlow(at, JSON.stringify([area, groups]), period, amount);
      else this.#addTo(this.#at(period, area, groups), at, amount);
    }
  }

  #addTo({ values }: Cell, at: number, amount: number): void {
    values[at] = (values[at] ?? 0) + amount;
  }

  #addLength(cell: Cell, measure: string, line: Line): void {
    const at = this.#index.get(measure) ?? 0;
    const lengths: Lengths = cell.lengths.get(at) ?? new Map();
    cell.lengths.set(at, lengths);
    const [length, closed, open] = [Number(line['v0']), Number(line['v1']), Number(line['v2'])];
    const known = lengths.get(length) ?? [0, 0];
    lengths.set(length, [known[0] + closed, known[1] + open]);
    this.#addTo(cell, at, closed + open);
  }

  #addFlow(at: number, id: string, period: string, amount: number): void {
    const flows = this.#flows.get(at) ?? new Map<string, Map<string, number>>();
    this.#flows.set(at, flows);
    const byPeriod = flows.get(id) ?? new Map<string, number>();
    flows.set(id, byPeriod);
    byPeriod.set(period, (byPeriod.get(period) ?? 0) + amount);
  }

  /** What came in less what went out, added up over the periods, is what is there at the end of each. */
  #addStocks(): void {
    for (const [at, flows] of this.#flows) {
      for (const [id, byPeriod] of flows) {
        const [area, groups] = JSON.parse(id) as [string | null, Groups];
        let level = byPeriod.get('') ?? 0;
        for (const period of this.#plan.periods) {
          level += byPeriod.get(period.label) ?? 0;
          if (level !== 0 && period.from <= this.#plan.asOf) this.#at(period.label, area, groups).values[at] = level;
        }
      }
    }
    this.#flows.clear();
  }

  #histogram(cell: Cell, at: number): DurationHistogram {
    const measure = this.#plan.measures[at];
    invariant(measure?.kind === 'durations', 'a histogram for a durations measure');
    const lengths = [...(cell.lengths.get(at) ?? [])].sort(([a], [b]) => a - b);
    return {
      unit: measure.unit,
      length: lengths.map(([length]) => length),
      closed: lengths.map(([, [closed]]) => closed),
      open: lengths.map(([, [, open]]) => open),
    };
  }

  /** Cells with anything in them, in order. */
  rows(): StatisticsRow[] {
    this.#addStocks();
    const { dimensions, measures } = this.#plan;
    const histograms = measures.flatMap((measure, at) => (measure?.kind === 'durations' ? [at] : []));
    return [...this.#cells.values()]
      .filter(cell => cell.values.some(value => value !== 0 && value !== null))
      .sort((a, b) => (key(a) < key(b) ? -1 : 1))
      .map(cell => ({
        period: cell.period,
        area: cell.area,
        dimensions: Object.fromEntries(dimensions.map((field, i) => [field, cell.groups[i] ?? null])),
        values: cell.values,
        durations: histograms.map(at => this.#histogram(cell, at)),
      }));
  }
}
