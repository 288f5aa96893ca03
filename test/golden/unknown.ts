import type { GoldenCase, JsonObject } from './case.ts';

/** Values that a file prints but says itself, or shows, to be no known answers: they are left out, and that is printed. */
interface Unknown {
  readonly keys: readonly string[];
  readonly why: string;
}

const unknowns: Readonly<Record<string, Unknown>> = {
  cusum_ewma: {
    keys: ['upperbound'],
    why: 'R turns the sum back into a count; the file says to ignore it',
  },
  composite: {
    keys: ['goalposts', 'rank_robustness.scenarios'],
    why: 'all goalposts are null (COINr wants a third number for each pair and got none); scenarios is a sentence',
  },
};

/** The case without them. */
export function knownAnswers(kind: string, golden: GoldenCase): GoldenCase {
  const keys = unknowns[kind]?.keys ?? [];
  return { ...golden, expected: without(golden.expected, keys) };
}

/** A line for the report on what was left out; undefined when nothing is. */
export function leftOut(kind: string): string | undefined {
  const unknown = unknowns[kind];
  return unknown && `${unknown.keys.join(', ')} left out: ${unknown.why}`;
}

function without(expected: JsonObject, keys: readonly string[]): JsonObject {
  const rest: JsonObject = {};
  for (const [key, value] of Object.entries(expected)) {
    if (keys.includes(key)) continue;
    const inner = keys.filter(each => each.startsWith(`${key}.`)).map(each => each.slice(key.length + 1));
    const nested = inner.length > 0 && typeof value === 'object' && value !== null && !Array.isArray(value);
    rest[key] = nested ? without(value, inner) : value;
  }
  return rest;
}
