import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkCounty, type CheckFinding, type CheckReport } from '../../lib/check/index.ts';
import { departmentUrl, loadCounty, type County } from '../../lib/kernel/county.ts';
import { connect } from '../../lib/source/connect.ts';
import { fengxi, makeTestCounty } from '../county.ts';
import { databaseKinds } from '../servers/databases.ts';
import { run } from './legacy/database.ts';

const readings = new Set(['UNREADABLE_DATE', 'UNREADABLE_NUMBER', 'UNMAPPED_CODE', 'UNKNOWN_AREA']);

/** The county with a text of one of its files replaced. */
function countyWith(folder: string, file: string, from: string | RegExp, to: string): County {
  const copy = mkdtempSync(join(folder, 'county-'));
  cpSync(fengxi.folder, copy, { recursive: true });
  const path = join(copy, file);
  const text = readFileSync(path, 'utf8');
  const changed = text.replace(from, to);
  expect(changed).not.toBe(text);
  writeFileSync(path, changed);
  return loadCounty(copy);
}

function findingsOf(report: CheckReport, department: string): readonly CheckFinding[] {
  return report.departments.find(({ id }) => id === department)?.findings ?? [];
}

describe.each(databaseKinds)('the check of a county on %s', kind => {
  let made: Awaited<ReturnType<typeof makeTestCounty>>;
  let folder: string;
  let first: CheckReport;
  const check = (
    more: Partial<Parameters<typeof checkCounty>[0]> = {},
    only?: readonly string[],
  ): Promise<CheckReport> => {
    const county = more.county ?? fengxi;
    const departments = county.departments
      .filter(({ id }) => only?.includes(id) ?? true)
      .map(({ id, name }) => ({ id, name, databaseUrl: departmentUrl(county, id, made.dataDir, made.target) }));
    return checkCounty({ county, departments, folder, today: '2026-10-08', record: false, ...more });
  };
  const sql = (department: string, ...statements: string[]): Promise<void> =>
    run(kind, departmentUrl(fengxi, department, made.dataDir, made.target), statements);
  const name = (text: string): string => (kind === 'mariadb' ? `\`${text}\`` : `"${text}"`);

  beforeAll(async () => {
    made = await makeTestCounty(kind, 0.1);
    folder = mkdtempSync(join(tmpdir(), 'countygraph-check-'));
    first = await check({ record: true });
  });
  afterAll(async () => {
    await made.drop();
    rmSync(folder, { recursive: true, force: true });
  });

  test('says exactly the dirt that was planted, and no error', () => {
    const errors = first.departments.flatMap(({ findings }) => findings).filter(({ severity }) => severity === 'error');
    expect(errors.map(({ sentence }) => sentence.en)).toEqual([]);
    for (const { types, findings } of first.departments) {
      for (const [type, quality] of Object.entries(types)) {
        const rows = made.truth.rows[type];
        // The declared query behind GridPost takes rows out before anything can count them.
        if (rows === undefined || type === 'GridPost') continue;
        expect([type, quality.rows, quality.notCounted]).toEqual([type, rows, made.truth.deleted[type] ?? 0]);
        const found = findings.filter(each => each.type === type && readings.has(each.code));
        const byField = Object.fromEntries(found.map(each => [each.field, each.rows]));
        expect([type, byField]).toEqual([type, made.truth.spoiledFields[type] ?? {}]);
      }
    }
    const other = first.departments.flatMap(({ findings }) => findings).map(({ code }) => code);
    expect([...new Set(other)].sort()).toEqual(
      expect.arrayContaining(['UNKNOWN_AREA', 'UNMAPPED_CODE', 'UNREADABLE_DATE']),
    );
    expect(other).not.toContain('ORPHAN_LINK');
    expect(other).not.toContain('LINK_ELSEWHERE');
    expect(other).not.toContain('NOT_CHECKED');
  });

  test('all indicators can be computed, with the rows that cannot be used', () => {
    expect(first.indicators.map(({ status }) => status)).toEqual(first.indicators.map(() => 'computable'));
    const planted = made.truth.spoiledFields['CourtCase'] ?? {};
    const duration = first.indicators.find(({ id }) => id === 'case_duration_median');
    const unusable = (planted['filedOn'] ?? 0) + (planted['closedOn'] ?? 0);
    expect(unusable).toBeGreaterThan(0);
    expect(duration?.unusable).toBe(unusable);
    expect(duration?.sentence.en).toMatch(/^Median time to close a case: computable, \d+ of [\d,]+ rows \(\d\.\d %\)/);
  });

  test('no name of a person is in the report', async () => {
    const connection = connect(departmentUrl(fengxi, 'court', made.dataDir, made.target));
    const rows = await connection.select(`SELECT ${name('YGXM')} AS n FROM ${name('T_AJ_JBXX')}`, []);
    await connection.close();
    const names = new Set(rows.map(row => String(row['n'])));
    expect(names.size).toBeGreaterThan(50);
    const kept = readFileSync(join(folder, 'check', 'court.json'), 'utf8');
    const texts = kept + JSON.stringify(first.departments.map(({ findings, types }) => [findings, types]));
    expect([...names].filter(each => texts.includes(each))).toEqual([]);
  });

  test('an indicator whose date the table lacks is not computable, and the sentence says why', async () => {
    const absent = "closedOn: { absent: '表中没有结案日期' }";
    const county = countyWith(folder, 'court.mapping.yaml', /closedOn: \{ column: JARQ[^}]*\}/, absent);
    const { indicators } = await check({ county });
    const of = (id: string) => indicators.find(each => each.id === id);
    expect(of('case_duration_median')).toMatchObject({
      status: 'not_computable',
      rows: null,
      sentence: {
        zh: '审理天数中位数：不可计算，表中没有结案日期(CourtCase.closedOn)',
        en: 'Median time to close a case: not computable, 表中没有结案日期 (CourtCase.closedOn)',
      },
    });
    expect(of('clearance_rate')?.status).toBe('not_computable');
    expect(of('pipeline_stage_duration')?.status).toBe('partly');
    expect(of('dispute_resolution_rate')?.status).toBe('computable');
  });

  test('a type that is not kept, a date of which no row can be read, a department that is not there', async () => {
    const kept = await check({
      county: countyWith(
        folder,
        'petition.mapping.yaml',
        /Petition:[\s\S]*?codes:\n/,
        'Petition: { absent: 信访由市里登记 }\ncodes:\n',
      ),
    });
    expect(kept.indicators.find(each => each.id === 'petition_closed_on_time')?.sentence.zh).toMatch(
      /不可计算，信访由市里登记$/,
    );
    const unread = await check({
      county: countyWith(
        folder,
        'police.mapping.yaml',
        /calledAt: .*/,
        "calledAt: { column: BJSJ, datetime: 'yyyy-MM-dd HH:mm' }",
      ),
    });
    expect(unread.indicators.find(each => each.id === 'police_arrival_p50_p90')?.sentence.en).toMatch(
      /not computable, no row has a readable PoliceIncident\.calledAt$/,
    );
    // Where no row at all can be read, the mapping is wrong and not the clerks.
    expect(findingsOf(unread, 'police').find(each => each.field === 'calledAt')?.severity).toBe('error');
    const alone = await check({}, ['court']);
    expect(alone.indicators.map(({ status }) => status)).toContain('unchecked');
    expect(alone.indicators.find(each => each.id === 'clearance_rate')?.status).toBe('computable');
    const links = findingsOf(alone, 'court').filter(({ code }) => code === 'LINK_ELSEWHERE');
    expect(links.map(({ type, field }) => `${type}.${field}`)).toContain('CourtCase.dispute');
  });

  test('a broken mapping costs its own type only; a broken file its department; the rest goes on', async () => {
    const typo = await check({ county: countyWith(folder, 'court.mapping.yaml', 'column: LARQ', 'column: LARQX') });
    const [fault] = findingsOf(typo, 'court');
    expect(fault).toMatchObject({ severity: 'error', code: 'BAD_MAPPING', type: 'CourtCase' });
    expect(fault?.sentence.en).toMatch(/a column LARQX in T_AJ_JBXX.*court\.mapping\.yaml:\d+\.$/);
    const court = typo.departments.find(({ id }) => id === 'court');
    expect(Object.keys(court?.types ?? {})).toEqual([
      'JudicialConfirmation',
      'Enforcement',
      'JudicialAuction',
      'AdministrativeHearing',
      'PreFilingMediation',
    ]);
    expect(typo.indicators.find(each => each.id === 'clearance_rate')?.status).toBe('not_computable');
    const yaml = await check({ county: countyWith(folder, 'court.mapping.yaml', 'types:', 'types: [') });
    expect(findingsOf(yaml, 'court')).toMatchObject([{ code: 'BAD_MAPPING', type: null }]);
    expect(yaml.indicators.find(each => each.id === 'relief_coverage')?.status).toBe('computable');
    const gone = await check({
      departments: [{ id: 'court', name: { zh: '法院', en: 'Court' }, databaseUrl: 'mysql://nobody@127.0.0.1:1/none' }],
    });
    expect(findingsOf(gone, 'court')).toMatchObject([{ code: 'DATABASE_UNAVAILABLE', severity: 'error' }]);
  });

  test('links to another department that lead nowhere', async () => {
    const set = `UPDATE ${name('T_AJ_JBXX')} SET ${name('SQTJAH')} = `;
    const key = `(SELECT k FROM (SELECT MIN(${name('AH')}) AS k FROM ${name('T_AJ_JBXX')} WHERE ${name('SCBZ')} = '0') m)`;
    await sql('court', `${set}'nowhere' WHERE ${name('AH')} = ${key}`);
    const report = await check({}, ['court', 'justice']);
    const found = findingsOf(report, 'court').filter(({ code }) => code === 'ORPHAN_LINK');
    expect(found).toMatchObject([
      { type: 'CourtCase', field: 'dispute', rows: 1, about: { target: 'Dispute', department: 'justice', keys: 1 } },
    ]);
    expect(found[0]?.sentence.en).not.toContain('nowhere');
  });

  test('what has changed since the last check', async () => {
    const same = await check({ today: '2026-10-09' });
    const quiet = same.departments.flatMap(({ findings }) => findings).filter(({ code }) => code.startsWith('DRIFT_'));
    expect(new Set(quiet.map(({ code }) => code))).toEqual(new Set(['DRIFT_NO_NEW_ROWS']));
    expect(quiet.find(({ type }) => type === 'CourtCase')?.about['since']).toBe('2026-10-08');
    const today = await check();
    expect(today.departments.flatMap(({ findings }) => findings).filter(f => f.code.startsWith('DRIFT_'))).toEqual([]);

    const table = name('jc_sfjz');
    await sql(
      'procuratorate',
      `DELETE FROM ${table} WHERE ${name('jzbh')} = (SELECT k FROM (SELECT MIN(${name('jzbh')}) AS k FROM ${table}) m)`,
      `ALTER TABLE ${table} ADD COLUMN fresh INT`,
      `UPDATE ${name('jc_scqs')} SET ${name('cljg')} = 'ZZ' WHERE ${name('ajbh')} = (SELECT k FROM (SELECT MIN(${name('ajbh')}) AS k FROM ${name('jc_scqs')} WHERE ${name('delflag')} = 0) m)`,
    );
    const changed = findingsOf(await check({ today: '2026-10-09', record: true }, ['procuratorate']), 'procuratorate');
    const drift = changed.filter(({ code }) => code.startsWith('DRIFT_') && code !== 'DRIFT_NO_NEW_ROWS');
    expect(drift.map(({ code, type, field }) => [code, type, field]).sort()).toEqual([
      ['DRIFT_COLUMN_NEW', null, 'jc_sfjz.fresh'],
      ['DRIFT_FEWER_ROWS', 'JudicialAid', null],
      ['DRIFT_NEW_CODE', 'ProsecutionCase', 'decision'],
    ]);
    expect(drift.find(({ code }) => code === 'DRIFT_NEW_CODE')?.values).toEqual([{ value: 'ZZ', rows: 0 }]);

    await sql('procuratorate', `ALTER TABLE ${table} DROP COLUMN fresh`, `DROP TABLE ${name('jc_gyss')}`);
    const after = findingsOf(await check({ today: '2026-10-10' }, ['procuratorate']), 'procuratorate');
    expect(
      after.filter(({ code }) => /GONE|BAD_MAPPING/.test(code)).map(({ code, field, type }) => [code, field ?? type]),
    ).toEqual(
      expect.arrayContaining([
        ['BAD_MAPPING', 'PublicInterestCase'],
        ['DRIFT_COLUMN_GONE', 'jc_sfjz.fresh'],
        ['DRIFT_TABLE_GONE', 'jc_gyss'],
      ]),
    );
  });
});
