import type { Identity } from '../../lib/kernel/identity.ts';
import type { Work } from '../../lib/observe/index.ts';
import type { Row } from '../execute/response.ts';

/** A GraphQL request to a department. */
export interface DepartmentRequest {
  readonly query: string;
  readonly variables?: Row | undefined;
  readonly operationName?: string | undefined;
  /** All of it as JSON, where it has been written already. */
  readonly text?: string;
  /** How many objects it is to complete. */
  readonly entities?: number;
}

/** What goes with a request: who asks and the end of waiting. */
export interface RequestContext {
  readonly identity?: Identity | undefined;
  readonly signal?: AbortSignal | undefined;
  /** What it belongs to, where somebody sees the work. */
  readonly work?: Work | undefined;
}

export interface DepartmentError {
  readonly message: string;
  readonly path?: readonly (string | number)[] | undefined;
  readonly extensions?: Readonly<Record<string, unknown>> | undefined;
}

/** A department's answer. It is handed over: the gateway writes into `data`. */
export interface DepartmentAnswer {
  readonly data?: Row | null | undefined;
  readonly errors?: readonly DepartmentError[] | undefined;
}

/** Something that was refused in a department's stead, because it had said so. */
export interface RefusedEarly {
  /** Of the department's schema: `Type.field`, `Input.field`, `Enum.VALUE`. */
  readonly coordinate: string;
  readonly code: string;
}

/** The way to one department. */
export interface Transport {
  /** Rejects with TransportError when no answer can be had, and when the context's signal fires before there is one. */
  execute(request: DepartmentRequest, context: RequestContext): Promise<DepartmentAnswer>;
  /** A subscription's events, asked for one by one until the department ends them. Absent where a department has none. */
  subscribe?(request: DepartmentRequest, context: RequestContext): AsyncIterable<DepartmentAnswer>;
  /** What the department refuses to who asks, as JSON; undefined where it does not say. Absent where it is not to be asked for that. */
  rights?(context: RequestContext): Promise<unknown>;
  /** Tells the department what was refused for it, for its ledger. Rejects where it may not have written it down. Absent where it keeps none. */
  tellRefused?(refused: readonly RefusedEarly[], context: RequestContext): Promise<void>;
  /** Whether the department hangs and is not asked for now. Absent where that is not looked at. */
  isLeftAlone?(): boolean;
  /** Gives back what the transport holds (connections). */
  close?(): Promise<void>;
}

/** Nobody answered; nobody answered in time; what was answered is not GraphQL. */
export type TransportFault = 'SUBGRAPH_UNAVAILABLE' | 'SUBGRAPH_TIMEOUT' | 'SUBGRAPH_ERROR';

export class TransportError extends Error {
  readonly code: TransportFault;

  constructor(code: TransportFault, options?: ErrorOptions) {
    super(code, options);
    this.name = 'TransportError';
    this.code = code;
  }
}

/** How long a department may take for one answer, in milliseconds, unless told otherwise. */
export const defaultDeadline = 10_000;

/** Why a request that was waiting is not waited for any more: its deadline, or its caller. */
export function endOfWaiting(signal: AbortSignal): TransportError {
  const cause: unknown = signal.reason;
  return new TransportError(isTimeout(cause) ? 'SUBGRAPH_TIMEOUT' : 'SUBGRAPH_UNAVAILABLE', { cause });
}

/** Whether waiting ended by a deadline. */
export function isTimeout(cause: unknown): boolean {
  return cause instanceof Error && /^(Timeout|HeadersTimeout|BodyTimeout|ConnectTimeout)Error$/.test(cause.name);
}
