import type { Meaning } from './meaning.ts';
import type { Reading, Segment } from './reading.ts';
import { share, type Personal } from './table-sample.ts';

/** What counts or dates persons does not name them. */
const harmless = new Set(['count', 'date', 'amount', 'status', 'deleted', 'valid', 'flag', 'area', 'audit', 'code']);

/** Long initials of a person are one, whatever else they may mean; short ones only when they mean nothing else. */
function namesPerson({ text, senses }: Segment): boolean {
  const persons = senses.filter(sense => sense.role === 'person').length;
  return text.length > 2 ? persons > 0 : text.length > 1 && persons === senses.length;
}

function gradeIn(reading: Reading): number | undefined {
  const last = reading.segments.at(-1);
  if (!last) return undefined;
  const roles = new Set(last.senses.flatMap(sense => sense.role ?? []));
  const grades = reading.segments.flatMap(segment => segment.senses.flatMap(sense => sense.grade ?? []));
  const tail = last.senses.flatMap(sense => sense.grade ?? []);
  const before = reading.segments.slice(0, -1).some(namesPerson);
  if (tail.length > 0) return roles.size === 1 || before ? Math.max(...tail) : undefined;
  // '当事人' first and nothing after it that says otherwise: 当事人信息.
  return before && ![...roles].some(role => harmless.has(role)) ? Math.max(...grades) : undefined;
}

/** Decides by comment and name alone, before any value is read. */
export function personalByName(meaning: Meaning): Personal | undefined {
  const said = meaning.comment && gradeIn(meaning.comment);
  if (said !== undefined) return { grade: said, why: `${meaning.words}, by its comment` };
  const named = meaning.readings.find(reading => reading !== meaning.comment);
  const grade = named && gradeIn(named);
  // A comment that says something else is right about an abbreviation.
  if (grade === undefined || (meaning.comment && named && named.segments.every(s => s.text.length <= 3)))
    return undefined;
  return { grade, why: `${meaning.words}, by its name` };
}

const surnames = new Set(
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向常汤康易乔赖文褚卫',
);

const shapes: readonly { what: string; grade: number; test(value: string): boolean }[] = [
  {
    what: 'identity numbers',
    grade: 4,
    test: v => /^\d{6}(19|20)\d\d(0[1-9]|1[0-2])([0-2]\d|3[01])\d{3}[\dXx]$/.test(v),
  },
  { what: 'bank cards', grade: 4, test: v => /^62\d{14,17}$/.test(v) },
  { what: 'mobile numbers', grade: 3, test: v => /^(\+?86[- ]?)?1[3-9]\d{9}$/.test(v) },
  { what: 'telephone numbers', grade: 3, test: v => /^0\d{2,3}-\d{7,8}(-\d+)?$/.test(v) },
  { what: 'mail addresses', grade: 3, test: v => /^[^@\s]+@[^@\s]+\.[a-z]+$/i.test(v) },
  { what: 'addresses', grade: 3, test: v => /(路|街|巷|村|弄|组|幢|栋|小区).*\d+(号|室|组|幢|栋|单元)/.test(v) },
];

/** Looks like 王小明: few enough characters, a frequent surname first. */
function likeName(value: string): boolean {
  return /^\p{Script=Han}{2,4}$/u.test(value) && value.length <= 3 && surnames.has(value.charAt(0));
}

/** Decides by what values look like. The values are looked at and forgotten. */
export function personalByShape(values: readonly string[], distinct: number): Personal | undefined {
  if (values.length === 0) return undefined;
  for (const { what, grade, test } of shapes) {
    const part = share(values, test);
    if (part >= 0.2) return { grade, why: `its values look like ${what}` };
  }
  const names = share(values, likeName);
  if (names >= 0.6 && (distinct > 12 || distinct / values.length > 0.5))
    return { grade: 3, why: "its values look like persons' names" };
  return undefined;
}

/** Whether one value must not be shown, wherever it stands. */
export function looksPersonal(value: string): boolean {
  return shapes.some(({ test }) => test(value)) || /\d{7,}/.test(value);
}
