import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readRegister } from '../../lib/indicators/county/index.ts';
import { type ComparedFigure, createAnalytics, type FigureNote } from '../../lib/indicators/index.ts';
import { type Identity, identityOfRole } from '../../lib/kernel/identity.ts';
import { createClient } from '../../lib/sdk/index.ts';
import { analyst, fengxi, openTestCounty, type TestCounty } from '../county.ts';

const auditor = identityOfRole('auditor', { purpose: 'audit' });
const town = '330199001';
let county: TestCounty;

beforeAll(async () => {
  county = await openTestCounty('sqlite', 0.3);
}, 120_000);
afterAll(() => county.close());

function analyticsOf(identity: Identity) {
  const client = createClient({ execute: request => county.gateway.execute(request, { identity }) });
  const register = readRegister(join(fengxi.folder, 'denominators.yaml'));
  return createAnalytics<string>({ client, dataFrom: fengxi.data.from, register });
}

async function noted(indicators: readonly string[], period: string, identity = analyst): Promise<ComparedFigure[]> {
  const places = { within: '330199', level: 'TOWN' } as const;
  return analyticsOf(identity).compare({ ...places, indicators, periods: [period], kinds: [], notes: true });
}

const months = Array.from({ length: 12 }, (_, i) => new Date(Date.UTC(2025, 8 + i, 1)).toISOString().slice(0, 7));

/** Changes a database as a clerk would, while the department reads it. Gives the number of rows. */
function change(department: string, sql: string): number {
  const database = new Database(join(county.dataFolder, `${department}.sqlite`));
  try {
    return database.prepare(sql).run().changes;
  } finally {
    database.close();
  }
}

function codesOf(compared: readonly ComparedFigure[], area: string): FigureNote['code'][] {
  return compared
    .filter(({ figure }) => figure.area.code === area)
    .flatMap(({ notes }) => notes?.map(({ code }) => code) ?? []);
}

describe('a county in which nobody plays', () => {
  test('has few notes: in a year of monthly figures of all towns at most one in 500', async () => {
    const analytics = analyticsOf(analyst);
    const places = { within: '330199', level: 'TOWN' } as const;
    const compared = await analytics.compare({ ...places, periods: months, kinds: [], notes: true });
    const known = compared.filter(({ figure }) => figure.value !== null);
    const notes = known.flatMap(each => each.notes ?? []);
    expect(known.length).toBeGreaterThan(5000);
    expect(notes.length / known.length).toBeLessThan(1 / 500);
  });

  test('nor more for who gets rounded counts', async () => {
    const places = { within: '330199', level: 'TOWN' } as const;
    const quarters = ['2025-Q4', '2026-Q1', '2026-Q2', '2026-Q3'];
    const compared = await analyticsOf(auditor).compare({ ...places, periods: quarters, kinds: [], notes: true });
    const known = compared.filter(({ figure }) => figure.roundedTo !== null && figure.value !== null);
    const notes = known.flatMap(each => each.notes ?? []);
    expect(known.length).toBeGreaterThan(500);
    expect(notes.length / known.length).toBeLessThan(1 / 200);
  });

  test('a figure says nothing of notes where they were not asked for', async () => {
    const [first] = await analyticsOf(analyst).compare({
      indicators: ['clearance_rate'],
      areas: [town],
      periods: ['2026-08'],
    });
    expect(first?.notes).toBeNull();
  });
});

describe('planted', () => {
  test('cases closed on the last day of the month are a rush, for who gets exact counts and for who gets rounded ones', async () => {
    expect(codesOf(await noted(['clearance_rate'], '2026-07'), town)).toEqual([]);
    const moved = change(
      'court',
      `UPDATE T_AJ_JBXX SET JARQ = '20260731' WHERE JARQ BETWEEN '20260701' AND '20260728' AND XZDM LIKE '%${town.slice(6)}%'`,
    );
    expect(moved).toBeGreaterThan(10);
    const compared = await noted(['clearance_rate', 'case_duration_median'], '2026-07');
    expect(codesOf(compared, town)).toContain('MONTH_END_RUSH');
    const note = compared.flatMap(({ figure, notes }) => (figure.area.code === town ? (notes ?? []) : []))[0];
    expect(note?.evidence['atMonthEnd']).toBeGreaterThanOrEqual(moved);
    expect(note?.evidence['expected']).toBeCloseTo(3 / 23, 12);
    // Of the other towns nothing is said, of the county the whole is.
    expect(compared.filter(({ figure }) => figure.area.code !== town).flatMap(({ notes }) => notes ?? [])).toEqual([]);
    const rounded = await noted(['clearance_rate'], '2026-07', auditor);
    expect(rounded.every(({ figure }) => figure.value === null || figure.roundedTo !== null)).toBe(true);
    expect(codesOf(rounded, town)).toEqual(['MONTH_END_RUSH']);
  });

  test('a town where every mediation ends well, while elsewhere some do not, has a full score', async () => {
    expect(codesOf(await noted(['mediation_success_rate'], '2026-Q2'), town)).not.toContain('FULL_SCORE');
    expect(
      change(
        'justice',
        `UPDATE tj_tjaj SET tjjg = '10' WHERE jsrq BETWEEN '20260401' AND '20260630' AND qhdm LIKE '${town}%'`,
      ),
    ).toBeGreaterThan(50);
    const compared = await noted(['mediation_success_rate'], '2026-Q2');
    expect(compared.find(({ figure }) => figure.area.code === town)?.figure.value).toBe(100);
    expect(codesOf(compared, town)).toContain('FULL_SCORE');
  });

  test('a town that takes failed mediations out of its books has a shrinking denominator', async () => {
    const other = '330199002';
    expect(codesOf(await noted(['mediation_success_rate'], '2026-Q1'), other)).toEqual([]);
    const base = `jsrq BETWEEN '20260101' AND '20260331' AND qhdm LIKE '${other}%' AND is_deleted = '0'`;
    const failed = change('justice', `UPDATE tj_tjaj SET is_deleted = '1' WHERE ${base} AND tjjg = '30'`);
    const some = change('justice', `UPDATE tj_tjaj SET is_deleted = '1' WHERE ${base} AND rowid % 2 = 0`);
    expect([failed > 5, some > 20]).toEqual([true, true]);
    const compared = await noted(['mediation_success_rate'], '2026-Q1');
    expect(codesOf(compared, other)).toContain('SHRINKING_DENOMINATOR');
    expect(
      compared.filter(({ figure }) => figure.area.code === '330199003').flatMap(({ notes }) => notes ?? []),
    ).toEqual([]);
  });

  test('a town whose closed cases are changed later has a note, for who gets exact counts and for who gets rounded ones', async () => {
    const edited = '330199003';
    const ids = ['clearance_rate', 'case_duration_median', 'repeat_petition_rate'];
    expect(codesOf(await noted(ids, '2026-Q2'), edited)).toEqual([]);
    const later = `UPDATE T_AJ_JBXX SET GXSJ = '20260930101500' WHERE JARQ BETWEEN '20260401' AND '20260630'`;
    expect(change('court', `${later} AND XZDM = '${edited}' AND rowid % 5 > 0`)).toBeGreaterThan(25);
    const compared = await noted(ids, '2026-Q2');
    const notes = compared.filter(each => each.notes?.length !== 0);
    // What comes in is no better for it, and of the other towns nothing is said.
    expect(notes.map(({ figure }) => [figure.id, figure.area.code])).toEqual([
      ['clearance_rate', edited],
      ['case_duration_median', edited],
    ]);
    const { code, evidence } = notes[0]?.notes?.[0] ?? {};
    expect(code).toBe('EDITED_AFTER_CLOSING');
    expect(evidence?.['share']).toBeCloseTo((evidence?.['edited'] ?? 0) / (evidence?.['closed'] ?? 1), 12);
    expect(evidence?.['share']).toBeGreaterThan(0.7);
    expect(evidence?.['others']).toBeLessThan(0.2);
    // Every run rounds by a key of its own: what a year has is beyond what that can do.
    const year = `UPDATE T_AJ_JBXX SET GXSJ = '20260930101500' WHERE JARQ BETWEEN '20250101' AND '20251231'`;
    expect(change('court', `${year} AND XZDM = '${edited}'`)).toBeGreaterThan(150);
    const rounded = await noted(['clearance_rate'], '2025', auditor);
    expect(rounded.every(({ figure }) => figure.value === null || figure.roundedTo !== null)).toBe(true);
    expect(rounded.flatMap(each => (each.notes ?? []).map(note => [each.figure.area.code, note.code]))).toEqual([
      [edited, 'EDITED_AFTER_CLOSING'],
    ]);
  });

  test('a county that changes its petitions later is held against its last year; its towns are like each other', async () => {
    const analytics = analyticsOf(analyst);
    const asked = { indicators: ['petition_satisfaction'], periods: ['2026-Q2'], kinds: [], notes: true } as const;
    const county = { ...asked, areas: ['330199'] };
    expect((await analytics.compare(county)).flatMap(({ notes }) => notes ?? [])).toEqual([]);
    const changed = change(
      'petition',
      `UPDATE XF_SXDJ SET ZHXGSJ = '2026-09-20 09:00:00' WHERE BJRQ BETWEEN '2026-04-01' AND '2026-07-01' AND rowid % 2 = 0`,
    );
    expect(changed).toBeGreaterThan(50);
    const noted = (await analytics.compare(county)).map(({ notes }) => notes?.map(({ code }) => code));
    expect(noted).toEqual([['EDITED_AFTER_CLOSING'], ['EDITED_AFTER_CLOSING']]);
    const towns = await analytics.compare({ ...asked, within: '330199', level: 'TOWN' });
    expect(towns.flatMap(({ notes }) => notes ?? [])).toEqual([]);
  });

  test('an explanation tells the notes where they are asked for', async () => {
    const asked = { indicators: ['clearance_rate'], areas: ['330199003'], periods: ['2026-Q2'] };
    const codes = async (notes?: boolean) =>
      (await analyticsOf(analyst).explain({ ...asked, ...(notes === undefined ? {} : { notes }) })).explanations.map(
        each => each.notes?.map(({ code }) => code) ?? null,
      );
    expect(await codes(true)).toEqual([['EDITED_AFTER_CLOSING']]);
    expect(await codes()).toEqual([null]);
  });
});
