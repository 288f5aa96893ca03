import type { Met } from './finding.ts';
import { shapeSteps } from '../dialect/dialect.ts';

const identityNumber = /\d{17}[\dXx]|(?<!\d)1[3-9]\d{9}(?!\d)/;
const looksLikeCode = /^[A-Za-z0-9][A-Za-z0-9._:/-]{0,15}$/;
/** A text that so many rows share is no name that strayed into the column. */
const shared = 5;

/** What a text looks like: digits as 9, Han characters as 字, all other letters as A. */
function shapeOf(text: string): string {
  return shapeSteps.reduce((shape, [from, to]) => shape.replaceAll(new RegExp(from, 'gu'), to), text.slice(0, 40));
}

function isOfPerson(value: string): boolean {
  return identityNumber.test(value.replaceAll(/[\s-]/g, ''));
}

/** An entry of a code list, which nobody types a name into. */
export function shownCode(value: string): string {
  return isOfPerson(value) || value.length > 40 ? shapeOf(value) : value;
}

/**
 * A code of a row as it may be shown. Clerks type names and numbers of persons into any column: what looks like a number of a person,
 * or is a text of few rows that does not look like a code, is shown by its shape.
 */
export function shownValue({ value, rows }: Met): Met {
  return { value: rows >= shared || looksLikeCode.test(value) ? shownCode(value) : shapeOf(value), rows };
}

/** The most frequent, as they may be shown; those that look alike then are one. */
export function shownValues(met: readonly Met[], most: number): Met[] {
  const rows = new Map<string, number>();
  for (const each of met.map(shownValue)) rows.set(each.value, (rows.get(each.value) ?? 0) + each.rows);
  return [...rows]
    .map(([value, n]) => ({ value, rows: n }))
    .sort((a, b) => b.rows - a.rows || (a.value < b.value ? -1 : 1))
    .slice(0, most);
}
