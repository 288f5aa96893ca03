import type { GraphQLResolveInfo } from 'graphql';
import { callerError, invariant } from '../kernel/coded-error.ts';
import { obligationThrough, openPseudonym, passFor, sealPseudonym, type CasePass } from '../trust/index.ts';
import type { Row } from '../source/index.ts';
import type { Context } from './context.ts';
import type { MeetingField, PseudonymField } from './model.ts';
import type { PseudonymKeyring } from './pseudonym-keyring.ts';

/** What came of looking for a person among a department's records. */
export type Met = { readonly comparable: false } | { readonly comparable: true; readonly rows: readonly Row[] };

function notSingle(): Error {
  return callerError('PERMIT_SINGLE_CASE', {
    expected: 'one case in a request that asks about a person',
    got: 'several, or a list',
    todo: 'ask for the case of the permit by its id',
  });
}

/** Whether a field stands below a list. At the root there is but one, of representations: those are counted. */
function isBelowList({ path }: GraphQLResolveInfo): boolean {
  for (let at: typeof path | undefined = path; at; at = at.prev)
    if (typeof at.key === 'number' && at.prev?.prev !== undefined) return true;
  return false;
}

/**
 * A request's questions about the persons of cases: of one case, under its permit. Whatever way a second one is asked for in the
 * same request (an alias, a list, representations), both are refused that are not answered yet.
 */
export class CaseQuestions {
  readonly #keys: PseudonymKeyring;
  readonly #meetings: readonly MeetingField[];
  readonly #cases = new Set<string>();

  constructor(keys: PseudonymKeyring, meetings: readonly MeetingField[]) {
    this.#keys = keys;
    this.#meetings = meetings;
  }

  /** The sealed pseudonym of a record's person; null where there is no such record for the reader. */
  async seal(context: Context, info: GraphQLResolveInfo, field: PseudonymField, id: string): Promise<string | null> {
    const obligation = context.obligation(field.type);
    const pass = this.#pass(context, info, field, field.type, id);
    const by = this.#keys.of(field.purpose);
    const person = await context.session.personOf(obligation, pass, field.of, by);
    this.#stillOne();
    if (person === 'absent') return null;
    return sealPseudonym(by.keys, person, pass, new Date()) ?? null;
  }

  /**
   * Records of this department whose person is that of another department's case, with some of their fields; undefined where that
   * department gave no pseudonym.
   */
  async meet(
    context: Context,
    info: GraphQLResolveInfo,
    aid: Row,
    fields: readonly string[],
  ): Promise<Met | undefined> {
    const { parentType, fieldName } = info;
    const field = this.#meetings.find(each => each.parent === parentType.name && each.field === fieldName);
    invariant(field, `@met on ${parentType.name}.${fieldName}`);
    const obligation = context.obligation(field.parent);
    const pass = this.#pass(context, info, field, field.parent, String(aid['id']));
    const sealed = aid[field.from];
    // A turn, in which the other representations of the request are heard.
    await Promise.resolve();
    this.#stillOne();
    if (typeof sealed !== 'string') return undefined;
    const by = this.#keys.of(field.purpose);
    const opened = openPseudonym(by.keys, sealed, pass, new Date());
    if (typeof opened === 'string') throw notOpened(opened);
    if (!opened.pseudonym) return { comparable: false };
    const through = obligationThrough(obligation, pass, field.type, fields);
    const rows = await context.session.recordsOf(through, pass, field.by, opened.pseudonym, by, fields);
    this.#stillOne();
    return { comparable: true, rows };
  }

  #pass(
    context: Context,
    info: GraphQLResolveInfo,
    { field, purpose }: { readonly field: string; readonly purpose: string },
    type: string,
    id: string,
  ): CasePass {
    this.#cases.add(`${type} ${id}`);
    const pass = passFor(context.obligation(type), field, purpose, id);
    if (isBelowList(info)) throw notSingle();
    return pass;
  }

  #stillOne(): void {
    if (this.#cases.size > 1) throw notSingle();
  }
}

function notOpened(why: 'FOREIGN' | 'EXPIRED'): Error {
  return callerError('PSEUDONYM_REFUSED', {
    expected: 'a pseudonym sealed for this case and permit within the last minute',
    got: why === 'EXPIRED' ? 'an older one' : 'another',
    todo: 'ask again; if it stays, the operators of both departments should compare the epochs of their key files',
  });
}
