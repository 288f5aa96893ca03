import { callerError } from '../../kernel/coded-error.ts';
import { issue, type Obligation } from '../obligation.ts';

const seal = Symbol('case pass');

/** Leave to look at the person of one case for one purpose. A class with a sealed constructor: only lib/trust can make one. */
export class CasePass {
  /** Nothing at run time: for the compiler, an object with the same words is not a pass. */
  declare protected readonly sealed: true;
  readonly purpose: string;
  /** The permit's id, and the case that it is for. */
  readonly permit: string;
  readonly type: string;
  readonly id: string;

  constructor(key: symbol, parts: Pick<CasePass, 'purpose' | 'permit' | 'type' | 'id'>) {
    if (key !== seal) throw new TypeError('A case pass is made by lib/trust only.');
    this.purpose = parts.purpose;
    this.permit = parts.permit;
    this.type = parts.type;
    this.id = parts.id;
  }
}

function refusal(code: string, expected: string, got: string, todo: string): Error {
  return callerError(code, { expected, got, todo });
}

/**
 * A pass for the person of a case, out of the right to the case: granted with this field, decided for this purpose, under a permit for
 * this very case. Refusals: FORBIDDEN_FIELD, PURPOSE_REQUIRED, PERMIT_REQUIRED.
 */
export function passFor(obligation: Obligation, field: string, purpose: string, id: string): CasePass {
  const { type, permit } = obligation;
  if (obligation.fields === 'all' || !obligation.allows(field)) {
    const todo = 'leave it out or ask the department for a grant';
    throw refusal('FORBIDDEN_FIELD', 'fields that the department has granted', `${type}.${field}`, todo);
  }
  if (obligation.purpose !== purpose)
    throw refusal('PURPOSE_REQUIRED', `the purpose ${purpose}`, obligation.purpose ?? 'none', 'ask for it');
  if (permit?.matter.type !== type || permit.matter.id !== id) {
    const got = permit ? 'one for another' : 'none';
    throw refusal('PERMIT_REQUIRED', 'a permit for this very case', got, 'ask the approving department for one');
  }
  return new CasePass(seal, { purpose, permit: permit.id, type, id });
}

/**
 * The right to some fields of the records that a pass leads to: of the person's records alone, and nothing to count, order or filter
 * them by. Not the right to the type, which the reader may not have.
 */
export function obligationThrough(
  obligation: Obligation,
  pass: CasePass,
  type: string,
  fields: readonly string[],
): Obligation {
  if (obligation.permit?.id !== pass.permit) throw new TypeError('A pass leads on from its own obligation only.');
  return issue({
    ...obligation,
    type,
    fields: new Set(fields),
    counted: new Set(),
    rows: true,
    masks: new Map(),
    areas: 'all',
    statistics: 'none',
  });
}
