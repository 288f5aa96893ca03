import { percent, type ColumnSample, type TableSample } from './table-sample.ts';

export interface SoftDeleteGuess {
  readonly column: string;
  /** Values that rows that count have; undefined where they cannot be told. */
  readonly keep: readonly string[] | undefined;
  readonly why: string;
}

const no = /^(?:0|n|no|f|false|否|未删除|正常)$/i;
const yes = /^(?:1|y|yes|t|true|是|有效|启用|正常)$/i;

function counted(column: ColumnSample): [string, number][] {
  return [...(column.frequencies ?? [])];
}

/** The value by which most rows are kept, when it is as the name lets expect or nearly all rows have it. */
function kept(column: ColumnSample, expected: RegExp): string | undefined {
  const values = counted(column);
  const total = values.reduce((sum, [, n]) => sum + n, 0);
  const named = values.find(([value]) => expected.test(value));
  if (named && named[1] / total >= 0.3) return named[0];
  const [first] = values;
  return first && first[1] / total >= 0.8 && first[0].length <= 5 ? first[0] : undefined;
}

function part(column: ColumnSample, value: string): number {
  const values = counted(column);
  return (column.frequencies?.get(value) ?? 0) / values.reduce((sum, [, n]) => sum + n, 0);
}

/** A status of two values of which nearly all rows have one is a mark of validity, whatever it is called. */
function statusMark(column: ColumnSample): string | undefined {
  const values = counted(column);
  const [first] = values;
  if (values.length !== 2 || !first || !values.every(([value]) => /^(?:-?\d|[A-Z])$/i.test(value))) return undefined;
  return part(column, first[0]) >= 0.97 ? first[0] : undefined;
}

function guess(column: ColumnSample): SoftDeleteGuess | undefined {
  const { roles, words } = column.meaning;
  const deletes = roles.has('deleted');
  if (deletes || roles.has('valid')) {
    const value = kept(column, deletes ? no : yes);
    return {
      column: column.shape.name,
      keep: value === undefined ? undefined : [value],
      why:
        value === undefined
          ? `${words}: no value says which rows count`
          : `${words}: ${percent(part(column, value))} of the rows have it`,
    };
  }
  const value = roles.has('status') ? statusMark(column) : undefined;
  if (value === undefined) return undefined;
  return {
    column: column.shape.name,
    keep: [value],
    why: `${words}, ${percent(part(column, value))} of the rows have it; the other value is taken for void`,
  };
}

/** The column that marks removed rows, and the value of those that count. */
export function guessSoftDelete(table: TableSample): SoftDeleteGuess | undefined {
  const guesses = [...table.columns.values()].filter(column => !column.personal).flatMap(column => guess(column) ?? []);
  return guesses.find(each => each.keep) ?? guesses[0];
}
