import { identityOfRole } from '../../lib/kernel/identity.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { RecordQuality } from '../../lib/source/index.ts';
import type { WrittenGrant } from '../../lib/trust/index.ts';
import { granted } from '../access.ts';
import { openTestCounty, type TestCounty } from '../county.ts';
import { databaseKinds } from '../servers/databases.ts';
import { openLegacy, right, type Legacy } from './legacy/database.ts';
import { mapping, types } from './legacy/mapping.ts';
import { legacyTables, missingSpellings, spellings } from './legacy/tables.ts';

const quality =
  'rows counted notCounted notKept fields { field present missing readable unreadable { reason rows } notKept }';

/** Each row is in one place only, on every level. */
function expectWhole({ rows, counted, notCounted, fields }: RecordQuality): void {
  expect(counted + notCounted).toBe(rows);
  for (const { present, missing, readable, unreadable } of fields) {
    expect(present + missing).toBe(counted);
    expect(unreadable.reduce((sum, each) => sum + each.rows, readable)).toBe(present);
  }
}

function unreadableOf({ fields }: RecordQuality): Record<string, number> {
  const wrong = fields.map(({ field, unreadable }) => [field, unreadable.reduce((sum, u) => sum + u.rows, 0)] as const);
  return Object.fromEntries(wrong.filter(([, rows]) => rows > 0));
}

/** A narrower right to Case. */
function narrow(more: Partial<WrittenGrant>): ReturnType<typeof right> {
  const model = new Map(types.map(({ name, fields }) => [name, fields]));
  return granted(model, 'Case', { read: { Case: 'all' }, ...more });
}

describe.each(databaseKinds)('quality through the gateway on %s', kind => {
  let county: TestCounty;
  beforeAll(async () => {
    county = await openTestCounty(kind);
  });
  afterAll(() => county.close());

  test('two departments in one query say exactly the dirt that was planted', async () => {
    const types = ['CourtCase', 'Dispute', 'Mediation', 'Enforcement'] as const;
    const fields = types.map(type => `${type.charAt(0).toLowerCase()}${type.slice(1)}Quality`);
    const before = county.statements();
    const answer = await county.gateway.execute({ query: `{ ${fields.map(f => `${f} { ${quality} }`).join(' ')} }` });
    expect(answer.errors).toBeUndefined();
    const after = county.statements();
    // One statement a type, and one for its area codes.
    expect([after['court'], after['justice']]).toEqual([(before['court'] ?? 0) + 4, (before['justice'] ?? 0) + 4]);
    for (const [i, type] of types.entries()) {
      const found = (answer.data as Record<string, RecordQuality>)[fields[i] ?? ''];
      expect(found?.rows).toBe(county.truth.rows[type]);
      expect(found?.notCounted).toBe(county.truth.deleted[type] ?? 0);
      if (!found) continue;
      expectWhole(found);
      expect(unreadableOf(found)).toEqual(county.truth.spoiledFields[type] ?? {});
    }
  });

  test('a subject without a grant is refused, and others are told', async () => {
    const answer = await county.gateway.execute(
      { query: '{ courtCaseQuality { rows } }' },
      { identity: identityOfRole('public') },
    );
    expect(answer.errors?.[0]?.extensions?.['code']).toBe('FORBIDDEN_TYPE');
  });
});

describe.each(databaseKinds)('quality of a legacy table on %s', kind => {
  let legacy: Legacy;
  beforeAll(async () => {
    legacy = await openLegacy(
      kind,
      legacyTables(kind, ['day0']),
      mapping,
      types.filter(t => ['Day0', 'Case'].includes(t.name)),
    );
  });
  afterAll(() => legacy.close());
  const of = (obligation = right('Case')): Promise<RecordQuality> => legacy.source.session().quality(obligation);

  test('every field by what can be read, what is missing, and why the rest cannot be read', async () => {
    const found = await of();
    expectWhole(found);
    expect([found.rows, found.counted, found.notCounted]).toEqual([8, 7, 1]);
    const lines = Object.fromEntries(
      found.fields.map(f => [f.field, [f.readable, f.missing, ...f.unreadable.flatMap(u => [u.reason, u.rows])]]),
    );
    expect(lines).toEqual({
      id: [7, 0],
      kind: [5, 0, 'UNMAPPED_CODE', 2],
      urban: [5, 1, 'UNMAPPED_CODE', 1],
      amount: [3, 1, 'UNREADABLE_NUMBER', 3],
      lasted: [3, 1, 'UNREADABLE_NUMBER', 3],
      openedOn: [6, 1],
      dueOn: [6, 1],
      closedOn: [4, 3],
      movedOn: [1, 6],
      calledAt: [2, 5],
      arrivedAt: [1, 6],
      place: [5, 1, 'UNKNOWN_AREA', 1],
      dispute: [3, 4],
    });
  });

  test('a spelling of nothing is missing and not unreadable', async () => {
    const found = await of(right('Day0'));
    expect(found.fields.find(f => f.field === 'at')).toMatchObject({
      missing: missingSpellings,
      readable: 1,
      unreadable: [{ reason: 'UNREADABLE_DATE', rows: spellings.length - missingSpellings - 1 }],
    });
  });

  test('only fields that are granted, only rows of the places that are granted', async () => {
    expect((await of(narrow({ read: { Case: ['kind'] } }))).fields.map(f => f.field)).toEqual(['kind']);
    const town = await of(narrow({ where: { place: ['330199001'] } }));
    expect([town.rows, town.counted]).toEqual([5, 4]);
    await expect(of(narrow({ statistics: 'none' }))).rejects.toMatchObject({ code: 'FORBIDDEN_STATISTICS' });
  });
});
