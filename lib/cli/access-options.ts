import { join } from 'node:path';
import { callerError } from '../kernel/coded-error.ts';
import type { County } from '../kernel/county.ts';
import type { Identity } from '../kernel/identity.ts';
import type { Text } from '../kernel/text.ts';
import { accessModelOf, readContract } from '../subgraph/index.ts';
import { readAccess, type Access, type AccessModel, type Purposes } from '../trust/index.ts';

export type Language = keyof Text;

function wrong(expected: string, got: string, todo: string): Error {
  return callerError('BAD_OPTION', { expected, got, todo });
}

/** Refusal: BAD_LANGUAGE. */
export function languageOf(language: string): Language {
  if (language === 'zh' || language === 'en') return language;
  throw callerError('BAD_LANGUAGE', { expected: 'zh or en', got: language, todo: 'correct --language' });
}

/** `role:analyst,area:330199001` as an identity; a word may stand more than once where there may be several. */
export function identityOf(who: string, purpose: string | undefined, permit: string | undefined): Identity {
  const words = new Map<string, string[]>();
  for (const part of who.split(',')) {
    const [word = '', ...rest] = part.split(':');
    const value = rest.join(':');
    if (!['role', 'department', 'system', 'subject', 'area'].includes(word) || value === '')
      throw wrong('role:, department:, system:, subject: or area:, with commas between', part, 'correct --who');
    words.set(word, [...(words.get(word) ?? []), value]);
  }
  const one = (word: string): string | undefined => words.get(word)?.[0];
  return {
    subject: one('subject') ?? 'somebody',
    roles: words.get('role') ?? [],
    department: one('department'),
    system: one('system'),
    areas: words.get('area') ?? [],
    purpose,
    permit,
    scopes: [],
  };
}

/** A department's policy as its files say it; its database is not needed. */
export function policyOf(county: County, id: string, purposes: Purposes): { access: Access; model: AccessModel } {
  const model = accessModelOf(readContract(id, { county: county.folder }).model);
  return { access: readAccess(join(county.folder, `${id}.access.yaml`), model, purposes), model };
}

/** `CourtCase` or `CourtCase.claimAmount`; every type where nothing is said. */
export function whatOf(model: AccessModel, what: string | undefined): { types: string[]; field: string | undefined } {
  if (what === undefined) return { types: [...model.keys()], field: undefined };
  const [type = '', field] = what.split('.');
  const known = model.get(type);
  if (!known) throw wrong(`one of ${[...model.keys()].join(', ')}`, what, 'correct --what');
  if (field !== undefined && !known.has(field))
    throw wrong(`${type} or one of its fields ${[...known.keys()].join(', ')}`, what, 'correct --what');
  return { types: [type], field };
}
