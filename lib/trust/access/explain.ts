import type { Identity } from '../../kernel/identity.ts';
import type { Obligation } from '../obligation.ts';
import type { Access, Grant, Recipient } from './access.ts';
import { decide, isFor, type Refusal } from './decide.ts';
import type { Purposes } from './purpose.ts';

/** What became of a grant: it counts, or why it does not. */
export type Fate = 'COUNTS' | 'NOT_OF_TYPE' | 'NOT_TO_SUBJECT' | 'OTHER_PURPOSE' | 'AFTER_FIRST';

/** A grant of the file as it was looked at. */
export interface Considered {
  /** `file:line`. */
  readonly line: string;
  readonly to: Recipient;
  readonly purpose: string;
  readonly fate: Fate;
}

/** A decision with all that led to it. */
export interface Explanation {
  readonly type: string;
  readonly considered: readonly Considered[];
  readonly decision: Obligation | Refusal;
}

function fateOf(grant: Grant, index: number, identity: Identity, type: string, counts: number | undefined): Fate {
  if (index === counts) return 'COUNTS';
  if (!grant.rights.has(type)) return 'NOT_OF_TYPE';
  if (!isFor(grant.to, identity)) return 'NOT_TO_SUBJECT';
  return grant.to.public || grant.purpose === identity.purpose ? 'AFTER_FIRST' : 'OTHER_PURPOSE';
}

/** The decision on a type, and what became of each grant on the way to it. */
export function explain(access: Access, purposes: Purposes, identity: Identity, type: string, now: Date): Explanation {
  const decision = decide(access, purposes, identity, type, now);
  const considered = access.grants.map((grant, i) => ({
    line: grant.line,
    to: grant.to,
    purpose: grant.purpose,
    fate: fateOf(grant, i, identity, type, decision.grant),
  }));
  return { type, considered, decision };
}
