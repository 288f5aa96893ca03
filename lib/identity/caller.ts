import { type CodedError, callerError } from '../kernel/coded-error.ts';
import type { Identity } from '../kernel/identity.ts';

/** Somebody who has been recognised, before he says what for. */
export interface Caller {
  readonly identity: Identity;
  /** Registered purposes that he may ask for; the only one counts where he names none. */
  readonly purposes: readonly string[];
}

/** What a request says it is for. */
export interface Intent {
  readonly purpose?: string | undefined;
  readonly permit?: string | undefined;
}

/** Ids of permits: letters, digits and what stands between them. */
const permitForm = /^[\w.:/-]{1,100}$/;

/** The identity of one request. Throws PURPOSE_NOT_ALLOWED. */
export function askingFor({ identity, purposes }: Caller, { purpose, permit }: Intent): Identity {
  const meant = purpose ?? (purposes.length === 1 ? purposes[0] : undefined);
  if (meant === undefined && permit === undefined) return identity;
  if (meant === undefined || !purposes.includes(meant)) throw notAllowed(purposes, purpose);
  if (permit !== undefined && !permitForm.test(permit)) {
    const expected = 'the id of a permit in countygraph-permit';
    throw callerError('PURPOSE_NOT_ALLOWED', { expected, got: 'other text', todo: 'correct it' });
  }
  return { ...identity, purpose: meant, ...(permit === undefined ? {} : { permit }) };
}

function notAllowed(purposes: readonly string[], purpose: string | undefined): CodedError {
  return callerError('PURPOSE_NOT_ALLOWED', {
    expected: purposes.length === 0 ? 'no purpose, as none is registered for you' : `one of ${purposes.join(', ')}`,
    got: purpose === undefined ? 'a permit without a purpose' : 'another purpose',
    todo: 'correct countygraph-purpose, or have the purpose registered for you',
  });
}
