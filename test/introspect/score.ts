import type { FieldMapping, Mapping, TypeMapping } from '../../lib/source/index.ts';
import { readContract } from '../../lib/subgraph/index.ts';

/** What is counted, in the order of the table. */
export const subjects = ['types', 'columns', 'keys', 'dates', 'markers', 'areas', 'joins', 'codes', 'deletes'] as const;
export type Subject = (typeof subjects)[number];

export interface Count {
  readonly right: number;
  readonly of: number;
}
export type Score = Readonly<Partial<Record<Subject, Count>>>;

/** A type's table; of a declared query the first that it reads. */
function tableOf(mapping: Mapping, from: string): string {
  return /FROM\s+(\w+)/i.exec(mapping.queries?.[from] ?? '')?.[1] ?? from;
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** In SQLite a native date is text that begins yyyy-MM-dd. */
function format(field: FieldMapping): string | undefined {
  const word = field.date ?? field.datetime;
  return word === 'native' ? 'yyyy-MM-dd' : word;
}

type Tally = (subject: Subject, right: boolean) => void;

function scoreField(truth: FieldMapping, draft: FieldMapping | undefined, link: boolean, tally: Tally): void {
  if (truth.area) {
    tally('areas', same(truth.area, draft?.area));
    return;
  }
  const found = truth.column === draft?.column;
  tally('columns', found);
  if (link) tally('joins', found);
  if (truth.date === undefined && truth.datetime === undefined) return;
  tally('dates', found && draft !== undefined && format(truth) === format(draft));
  for (const marker of truth.missing ?? []) tally('markers', found && draft?.missing?.includes(marker) === true);
}

function scoreCodes(truth: Mapping, draft: Mapping, t: FieldMapping, d: FieldMapping | undefined, tally: Tally): void {
  const found = t.column === d?.column && d?.codes !== undefined ? draft.codes?.[d.codes]?.map : undefined;
  for (const [code, value] of Object.entries(truth.codes?.[t.codes ?? '']?.map ?? {}))
    tally('codes', found?.[code] === value);
}

function scoreType(truth: Mapping, draft: Mapping, name: string, links: ReadonlySet<string>, tally: Tally): void {
  const t = truth.types[name] as TypeMapping;
  const entry = draft.types[name];
  const d = entry && 'fields' in entry ? entry : undefined;
  const right = d?.from === tableOf(truth, String(t.from));
  tally('types', right);
  const fields = right ? d.fields : {};
  if (t.key !== undefined) tally('keys', right && same(t.key, d.key));
  if (t.only) tally('deletes', right && same(t.only, d.only));
  for (const [field, mapping] of Object.entries(t.fields)) {
    scoreField(mapping, fields[field], links.has(field), tally);
    if (mapping.codes !== undefined) scoreCodes(truth, draft, mapping, fields[field], tally);
  }
}

/** Holds a draft against the true mapping of a department: how much of each kind it has right. */
export function scoreDraft(department: string, truth: Mapping, draft: Mapping): Score {
  const counts: Partial<Record<Subject, { right: number; of: number }>> = {};
  const tally: Tally = (subject, right) => {
    const count = (counts[subject] ??= { right: 0, of: 0 });
    count.of += 1;
    count.right += Number(right);
  };
  const { records } = readContract(department).model;
  for (const name of Object.keys(truth.types)) {
    const links = [...(records.get(name)?.fields ?? [])].filter(([, kind]) => kind === 'link').map(([field]) => field);
    scoreType(truth, draft, name, new Set(links), tally);
  }
  return counts;
}

/** Adds scores up. */
export function total(scores: readonly Score[]): Score {
  return Object.fromEntries(
    subjects.flatMap(subject => {
      const counts = scores.flatMap(score => score[subject] ?? []);
      const sum = { right: counts.reduce((s, c) => s + c.right, 0), of: counts.reduce((s, c) => s + c.of, 0) };
      return sum.of > 0 ? [[subject, sum]] : [];
    }),
  );
}

/** The share that is right; 1 where there was nothing to find. */
export function rate(count: Count | undefined): number {
  return count === undefined || count.of === 0 ? 1 : count.right / count.of;
}

function cell(count: Count | undefined): string {
  return count ? `${count.right}/${count.of} ${Math.round(rate(count) * 100)}%` : '';
}

/** The scores as a table for a terminal. */
export function scoreTable(rows: readonly (readonly [string, Score])[]): string {
  const lines = [
    ['', ...subjects],
    ...rows.map(([name, score]) => [name, ...subjects.map(subject => cell(score[subject]))]),
  ];
  const widths = lines[0]?.map((_, i) => Math.max(...lines.map(line => line[i]?.length ?? 0))) ?? [];
  return lines
    .map(line =>
      line
        .map((text, i) => text.padEnd(widths[i] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
