import type { ParsedFormat } from '../mapping/date-format.ts';

const daysOf = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function isDay(year: number, month: number, day: number): boolean {
  // Said so that what is no number is no day.
  if (!(year >= 1900 && year <= 2199 && month >= 1 && month <= 12 && day >= 1)) return false;
  const leap = month === 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return day <= (daysOf[month - 1] ?? 0) + Number(leap);
}

/** Characters as databases count them. */
function lengthOf(text: string): number {
  return /[\ud800-\udbff]/.test(text) ? [...text].length : text.length;
}

/** Digits of a text, from a place counted from 1, as a number: NaN where one is no digit, 0 for a part that is not written (place 0). */
function digits(text: string, from: number, length: number): number {
  if (from === 0) return 0;
  let number = 0;
  for (let i = from - 1; i < from - 1 + length; i += 1) {
    const digit = text.charCodeAt(i) - 48;
    if (!(digit >= 0 && digit <= 9)) return NaN;
    number = number * 10 + digit;
  }
  return number;
}

function two(number: number): string {
  return number < 10 ? `0${number}` : String(number);
}

/**
 * Reads days or moments of an ordered format without offset, as the SQL of lib/source/convert/dates.ts does: the day
 * 2026-08-31, the moment 2026-08-31T09:05:00+08:00, null where it cannot be read.
 */
export function dayReader(format: ParsedFormat, moment: boolean): (text: string) => string | null {
  const marks = format.pieces.flatMap(piece => ('mark' in piece ? [[piece.at - 1, piece.mark] as const] : []));
  const at = (part: string): number => format.pieces.find(piece => 'part' in piece && piece.part === part)?.at ?? 0;
  const [yyyy, MM, dd, HH, mm, ss] = ['yyyy', 'MM', 'dd', 'HH', 'mm', 'ss'].map(at) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  // Elsewhere every character but the marks must be a digit, and one of two halves is none.
  const codesMayHide = format.hasTime && !moment;
  return text => {
    if ((text.length !== format.length || codesMayHide) && lengthOf(text) !== format.length) return null;
    if (marks.some(([place, mark]) => text[place] !== mark)) return null;
    const year = digits(text, yyyy, 4);
    const month = digits(text, MM, 2);
    const day = digits(text, dd, 2);
    if (!isDay(year, month, day)) return null;
    const iso = `${year}-${two(month)}-${two(day)}`;
    if (!moment) return iso;
    const hour = digits(text, HH, 2);
    const minute = digits(text, mm, 2);
    const second = digits(text, ss, 2);
    const right = hour < 24 && minute < 60 && second < 60;
    return right ? `${iso}T${two(hour)}:${two(minute)}:${two(second)}+08:00` : null;
  };
}
