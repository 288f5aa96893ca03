import type { ParsedFormat } from '../mapping/date-format.ts';

/**
 * The days of the calendar from 1900 to 2199 as a regular expression, with the marks between year, month and day. It rules
 * out the 31st of February by itself: MariaDB takes such a day for one where dates are compared.
 */
export function calendarPattern(afterYear: string, afterMonth: string): string {
  const century = '(19|20|21)';
  const day28 = '(0[1-9]|1[0-9]|2[0-8])';
  const inEveryYear = [
    `(0[13578]|1[02])${afterMonth}(0[1-9]|[12][0-9]|3[01])`,
    `(0[469]|11)${afterMonth}(0[1-9]|[12][0-9]|30)`,
    `02${afterMonth}${day28}`,
  ].join('|');
  const leapYear = `(${century}(0[48]|[2468][048]|[13579][26])|2000)`;
  return `(${century}[0-9]{2}${afterYear}(${inEveryYear})|${leapYear}${afterYear}02${afterMonth}29)`;
}

const times: Record<string, string> = { HH: '([01][0-9]|2[0-3])', mm: '[0-5][0-9]', ss: '[0-5][0-9]' };

function escaped(mark: string): string {
  return mark.replaceAll(/[.*+?()|^$]/g, '[$&]').replaceAll('[^]', '\\^');
}

/** The same for texts of an ordered format. Of a time that the day leaves out, only the marks count. */
export function formatPattern({ pieces }: ParsedFormat, moment: boolean): string {
  const parts = pieces.map(piece => ('mark' in piece ? { mark: escaped(piece.mark) } : { part: piece.part }));
  const [month, day] = ['MM', 'dd'].map(name => parts.findIndex(piece => piece.part === name)) as [number, number];
  const marks = (from: number, to: number): string =>
    parts
      .slice(from, to)
      .map(piece => piece.mark ?? '')
      .join('');
  const rest = parts.slice(day + 1).map(piece => piece.mark ?? (moment ? times[piece.part ?? ''] : '(.|\n){2}'));
  return `^${calendarPattern(marks(1, month), marks(month + 1, day))}${rest.join('')}$`;
}
