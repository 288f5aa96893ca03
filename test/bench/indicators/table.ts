import { median } from '../load.ts';
import type { Cost, Way } from './way.ts';

/** A way's runs on one database of one size. */
export interface Row {
  readonly database: string;
  readonly scale: number;
  /** Rows of all departments. */
  readonly rows: number;
  readonly way: Way;
  readonly costs: readonly Cost[];
  /** Figures that were the same as by hand, of all; the runs' times mean nothing where they differ. */
  readonly equal: number;
  readonly all: number;
}

export function secondsOf({ costs }: Row): number {
  return median(costs.map(({ seconds }) => seconds));
}

function digits(n: number): string {
  return n.toFixed(n < 10 ? 2 : 1);
}

function spread(values: readonly number[]): string {
  return `${digits(median(values))} (${digits(Math.min(...values))}..${digits(Math.max(...values))})`;
}

function known(values: readonly (number | null)[]): string {
  const numbers = values.filter(value => value !== null);
  return numbers.length === 0 ? '–' : median(numbers).toFixed(Number.isInteger(numbers[0]) ? 0 : 2);
}

/** How often slower than another way on the same database of the same size. */
function ratio(row: Row, rows: readonly Row[], to: Way): string {
  const other = rows.find(each => each.way === to && each.database === row.database && each.scale === row.scale);
  if (other === undefined || other.equal < other.all || row.equal < row.all) return '';
  return `${(secondsOf(row) / secondsOf(other)).toFixed(2)} x ${to}`;
}

/** The runs as lines, each beside the same by hand, and questions one by one beside all at once. */
export function lines(rows: readonly Row[]): string[] {
  return rows.map(row => {
    const { database, scale, way, costs, equal, all } = row;
    const times =
      equal < all
        ? 'no time: the answers differ'
        : `${spread(costs.map(({ seconds }) => seconds))} s`.padEnd(24) +
          `CPU ${spread(costs.map(({ cpu }) => cpu))} s, database ${known(costs.map(({ databaseCpu }) => databaseCpu))} s`;
    const asked = `SQL ${known(costs.map(({ statements }) => statements))}, requests ${known(costs.map(({ requests }) => requests))}`;
    const beside = [
      ratio(row, rows, 'by hand'),
      way.endsWith('time') || way === 'one by one' ? ratio(row, rows, 'countygraph') : '',
    ];
    return [
      `${database} scale ${scale} (${row.rows} rows)`.padEnd(34),
      way.padEnd(16),
      `equal ${equal}/${all}`.padEnd(20),
      times,
      asked,
      ...beside.filter(text => text !== ''),
    ].join('  ');
  });
}

/** How time grows from the smallest size to the largest, beside the rows. */
export function growth(rows: readonly Row[]): string[] {
  const groups = Map.groupBy(rows, ({ database, way }) => `${database}, ${way}`);
  return [...groups].flatMap(([name, each]) => {
    const [small, large] = [each[0], each.at(-1)];
    if (!small || !large || small === large || [small, large].some(row => row.equal < row.all)) return [];
    return [
      `${name}: scale ${small.scale} to ${large.scale}, time x ${(secondsOf(large) / secondsOf(small)).toFixed(1)}, rows x ${(large.rows / small.rows).toFixed(1)}`,
    ];
  });
}
