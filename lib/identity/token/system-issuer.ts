import { type KeyObject, createPublicKey } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { operatorError } from '../../kernel/coded-error.ts';
import type { SystemEntry } from '../file/identity-file.ts';
import { systemCaller } from '../system-caller.ts';
import { unauthenticated } from '../unauthenticated.ts';
import { type TokenIssuer, endOf } from './token-issuer.ts';
import { verifyWith } from './verify-with.ts';

/** How long a system may make a token last, in seconds: it can sign another whenever it likes. */
const longestLife = 3_600;

/** Algorithms by the kind of key, so that a token cannot choose another. */
function algorithmsOf({ asymmetricKeyType, asymmetricKeyDetails }: KeyObject): string[] {
  if (asymmetricKeyType === 'ed25519') return ['EdDSA', 'Ed25519'];
  if (asymmetricKeyType === 'rsa') return (asymmetricKeyDetails?.modulusLength ?? 0) >= 2048 ? ['RS256', 'PS256'] : [];
  const curves = new Map([
    ['prime256v1', 'ES256'],
    ['secp384r1', 'ES384'],
  ]);
  const algorithm = curves.get(asymmetricKeyDetails?.namedCurve ?? '');
  return algorithm === undefined ? [] : [algorithm];
}

/** A system that signs its own tokens (`iss` and `sub` its id). Throws BAD_IDENTITY_FILE for a key that cannot be used. */
export function systemIssuer(
  system: SystemEntry & { readonly key: string },
  { folder, clockTolerance }: { folder: string; clockTolerance: number },
): TokenIssuer {
  const { id, audience = 'countygraph' } = system;
  const key = readKey(resolve(folder, system.key), id);
  const rules = {
    issuer: id,
    subject: id,
    audience,
    algorithms: algorithmsOf(key),
    clockTolerance,
    requiredClaims: ['iat'],
  };
  return {
    name: id,
    async verify(token) {
      const payload = await verifyWith(token, key, rules);
      const { exp = 0, iat = 0 } = payload;
      if (exp - iat > longestLife) throw unauthenticated('a token for more than an hour', 'sign shorter ones');
      return { caller: systemCaller(system), end: endOf(payload, clockTolerance) };
    },
  };
}

function readKey(file: string, id: string): KeyObject {
  try {
    const text = readFileSync(file, 'utf8');
    const key = createPublicKey(text);
    if (!text.includes('PRIVATE') && algorithmsOf(key).length > 0) return key;
  } catch {
    // Said below.
  }
  throw operatorError('BAD_IDENTITY_FILE', {
    expected: `a public key (PEM; Ed25519, P-256, P-384, or RSA of 2048 bits and more) of the system ${id}`,
    got: `something else in ${file}`,
    todo: 'correct `key` or the file',
  });
}
