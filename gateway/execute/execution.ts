import type { DepartmentAnswer, DepartmentRequest, RequestContext } from '../transport/transport.ts';
import type { Batch } from './entity-field.ts';
import type { ErrorList } from './error-list.ts';
import type { FailureMap } from './failure.ts';
import type { Row } from './response.ts';

/** Asks a department by its name. Rejects with TransportError. */
export type Ask = (service: string, request: DepartmentRequest, context: RequestContext) => Promise<DepartmentAnswer>;

/** Opens the events of a subscription at a department, by its name. Iterating throws TransportError; the signal ends it. */
export type Subscribe = (
  service: string,
  request: DepartmentRequest,
  context: RequestContext,
) => AsyncIterable<DepartmentAnswer>;

/** One operation under way. */
export interface Execution {
  readonly ask: Ask;
  readonly context: RequestContext;
  /** Coerced variables of the operation. */
  readonly variables: Row;
  /** What the departments have brought so far, under the plan's keys. */
  readonly data: Row;
  readonly errors: ErrorList;
  readonly failures: FailureMap;
  /** Which entities were found for which question since data last came: several departments are asked of the same ones. */
  readonly collected: Map<string, Batch>;
}

/** A compiled part of a plan; no promise where there is nothing to wait for. */
export type Run = (execution: Execution) => Promise<void> | void;
