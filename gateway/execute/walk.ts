import { type FieldNode, getLocation } from 'graphql';
import type { ErrorList } from './error-list.ts';
import type { FailureMap } from './failure.ts';
import type { Path, ResponseError, Row } from './response.ts';

/** The state of one walk over the data: where it is, and what went wrong. */
export interface Walk {
  readonly errors: ErrorList;
  readonly failures: FailureMap;
  /** The first `depth` entries are the path of the value at hand. */
  readonly path: Path;
  depth: number;
}

/**
 * Makes the client's value of a department's value. `undefined` means that a null has to rise to the parent
 * (GraphQL's null propagation); its error is recorded already.
 */
export type Complete = (value: unknown, walk: Walk) => unknown;

/** A field of the client's selection: where its value comes from and how an error names it. */
export interface FieldPlace {
  readonly node: FieldNode;
  /** `Type.field`. */
  readonly name: string;
  /** The key of its value in the departments' data. */
  readonly planKey: string;
}

/** Records an error at the value at hand, unless the reader already knows why it is null. */
export function tell(walk: Walk, place: FieldPlace, error: Pick<ResponseError, 'message' | 'extensions'>): void {
  const path = walk.path.slice(0, walk.depth);
  if (walk.errors.covers(path)) return;
  const { loc } = place.node;
  walk.errors.add({ ...error, ...(loc && { locations: [{ ...getLocation(loc.source, loc.start) }] }), path });
}

/** Records why a field was not fetched, when a department failed. */
export function tellMissing(walk: Walk, row: Row, place: FieldPlace): void {
  const failure = walk.failures.find(row, place.planKey);
  if (failure === undefined) return;
  const { message, code, service } = failure;
  failure.told = true;
  tell(walk, place, { message, extensions: { code, service } });
}

export function tellInvalid(walk: Walk, place: FieldPlace, expected: string): null {
  const message = `Expected ${expected} for ${place.name}, got something else; tell the operator of its department.`;
  tell(walk, place, { message, extensions: { code: 'INVALID_VALUE' } });
  return null;
}
