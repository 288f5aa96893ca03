import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, expect, test } from 'vitest';
import { introspect } from '../../lib/introspect/index.ts';
import { openSource, readMapping, type Mapping } from '../../lib/source/index.ts';
import { readContract } from '../../lib/subgraph/index.ts';

const folder = mkdtempSync(join(tmpdir(), 'countygraph-habits-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

type Columns = Readonly<Record<string, (row: number) => string | null>>;

function day(row: number, later = 0): string {
  return new Date(Date.UTC(2024, 0, 1 + ((row * 7) % 500) + later)).toISOString().slice(0, 10);
}

const town = (row: number): string => `33019910${row % 7}`;
const pick = (row: number, ...values: string[]): string => values[row % values.length] ?? '';

/** Makes a database of text columns, drafts its mapping, and opens the draft. */
async function drafted(
  department: string,
  tables: Readonly<Record<string, readonly [rows: number, Columns]>>,
): Promise<Mapping> {
  const file = join(folder, `${department}.sqlite`);
  const database = new Database(file);
  for (const [table, [rows, columns]] of Object.entries(tables)) {
    const names = Object.keys(columns);
    database.exec(`CREATE TABLE "${table}" (${names.map(name => `"${name}" VARCHAR`).join(', ')})`);
    const insert = database.prepare(`INSERT INTO "${table}" VALUES (${names.map(() => '?').join(', ')})`);
    for (let row = 0; row < rows; row += 1) insert.run(Object.values(columns).map(value => value(row)));
  }
  database.close();
  const url = `sqlite:${file}`;
  const found = await introspect({ url });
  expect(found.department).toBe(department);
  const draft = join(folder, `${department}.yaml`);
  writeFileSync(draft, found.text);
  const records = [...readContract(department).model.records.values()];
  await (await openSource(url, readMapping(draft), records, { county: '330199', has: () => true })).close();
  return found.draft.mapping;
}

test('English names: an emergency bureau whose tables lead to a number, while the graph knows the credit code', async () => {
  const { types, codes } = await drafted('emergency', {
    t_hazard_info: [
      500,
      {
        id: row => `h-${String(row * 977).padStart(6, '0')}`,
        hazard_level: row => (row % 5 === 0 ? '重大' : '一般'),
        find_date: row => day(row),
        rectify_deadline: row => day(row, 30),
        rectify_finish_time: row => (row % 3 === 0 ? null : `${day(row, 20)} 10:00:00`),
        enterprise_id: row => `Q${100 + (row % 50)}`,
        check_no: row => `AQ${2000 + (row % 200)}`,
        region_code: row => `${town(row)}20${row % 5}`,
        del_flag: row => (row % 90 === 0 ? '2' : '0'),
        create_by: () => 'zhangsan',
        create_time: row => `${day(row)} 08:00:00`,
      },
    ],
    t_safety_check: [
      200,
      {
        check_no: row => `AQ${2000 + row}`,
        check_time: row => `${day(row)} 09:00:00`,
        checker_name: row => `李${row}`,
        enterprise_id: row => `Q${100 + (row % 50)}`,
      },
    ],
    t_enterprise: [
      50,
      {
        enterprise_id: row => `Q${100 + row}`,
        credit_code: row => `91330199MA${String(row).padStart(8, '0')}`,
        enterprise_name: row => `公司${row}`,
        legal_person: row => `王${row}`,
        region_code: town,
      },
    ],
  });
  expect(types['Hazard']).toMatchObject({
    from: 't_hazard_info',
    only: { del_flag: '0' },
    key: 'id',
    fields: {
      grade: { column: 'hazard_level' },
      foundOn: { column: 'find_date', date: 'yyyy-MM-dd' },
      dueOn: { column: 'rectify_deadline' },
      rectifiedOn: { column: 'rectify_finish_time', date: 'yyyy-MM-dd HH:mm:ss' },
      organisation: {
        through: { table: 't_enterprise', on: { enterprise_id: 'enterprise_id' }, column: 'credit_code' },
      },
      inspection: { column: 'check_no' },
    },
    personal: { create_by: 1 },
  });
  expect(types['Organisation']).toMatchObject({ key: 'credit_code', personal: { legal_person: 2 } });
  expect(types['Inspection']).toMatchObject({ from: 't_safety_check', key: 'check_no', personal: { checker_name: 2 } });
  expect(codes?.['grades']?.map).toEqual({ 一般: 'GENERAL', 重大: 'MAJOR' });
});

test('Chinese names: a court', async () => {
  const { types, codes } = await drafted('court', {
    案件信息表: [
      300,
      {
        案号: row => `(2025)浙0199民初${row}号`,
        案件类型: row => pick(row, '民事', '刑事', '行政'),
        审理程序: row => pick(row, '普通程序', '简易程序'),
        立案日期: row => day(row),
        结案日期: row => (row % 3 === 0 ? '' : day(row, 50)),
        标的额: row => `${row * 1000}.50`,
        区划代码: town,
        原告姓名: row => `李四${row}`,
        承办法官: () => '张三',
        诉前调解编号: row => `TJ2025${String(row).padStart(5, '0')}`,
        是否删除: row => (row % 60 === 0 ? '是' : '否'),
      },
    ],
    执行案件: [
      80,
      {
        执行案号: row => `(2025)浙0199执${row}号`,
        原审案号: row => `(2025)浙0199民初${row}号`,
        立案时间: row => `${day(row)} 00:00:00`,
        申请执行金额: row => `${row * 100}`,
        执行到位金额: row => `${row * 50}`,
        所属乡镇: town,
      },
    ],
  });
  expect(types['CourtCase']).toMatchObject({
    from: '案件信息表',
    only: { 是否删除: '否' },
    key: '案号',
    fields: {
      filedOn: { column: '立案日期' },
      closedOn: { column: '结案日期' },
      claimAmount: { column: '标的额' },
      dispute: { column: '诉前调解编号' },
    },
    personal: { 原告姓名: 3, 承办法官: 2 },
  });
  expect(types['Enforcement']).toMatchObject({
    from: '执行案件',
    fields: { courtCase: { column: '原审案号' }, place: { area: ['所属乡镇'] } },
  });
  expect(codes).toMatchObject({
    kinds: { map: { 民事: 'CIVIL', 刑事: 'CRIMINAL', 行政: 'ADMINISTRATIVE' } },
    procedures: { map: { 普通程序: 'ORDINARY', 简易程序: 'SUMMARY' } },
  });
});

test('other initials: a mediation centre that counts its disputes from 10,000', async () => {
  const { types, codes } = await drafted('justice', {
    qt_zh_mdjf: [
      400,
      {
        zj: row => String(10_000 + row),
        jflxdm: row => pick(row, '01', '02', '03'),
        ly: row => pick(row, '网格上报', '群众来访', '信访转办'),
        djsj: row => `${day(row).replaceAll('-', '')}101010`,
        bjsj: row => (row % 4 === 0 ? '0' : `${day(row, 9).replaceAll('-', '')}101010`),
        szxz: town,
        szc: row => `20${row % 5}`,
        dsrxx: row => `张${row}`,
        sfzx: row => (row % 99 === 0 ? '1' : '0'),
      },
    ],
    qt_zh_tjjl: [
      300,
      {
        tjbh: row => `T${1000 + row}`,
        jfid: row => String(10_000 + row),
        twhid: row => `W${row % 20}`,
        slrq: row => day(row),
        jsrq: row => day(row, 9),
        jg: row => pick(row, '书面协议', '口头协议', '调解不成'),
      },
    ],
    qt_twh: [
      20,
      {
        id: row => `W${row}`,
        mc: row => `${row}调委会`,
        tjyrs: row => String(3 + (row % 4)),
        zzrs: row => String(row % 3),
      },
    ],
  });
  expect(types['Dispute']).toMatchObject({
    from: 'qt_zh_mdjf',
    only: { sfzx: '0' },
    key: 'zj',
    fields: {
      channel: { column: 'ly' },
      acceptedOn: { column: 'djsj', date: 'yyyyMMddHHmmss' },
      resolvedOn: { column: 'bjsj', missing: ['0'] },
      place: { area: ['szxz', 'szc'] },
    },
    personal: { dsrxx: 3 },
  });
  expect(types['Mediation']).toMatchObject({
    from: 'qt_zh_tjjl',
    fields: { dispute: { column: 'jfid' }, committee: { column: 'twhid' } },
  });
  expect(types['MediationCommittee']).toMatchObject({ fields: { mediators: { column: 'tjyrs', integer: true } } });
  expect(codes?.['outcomes']?.map).toEqual({
    书面协议: 'WRITTEN_AGREEMENT',
    口头协议: 'ORAL_AGREEMENT',
    调解不成: 'TERMINATED',
  });
});
