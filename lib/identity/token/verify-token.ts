import { decodeJwt } from 'jose';
import type { Caller } from '../caller.ts';
import { unauthenticated } from '../unauthenticated.ts';
import type { TokenIssuer } from './token-issuer.ts';
import { VerifiedTokens } from './verified-tokens.ts';

/** Longest token, in signs. */
const longest = 8 * 1024;

/** Who a token speaks of, by the one issuer that it names. Rejects with UNAUTHENTICATED or IDENTITY_UNAVAILABLE. */
export function tokenVerifier(issuers: readonly TokenIssuer[]): (token: string) => Caller | Promise<Caller> {
  const byName = new Map(issuers.map(issuer => [issuer.name, issuer]));
  const verified = new VerifiedTokens();

  async function verify(token: string): Promise<Caller> {
    const issuer = byName.get(issuerOf(token) ?? '');
    if (issuer === undefined) throw unauthenticated('a token of an issuer that is not registered here');
    const { caller, end } = await issuer.verify(token);
    verified.keep(token, caller, end);
    return caller;
  }

  return token => {
    if (token.length > longest) throw unauthenticated(`a token of more than ${longest} signs`);
    return verified.find(token) ?? verify(token);
  };
}

/** Read before the signature is: it only says whose keys to look for. */
function issuerOf(token: string): string | undefined {
  try {
    return decodeJwt(token).iss;
  } catch {
    throw unauthenticated('text that is no token');
  }
}
