import { type Identity, publicIdentity } from '../../lib/kernel/identity.ts';

/** Sets of words, one of which has to be held whole: an OR of ANDs. */
export type Alternatives = readonly (readonly string[])[];

/** What an identity must have to be given a field. */
export interface Requirement {
  /** It must be somebody other than the public. */
  readonly authenticated: boolean;
  /** Of the scopes of its token. Absent: none is asked for. */
  readonly scopes?: Alternatives;
  /** Of the policies that it holds. Absent: none is asked for. */
  readonly policies?: Alternatives;
}

/** Whether an identity holds a policy that a schema names. */
export type HoldsPolicy = (identity: Identity, policy: string) => boolean;

export const nothing: Requirement = { authenticated: false };

export function isNothing({ authenticated, scopes, policies }: Requirement): boolean {
  return !authenticated && scopes === undefined && policies === undefined;
}

/** What asks for all that each of these asks for. */
export function allOf(requirements: readonly Requirement[]): Requirement {
  return requirements.reduce((one, other) => {
    const scopes = crossed(one.scopes, other.scopes);
    const policies = crossed(one.policies, other.policies);
    return {
      authenticated: one.authenticated || other.authenticated,
      ...(scopes && { scopes }),
      ...(policies && { policies }),
    };
  }, nothing);
}

/** Whether whoever meets `strong` meets `weak`, somebody being there who does. */
export function implies(strong: Requirement, weak: Requirement): boolean {
  return (
    (strong.authenticated || !weak.authenticated) &&
    covers(strong.scopes, weak.scopes) &&
    covers(strong.policies, weak.policies)
  );
}

/** Whether an identity has what is required. Nobody has nothing but what is open to all; a policy that cannot be decided is not held. */
export function isMet(
  requirement: Requirement,
  identity: Identity = publicIdentity,
  holdsPolicy: HoldsPolicy,
): boolean {
  const { authenticated, scopes, policies } = requirement;
  if (authenticated && identity.subject === publicIdentity.subject) return false;
  if (scopes && !holdsOne(scopes, scope => identity.scopes.includes(scope))) return false;
  return policies === undefined || holdsOne(policies, policy => isHeld(identity, policy, holdsPolicy));
}

function isHeld(identity: Identity, policy: string, holdsPolicy: HoldsPolicy): boolean {
  try {
    return holdsPolicy(identity, policy) === true;
  } catch {
    return false;
  }
}

function holdsOne(alternatives: Alternatives, holds: (word: string) => boolean): boolean {
  return alternatives.some(words => words.every(holds));
}

function crossed(one: Alternatives | undefined, other: Alternatives | undefined): Alternatives | undefined {
  if (one === undefined || other === undefined) return one ?? other;
  const all = one.flatMap(left => other.map(right => [...new Set([...left, ...right])].sort()));
  return simplest(all);
}

/** Without the sets that ask for more than another, which grow in number with each crossing. */
function simplest(all: Alternatives): Alternatives {
  const distinct = [...new Map(all.map(words => [words.join('\0'), words])).values()];
  return distinct.filter(words => !distinct.some(other => other !== words && isPart(other, words)));
}

function covers(strong: Alternatives | undefined, weak: Alternatives | undefined): boolean {
  if (weak === undefined) return true;
  // What nobody meets would stand for everything.
  if (strong?.length === 0) return weak.length === 0;
  return strong !== undefined && strong.every(words => weak.some(some => isPart(some, words)));
}

function isPart(some: readonly string[], all: readonly string[]): boolean {
  return some.every(word => all.includes(word));
}
