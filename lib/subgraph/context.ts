import { GraphQLError, type GraphQLResolveInfo, type SelectionSetNode } from 'graphql';
import { CodedError } from '../kernel/coded-error.ts';
import type { Identity } from '../kernel/identity.ts';
import { decide, Refusal, type Access, type Obligation, type Purposes } from '../trust/index.ts';
import type { Session } from '../source/index.ts';
import type { CaseQuestions } from './case-questions.ts';
import type { RequestRecord } from './recorded-context.ts';

/** What a request carries through a department. */
export interface Context {
  readonly session: Session;
  /** What the request asks about the persons of cases. */
  readonly persons: CaseQuestions;
  /** What is kept of it for the department's ledger; absent where there is none. */
  readonly record?: RequestRecord;
  /** The subject's right to a type, decided once per request, or why there is none. */
  right(type: string): Obligation | Refusal;
  /** The right alone. Its refusals: FORBIDDEN_TYPE, FORBIDDEN_AREA, PURPOSE_… and PERMIT_…. */
  obligation(type: string): Obligation;
  /** What a selection on a type asks of the source, worked out for the first of the objects that it is made on. */
  asked<T extends object>(info: GraphQLResolveInfo, type: string, workOut: () => T): T;
}

/** What a department decides by. */
export interface Policy {
  readonly access: Access;
  readonly purposes: Purposes;
}

export function makeContext(
  session: Session,
  { access, purposes }: Policy,
  identity: Identity,
  persons: CaseQuestions,
): Context {
  const decided = new Map<string, Obligation | Refusal>();
  const now = new Date();
  const right = (type: string): Obligation | Refusal => {
    const known = decided.get(type) ?? decide(access, purposes, identity, type, now);
    decided.set(type, known);
    return known;
  };
  // The executor gives all objects of one selection the same array of its fields.
  const asked = new Map<GraphQLResolveInfo['fieldNodes'], Map<string, object>>();
  return {
    session,
    persons,
    asked<T extends object>({ fieldNodes }: GraphQLResolveInfo, type: string, workOut: () => T): T {
      const byType = asked.get(fieldNodes) ?? new Map<string, object>();
      asked.set(fieldNodes, byType);
      const known = byType.get(type) ?? workOut();
      byType.set(type, known);
      return known as T;
    },
    right,
    obligation(type) {
      const found = right(type);
      if (found instanceof Refusal) throw found.error();
      return found;
    },
  };
}

/** An error as the caller may see it: ours with their code, anything else without its words. */
export function publicError(error: unknown): { message: string; code: string } {
  const original = error instanceof GraphQLError && error.originalError ? error.originalError : error;
  if (original instanceof CodedError) return { message: original.message, code: original.code };
  if (original instanceof GraphQLError) {
    const code = original.extensions['code'];
    return { message: original.message, code: typeof code === 'string' ? code : 'BAD_REQUEST' };
  }
  return {
    message: 'Expected an answer, got a fault of this department; try again or tell its engineer.',
    code: 'INTERNAL',
  };
}

function collect(
  set: SelectionSetNode,
  info: GraphQLResolveInfo,
  type: string,
  path: readonly string[],
  names: Set<string>,
): void {
  for (const selection of set.selections) {
    if (selection.kind === 'Field') {
      const [head, ...rest] = path;
      if (head === undefined) names.add(selection.name.value);
      else if (head === selection.name.value && selection.selectionSet)
        collect(selection.selectionSet, info, type, rest, names);
      continue;
    }
    const fragment = selection.kind === 'InlineFragment' ? selection : info.fragments[selection.name.value];
    const condition = fragment?.typeCondition?.name.value;
    const applies = path.length > 0 || condition === undefined || condition === type || condition === 'Place';
    if (fragment && applies) collect(fragment.selectionSet, info, type, path, names);
  }
}

/** Names of the fields selected below the current field, along any of `paths`, on objects of `type`. */
export function selected(info: GraphQLResolveInfo, type: string, ...paths: (readonly string[])[]): Set<string> {
  const names = new Set<string>();
  for (const node of info.fieldNodes) {
    for (const path of paths.length > 0 ? paths : [[]])
      if (node.selectionSet) collect(node.selectionSet, info, type, path, names);
  }
  return names;
}
