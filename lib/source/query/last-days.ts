import { type Dialect, list } from '../dialect/dialect.ts';

/** Every year that ends so has 29 February, from 1904 to 2096. */
const leapYears = Array.from({ length: 25 }, (_, i) => String(4 * i).padStart(2, '0'));

/** Whether a day is one of the last so many of its month, out of its text: each dialect counts days in words of its own. */
export function inLastDays(d: Dialect, day: string, days: number): string {
  const iso = d.isoText(day, false);
  const part = (from: number): string => `substr(${iso}, ${from}, 2)`;
  const first = (length: number): string => d.literal(String(length - days + 1).padStart(2, '0'));
  const among = (from: number, texts: readonly string[]): string => `${part(from)} IN ${list(d, texts)}`;
  return (
    `${part(9)} >= CASE WHEN ${among(6, ['04', '06', '09', '11'])} THEN ${first(30)} WHEN ${part(6)} <> '02' THEN ${first(31)} ` +
    `WHEN ${among(3, leapYears)} THEN ${first(29)} ELSE ${first(28)} END`
  );
}
