import { levelOf } from '../../kernel/area-code.ts';
import { callerError, type CodedError } from '../../kernel/coded-error.ts';
import type { Identity } from '../../kernel/identity.ts';
import { issue, type Obligation, type ObligationParts } from '../obligation.ts';
import type { Access, Grant, Recipient } from './access.ts';
import { beijingDay, type Purposes } from './purpose.ts';

/** Why a type is refused: a stable code and a sentence that tells no more than the caller knows of himself. */
export class Refusal {
  readonly code: string;
  readonly expected: string;
  readonly got: string;
  readonly todo: string;
  /** The grant that would have counted, from 0, where one did. */
  readonly grant: number | undefined;

  constructor(code: string, parts: { expected: string; got: string; todo: string }, grant?: number) {
    this.code = code;
    this.expected = parts.expected;
    this.got = parts.got;
    this.todo = parts.todo;
    this.grant = grant;
  }

  error(): CodedError {
    return callerError(this.code, this);
  }
}

/** Whether a grant is for whoever asks. */
export function isFor(to: Recipient, identity: Identity): boolean {
  if (to.public) return true;
  return (
    (to.role === undefined || identity.roles.includes(to.role)) &&
    (to.department === undefined || to.department === identity.department) &&
    (to.system === undefined || to.system === identity.system) &&
    (to.subject === undefined || to.subject === identity.subject)
  );
}

function refuse(code: string, expected: string, got: string, todo: string, grant?: number): Refusal {
  return new Refusal(code, { expected, got, todo }, grant);
}

/** None of the grants to the subject is for the purpose of the request. */
function wrongPurpose({ purposes }: Purposes, { purpose }: Identity): Refusal {
  if (purpose === undefined) return refuse('PURPOSE_REQUIRED', 'a registered purpose', 'none', 'say what you ask for');
  if (!purposes.has(purpose))
    return refuse('PURPOSE_UNKNOWN', 'a purpose that the county has registered', 'another', 'correct it');
  const todo = 'ask for the purpose that you were granted it for';
  return refuse('PURPOSE_NOT_GRANTED', 'a purpose that the department has granted', purpose, todo);
}

/** The permit of the request, where the purpose of the grant needs one. */
function permitOf(
  { purposes, permits }: Purposes,
  identity: Identity,
  { purpose }: Grant,
  index: number,
  today: string,
): ObligationParts['permit'] | Refusal {
  if (purposes.get(purpose)?.permit !== 'required') return undefined;
  const no = (code: string, got: string): Refusal =>
    refuse(code, `a permit for ${purpose} that is yours`, got, 'ask the approving department for one', index);
  if (identity.permit === undefined) return no('PERMIT_REQUIRED', 'none');
  const permit = permits.get(identity.permit);
  const { subject, role } = permit?.holder ?? {};
  const isHolder =
    (subject === undefined || subject === identity.subject) && (role === undefined || identity.roles.includes(role));
  // Another's permit is as unknown as one that is not there.
  if (!permit || permit.purpose !== purpose || !isHolder) return no('PERMIT_UNKNOWN', 'another');
  return today > permit.until ? no('PERMIT_EXPIRED', 'an expired one') : { id: permit.id, matter: permit.matter };
}

function areasOf({ areas }: Grant, identity: Identity): ObligationParts['areas'] {
  // A code that is none would, without its other characters, mean a larger place or all of them.
  return areas === 'own' ? identity.areas.filter(code => levelOf(code) !== undefined) : areas;
}

function obligationOf(
  access: Access,
  purposes: Purposes,
  identity: Identity,
  type: string,
  index: number,
  now: Date,
): Obligation | Refusal {
  const grant = access.grants[index];
  const right = grant?.rights.get(type);
  if (!grant || !right) return forbidden(type);
  const today = beijingDay(now);
  const purpose = purposes.purposes.get(grant.purpose);
  if (!purpose || today < purpose.from || today > purpose.until) {
    const todo = 'ask the approving department to renew it';
    return refuse('PURPOSE_EXPIRED', 'a purpose within its time', grant.purpose, todo, index);
  }
  if (purpose.operations?.includes(identity.operation ?? '') === false) {
    const todo = 'ask by one of the operations that it was approved for';
    return refuse('PURPOSE_NOT_FOR_OPERATION', 'a registered operation of the purpose', 'another', todo, index);
  }
  const permit = permitOf(purposes, identity, grant, index, today);
  if (permit instanceof Refusal) return permit;
  const areas = areasOf(grant, identity);
  if (areas.length === 0)
    return refuse('FORBIDDEN_AREA', 'an identity with a place of its own', 'none', 'ask for one', index);
  return issue({
    type,
    fields: right.read ?? new Set(),
    counted: right.count,
    rows: right.read !== undefined,
    masks: right.masks,
    areas,
    statistics: grant.statistics,
    purpose: grant.purpose,
    permit,
    grant: index,
    policyVersion: access.version,
  });
}

function forbidden(type: string): Refusal {
  const todo = 'leave it out or ask the department for a grant';
  return refuse('FORBIDDEN_TYPE', 'a type that the department has granted', type, todo);
}

/**
 * What an identity may do with a type at a moment. Where several grants name the type they are not mixed (fields of one with areas
 * of another would be more than either gave): the first in the file that is to the identity and for its purpose counts. A grant to
 * the public counts whatever purpose is named, under its own.
 */
export function decide(
  access: Access,
  purposes: Purposes,
  identity: Identity,
  type: string,
  now: Date,
): Obligation | Refusal {
  const mine = access.grants.flatMap((grant, i) => (grant.rights.has(type) && isFor(grant.to, identity) ? [i] : []));
  if (mine.length === 0) return forbidden(type);
  const first = mine.find(i => {
    const grant = access.grants[i];
    return grant?.to.public === true || (identity.purpose !== undefined && grant?.purpose === identity.purpose);
  });
  return first === undefined
    ? wrongPurpose(purposes, identity)
    : obligationOf(access, purposes, identity, type, first, now);
}
