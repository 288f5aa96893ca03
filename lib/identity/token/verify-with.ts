import { type JWTPayload, type JWTVerifyGetKey, type JWTVerifyOptions, errors, jwtVerify } from 'jose';
import type { KeyObject } from 'node:crypto';
import { CodedError } from '../../kernel/coded-error.ts';
import { unauthenticated } from '../unauthenticated.ts';

/** Verifies a signature and the claims that every token must have. Rejects with UNAUTHENTICATED or what `key` rejects with. */
export async function verifyWith(
  token: string,
  key: KeyObject | JWTVerifyGetKey,
  options: JWTVerifyOptions & Required<Pick<JWTVerifyOptions, 'algorithms' | 'issuer' | 'audience'>>,
): Promise<JWTPayload> {
  const checked = { ...options, requiredClaims: ['iss', 'aud', 'exp', ...(options.requiredClaims ?? [])] };
  try {
    // The two kinds of key are two signatures of one function.
    const { payload } = await (typeof key === 'function'
      ? jwtVerify(token, key, checked)
      : jwtVerify(token, key, checked));
    return payload;
  } catch (error) {
    if (error instanceof CodedError) throw error;
    throw unauthenticated(reasonOf(error));
  }
}

/** Nothing of the token is said that its bearer does not know. */
function reasonOf(error: unknown): string {
  if (error instanceof errors.JWTExpired) return 'a token that has expired';
  if (error instanceof errors.JWTClaimValidationFailed) return `a token whose claim ${error.claim} does not fit`;
  if (error instanceof errors.JOSEAlgNotAllowed) return 'a token signed by an algorithm that is not allowed';
  return 'a token whose signature is not by a key of its issuer';
}
