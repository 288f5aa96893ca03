import type { JWTPayload } from 'jose';
import { levelOf } from '../../kernel/area-code.ts';
import type { Caller } from '../caller.ts';
import type { IssuerEntry } from '../file/identity-file.ts';
import { unauthenticated } from '../unauthenticated.ts';

/** A claim by its name, else by its path; undefined where it is not. */
function claim(payload: JWTPayload, name: string): unknown {
  if (Object.hasOwn(payload, name)) return payload[name];
  let value: unknown = payload;
  for (const part of name.split('.')) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, part)) return undefined;
    value = (value as Record<string, unknown>)[part];
  }
  return value;
}

function unfit(name: string, wanted: string): Error {
  return unauthenticated(`a token whose claim ${name} is not ${wanted}`, 'tell the operator of the issuer');
}

/** Words in a list, or in one text as OAuth writes scopes. */
function words(payload: JWTPayload, name: string | undefined): string[] {
  const value = name === undefined ? undefined : claim(payload, name);
  if (value === undefined || value === null) return [];
  const list: unknown = typeof value === 'string' ? value.split(/[\s,]+/).filter(word => word !== '') : value;
  if (Array.isArray(list) && list.every(word => typeof word === 'string')) return list as string[];
  throw unfit(name ?? '', 'a list of words');
}

function word(payload: JWTPayload, name: string | undefined): string | undefined {
  const value = name === undefined ? undefined : claim(payload, name);
  if (value === undefined || value === null) return undefined;
  if (typeof value === 'string' && value !== '' && value.length <= 200) return value;
  throw unfit(name ?? '', 'a word');
}

/** Who a verified token speaks of. Throws UNAUTHENTICATED for claims that cannot be read: a misread one could open a door. */
export function readClaims(payload: JWTPayload, issuer: IssuerEntry): Caller {
  const { id, claims, roles: allowed, purposes = {} } = issuer;
  const { subject = 'sub', scopes = 'scope' } = claims;
  const named = word(payload, subject);
  if (named === undefined) throw unfit(subject, 'there');
  const roles = words(payload, claims.roles).filter(role => allowed.includes(role));
  const areas = words(payload, claims.areas);
  // A code that is none could, without its other characters, mean a larger place.
  if (!areas.every(code => levelOf(code) !== undefined)) throw unfit(claims.areas ?? '', 'a list of area codes');
  const department = issuer.department ?? word(payload, claims.department);
  const own = words(payload, claims.purposes);
  return {
    identity: {
      subject: `${id}/${named}`,
      roles,
      ...(department === undefined ? {} : { department }),
      areas,
      scopes: words(payload, scopes),
    },
    purposes: [...new Set([...own, ...roles.flatMap(role => purposes[role] ?? [])])],
  };
}
