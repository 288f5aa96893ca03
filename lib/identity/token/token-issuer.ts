import type { JWTPayload } from 'jose';
import type { Caller } from '../caller.ts';

/** Whose tokens are believed, and how. */
export interface TokenIssuer {
  /** `iss` of its tokens. */
  readonly name: string;
  /** Who a token speaks of, and when it ends, in milliseconds since 1970. Rejects with UNAUTHENTICATED or IDENTITY_UNAVAILABLE. */
  verify(token: string): Promise<{ readonly caller: Caller; readonly end: number }>;
  /** Gets ready for the first token. Rejects with IDENTITY_UNAVAILABLE; a later token tries again. */
  open?(): Promise<void>;
}

/** When a token ends; one without an end has been refused before. */
export function endOf({ exp = 0 }: JWTPayload, clockTolerance: number): number {
  return (exp + clockTolerance) * 1000;
}
