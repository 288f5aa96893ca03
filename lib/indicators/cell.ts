import { invariant } from '../kernel/coded-error.ts';
import type { Cell, Histogram } from './formula/formula.ts';
import type { Term } from './measure.ts';
import type { RecordType } from './record-type.ts';
import { rowKey, type Source } from './source.ts';

/** Reads the numbers of one period and area; what an answer has no row for is 0. */
export function readCell(sources: ReadonlyMap<RecordType, Source>, period: string, area: string | null): Cell {
  return {
    count(term) {
      const { source, row, index } = find(sources, term, period, area);
      invariant(
        row === undefined || row.values.length === source.query.terms.length,
        'one value for each measure asked',
      );
      return row?.values[index] ?? 0;
    },
    lengths(term) {
      const { source, row } = find(sources, term, period, area);
      const asked = source.query.terms.filter(({ kind }) => kind === 'lengths');
      invariant(
        row === undefined || row.durations.length === asked.length,
        'one histogram for each durations measure asked',
      );
      return row?.durations[asked.findIndex(({ measure }) => measure === term.measure)] ?? empty;
    },
  };
}

/** Whether the department keeps one of the numbers to itself. */
export function isWithheld(
  sources: ReadonlyMap<RecordType, Source>,
  terms: readonly Term[],
  period: string,
  area: string,
): boolean {
  return terms.some(term => {
    const { row, index } = find(sources, term, period, area);
    return row !== undefined && (row.statuses?.[index] === 'SUPPRESSED' || row.values[index] === null);
  });
}

/** Whether a department's database lacks a field that one of the numbers rests on. */
export function isNotKept(sources: ReadonlyMap<RecordType, Source>, terms: readonly Term[]): boolean {
  return terms.some(({ type, measure }) => sources.get(type)?.statistics?.notKept.includes(measure));
}

const empty: Histogram = { unit: 'DAY', length: [], closed: [], open: [] };

function find(sources: ReadonlyMap<RecordType, Source>, term: Term, period: string, area: string | null) {
  const source = sources.get(term.type);
  invariant(source, `a query for ${term.type}`);
  const index = source.query.terms.findIndex(({ measure }) => measure === term.measure);
  invariant(index >= 0, `a query for ${term.type} that asks for ${term.measure}`);
  return { source, row: source.rows.get(rowKey(period, area)), index };
}
