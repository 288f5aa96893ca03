import type { Figure } from '../../../lib/indicators/index.ts';
import type { Made } from './by-hand/made.ts';

/** A figure's name and numbers, as those by hand have them. */
export function numbersOf({ id, form, part, area, period, value, numerator, denominator, interval }: Figure) {
  const name = [id, form, ...(part === null ? [] : [part]), area.code, period.label].join(' ');
  const made: Made = {
    value,
    numerator,
    denominator,
    lower: interval?.lower ?? null,
    upper: interval?.upper ?? null,
  };
  return [name, made] as const;
}

/** Amounts of money are added up in another order. */
function isSame(a: number | null, b: number | null): boolean {
  if (a === null || b === null) return a === b;
  return Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a));
}

const numbers = ['value', 'numerator', 'denominator', 'lower', 'upper'] as const;

/** Figures that are not the same in all their numbers, each in a line, with those that one side alone has. */
export function differences(hand: ReadonlyMap<string, Made>, other: ReadonlyMap<string, Made>): string[] {
  const names = new Set([...hand.keys(), ...other.keys()]);
  return [...names].flatMap(name => {
    const [a, b] = [hand.get(name), other.get(name)];
    if (a && b && numbers.every(number => isSame(a[number], b[number]))) return [];
    return [`${name}: ${JSON.stringify(a)} by hand, ${JSON.stringify(b)}`];
  });
}
