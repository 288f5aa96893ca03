/**
 * Who asks and for what, as a border has verified it. All that a department's decision rests on; nothing else that goes with a
 * request counts.
 */
export interface Identity {
  /** A stable id of the person or system that asks; it says nothing of them. */
  readonly subject: string;
  /** `analyst`, `town-official`, … */
  readonly roles: readonly string[];
  /** The department that the person or system belongs to, by its id. */
  readonly department?: string | undefined;
  /** The system that asks, where no person does. */
  readonly system?: string | undefined;
  /** Codes of the subject's own places, which a grant may mean by `own-area`. */
  readonly areas: readonly string[];
  /** The registered purpose that the request is made for. */
  readonly purpose?: string | undefined;
  /** The permit under which a single matter is looked into. */
  readonly permit?: string | undefined;
  /** The registered operation that the request is part of, as the gateway knows it; undefined for others. */
  readonly operation?: string | undefined;
  /** OAuth scopes of the token. */
  readonly scopes: readonly string[];
}

/** Who has not said who he is. */
export const publicIdentity: Identity = { subject: 'public', roles: ['public'], areas: [], scopes: [] };

/** A subject known by one role, and by what else is said of him. */
export function identityOfRole(role: string, more: Partial<Identity> = {}): Identity {
  return { subject: role, roles: [role], areas: [], scopes: [], ...more };
}

/** An identity as the text of a header: base64url of its JSON. */
export function writeIdentity(identity: Identity): string {
  return Buffer.from(JSON.stringify(identity)).toString('base64url');
}

function isList(list: unknown): boolean {
  return Array.isArray(list) && list.every(each => typeof each === 'string');
}

function isWord(word: unknown): boolean {
  return word === undefined || typeof word === 'string';
}

/** Undefined for text that is no identity. */
export function readIdentity(text: string): Identity | undefined {
  let read: Partial<Identity> | null;
  try {
    read = JSON.parse(Buffer.from(text, 'base64url').toString('utf8')) as Partial<Identity> | null;
  } catch {
    return undefined;
  }
  const { department, system, purpose, permit, operation } = read ?? {};
  const isIdentity =
    typeof read?.subject === 'string' &&
    [read.roles, read.areas, read.scopes].every(isList) &&
    [department, system, purpose, permit, operation].every(isWord);
  return isIdentity ? (read as Identity) : undefined;
}
