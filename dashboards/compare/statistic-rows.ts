import type { Place } from '../data/remembered-places.ts';
import type { AnswerRow, Asking, Value } from './question.ts';
import { cellValue } from './value.ts';

/** A cell of a statistic in the form that all `…StatsDocument` have. */
export interface StatRow {
  readonly area: string | null;
  readonly values: readonly (number | null)[];
  readonly margins: readonly (number | null)[] | null;
}

/**
 * One row a place. An exact answer leaves cells without records out: there they are 0, but for places that the reader is not given, whose
 * rows are left out.
 */
export function placeRows<Row extends StatRow>(
  places: readonly Place[],
  stats: { readonly roundedTo: number | null; readonly rows: readonly Row[] },
  columns: readonly { readonly measure: number; readonly isOf: (row: Row) => boolean }[],
  { decision }: Pick<Asking, 'decision'>,
): AnswerRow[] {
  const isSeen = ({ code }: Place): boolean => {
    const { areas = [] } = decision;
    return areas === 'all' || areas.some(area => code.startsWith(area));
  };
  return places.filter(isSeen).map(({ code, name }) => ({
    key: code,
    name,
    rank: code,
    values: columns.map(({ measure, isOf }): Value => {
      const row = stats.rows.find(each => each.area === code && isOf(each));
      if (!row && stats.roundedTo === null) return { state: 'given', words: '0' };
      return cellValue(row?.values[measure], row?.margins?.[measure] ?? null, stats.roundedTo);
    }),
  }));
}
