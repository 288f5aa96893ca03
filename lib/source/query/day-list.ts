import type { Column } from '../column.ts';
import type { Dialect } from '../dialect/dialect.ts';
import { spell } from '../mapping/date-format.ts';

/** More days than these are not spelt out. */
const mostDays = 4000;

const dayLength = 86_400_000;

/** Days that are kept as literals for a column; a reader could ask for all those of ten thousand years. */
const mostKept = 40_000;

/** Days of a column that were asked for, by their number since 1970, as literals of SQL; undefined for one that means a missing day. */
type Literals = Map<number, string | undefined>;
const literalsOf = new WeakMap<Column, Literals>();

/**
 * Rows whose day lies between two days, both included, by the days as the source spells them: exact, and far cheaper than to
 * read each row's text. Undefined for other columns and for spans of more than 4,000 days.
 */
export function amongDays(d: Dialect, column: Column, from: string, to: string): string | undefined {
  const ordered = column.kind === 'date' ? column.bare?.ordered : undefined;
  if (!ordered || ordered.format.hasTime) return undefined;
  const [first, last] = [from, to].map(day => Date.parse(`${day}T00:00:00Z`) / dayLength) as [number, number];
  if (last - first > mostDays) return undefined;
  const literals: Literals = literalsOf.get(column) ?? new Map<number, string | undefined>();
  literalsOf.set(column, literals);
  if (literals.size > mostKept) literals.clear();
  const days: string[] = [];
  for (let day = first; day <= last; day += 1) {
    if (!literals.has(day)) literals.set(day, literalOf(d, ordered, day));
    const literal = literals.get(day);
    if (literal !== undefined) days.push(literal);
  }
  if (days.length === 0) return '1 = 0';
  const among = `${ordered.sql} IN (${days.join(', ')})`;
  // MariaDB takes a text for equal that ends in blanks.
  return d.name === 'mysql' ? `${among} AND ${d.length(ordered.sql)} = ${ordered.format.length}` : among;
}

type Ordered = NonNullable<NonNullable<Column['bare']>['ordered']>;

function literalOf(d: Dialect, { format, missing }: Ordered, day: number): string | undefined {
  const text = spell(format, `${new Date(day * dayLength).toISOString().slice(0, 10)} 00:00:00`);
  return missing.includes(text) ? undefined : d.literal(text);
}
