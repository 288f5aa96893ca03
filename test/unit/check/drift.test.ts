import { expect, test } from 'vitest';
import { driftOf } from '../../../lib/check/drift.ts';
import type { Snapshot } from '../../../lib/check/snapshot.ts';

const before: Snapshot = {
  takenOn: '2026-09-01',
  tables: { aj: { ah: 'varchar(20)', larq: 'varchar(8)', bz: 'int' }, dm: { dm: 'text' } },
  types: {
    Case: { rows: 10, counted: 9, codes: { kind: ['01', '02'] }, latest: { filedOn: '2026-08-30' } },
    Committee: { rows: 3, counted: 3, codes: {}, latest: {} },
  },
};

function codes(now: Partial<Snapshot>): (string | null)[][] {
  return driftOf(before, { ...before, takenOn: '2026-09-02', ...now }).map(({ code, type, field }) => [
    code,
    type,
    field,
  ]);
}

function typed(rows: number, filedOn: string): Pick<Snapshot, 'types'> {
  return { types: { Case: { rows, counted: rows, codes: { kind: ['01'] }, latest: { filedOn } } } };
}

test('columns and tables that have gone, come or changed', () => {
  const tables = { aj: { ah: 'varchar(40)', larq: 'varchar(8)', fresh: 'int' } };
  expect(codes({ tables, types: {} })).toEqual([
    ['DRIFT_TYPE_CHANGED', null, 'aj.ah'],
    ['DRIFT_COLUMN_GONE', null, 'aj.bz'],
    ['DRIFT_COLUMN_NEW', null, 'aj.fresh'],
    ['DRIFT_TABLE_GONE', null, 'dm'],
  ]);
});

test('no new rows is told of types with a date, and not on the same day', () => {
  expect(codes({})).toEqual([['DRIFT_NO_NEW_ROWS', 'Case', null]]);
  expect(codes({ takenOn: '2026-09-01' })).toEqual([]);
});

test('more rows or a later date are news; fewer rows are told', () => {
  expect(codes(typed(11, '2026-08-30'))).toEqual([]);
  expect(codes(typed(10, '2026-09-01'))).toEqual([]);
  expect(codes(typed(9, '2026-09-01'))).toEqual([['DRIFT_FEWER_ROWS', 'Case', null]]);
});

test('codes that were not met before; a field that is new has no codes before', () => {
  const types = {
    Case: { rows: 11, counted: 9, codes: { kind: ['01', '02', '99'], level: ['A'] }, latest: {} },
  };
  const [found, ...more] = driftOf(before, { ...before, types });
  expect(found).toMatchObject({ code: 'DRIFT_NEW_CODE', field: 'kind', values: [{ value: '99', rows: 0 }] });
  expect(more).toEqual([]);
});
