/**
 * The first day of the lunar year (春节, 农历正月初一) of 2000 to 2050, month and day, by the rules of GB/T 33661-2017
 * (农历的编算和颁行); the Hong Kong Observatory prints them in its Gregorian-Lunar Calendar Conversion Table.
 * A table, because browsers' calendars are a day off in 2027 and 2030, where the new moon is minutes from midnight in Beijing.
 */
const firstDays =
  '0205 0124 0212 0201 0122 0209 0129 0218 0207 0126 ' +
  '0214 0203 0123 0210 0131 0219 0208 0128 0216 0205 ' +
  '0125 0212 0201 0122 0210 0129 0217 0206 0126 0213 ' +
  '0203 0123 0211 0131 0219 0208 0128 0215 0204 0124 ' +
  '0212 0201 0122 0210 0130 0217 0206 0126 0214 0202 ' +
  '0123';

const firstYear = 2000;

/**
 * The day of the Spring Festival in a year, as YYYY-MM-DD.
 * @throws RangeError outside 2000 to 2050
 */
export function springFestival(year: number): string {
  const at = 5 * (year - firstYear);
  const day = firstDays.slice(at, at + 4);
  if (!Number.isInteger(year) || at < 0 || day === '')
    throw new RangeError(`Expected a year from 2000 to 2050, got ${year}; later festivals are not in the table.`);
  return `${year}-${day.slice(0, 2)}-${day.slice(2)}`;
}

/** Whole days from the year's Spring Festival to a day given as YYYY-MM-DD: 0 on it, -1 on the eve (除夕). */
export function daysFromSpringFestival(day: string): number {
  return (Date.parse(day) - Date.parse(springFestival(Number(day.slice(0, 4))))) / 86_400_000;
}
