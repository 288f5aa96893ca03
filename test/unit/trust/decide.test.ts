import { describe, expect, test } from 'vitest';
import { identityOfRole, type Identity } from '../../../lib/kernel/identity.ts';
import { decide, Refusal, type Obligation, type Purposes, type WrittenGrant } from '../../../lib/trust/index.ts';
import { Obligation as Sealed } from '../../../lib/trust/obligation.ts';
import { accessOf, now, purpose, testPurposes, tester } from '../../access.ts';

const model = new Map(
  ['CourtCase', 'Enforcement', 'Mediation'].map(type => [
    type,
    new Map([
      ['id', 'id'],
      ['kind', 'enum'],
      ['closedOn', 'date'],
    ]),
  ]),
);

const purposes: Purposes = {
  purposes: new Map([
    ['test', purpose],
    ['other', purpose],
    ['past', { ...purpose, until: '2026-06-29' }],
    ['future', { ...purpose, from: '2026-07-01' }],
    ['single', { ...purpose, permit: 'required' }],
    ['page', { ...purpose, operations: ['Monthly', 'Overview'] }],
  ]),
  permits: new Map(
    [
      { id: 'p1', purpose: 'single', holder: { role: 'officer' }, until: '2026-06-30' },
      { id: 'p2', purpose: 'single', holder: { subject: 'li' }, until: '2026-12-31' },
      { id: 'p3', purpose: 'other', holder: { role: 'officer' }, until: '2026-12-31' },
      { id: 'p4', purpose: 'single', holder: { role: 'officer' }, until: '2026-06-29' },
    ].map(permit => [permit.id, { ...permit, matter: { type: 'CourtCase', id: '1' } }]),
  ),
};

const grant = (role: string, more: Partial<WrittenGrant>): WrittenGrant => ({
  to: { role },
  purpose: 'test',
  statistics: 'exact',
  ...more,
});

const access = accessOf(
  model,
  [
    grant('analyst', { read: { CourtCase: ['id', 'kind'] } }),
    grant('analyst', {
      read: { CourtCase: 'all', Enforcement: 'all' },
      where: { place: ['330199001'] },
      statistics: 'none',
    }),
    grant('analyst', { purpose: 'other', read: { CourtCase: ['closedOn'] } }),
    grant('clerk', { to: { role: 'clerk', department: 'court', system: 's1' }, read: { CourtCase: 'all' } }),
    grant('star', { read: { '*': 'all', CourtCase: ['kind'] } }),
    grant('official', { read: { CourtCase: 'all' }, where: { place: 'own-area' } }),
    grant('counter', { count: { CourtCase: ['kind'] }, statistics: 'protected' }),
    grant('late', { purpose: 'past', read: { CourtCase: 'all' } }),
    grant('early', { purpose: 'future', read: { CourtCase: 'all' } }),
    grant('reporter', { purpose: 'page', read: { CourtCase: 'all' } }),
    grant('officer', { purpose: 'single', read: { CourtCase: 'all' } }),
    grant('everybody', { to: { public: true }, purpose: 'other', read: { Mediation: ['kind'] } }),
  ],
  purposes,
);

function ask(identity: Identity, type = 'CourtCase', at = now): Obligation | Refusal {
  return decide(access, purposes, identity, type, at);
}

function given(identity: Identity, type = 'CourtCase'): Obligation {
  const decision = ask(identity, type);
  if (decision instanceof Refusal) throw decision.error();
  return decision;
}

const clerk = { department: 'court', system: 's1' };

describe('refusals', () => {
  test.each<[string, Identity, string, string?]>([
    ['a stranger', tester('stranger'), 'FORBIDDEN_TYPE'],
    ['nobody', tester(''), 'FORBIDDEN_TYPE'],
    ['a type that no grant names', tester('analyst'), 'FORBIDDEN_TYPE', 'Petition'],
    ['a role in another spelling', tester('Analyst'), 'FORBIDDEN_TYPE'],
    ['a star as a role', tester('*'), 'FORBIDDEN_TYPE'],
    ['a role as a subject', { ...tester(''), subject: 'analyst' }, 'FORBIDDEN_TYPE'],
    ['a part of what a grant names', tester('clerk', { department: 'court' }), 'FORBIDDEN_TYPE'],
    ['another department', tester('clerk', { ...clerk, department: 'police' }), 'FORBIDDEN_TYPE'],
    ['no purpose', tester('analyst', { purpose: undefined }), 'PURPOSE_REQUIRED'],
    ['an empty purpose', tester('analyst', { purpose: '' }), 'PURPOSE_UNKNOWN'],
    ['an unknown purpose', tester('analyst', { purpose: 'curiosity' }), 'PURPOSE_UNKNOWN'],
    ['a purpose by the name of a method', tester('analyst', { purpose: 'toString' }), 'PURPOSE_UNKNOWN'],
    ['a purpose of others', tester('analyst', { purpose: 'single' }), 'PURPOSE_NOT_GRANTED'],
    ['an expired purpose', tester('late', { purpose: 'past' }), 'PURPOSE_EXPIRED'],
    ['a purpose that has not begun', tester('early', { purpose: 'future' }), 'PURPOSE_EXPIRED'],
    ['no registered operation', tester('reporter', { purpose: 'page' }), 'PURPOSE_NOT_FOR_OPERATION'],
    ['another operation', tester('reporter', { purpose: 'page', operation: 'Lists' }), 'PURPOSE_NOT_FOR_OPERATION'],
    ['no area', tester('official'), 'FORBIDDEN_AREA'],
    ['an area that is none', tester('official', { areas: ['', '%', '3301'] }), 'FORBIDDEN_AREA'],
    ['no permit', tester('officer', { purpose: 'single' }), 'PERMIT_REQUIRED'],
    ['an unknown permit', tester('officer', { purpose: 'single', permit: 'p9' }), 'PERMIT_UNKNOWN'],
    ['another’s permit', tester('officer', { purpose: 'single', permit: 'p2' }), 'PERMIT_UNKNOWN'],
    ['a permit for another purpose', tester('officer', { purpose: 'single', permit: 'p3' }), 'PERMIT_UNKNOWN'],
    ['an expired permit', tester('officer', { purpose: 'single', permit: 'p4' }), 'PERMIT_EXPIRED'],
  ])('%s', (_, identity, code, type = 'CourtCase') => {
    const refusal = ask(identity, type);
    expect(refusal).toBeInstanceOf(Refusal);
    expect((refusal as Refusal).error()).toMatchObject({ code, kind: 'caller' });
  });

  test('nothing is granted where nothing is written', () => {
    expect(decide(accessOf(model, []), testPurposes, tester('analyst'), 'CourtCase', now)).toMatchObject({
      code: 'FORBIDDEN_TYPE',
    });
  });
});

function usesOfMasked(statistics: 'exact' | 'protected'): boolean[] {
  const masked = grant('r', { read: { CourtCase: 'all' }, mask: { CourtCase: { closedOn: 'month' } }, statistics });
  const right = decide(accessOf(model, [masked]), testPurposes, tester('r'), 'CourtCase', now) as Obligation;
  return (['read', 'use', 'count'] as const).map(use => right.allows('closedOn', use));
}

describe('what is granted', () => {
  test('the first grant for the purpose counts, and is not mixed with later ones', () => {
    const cases = given(tester('analyst'));
    expect(['id', 'kind', 'closedOn'].map(field => cases.allows(field))).toEqual([true, true, false]);
    expect([cases.areas, cases.statistics, cases.grant, cases.purpose]).toEqual(['all', 'exact', 0, 'test']);
    const enforcements = given(tester('analyst'), 'Enforcement');
    expect(enforcements.allows('closedOn')).toBe(true);
    expect([enforcements.areas, enforcements.statistics, enforcements.grant]).toEqual([['330199001'], 'none', 1]);
    const other = given(tester('analyst', { purpose: 'other' }));
    expect(['id', 'kind', 'closedOn'].map(field => other.allows(field))).toEqual([false, false, true]);
    expect(other.policyVersion).toBe(access.version);
  });

  test('all that a grant names of a subject must hold', () => {
    expect(given(tester('clerk', clerk)).allows('id')).toBe(true);
  });

  test('a type by name counts before the star', () => {
    expect(given(tester('star')).allows('id')).toBe(false);
    expect(given(tester('star'), 'Mediation').allows('id')).toBe(true);
  });

  test('a purpose for some operations is of use for these', () => {
    expect(given(tester('reporter', { purpose: 'page', operation: 'Overview' })).rows).toBe(true);
  });

  test('own areas are those of whoever asks, without what is no code', () => {
    expect(given(tester('official', { areas: ['330199002', '%'] })).areas).toEqual(['330199002']);
  });

  test('what may be counted only is not read, used or given in rows', () => {
    const right = given(tester('counter'));
    expect([right.rows, right.allows('kind'), right.allows('kind', 'use')]).toEqual([false, false, false]);
    expect([right.allows('kind', 'count'), right.allows('id', 'count')]).toEqual([true, false]);
  });

  test('a masked field is read, and counted in protected figures, but not used', () => {
    expect(usesOfMasked('exact')).toEqual([true, false, false]);
    expect(usesOfMasked('protected')).toEqual([true, false, true]);
  });

  test('everybody is granted what is public, whatever the purpose, under the grant’s own', () => {
    for (const identity of [identityOfRole('public'), tester('analyst'), tester('x', { purpose: 'curiosity' })])
      expect(given(identity, 'Mediation').purpose).toBe('other');
  });

  test('a permit and a purpose last to the end of their last day in Beijing', () => {
    const identity = tester('officer', { purpose: 'single', permit: 'p1' });
    expect(given(identity).permit).toEqual({ id: 'p1', matter: { type: 'CourtCase', id: '1' } });
    const at = (moment: string) => ask(identity, 'CourtCase', new Date(moment));
    expect(at('2026-06-30T23:59:59+08:00')).not.toBeInstanceOf(Refusal);
    expect(at('2026-07-01T00:00:00+08:00')).toMatchObject({ code: 'PERMIT_EXPIRED' });
  });
});

test('an obligation cannot be made outside lib/trust', () => {
  const real = given(tester('analyst'));
  const parts = { ...real };
  for (const key of [Symbol('obligation'), Symbol.for('obligation')])
    expect(() => new Sealed(key, parts)).toThrow(TypeError);
  // @ts-expect-error An object with the same words does not compile.
  const forged: Obligation = { ...parts, allows: () => true };
  expect(forged).not.toBeInstanceOf(Sealed);
  const Constructor = real.constructor as typeof Sealed;
  expect(() => new Constructor(Symbol('obligation'), parts)).toThrow(TypeError);
});
