import { readFile } from 'node:fs/promises';
import type { JSONWebKeySet } from 'jose';
import { addressOf } from '../file/read-identity-file.ts';

/** A set of keys is far smaller, in bytes. */
const longest = 1024 * 1024;

/** How long an issuer may take, in milliseconds. */
const patience = 5_000;

/** Gives an issuer's public keys as they are now; rejects where it cannot. */
export type KeySource = () => Promise<JSONWebKeySet>;

/** `jwks`: an address, or the path of a file. */
export function keySource(jwks: string): KeySource {
  const address = addressOf(jwks);
  return async () => {
    const text = address === undefined ? await readFile(jwks, 'utf8') : await fetchText(address);
    return JSON.parse(text) as JSONWebKeySet;
  };
}

async function fetchText(address: URL): Promise<string> {
  // Nobody but the address that the operator wrote is asked.
  const options = { redirect: 'error', signal: AbortSignal.timeout(patience), headers: { accept: 'application/json' } };
  const response = await fetch(address, options as RequestInit);
  if (response.status !== 200) throw new Error(`HTTP ${response.status}`);
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.length;
    if (size > longest) throw new Error('too long');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
