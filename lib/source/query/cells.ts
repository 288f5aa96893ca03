import { invariant } from '../../kernel/coded-error.ts';
import type { Period } from '../../kernel/period.ts';
import type { Measure } from '../record-type.ts';
import { dimensionsAt, type Labels, type Line } from './grouping.ts';
import { firstDay, type Slice } from './slices.ts';

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

/** Rows by length: how many in all, and how many of them have ended. */
interface Lengths {
  readonly all: Map<number, number>;
  readonly closed: Map<number, number>;
}

interface Cell {
  readonly period: string;
  readonly area: string | null;
  readonly groups: Groups;
  readonly values: (number | null)[];
  /** By the index of the measure. */
  readonly lengths: Map<number, Lengths>;
}

const noGroups: Groups = [];

function addAt(to: Map<number, number>, at: number, amount: number): void {
  to.set(at, (to.get(at) ?? 0) + amount);
}

/** Finds a cell among those of its period. */
function placeKey(area: string | null, groups: Groups): string {
  return groups.length === 0 ? (area ?? '~') : JSON.stringify([area, groups]);
}

function inOrder(cell: Cell): string {
  return `${cell.period}|${cell.area ?? '~'}|${cell.groups.join('|')}`;
}

function daysUntil(day: string): number {
  return Math.round((Date.parse(day) - Date.parse(firstDay)) / 86_400_000);
}

/** Cells while they are put together: one per period, area and dimension values. */
export class Cells {
  /** By period, then by `placeKey`. */
  readonly #cells = new Map<string, Map<string, Cell>>();
  readonly #plan: CellPlan;
  readonly #index: ReadonlyMap<string, number>;
  /** By measure, then by area and dimensions: what came in less what went out, by period. */
  readonly #flows = new Map<
    number,
    Map<string, { area: string | null; groups: Groups; byPeriod: Map<string, number> }>
  >();
  /** Periods that have begun, with the day at whose end their stocks are counted: the cut-off for one that goes on. */
  readonly #ends: readonly { readonly label: string; readonly day: number }[];

  constructor(plan: CellPlan) {
    this.#plan = plan;
    this.#index = new Map(plan.names.map((name, i) => [name, i]));
    this.#ends = plan.periods
      .filter(({ from }) => from <= plan.asOf)
      .map(({ label, to }) => ({ label, day: daysUntil(to < plan.asOf ? to : plan.asOf) }));
  }

  #at(period: string, area: string | null, groups: Groups): Cell {
    let ofPeriod = this.#cells.get(period);
    if (!ofPeriod) this.#cells.set(period, (ofPeriod = new Map<string, Cell>()));
    const key = placeKey(area, groups);
    let cell = ofPeriod.get(key);
    if (!cell) {
      const values = this.#plan.measures.map(measure => (measure ? 0 : null));
      ofPeriod.set(key, (cell = { period, area, groups, values, lengths: new Map() }));
    }
    return cell;
  }

  /** Adds a line of the database's answer. Several lines may fall in one cell: months of a quarter, codes of one value. */
  add({ slice, labels }: LabelledSlice, line: Line, area: string | null): void {
    const { dimensions } = this.#plan;
    const groups =
      dimensions.length === 0
        ? noGroups
        : dimensions.map((field, i) => labels.dimension(field, line[dimensionsAt + i]));
    const first = dimensionsAt + dimensions.length;
    const period = labels.period(String(line[1]));
    if (slice.ages) {
      this.#addAges(slice.ages.measure, period, area, groups, Number(line[first]), Number(line[first + 1]));
    } else if (slice.durations) {
      const length = Number(line[first]);
      // Ended before it began.
      if (length < 0) return;
      for (const [i, { measure }] of slice.durations.of.entries()) {
        const all = Number(line[first + 2 * i + 2]);
        if (all > 0)
          this.#addLength(this.#at(period, area, groups), measure, length, Number(line[first + 2 * i + 1]), all);
      }
    } else {
      for (const [i, { measure }] of slice.sums.entries()) {
        const at = this.#index.get(measure) ?? 0;
        const amount = Number(line[first + i]);
        if (slice.fromTheBeginning) this.#addFlow(at, area, groups, period, amount);
        else this.#addTo(this.#at(period, area, groups), at, amount);
      }
    }
  }

  #addTo({ values }: Cell, at: number, amount: number): void {
    values[at] = (values[at] ?? 0) + amount;
  }

  #addLength(cell: Cell, measure: string, length: number, closed: number, all: number): void {
    const at = this.#index.get(measure) ?? 0;
    let lengths = cell.lengths.get(at);
    if (!lengths) cell.lengths.set(at, (lengths = { all: new Map(), closed: new Map() }));
    addAt(lengths.all, length, all);
    if (closed > 0) addAt(lengths.closed, length, closed);
    this.#addTo(cell, at, all);
  }

  /** Rows that are open from a day until some period (`until`) count at the end of each period between. */
  #addAges(measure: string, until: string, area: string | null, groups: Groups, since: number, rows: number): void {
    const declared = this.#plan.measures[this.#index.get(measure) ?? 0];
    invariant(declared?.kind === 'durations', 'ages of a durations measure');
    for (const { label, day } of this.#ends) {
      if (label === until) return;
      if (day < since) continue;
      const age = day - since;
      const length = declared.bins?.find(end => age <= end) ?? declared.bins?.at(-1) ?? age;
      this.#addLength(this.#at(label, area, groups), measure, length, 0, rows);
    }
  }

  #addFlow(at: number, area: string | null, groups: Groups, period: string, amount: number): void {
    let flows = this.#flows.get(at);
    if (!flows) this.#flows.set(at, (flows = new Map()));
    const key = placeKey(area, groups);
    let flow = flows.get(key);
    if (!flow) flows.set(key, (flow = { area, groups, byPeriod: new Map() }));
    flow.byPeriod.set(period, (flow.byPeriod.get(period) ?? 0) + amount);
  }

  /** What came in less what went out, added up over the periods, is what is there at the end of each. */
  #addStocks(): void {
    for (const [at, flows] of this.#flows) {
      for (const { area, groups, byPeriod } of flows.values()) {
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
    const { all, closed } = cell.lengths.get(at) ?? {
      all: new Map<number, number>(),
      closed: new Map<number, number>(),
    };
    const length = [...all.keys()].sort((a, b) => a - b);
    const ended = length.map(each => closed.get(each) ?? 0);
    return {
      unit: measure.unit,
      length,
      closed: ended,
      open: length.map((each, i) => (all.get(each) ?? 0) - (ended[i] ?? 0)),
    };
  }

  /** Cells with anything in them, in order. */
  rows(): StatisticsRow[] {
    this.#addStocks();
    const { dimensions, measures } = this.#plan;
    const histograms = measures.flatMap((measure, at) => (measure?.kind === 'durations' ? [at] : []));
    return [...this.#cells.values()]
      .flatMap(ofPeriod => [...ofPeriod.values()])
      .filter(cell => cell.values.some(value => value !== 0 && value !== null))
      .map(cell => ({ cell, key: inOrder(cell) }))
      .sort((a, b) => (a.key < b.key ? -1 : 1))
      .map(({ cell }) => ({
        period: cell.period,
        area: cell.area,
        dimensions: Object.fromEntries(dimensions.map((field, i) => [field, cell.groups[i] ?? null])),
        values: cell.values,
        durations: histograms.map(at => this.#histogram(cell, at)),
      }));
  }
}
