import { randomUUID } from 'node:crypto';
import type { Identity } from '../kernel/identity.ts';
import type { Context } from './context.ts';
import { recordedSession } from './recorded-session.ts';
import { RequestReads } from './request-reads.ts';

/** Where a request comes from. */
export interface Origin {
  /** Its id: the gateway's, where it sent one. */
  readonly request: string;
  /** For whom: the id of the gateway's key, `unsigned` where none is asked for, `command` in one process. */
  readonly via: string;
}

/** What is kept of a request for the ledger. */
export interface RequestRecord {
  readonly reads: RequestReads;
  readonly identity: Identity;
  readonly origin: Origin;
}

/** The same context, with all that is asked through it, or refused, told to a record. */
export function recordedContext(
  context: Context,
  identity: Identity,
  origin: Origin = { request: randomUUID(), via: 'command' },
): Context {
  const reads = new RequestReads();
  return {
    ...context,
    session: recordedSession(context.session, reads),
    record: { reads, identity, origin },
    obligation(type) {
      try {
        return context.obligation(type);
      } catch (error) {
        reads.failed(type, {}, error);
        throw error;
      }
    },
  };
}
