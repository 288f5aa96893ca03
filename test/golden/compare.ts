import type { GoldenCase, Json, JsonObject } from './case.ts';

export interface Comparison {
  /** One line for each value that is off, missing or of another kind; none when the case passes. */
  readonly faults: readonly string[];
  /** The largest |ours - expected| of the numbers, relative where |expected| is above 1. */
  readonly largest: number;
}

/** Every expected value must be answered: numbers within the case's `abs` or `rel` (else 1e-9 relative), the rest alike. */
export function compare(golden: GoldenCase, ours: JsonObject): Comparison {
  const { abs, rel } = golden.tolerance;
  const absolute = typeof abs === 'number' ? abs : 0;
  const relative = typeof rel === 'number' ? rel : typeof abs === 'number' ? 0 : 1e-9;
  const faults: string[] = [];
  let largest = 0;
  const visit = (path: string, expected: Json, actual: Json | undefined): void => {
    if (typeof expected === 'number' && typeof actual === 'number') {
      const difference = Math.abs(actual - expected);
      largest = Math.max(largest, difference / Math.max(1, Math.abs(expected)));
      if (difference <= Math.max(absolute, relative * Math.abs(expected))) return;
    } else if (Array.isArray(expected) && Array.isArray(actual) && expected.length === actual.length) {
      expected.forEach((each, index) => visit(`${path}[${index}]`, each, actual[index]));
      return;
    } else if (isObject(expected) && isObject(actual)) {
      for (const [key, each] of Object.entries(expected)) visit(path ? `${path}.${key}` : key, each, actual[key]);
      return;
    } else if (expected === actual) return;
    faults.push(`${path}: expected ${JSON.stringify(expected)}, got ${JSON.stringify(actual)}`);
  };
  visit('', golden.expected, ours);
  return { faults, largest };
}

function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
