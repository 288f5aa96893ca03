import { levelOf } from '../kernel/area-code.ts';
import { percent, present, share, type ColumnSample, type TableSample } from './table-sample.ts';

export interface AreaGuess {
  /** One after the other they spell the code. */
  readonly columns: readonly string[];
  /** How sure: the name says so too, or only the digits do. */
  readonly named: boolean;
  readonly why: string;
}

/** The provinces of GB/T 2260. */
const provinces = /^(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[12])\d/;

function likeCode(value: string): boolean {
  return provinces.test(value) && levelOf(value) !== undefined;
}

function saysArea(column: ColumnSample): boolean {
  return (
    column.meaning.roles.has('area') ||
    column.meaning.readings.some(
      r => r.cost <= 1 && r.segments.some(s => s.senses.some(sense => sense.role === 'area')),
    )
  );
}

/** Nearly all begin with the same county: so do the codes of one county's records. */
function oneCounty(values: readonly string[]): boolean {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value.slice(0, 6), (counts.get(value.slice(0, 6)) ?? 0) + 1);
  return Math.max(0, ...counts.values()) / values.length >= 0.8;
}

function startsCode(column: ColumnSample): { part: number; named: boolean } | undefined {
  const values = present(column);
  if (column.personal || values.length === 0) return undefined;
  const part = share(values, likeCode);
  const named = saysArea(column);
  if (part < 0.7 || (!named && (!oneCounty(values) || column.shape.kind === 'date'))) return undefined;
  return { part, named };
}

/** Three digits, named as a village or grid: the rest of a code that began in a column before. */
function continuesCode(column: ColumnSample): boolean {
  const values = present(column);
  return !column.personal && values.length > 0 && saysArea(column) && share(values, v => /^\d{3}$/.test(v)) >= 0.9;
}

function widthOf(column: ColumnSample): number {
  const lengths = new Map<number, number>();
  for (const value of present(column)) lengths.set(value.length, (lengths.get(value.length) ?? 0) + 1);
  return [...lengths].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? 0;
}

/** The places that a table's rows can be in: each list of columns that spells an area code, the likeliest first. */
export function guessAreas(table: TableSample): AreaGuess[] {
  const columns = [...table.columns.values()];
  const guesses = columns.flatMap((column, at): AreaGuess[] => {
    const start = startsCode(column);
    if (!start) return [];
    const parts = [column];
    let width = widthOf(column);
    for (const next of columns.slice(at + 1)) {
      if (width >= 15 || !continuesCode(next)) break;
      parts.push(next);
      width += 3;
    }
    const spelt =
      parts.length > 1
        ? `, with ${parts
            .slice(1)
            .map(p => p.shape.name)
            .join(' and ')} it makes ${width}`
        : '';
    return [
      {
        columns: parts.map(part => part.shape.name),
        named: start.named,
        why: `${percent(start.part)} are area codes of ${widthOf(column)} digits${spelt}`,
      },
    ];
  });
  return guesses.toSorted((a, b) => Number(b.named) - Number(a.named) || b.columns.length - a.columns.length);
}
