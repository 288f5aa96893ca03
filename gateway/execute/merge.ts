import type { Row } from './response.ts';
import type { TypeConditions } from './type-conditions.ts';

/** Writes what a fetch brought into what is known. A concrete `__typename` is never replaced by an interface's name. */
export function mergeInto(target: Row, source: Row, types: TypeConditions): void {
  for (const key in source) {
    // Not a field: written, it would change what every object has.
    if (key === '__proto__') continue;
    const value = source[key];
    const known = target[key];
    if (known === undefined || known === null) target[key] = value;
    else if (value === undefined || value === null) continue;
    else if (key === '__typename') {
      if (!types.isConcrete(known)) target[key] = value;
    } else if (typeof value === 'object' && typeof known === 'object') mergeObjects(known, value, types);
    else target[key] = value;
  }
}

function mergeObjects(known: object, value: object, types: TypeConditions): void {
  if (known === value) return;
  // An array merges as a row whose keys are its indexes.
  if (Array.isArray(known) === Array.isArray(value)) mergeInto(known as Row, value as Row, types);
}

/** A copy of JSON data, for an entity that two places of an answer may fill differently. */
export function copy(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(copy);
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, copy(one)]));
}
