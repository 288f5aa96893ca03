import type { DocumentNode } from 'graphql';
import { documentSizes } from './document-size.ts';
import { type LimitCode, LimitExceeded } from './limit-exceeded.ts';
import type { Limits } from './limits.ts';

const counted = [
  ['rootFields', 'TOO_MANY_ROOT_FIELDS', 'fields of the root'],
  ['aliases', 'TOO_MANY_ALIASES', 'aliases'],
  ['directives', 'TOO_MANY_DIRECTIVES', 'directives'],
  ['selections', 'TOO_MANY_SELECTIONS', 'fields and fragments'],
] as const satisfies readonly (readonly [keyof Limits, LimitCode, string])[];

/** Holds every operation and fragment of a document against the limits. Throws LimitExceeded and FRAGMENT_CYCLE. */
export function checkDocument(document: DocumentNode, limits: Limits): void {
  const { length } = document.definitions;
  if (length > limits.definitions) {
    const facts = { limit: limits.definitions };
    throw new LimitExceeded('TOO_MANY_DEFINITIONS', 'operations and fragments', String(length), 'send fewer', facts);
  }
  const sizes = documentSizes(document, limits);
  for (const [name, code, what] of counted) {
    const most = Math.max(0, ...sizes.map(size => size[name]));
    if (most <= limits[name]) continue;
    const todo = 'ask for less at once; a fragment counts wherever it is used';
    throw new LimitExceeded(code, what, String(most), todo, { limit: limits[name] });
  }
}
