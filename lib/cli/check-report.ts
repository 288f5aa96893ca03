import {
  grouped,
  type CheckFinding,
  type CheckReport,
  type DepartmentReport,
  type IndicatorReport,
} from '../check/index.ts';
import type { County } from '../kernel/county.ts';
import type { Language } from '../kernel/text.ts';
import { table } from './terminal-table.ts';

const words = {
  zh: {
    title: '核对',
    rows: '行',
    counted: '计入',
    notCounted: '不计入',
    notKept: '来源不保存',
    fields: ['字段', '可识别', '为空', '无法识别'],
    complete: '完整的字段',
    indicators: '指标',
    error: '错误',
    warning: '警告',
    note: '提示',
  },
  en: {
    title: 'check',
    rows: 'rows',
    counted: 'counted',
    notCounted: 'not counted',
    notKept: 'not kept',
    fields: ['field', 'readable', 'missing', 'unreadable'],
    complete: 'complete',
    indicators: 'Indicators',
    error: 'error',
    warning: 'warning',
    note: 'note',
  },
} as const;

const marks: Record<IndicatorReport['status'], string> = {
  computable: '+',
  partly: '~',
  not_computable: '-',
  unchecked: '?',
};

function indented(text: string, blanks: number): string {
  return text
    .split('\n')
    .map(line => ' '.repeat(blanks) + line)
    .join('\n');
}

function findingsOf(found: readonly CheckFinding[], language: Language): string[] {
  if (found.length === 0) return [];
  const lines = found.map(({ severity, code, field, sentence }) => [
    words[language][severity],
    code,
    field ?? '',
    sentence[language],
  ]);
  return [indented(table(lines), 4)];
}

type Quality = DepartmentReport['types'][string];

/** Fields with anything missing or unreadable, one a line; the complete ones in one line. */
function fieldsOf({ fields }: Quality, language: Language): string[] {
  const w = words[language];
  const unreadable = (field: Quality['fields'][number]): number =>
    field.unreadable.reduce((sum, { rows }) => sum + rows, 0);
  const lacking = fields.filter(f => f.notKept === null && f.missing + unreadable(f) > 0);
  const complete = fields.filter(f => f.notKept === null && !lacking.includes(f)).map(({ field }) => field);
  const lines = lacking.map(f => [f.field, grouped(f.readable), grouped(f.missing), grouped(unreadable(f))]);
  return [
    ...(lines.length > 0 ? [indented(table([[...w.fields], ...lines], [1, 2, 3]), 4)] : []),
    ...(complete.length > 0 ? [`    ${w.complete}: ${complete.join(', ')}`] : []),
  ];
}

function typeOf(name: string, quality: Quality, language: Language): string[] {
  const w = words[language];
  if (quality.notKept !== null) return [`  ${name}  ${w.notKept}: ${quality.notKept}`];
  const { rows, counted, notCounted } = quality;
  const counts = [
    [w.rows, rows],
    [w.counted, counted],
    [w.notCounted, notCounted],
  ] as const;
  return [
    `  ${name}  ${counts.map(([word, n]) => `${word} ${grouped(n)}`).join('  ')}`,
    ...(counted > 0 ? fieldsOf(quality, language) : []),
  ];
}

function departmentOf({ id, name, types, findings }: DepartmentReport, language: Language): string[] {
  const faulty = findings.flatMap(({ type }) => (type === null || types[type] ? [] : [type]));
  const whole = findings.filter(({ type }) => type === null);
  return [
    `${name[language]} ${id}`,
    ...findingsOf(whole, language),
    ...[...new Set(faulty)].flatMap(type => [
      `  ${type}`,
      ...findingsOf(
        findings.filter(each => each.type === type),
        language,
      ),
    ]),
    ...Object.entries(types).flatMap(([type, quality]) => [
      ...typeOf(type, quality, language),
      ...findingsOf(
        // The line above says already that the type is not kept.
        findings.filter(each => each.type === type && !(each.code === 'NOT_KEPT' && each.field === null)),
        language,
      ),
    ]),
    '',
  ];
}

/** The report as a reader at a terminal wants it. */
export function checkReport(county: County, report: CheckReport, language: Language): string {
  const w = words[language];
  const { counts, departments, indicators } = report;
  return [
    `${county.name[language]}  ${w.title}`,
    '',
    ...departments.flatMap(department => departmentOf(department, language)),
    w.indicators,
    ...indicators.map(({ status, sentence }) => `  ${marks[status]} ${sentence[language]}`),
    '',
    `${w.error} ${counts.error}  ${w.warning} ${counts.warning}  ${w.note} ${counts.note}`,
  ].join('\n');
}
