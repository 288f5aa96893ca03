import { join } from 'node:path';
import { callerError } from '../kernel/coded-error.ts';
import { loadCounty } from '../kernel/county.ts';
import { readPurposes } from '../trust/index.ts';
import {
  keptMonths,
  makeStatement,
  readHead,
  recordsOf,
  type LedgerRecord,
  type Statement,
  type StatementLine,
} from '../trust/ledger/index.ts';
import { ledgersOf, type LedgerCommandOptions } from './ledger.ts';
import { csvCell } from './csv.ts';
import { table } from './terminal-table.ts';

type Language = 'zh' | 'en';

export interface StatementOptions extends LedgerCommandOptions {
  readonly department: string;
  readonly month: string;
  readonly format: 'table' | 'json' | 'csv';
  readonly language: Language;
}

const words = {
  zh: {
    title: (name: string, month: string) => `${name} 数据使用月报  ${month}`,
    sum: (s: Statement) =>
      `共 ${s.requests} 次请求，${s.subjects} 个主体，给出 ${s.rows} 行；其中 ${s.refused} 次含拒绝。`,
    none: '本月没有人查询本部门数据。',
    head: ['使用方', '角色', '用途', '数据类型', '人数', '请求', '行数', '方式', '字段', '拒绝'],
    uses: {
      read: '读取',
      filter: '筛选',
      order: '排序',
      group: '分组',
      measure: '统计',
      count: '计数',
      page: '翻页',
      quality: '质量',
      person: '人员比对',
    },
    unknown: '未说明',
  },
  en: {
    title: (name: string, month: string) => `Who used the data of ${name}  ${month}`,
    sum: (s: Statement) =>
      `${s.requests} requests by ${s.subjects} subjects, ${s.rows} rows given out; ${s.refused} requests with a refusal.`,
    none: 'Nobody asked for data of this department.',
    head: ['By', 'Role', 'Purpose', 'Type', 'Subjects', 'Requests', 'Rows', 'Use', 'Fields', 'Refused'],
    uses: {
      read: 'read',
      filter: 'filter',
      order: 'order',
      group: 'group',
      measure: 'statistics',
      count: 'count',
      page: 'pages',
      quality: 'quality',
      person: 'person',
    },
    unknown: 'not said',
  },
} as const;

/** Names of departments and purposes, as the county has them. */
function namesOf(options: StatementOptions): ReadonlyMap<string, string> {
  const county = loadCounty(options.county);
  const { purposes } = readPurposes(county.folder);
  return new Map([
    ...county.departments.map(({ id, name }) => [id, name[options.language]] as const),
    ...[...purposes].map(([id, { name }]) => [id, name[options.language]] as const),
  ]);
}

function cells(line: StatementLine, language: Language, names: ReadonlyMap<string, string>): string[] {
  const { uses, unknown } = words[language];
  const name = (id: string): string => (id === '' ? unknown : (names.get(id) ?? id));
  return [
    name(line.department),
    line.roles,
    name(line.purpose),
    line.type,
    String(line.subjects),
    String(line.requests),
    String(line.rows),
    line.uses.map(use => uses[use as keyof typeof uses]).join(' '),
    line.fields.join(' '),
    Object.entries(line.refusals)
      .map(([code, count]) => `${code} ${count}`)
      .join(' '),
  ];
}

/** Prints who used a department's data in a month, and for what. */
export function statement(options: StatementOptions): 0 {
  const { department, month, format, language } = options;
  if (!/^\d{4}-(0[1-9]|1[0-2])$/.test(month)) {
    throw callerError('BAD_PERIOD', {
      expected: 'a month as 2026-10',
      got: JSON.stringify(month),
      todo: 'correct --month',
    });
  }
  const folder = join(ledgersOf(options).folder, department);
  readHead(folder);
  const made = makeStatement(folder, department, month);
  if (format === 'json') {
    console.log(JSON.stringify(made, null, 2));
    return 0;
  }
  const { title, sum, none, head } = words[language];
  const names = namesOf(options);
  const rows = [[...head], ...made.lines.map(line => cells(line, language, names))];
  if (format === 'csv') console.log(rows.map(row => row.map(csvCell).join(',')).join('\r\n'));
  else {
    console.log(`${title(names.get(department) ?? department, month)}\n\n${made.requests === 0 ? none : sum(made)}`);
    if (made.lines.length > 0) console.log(`\n${table(rows, [4, 5, 6])}`);
  }
  return 0;
}

export interface ShowOptions extends LedgerCommandOptions {
  readonly department: string;
  readonly month?: string;
  readonly subject?: string;
  readonly role?: string;
  readonly purpose?: string;
  readonly type?: string;
  readonly field?: string;
  readonly request?: string;
  readonly refused?: boolean;
  readonly last?: string;
}

function isWanted(
  record: LedgerRecord,
  { subject, role, purpose, type, field, request, refused }: ShowOptions,
): boolean {
  const isPlain = [subject, role, purpose, type, field, request, refused].every(word => word === undefined);
  if (record.kind !== 'read') return isPlain;
  const { reads } = record;
  return (
    (subject ?? record.subject) === record.subject &&
    (role === undefined || record.roles.includes(role)) &&
    (purpose === undefined || purpose === record.purpose) &&
    (request ?? record.request) === record.request &&
    (type === undefined || reads.some(read => read.type === type)) &&
    (field === undefined ||
      reads.some(read => read.field === field || Object.values(read.uses).some(fields => fields.includes(field)))) &&
    (!refused || reads.some(read => read.decision === 'refused'))
  );
}

/** Prints records, a line of JSON each, the last ones of those that are wanted. */
export function show(options: ShowOptions): 0 {
  const folder = join(ledgersOf(options).folder, options.department);
  readHead(folder);
  const last = Number(options.last ?? 50);
  const found: LedgerRecord[] = [];
  for (const record of recordsOf(folder, options.month === undefined ? keptMonths(folder) : [options.month])) {
    if (!isWanted(record, options)) continue;
    found.push(record);
    if (found.length > last) found.shift();
  }
  for (const record of found) console.log(JSON.stringify(record));
  return 0;
}
