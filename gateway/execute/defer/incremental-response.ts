import type { Path, Response, ResponseError, Row } from '../response.ts';

/** A deferred fragment that is to come: `path` leads to its object. */
export interface PendingFragment {
  readonly id: string;
  readonly path: Path;
  readonly label?: string;
}

/** Fields of the object at the path of fragment `id`, or at `subPath` from there. */
export interface IncrementalData {
  readonly id: string;
  readonly subPath?: Path;
  readonly data: Row;
  readonly errors?: readonly ResponseError[];
}

/** A fragment of which all has come; with errors nothing more of it comes. */
export interface CompletedFragment {
  readonly id: string;
  readonly errors?: readonly ResponseError[];
}

/** The first part of an answer with deferred fragments. */
export interface InitialResponse extends Response {
  readonly data: Row;
  readonly pending: readonly PendingFragment[];
  readonly hasNext: true;
}

/** A later part. */
export interface SubsequentResponse {
  readonly pending?: readonly PendingFragment[];
  readonly incremental?: readonly IncrementalData[];
  readonly completed?: readonly CompletedFragment[];
  readonly hasNext: boolean;
}
