import { identityOfRole } from '../../../lib/kernel/identity.ts';
import { describe, expect, test } from 'vitest';
import { decide, type AccessFile } from '../../../lib/trust/index.ts';
import { Obligation } from '../../../lib/trust/obligation.ts';

const access: AccessFile = {
  grants: [
    { to: 'analyst', read: { CourtCase: ['id', 'kind'] }, statistics: 'exact' },
    { to: 'analyst', read: { CourtCase: 'all', Enforcement: 'all' }, areas: ['330199001'], statistics: 'none' },
    { to: 'auditor', read: { '*': 'all', CourtCase: [] }, statistics: 'none' },
  ],
};

describe('decisions', () => {
  test.each([
    ['a stranger', 'public', 'CourtCase'],
    ['nobody', '', 'CourtCase'],
    ['a type that no grant names', 'analyst', 'Mediation'],
    ['a role in another spelling', 'Analyst', 'CourtCase'],
    ['a star as a role', '*', 'CourtCase'],
  ])('%s gets nothing', (_, subject, type) => {
    expect(decide(access, identityOfRole(subject), type)).toBeUndefined();
  });

  test('nothing is granted where nothing is written', () => {
    expect(decide({ grants: [] }, identityOfRole('analyst'), 'CourtCase')).toBeUndefined();
  });

  test('the first grant that names the type counts, and is not mixed with later ones', () => {
    const cases = decide(access, identityOfRole('analyst'), 'CourtCase');
    expect(['id', 'kind', 'closedOn'].map(field => cases?.allows(field))).toEqual([true, true, false]);
    expect([cases?.areas, cases?.statistics]).toEqual(['all', 'exact']);
    const enforcements = decide(access, identityOfRole('analyst'), 'Enforcement');
    expect(enforcements?.allows('closedOn')).toBe(true);
    expect([enforcements?.areas, enforcements?.statistics]).toEqual([['330199001'], 'none']);
  });

  test('a type by name counts before the star', () => {
    expect(decide(access, identityOfRole('auditor'), 'CourtCase')?.allows('id')).toBe(false);
    expect(decide(access, identityOfRole('auditor'), 'Mediation')?.allows('id')).toBe(true);
  });

  test('an obligation is bound to its type', () => {
    expect(decide(access, identityOfRole('analyst'), 'CourtCase')?.type).toBe('CourtCase');
  });
});

test('an obligation cannot be made outside lib/trust', () => {
  const parts = { type: 'CourtCase', fields: 'all', areas: 'all', statistics: 'exact' } as const;
  for (const key of [Symbol('obligation'), Symbol.for('obligation')])
    expect(() => new Obligation(key, parts)).toThrow(TypeError);
  // @ts-expect-error An object with the same words does not compile.
  const forged: Obligation = { ...parts, allows: () => true };
  expect(forged).not.toBeInstanceOf(Obligation);
  const given = decide(access, identityOfRole('analyst'), 'CourtCase');
  const Constructor = given?.constructor as typeof Obligation;
  expect(() => new Constructor(Symbol('obligation'), parts)).toThrow(TypeError);
});
