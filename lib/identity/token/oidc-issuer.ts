import { resolve } from 'node:path';
import type { IssuerEntry } from '../file/identity-file.ts';
import { addressOf } from '../file/read-identity-file.ts';
import { KeySet, type KeySetOptions } from './key-set.ts';
import { keySource } from './key-source.ts';
import { readClaims } from './read-claims.ts';
import { type TokenIssuer, endOf } from './token-issuer.ts';
import { verifyWith } from './verify-with.ts';

/** An issuer of people's tokens. `folder`: where a file of keys is looked for. */
export function oidcIssuer(
  entry: IssuerEntry,
  { folder, clockTolerance, ...options }: { folder: string; clockTolerance: number } & KeySetOptions,
): TokenIssuer {
  const { id, issuer, audience, jwks } = entry;
  const keys = new KeySet(id, keySource(addressOf(jwks) ? jwks : resolve(folder, jwks)), options);
  const rules = { issuer, audience, algorithms: [...entry.algorithms], clockTolerance };
  return {
    name: issuer,
    open: () => keys.open(),
    async verify(token) {
      const payload = await verifyWith(token, keys.find, rules);
      return { caller: readClaims(payload, entry), end: endOf(payload, clockTolerance) };
    },
  };
}
