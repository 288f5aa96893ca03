import type { Text } from '../../lib/kernel/text.ts';

/** A made-up person of a demonstration. */
export interface Person {
  readonly id: string;
  readonly name: Text;
  readonly roles: readonly string[];
  readonly department: string | null;
  /** Codes of the person's own places. */
  readonly areas: readonly string[];
  readonly purposes: readonly string[];
}

export interface Purpose {
  readonly id: string;
  readonly name: Text;
  readonly basis: { readonly law: string; readonly article: string };
  readonly approvedBy: Text;
}

export interface Permit {
  readonly id: string;
  readonly purpose: string;
  readonly matter: { readonly type: string; readonly id: string };
}

/** A demonstration: who may be chosen, and the names of what they have. */
export interface Demo {
  /** Who asks where nobody is chosen. */
  readonly default: string;
  readonly identities: readonly Person[];
  readonly departments: readonly { readonly id: string; readonly name: Text }[];
  readonly purposes: readonly Purpose[];
  readonly permits: readonly Permit[];
}

/** A token is renewed so long before its end, in milliseconds. */
const margin = 30_000;

const kept = new Map<string, { readonly token: Promise<string>; until: number }>();

/** undefined outside of a demonstration. */
export async function readDemo(): Promise<Demo | undefined> {
  const [people, words] = await Promise.all(['identities', 'county'].map(read));
  if (people === undefined || words === undefined) return undefined;
  return { ...people, ...words } as Demo;
}

async function read(what: string): Promise<object | undefined> {
  const response = await fetch(`demo/${what}`).catch(() => undefined);
  if (response?.status !== 200) return undefined;
  const body: unknown = await response.json().catch(() => undefined);
  return typeof body === 'object' && body !== null ? body : undefined;
}

/** The person of an id, or whoever asks by default. */
export function personOf({ identities, default: first }: Demo, id: string): Person | undefined {
  return identities.find(person => person.id === id) ?? identities.find(person => person.id === first);
}

/** A token of a person; kept until shortly before its end. */
export function tokenOf(id: string): Promise<string> {
  const known = kept.get(id);
  if (known && known.until > Date.now()) return known.token;
  const asked = askToken(id);
  const entry = { token: asked.then(({ token }) => token), until: Infinity };
  kept.set(id, entry);
  asked.then(
    ({ expiresIn }) => (entry.until = Date.now() + expiresIn * 1000 - margin),
    () => kept.delete(id),
  );
  return entry.token;
}

async function askToken(id: string): Promise<{ readonly token: string; readonly expiresIn: number }> {
  const response = await fetch('demo/token', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ id }),
  });
  if (response.status !== 200) throw new Error(`no token of ${id}`);
  return (await response.json()) as { readonly token: string; readonly expiresIn: number };
}
