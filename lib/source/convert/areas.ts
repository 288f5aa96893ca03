import type { Coordinate, Dialect } from '../dialect/dialect.ts';
import type { Outline } from '../mapping/outlines.ts';
import type { ColumnReference } from './reference.ts';

/** The code of the outline that a point lies in; NULL outside all of them. On a shared border the first in the file counts. */
export function outlineOf(
  d: Dialect,
  longitude: ColumnReference,
  latitude: ColumnReference,
  outlines: readonly Outline[],
): string {
  const [x, y] = [longitude, latitude].map(({ sql, kind }) => ({
    number: kind === 'decimal' || kind === 'integer' ? sql : d.decimalFromText(d.text(sql)),
    column: sql,
  })) as [Coordinate, Coordinate];
  return d.onPoint(x, y, (px, py) => {
    const cases = outlines.map(({ code, outer, holes, box: [west, south, east, north] }) => {
      const inside = [
        `${px} BETWEEN ${west} AND ${east} AND ${py} BETWEEN ${south} AND ${north}`,
        d.insideRing(px, py, outer),
        ...holes.map(hole => `NOT ${d.insideRing(px, py, hole)}`),
      ];
      return `WHEN ${inside.join(' AND ')} THEN ${d.literal(code)}`;
    });
    return `CASE ${cases.join(' ')} END`;
  });
}

/**
 * Rows whose code may begin with `code`, by the bare first column of those that spell it: the column holds a shorter code
 * on the way to it, or one that goes on from it. Digits of one length are ordered alike by every collation.
 */
export function mayBeginWith(d: Dialect, first: string, code: string): string {
  const shorter = [6, 9, 12].filter(length => length < code.length).map(length => d.literal(code.slice(0, length)));
  const next = (BigInt(code) + 1n).toString().padStart(code.length, '0');
  const from = `(${first} >= ${d.literal(code)}${next.length === code.length ? ` AND ${first} < ${d.literal(next)}` : ''})`;
  return shorter.length > 0 ? `(${first} IN (${shorter.join(', ')}) OR ${from})` : from;
}
