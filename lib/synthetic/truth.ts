import { monthOf, secondsInDay } from './calendar.ts';
import type { Spoil } from './dirt.ts';
import { fieldsUsed, measures, type Measure } from './measures/index.ts';
import type { AidTruth } from './persons.ts';
import { type ReconciledTruth, ReconciliationKeeper } from './reconciled.ts';
import type { Records, RecordType } from './records.ts';
import type { Outbreak } from './simulate/outbreaks.ts';
import { rankedQuantile, survivalMedian, survivalShare, type Histogram } from './survival.ts';

/** A ratio's parts: rows, or persons and households where the measure adds them up. */
export interface Parts {
  numerator: number;
  denominator: number;
}

/** The clean reality of a ratio, and how much of it the planted dirt makes unusable: a figure is the one minus the other. */
export interface RatioCell extends Parts {
  left: Parts;
}

/** The clean reality of lengths of time, and what is left of it without the spoiled rows. `open` is empty for seconds. */
export interface DurationCell {
  /** Median in days, or share ended after some days (Kaplan-Meier), or P50 and P90 in minutes or, of ages, days; null: not reached. */
  readonly value: Values;
  readonly histogram: Histogram;
  readonly observable: { readonly value: Values; readonly histogram: Histogram };
}
type Values =
  | { readonly median: number | null }
  | { readonly percent: number | null }
  | { readonly p50: number | null; readonly p90: number | null };

/** truth.json: the known true figures of a synthetic county. */
export interface Truth {
  readonly county: string;
  readonly seed: number;
  readonly scale: number;
  readonly from: string;
  readonly asOf: string;
  /** Rows written, soft-deleted ones included, per type. */
  readonly rows: Record<string, number>;
  /** Soft-deleted rows per type. */
  readonly deleted: Record<string, number>;
  /** Rows spoiled per type and reason, and per type and field. */
  readonly spoiled: Record<string, Record<string, number>>;
  readonly spoiledFields: Record<string, Record<string, number>>;
  /** Which cases of judicial aid have a recipient who is the head of an assisted household. */
  readonly judicialAid: Record<string, AidTruth>;
  /** By pair: what two systems count of the same quantity. */
  readonly reconciliation: Record<string, ReconciledTruth>;
  /** Planted for early warning to find; absent where none were. */
  readonly outbreaks?: readonly Outbreak[];
  /** indicator -> form or stage (`value` where there is one) -> month -> area code -> cell. */
  readonly figures: Record<string, Record<string, Record<string, Record<string, RatioCell | DurationCell>>>>;
}

/** Rows by length. */
interface Tally {
  readonly closed: Map<number, number>;
  readonly open: Map<number, number>;
}
type Asked = 'median' | 'minutes' | 'ages' | { readonly at: number };
interface DurationTally {
  readonly asked: Asked;
  readonly all: Tally;
  readonly left: Tally;
}

type Fields = Readonly<Record<string, unknown>>;
type CountingMeasure = Exclude<Measure<Fields>, { counts: 'durations' | 'ages' }>;

/** Adds up the true figures while the records are made. `from` and `asOf` are days. */
export class TruthKeeper {
  readonly #asOf: number;
  readonly #months: { readonly label: string; readonly first: number; readonly last: number }[] = [];
  readonly #labels: string[] = [];
  readonly #from: number;
  readonly #county: string;
  readonly #ratios = new Map<string, RatioCell>();
  readonly #durations = new Map<string, DurationTally>();
  readonly #reconciliation: ReconciliationKeeper;
  readonly rows: Record<string, number> = {};
  readonly deleted: Record<string, number> = {};
  readonly spoiled: Record<string, Record<string, number>> = {};
  readonly spoiledFields: Record<string, Record<string, number>> = {};

  constructor(county: string, from: number, asOf: number) {
    this.#county = county;
    this.#reconciliation = new ReconciliationKeeper(county);
    this.#from = from;
    this.#asOf = asOf;
    for (let day = from; day <= asOf; day++) {
      const label = monthOf(day);
      this.#labels.push(label);
      const month = this.#months.at(-1);
      if (month?.label === label) this.#months.splice(-1, 1, { ...month, last: day });
      else this.#months.push({ label, first: day, last: day });
    }
  }

  add<T extends RecordType>(type: T, record: Records[T], spoil: Spoil | undefined): void {
    increase(this.rows, type);
    if (spoil) {
      increase((this.spoiled[type] ??= {}), spoil.reason);
      increase((this.spoiledFields[type] ??= {}), spoil.field);
    }
    this.#reconciliation.add(type, record, spoil);
    const list = measures[type] as readonly Measure<Fields>[] | undefined;
    for (const measure of list ?? []) this.#measure(measure, record as unknown as Fields, spoil);
  }

  addDeleted(type: RecordType): void {
    increase(this.rows, type);
    increase(this.deleted, type);
  }

  #measure(measure: Measure<Fields>, record: Fields, spoil: Spoil | undefined): void {
    const matches = Object.entries(measure.where ?? {}).every(([field, values]) => values?.includes(record[field]));
    if (!matches) return;
    const lost = spoil !== undefined && fieldsUsed(measure).includes(spoil.field);
    const county = { area: this.#county, lost };
    const town = { area: String(record['place']).slice(0, 9), lost: lost || spoil?.field === 'place' };
    for (const place of [county, town]) {
      if (measure.counts === 'durations') this.#time(measure, record, place);
      else if (measure.counts === 'ages') this.#ages(measure, record, place);
      else this.#count(measure, record, place);
    }
  }

  #count(measure: CountingMeasure, record: Fields, place: { area: string; lost: boolean }): void {
    const sum = measure.counts === 'stock' || measure.counts === 'events' ? measure.sum : undefined;
    const amount = sum === undefined ? 1 : Number(record[sum]);
    for (const month of this.#monthsOf(measure, record)) {
      const key = [measure.figure, month, place.area].join('|');
      let cell = this.#ratios.get(key);
      if (!cell)
        this.#ratios.set(key, (cell = { numerator: 0, denominator: 0, left: { numerator: 0, denominator: 0 } }));
      cell[measure.part] += amount;
      if (place.lost) cell.left[measure.part] += amount;
    }
  }

  /** The months in which a record counts. */
  #monthsOf(measure: CountingMeasure, record: Fields): string[] {
    const day = (field: string | undefined) => (field === undefined ? null : (record[field] as number | null));
    if (measure.counts === 'events') {
      const [on, limit] = [day(measure.on), day(measure.notAfter)];
      const late = measure.notAfter !== undefined && (limit === null || (on !== null && on > limit));
      const then = day(measure.before);
      const tooSoon = measure.before !== undefined && (then === null || (on !== null && on >= then));
      return late || tooSoon ? [] : this.#monthLabel(on);
    }
    if (measure.counts === 'stock') {
      const [from, until] = [day(measure.from), day(measure.until)];
      if (from === null) return [];
      return this.#months
        .filter(month => {
          const last = measure.opening ? month.first - 1 : month.last;
          return from <= last && (until === null || until > last) && last - from > (measure.olderThan ?? -1);
        })
        .map(({ label }) => label);
    }
    if (measure.counts === 'within') {
      const [from, to] = [day(measure.from), day(measure.to)];
      const met = measure.limit === undefined || (from !== null && to !== null && to - from <= measure.limit);
      return met && from !== null ? this.#monthLabel(Math.floor(from / secondsInDay)) : [];
    }
    const [due, reached] = [day(measure.due), day(measure.reached)];
    if (measure.due && (due === null || due > this.#asOf)) return [];
    if (measure.reached && (reached === null || reached > this.#asOf || (due !== null && reached > due))) return [];
    return this.#monthLabel(day(measure.start));
  }

  #monthLabel(day: number | null): string[] {
    const label = day === null ? undefined : this.#labels[day - this.#from];
    return label === undefined ? [] : [label];
  }

  #time(
    measure: Extract<Measure<Fields>, { counts: 'durations' }>,
    record: Fields,
    place: { area: string; lost: boolean },
  ): void {
    const from = record[measure.from] as number | null;
    if (from === null) return;
    const [month] = this.#monthLabel(measure.unit === 'DAY' ? from : Math.floor(from / secondsInDay));
    if (month === undefined) return;
    const to = record[measure.to] as number | null;
    // How long an unanswered call has lasted says nothing: only the arrivals are kept.
    if (to === null && measure.unit === 'SECOND') return;
    const leftAt = measure.leftAt ? (record[measure.leftAt] as number | null) : null;
    const length = (to ?? Math.min(leftAt ?? this.#asOf, this.#asOf)) - from;
    const asked = measure.unit === 'SECOND' ? 'minutes' : measure.at === undefined ? 'median' : { at: measure.at };
    this.#length(measure.figure, month, asked, length, to !== null, place);
  }

  #ages(
    measure: Extract<Measure<Fields>, { counts: 'ages' }>,
    record: Fields,
    place: { area: string; lost: boolean },
  ): void {
    const [from, until] = [record[measure.from] as number, record[measure.until] as number | null];
    for (const { label, last } of this.#months) {
      if (from <= last && (until === null || until > last))
        this.#length(measure.figure, label, 'ages', last - from, false, place);
    }
  }

  #length(
    figure: string,
    month: string,
    asked: Asked,
    length: number,
    closed: boolean,
    place: { area: string; lost: boolean },
  ): void {
    const key = [figure, month, place.area].join('|');
    let cell = this.#durations.get(key);
    if (!cell) this.#durations.set(key, (cell = { asked, all: tally(), left: tally() }));
    count(cell.all, length, closed);
    if (place.lost) count(cell.left, length, closed);
  }

  /** `reconciliation` of truth.json. */
  reconciliation(): Truth['reconciliation'] {
    return this.#reconciliation.truth();
  }

  /** `figures` of truth.json. */
  figures(): Truth['figures'] {
    const figures: Truth['figures'] = {};
    const put = (key: string, cell: RatioCell | DurationCell): void => {
      const [figure = '', month = '', area = ''] = key.split('|');
      const [indicator = '', form = 'value'] = figure.split('.');
      (((figures[indicator] ??= {})[form] ??= {})[month] ??= {})[area] = cell;
    };
    for (const key of [...this.#ratios.keys()].sort()) put(key, this.#ratios.get(key) as RatioCell);
    for (const key of [...this.#durations.keys()].sort())
      put(key, durationCell(this.#durations.get(key) as DurationTally));
    return figures;
  }
}

function increase(counts: Record<string, number>, key: string): void {
  counts[key] = (counts[key] ?? 0) + 1;
}

function tally(): Tally {
  return { closed: new Map(), open: new Map() };
}

function count(tally: Tally, length: number, closed: boolean): void {
  const lengths = closed ? tally.closed : tally.open;
  lengths.set(length, (lengths.get(length) ?? 0) + 1);
}

function durationCell({ asked, all, left }: DurationTally): DurationCell {
  const histogram = histogramOf(all, tally());
  const observable = histogramOf(all, left);
  return {
    value: valuesOf(histogram, asked),
    histogram,
    observable: { value: valuesOf(observable, asked), histogram: observable },
  };
}

function histogramOf(all: Tally, left: Tally): Histogram {
  const rest = (of: 'closed' | 'open', length: number): number =>
    (all[of].get(length) ?? 0) - (left[of].get(length) ?? 0);
  const length = [...new Set([...all.closed.keys(), ...all.open.keys()])]
    .filter(length => rest('closed', length) + rest('open', length) > 0)
    .sort((a, b) => a - b);
  return { length, closed: length.map(n => rest('closed', n)), open: length.map(n => rest('open', n)) };
}

function valuesOf(histogram: Histogram, asked: Asked): Values {
  if (asked === 'median') return { median: survivalMedian(histogram) };
  if (typeof asked === 'object') {
    const surviving = survivalShare(histogram, asked.at);
    return { percent: surviving === null ? null : 100 * (1 - surviving) };
  }
  const [rows, unit] = asked === 'ages' ? [histogram.open, 1] : [histogram.closed, 60];
  const quantile = (p: number): number | null => {
    const length = rankedQuantile(histogram.length, rows, p);
    return length === null ? null : length / unit;
  };
  return { p50: quantile(0.5), p90: quantile(0.9) };
}
