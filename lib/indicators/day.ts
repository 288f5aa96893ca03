/** Days since 1970-01-01 of an ISO date. */
export function dayNumber(date: string): number {
  const known = numbers.get(date);
  if (known !== undefined) return known;
  const number = Date.parse(`${date}T00:00:00Z`) / 86_400_000;
  if (numbers.size >= mostKept) numbers.clear();
  numbers.set(date, number);
  return number;
}

/** Thousands of figures are of the same few days. */
const numbers = new Map<string, number>();
const mostKept = 10_000;
