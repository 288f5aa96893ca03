import type { Json, JsonObject } from './case.ts';

/** The named inputs as numbers, one for each name. */
export function numbers<const Names extends readonly string[]>(
  inputs: JsonObject,
  ...names: Names
): { [Index in keyof Names]: number } {
  return names.map(name => {
    const value = inputs[name];
    if (typeof value !== 'number')
      throw new TypeError(`Expected a number as input ${name}, got ${JSON.stringify(value)}.`);
    return value;
  }) as { [Index in keyof Names]: number };
}

/** The named inputs as columns of numbers, one for each name. */
export function columns<const Names extends readonly string[]>(
  inputs: JsonObject,
  ...names: Names
): { [Index in keyof Names]: number[] } {
  return names.map(name => {
    const value = inputs[name];
    if (!isColumn(value)) throw new TypeError(`Expected numbers as input ${name}, got ${JSON.stringify(value)}.`);
    return value;
  }) as { [Index in keyof Names]: number[] };
}

function isColumn(value: Json | undefined): value is number[] {
  return Array.isArray(value) && value.every(each => typeof each === 'number');
}
