import { createHash } from 'node:crypto';

/** All of a request that a department's answer rests on. */
export interface SignedParts {
  readonly method: string;
  /** Path and search, as they stand in the request line. */
  readonly path: string;
  readonly body: string | Uint8Array;
  /** The header `countygraph-identity`; empty without one. */
  readonly identity: string;
  /** The department that the request is for: captured there, it is no use at another. */
  readonly department: string;
}

/** What makes one signature differ from every other. */
export interface SignatureStamp {
  /** Id of the key, which tells the verifier where to begin. */
  readonly key: string;
  /** When it was signed, in milliseconds since 1970. */
  readonly time: number;
  /** 16 random bytes in base64url, never used twice. */
  readonly nonce: string;
}

/** Name of the form, in the text and the header: a later form cannot be taken for this one. */
const form = 'countygraph-1';

/** The text that is signed. No part can hold a line's end but the body, and of that only the hash is in it. */
export function signedText(parts: SignedParts, { key, time, nonce }: SignatureStamp): Buffer {
  const { method, path, body, identity, department } = parts;
  const hash = createHash('sha256').update(body).digest('base64url');
  return Buffer.from([form, method, path, hash, identity, department, key, time, nonce].join('\n'));
}

/** The header `countygraph-signature`. */
export function writeSignature({ key, time, nonce }: SignatureStamp, signature: Buffer): string {
  return [form, key, time, nonce, signature.toString('base64url')].join(' ');
}

const header = new RegExp(`^${form} ([\\w-]{22}) (\\d{13}) ([\\w-]{22}) ([\\w-]{86})$`);

/** Undefined for text in another form. */
export function readSignature(text: string): { stamp: SignatureStamp; signature: Buffer } | undefined {
  const [, key, time, nonce, signature] = header.exec(text) ?? [];
  if (key === undefined || nonce === undefined || signature === undefined) return undefined;
  return { stamp: { key, time: Number(time), nonce }, signature: Buffer.from(signature, 'base64url') };
}
