import { invariant } from '../kernel/coded-error.ts';
import type { Cell, Histogram } from './formula/formula.ts';
import type { Term } from './measure.ts';
import type { RecordType } from './record-type.ts';
import type { RegisterName } from './register.ts';
import { type Row, rowKey, type Source } from './source.ts';
import { labelsOf, type Window } from './window.ts';

/** Where the numbers of one figure stand in the departments' answers. */
export interface Place {
  readonly sources: ReadonlyMap<RecordType, Source>;
  readonly window: Window;
  /** Codes of one area, or of several that are taken together; null: rows of no known area. */
  readonly areas: readonly (string | null)[];
  /** Whether a row counts, by its dimensions. */
  readonly counts: (row: Row) => boolean;
}

/** Numbers that do not come from a department. */
export interface Beside {
  readonly days: number;
  readonly register: (name: RegisterName) => number;
}

/** Reads the numbers of one period and area; what an answer has no row for is 0. */
export function readCell(place: Place, { days, register }: Beside): Cell {
  return {
    days,
    register,
    count(term) {
      const { rows, index } = find(place, term);
      return rows.reduce((sum, row) => sum + (row.values[index] ?? 0), 0);
    },
    lengths(term) {
      const { source, rows } = find(place, term);
      const asked = source.query.terms.filter(({ kind }) => kind === 'lengths');
      const at = asked.findIndex(({ measure }) => measure === term.measure);
      const histograms = rows.map(({ durations }) => {
        const histogram = durations[at];
        invariant(histogram && durations.length === asked.length, 'one histogram for each durations measure asked');
        return histogram;
      });
      return histograms.length === 1 ? (histograms[0] ?? empty) : merged(histograms);
    },
  };
}

const keeping = new WeakMap<Source, boolean>();

/** Whether an answer holds a number back anywhere: thousands of figures rest on a few answers, and most hold back none. */
function keepsBack(source: Source): boolean {
  const known = keeping.get(source);
  if (known !== undefined) return known;
  const rows = source.statistics?.rows ?? [];
  const keeps = rows.some(({ statuses, values }) => statuses !== null || values.includes(null));
  keeping.set(source, keeps);
  return keeps;
}

/** Whether the department keeps one of the numbers to itself. */
export function isWithheld(place: Place, terms: readonly Term[]): boolean {
  return terms.some(term => {
    const source = place.sources.get(term.type);
    if (source && !keepsBack(source)) return false;
    const { rows, index } = find(place, term);
    return rows.some(row => row.statuses?.[index] === 'SUPPRESSED' || row.values[index] === null);
  });
}

/** Whether the reader may see all the places: one that was not granted has no rows, and would pass for one where nothing happens. */
export function isGranted({ sources, areas }: Place): boolean {
  return [...sources.values()].every(({ statistics }) => {
    const granted = statistics?.granted ?? null;
    return granted === null || areas.every(area => area === null || granted.some(place => area.startsWith(place)));
  });
}

/** How far a protected number may be from the truth; 0 where it is exact. */
export function marginOf(place: Place, term: Term): number {
  const { rows, index } = find(place, term);
  return rows.reduce((sum, { margins }) => sum + (margins?.[index] ?? 0), 0);
}

/** Whether a department's database lacks a field that one of the numbers rests on. */
export function isNotKept(sources: ReadonlyMap<RecordType, Source>, terms: readonly Term[]): boolean {
  return terms.some(({ type, measure }) => sources.get(type)?.statistics?.notKept.includes(measure));
}

const empty: Histogram = { unit: 'DAY', length: [], closed: [], open: [] };

function merged(histograms: readonly Histogram[]): Histogram {
  const [first] = histograms;
  if (first === undefined) return empty;
  const rows = new Map<number, { closed: number; open: number }>();
  for (const { length, closed, open } of histograms) {
    for (const [i, at] of length.entries()) {
      const row = rows.get(at) ?? { closed: 0, open: 0 };
      rows.set(at, { closed: row.closed + (closed[i] ?? 0), open: row.open + (open[i] ?? 0) });
    }
  }
  const ordered = [...rows].sort(([a], [b]) => a - b);
  return {
    unit: first.unit,
    length: ordered.map(([at]) => at),
    closed: ordered.map(([, { closed }]) => closed),
    open: ordered.map(([, { open }]) => open),
  };
}

function find({ sources, window, areas, counts }: Place, term: Term) {
  const source = sources.get(term.type);
  invariant(source, `a query for ${term.type}`);
  const index = source.query.terms.findIndex(({ measure }) => measure === term.measure);
  invariant(index >= 0, `a query for ${term.type} that asks for ${term.measure}`);
  const rows = labelsOf(term, window).flatMap(label =>
    areas.flatMap(area => source.rows.get(rowKey(label, area)) ?? []),
  );
  invariant(
    rows.every(row => row.values.length === source.query.terms.length),
    'one value for each measure asked',
  );
  return { source, rows: rows.filter(counts), index };
}
