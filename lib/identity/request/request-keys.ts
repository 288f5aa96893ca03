import { type KeyObject, createHash, createPrivateKey, createPublicKey, generateKeyPairSync } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { operatorError } from '../../kernel/coded-error.ts';

/** A key of a gateway, private or public, with its id. */
export interface RequestKey {
  /** 22 signs of the SHA-256 of the public key: the same on both sides, and no secret. */
  readonly id: string;
  readonly key: KeyObject;
}

function withId(key: KeyObject): RequestKey {
  const open = key.type === 'private' ? createPublicKey(key) : key;
  const spki = open.export({ type: 'spki', format: 'der' });
  return { id: createHash('sha256').update(spki).digest('base64url').slice(0, 22), key };
}

function badKey(expected: string, got: string): Error {
  return operatorError('BAD_KEY', { expected, got, todo: 'make a pair with countygraph keys new --out FOLDER' });
}

function read(file: string, expected: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    throw badKey(expected, `no file that can be read at ${file}`);
  }
}

/** Reads the private key that a gateway signs with. Throws BAD_KEY. */
export function readSigningKey(file: string): RequestKey {
  const expected = 'an Ed25519 private key in PEM';
  const text = read(file, expected);
  try {
    const key = createPrivateKey(text);
    if (key.asymmetricKeyType === 'ed25519') return withId(key);
  } catch {
    // Said below.
  }
  throw badKey(expected, `another file: ${file}`);
}

const block = /-----BEGIN [A-Z ]+-----[^-]*-----END [A-Z ]+-----/g;

/** Public keys in PEM, one after the other. `where`: as a fault names it. Throws BAD_KEY, for a private key too. */
export function parsePublicKeys(text: string, where: string): RequestKey[] {
  const expected = 'Ed25519 public keys in PEM';
  const blocks = text.match(block) ?? [];
  if (blocks.length === 0) throw badKey(expected, `none in ${where}`);
  return blocks.map(pem => {
    // Node would derive the public key; the private one has no business beside a department.
    if (pem.includes('PRIVATE')) throw badKey(expected, `a private key in ${where}`);
    try {
      const key = createPublicKey(pem);
      if (key.asymmetricKeyType === 'ed25519') return withId(key);
    } catch {
      // Said below.
    }
    throw badKey(expected, `something else in ${where}`);
  });
}

/** Reads the public keys of gateways. Throws BAD_KEY. */
export function readPublicKeys(file: string): RequestKey[] {
  return parsePublicKeys(read(file, 'Ed25519 public keys in PEM'), file);
}

/** A new pair, in memory. */
export function makeKeyPair(): { readonly signing: RequestKey; readonly verifying: RequestKey } {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  return { signing: withId(privateKey), verifying: withId(publicKey) };
}

/** A public key as the text of a file. */
export function publicKeyText({ key }: RequestKey): string {
  return key.export({ type: 'spki', format: 'pem' }).toString();
}

/** Writes a new pair: NAME.key.pem, for its owner's eyes alone, and NAME.public.pem. Throws FILE_EXISTS. */
export function writeKeyPair(
  folder: string,
  name = 'gateway',
): { readonly signing: string; readonly verifying: string } {
  const files = { signing: join(folder, `${name}.key.pem`), verifying: join(folder, `${name}.public.pem`) };
  const there = Object.values(files).find(file => existsSync(file));
  if (there !== undefined) {
    throw operatorError('FILE_EXISTS', {
      expected: 'a folder without keys',
      got: there,
      todo: 'name another folder: a key in use is not written over',
    });
  }
  const { signing, verifying } = makeKeyPair();
  mkdirSync(folder, { recursive: true });
  const pem = signing.key.export({ type: 'pkcs8', format: 'pem' });
  writeFileSync(files.signing, pem, { mode: 0o600, flag: 'wx' });
  writeFileSync(files.verifying, publicKeyText(verifying), { flag: 'wx' });
  return files;
}
