import { createCipheriv, createDecipheriv, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { hashOf, Pseudonym } from './pseudonym.ts';
import { epochsAt, type PseudonymEpoch, type PseudonymKeys } from './pseudonym-keys.ts';

/** What a sealed pseudonym may be used for, and nothing else. */
export interface Matter {
  /** Type and id of the case that it is taken from. */
  readonly type: string;
  readonly id: string;
  /** The permit under which. */
  readonly permit: string;
}

/** How long it may travel from one department to the other. */
export const sealedSeconds = 60;

const [nonceBytes, tagBytes] = [16, 32];

/** Keys for one use each out of an epoch's key (NIST SP 800-108, one block). */
function derived(keys: PseudonymKeys, { key }: PseudonymEpoch, use: string, bytes: number): Buffer {
  const text = `countygraph/${use}/${keys.purpose}`;
  return createHmac(hashOf(keys), Buffer.from(key, 'base64')).update(text).digest().subarray(0, bytes);
}

/** SM4 (GB/T 32907) beside SM3, AES beside SHA-256; in counter mode, under an HMAC over all of it. */
function cipherOf(keys: PseudonymKeys): { readonly name: string; readonly bytes: number } {
  return keys.algorithm === 'HMAC-SM3' ? { name: 'sm4-ctr', bytes: 16 } : { name: 'aes-256-ctr', bytes: 32 };
}

function tagOf(keys: PseudonymKeys, epoch: PseudonymEpoch, matter: Matter, body: Buffer): Buffer {
  const about = JSON.stringify([keys.purpose, epoch.epoch, matter.type, matter.id, matter.permit]);
  const hash = createHmac(hashOf(keys), derived(keys, epoch, 'tag', 32));
  return hash.update(`${about.length}:${about}`).update(body).digest();
}

/**
 * A pseudonym as it travels through the gateway: enciphered, so that it cannot be told whether two cases are the same person's, and
 * bound to one case, one permit and a minute. `undefined`, for a person without a readable number, looks the same from outside.
 */
export function sealPseudonym(
  keys: PseudonymKeys,
  pseudonym: Pseudonym | undefined,
  matter: Matter,
  now: Date,
): string | undefined {
  const [epoch] = epochsAt(keys, now);
  if (!epoch) return undefined;
  const { name, bytes } = cipherOf(keys);
  const nonce = randomBytes(nonceBytes);
  const text = pseudonym === undefined ? '' : Pseudonym.textOf(pseudonym);
  const plain = JSON.stringify([now.getTime(), text.padEnd(64)]);
  const cipher = createCipheriv(name, derived(keys, epoch, 'cipher', bytes), nonce);
  const body = Buffer.concat([nonce, cipher.update(plain, 'utf8'), cipher.final()]);
  const sealed = Buffer.concat([body, tagOf(keys, epoch, matter, body)]);
  return `${epoch.epoch}.${sealed.toString('base64url')}`;
}

/** Why a sealed pseudonym is not opened: made with another key, for another case or permit, or changed; or too old. */
export type NotOpened = 'FOREIGN' | 'EXPIRED';

/** Opens what `sealPseudonym` made for the same matter. `{}` for a person without a readable number. */
export function openPseudonym(
  keys: PseudonymKeys,
  sealed: string,
  matter: Matter,
  now: Date,
): { readonly pseudonym?: Pseudonym } | NotOpened {
  const [, number = '', text = ''] = /^(\d{1,9})\.([\w-]+)$/.exec(sealed) ?? [];
  const epoch = epochsAt(keys, now).find(each => String(each.epoch) === number);
  const bytes = Buffer.from(text, 'base64url');
  if (!epoch || bytes.length <= nonceBytes + tagBytes) return 'FOREIGN';
  const [body, tag] = [bytes.subarray(0, -tagBytes), bytes.subarray(-tagBytes)];
  if (!timingSafeEqual(tag, tagOf(keys, epoch, matter, body))) return 'FOREIGN';
  const { name, bytes: length } = cipherOf(keys);
  const decipher = createDecipheriv(name, derived(keys, epoch, 'cipher', length), body.subarray(0, nonceBytes));
  const plain = Buffer.concat([decipher.update(body.subarray(nonceBytes)), decipher.final()]).toString('utf8');
  const [made, padded] = JSON.parse(plain) as [number, string];
  if (Math.abs(now.getTime() - made) > sealedSeconds * 1000) return 'EXPIRED';
  const [, at, value] = /^(\d+)\/(\S+)/.exec(padded) ?? [];
  return value === undefined ? {} : { pseudonym: new Pseudonym(Number(at), value) };
}
