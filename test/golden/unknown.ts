import type { GoldenCase, Json, JsonObject } from './case.ts';

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
  farrington_flexible: {
    keys: ['upperbound', 'expected_mu', 'score', 'pvalue'],
    why: 'the columns of R as shipped, with a dispersion from wrong weights; the clean columns are held, and the alarms and trends of both',
  },
  composite: {
    keys: ['goalposts', 'rank_robustness.scenarios'],
    why: 'all goalposts are null (COINr wants a third number for each pair and got none); scenarios is a sentence',
  },
};

/** The case without them; the tolerance that a file names for its clean columns becomes the case's. */
export function knownAnswers(kind: string, golden: GoldenCase): GoldenCase {
  const keys = unknowns[kind]?.keys ?? [];
  const clean = golden.tolerance['upperbound_clean'];
  const tolerance = isObject(clean) ? { ...golden.tolerance, ...clean } : golden.tolerance;
  return { ...golden, tolerance, expected: without(golden.expected, keys) };
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
    rest[key] = inner.length > 0 && isObject(value) ? without(value, inner) : value;
  }
  return rest;
}

function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
