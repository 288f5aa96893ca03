import { meaningOf } from '../../../lib/introspect/meaning.ts';
import { personalByName, personalByShape } from '../../../lib/introspect/personal.ts';
import type { ColumnSample, TableSample } from '../../../lib/introspect/table-sample.ts';

/** A column as it is after reading, of these values. */
export function columnOf(
  name: string,
  values: readonly (string | null)[],
  comment?: string,
  type = 'varchar(40)',
): ColumnSample {
  const meaning = meaningOf(name, comment);
  const there = values.filter(value => value !== null && value !== '') as string[];
  const counts = new Map([...Map.groupBy(there, value => value)].map(([value, of]) => [value, of.length]));
  const distinct = counts.size;
  return {
    shape: { name, type, kind: type.startsWith('int') ? 'integer' : 'text', nullable: true, comment },
    meaning,
    personal: personalByName(meaning) ?? personalByShape(there, distinct),
    values,
    filled: there.length,
    distinct,
    frequencies: distinct <= 12 ? new Map([...counts].toSorted((a, b) => b[1] - a[1])) : undefined,
  };
}

/** A table of such columns. */
export function tableOf(name: string, columns: readonly ColumnSample[]): TableSample {
  return {
    shape: {
      name,
      view: false,
      comment: undefined,
      columns: new Map(columns.map(c => [c.shape.name, c.shape])),
      key: [],
      indexes: [],
    },
    meaning: meaningOf(name, undefined),
    rows: columns[0]?.values.length ?? 0,
    sampled: columns[0]?.values.length ?? 0,
    columns: new Map(columns.map(c => [c.shape.name, c])),
  };
}
