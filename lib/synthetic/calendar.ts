/** Days are whole numbers since 1970-01-01 and moments are whole seconds since then, both on Beijing clocks. */
export const secondsInDay = 86_400;

export function dayOf(date: string): number {
  return Date.parse(`${date}T00:00:00Z`) / 86_400_000;
}

export function isoDay(day: number): string {
  return isoMoment(day * secondsInDay).slice(0, 10);
}

/** `2026-08-31 09:05:00`. */
export function isoMoment(second: number): string {
  return new Date(second * 1000).toISOString().slice(0, 19).replace('T', ' ');
}

export function yearOf(day: number): number {
  return Number(isoDay(day).slice(0, 4));
}

/** `2026-08`, the label of the month that holds a day. */
export function monthOf(day: number): string {
  return isoDay(day).slice(0, 7);
}

/** The first day of each Chinese New Year that the data can touch. 春节 */
const springFestivals = ['2023-01-22', '2024-02-10', '2025-01-29', '2026-02-17', '2027-02-06'].map(dayOf);

/** Business slows from 5 days before the festival to 15 days after it; it nearly stops in the week of the festival. */
function festivalWeight(day: number): number {
  const since = springFestivals.map(first => day - first).find(distance => distance >= -5 && distance <= 15);
  if (since === undefined) return 1;
  return since >= -1 && since <= 6 ? 0.15 : 0.55;
}

/** January first. Quarrels rise before the end of a year and in summer. */
const seasons = [1.05, 0.95, 1, 0.98, 1, 1.04, 1.1, 1.08, 0.98, 0.92, 0.97, 1.03];

/** Activity of offices on a day, about 1 on average over a year. */
export function officeWeight(day: number): number {
  const weekday = (day + 4) % 7;
  const rest = weekday === 0 || weekday === 6 ? 0.3 : 1.28;
  return rest * festivalWeight(day) * (seasons[monthIndex(day)] ?? 1);
}

/** Activity of the streets on a day: weekends count, festivals less than for offices. */
export function streetWeight(day: number): number {
  return Math.sqrt(festivalWeight(day)) * (seasons[monthIndex(day)] ?? 1);
}

function monthIndex(day: number): number {
  return Number(isoDay(day).slice(5, 7)) - 1;
}
