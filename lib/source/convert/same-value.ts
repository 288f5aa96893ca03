import type { Dialect } from '../dialect/dialect.ts';
import type { ColumnReference } from './reference.ts';

/**
 * Whether a column of another table holds what a column here holds, although the two may be declared differently: in words that
 * an index on the other column can serve.
 */
export function sameValue(d: Dialect, there: ColumnReference, here: ColumnReference): string {
  if (there.kind !== 'text' && there.kind !== 'integer' && there.kind !== here.kind)
    return `${d.text(there.sql)} = ${d.text(here.sql)}`;
  if (there.kind === 'integer' && here.kind !== 'integer') return `${there.sql} = ${d.keyFromText(d.text(here.sql))}`;
  if (there.kind !== 'text') return `${there.sql} = ${here.sql}`;
  const text = d.text(here.sql);
  if (there.collation === undefined) return `${there.sql} = ${text}`;
  // The index is in the column's own order, which may take A for a.
  const charset = there.collation.split('_')[0] ?? '';
  return `(${there.sql} = CONVERT(${text} USING ${charset}) COLLATE ${there.collation} AND ${d.text(there.sql)} = ${text})`;
}
