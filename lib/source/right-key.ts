import type { Obligation } from '../trust/index.ts';

const keys = new WeakMap<Obligation, string>();

/** Tells rights apart: a session may ask with several to one type, and no answer to one may be given to another. */
export function rightKey(obligation: Obligation): string {
  const known = keys.get(obligation) ?? writtenOut(obligation);
  keys.set(obligation, known);
  return known;
}

function writtenOut(obligation: Obligation): string {
  return JSON.stringify(Object.entries(obligation), (_, value: unknown) =>
    value instanceof Set || value instanceof Map ? [...value] : value,
  );
}
