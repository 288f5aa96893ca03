import { readEntries } from '../bind/code-list.ts';
import { counting, type Examined } from './examined.ts';
import { fieldText } from './field-text.ts';
import { finding, type Finding, type Met } from './finding.ts';
import { shownValues } from './shown-value.ts';

/** Pairs of code and label at most. */
const most = 20_000;

interface Pair {
  readonly code: string;
  readonly label: string;
  readonly rows: number;
}

async function pairsOf(examined: Examined, field: string, label: string): Promise<Pair[]> {
  const { live, rows, bound } = examined;
  const d = live.connection.dialect;
  const text = fieldText(examined, field);
  if (!text) return [];
  const words = d.text(rows.columnOf(label, ['types', bound.type.name, 'fields', field, 'label']).sql);
  const inner = `SELECT ${text.text} AS c, ${words} AS l FROM ${rows.from()} WHERE ${counting(bound)} AND ${text.present}`;
  const lines = await live.connection.select(
    `SELECT q.c AS c, q.l AS l, COUNT(*) AS n FROM (${inner}) q WHERE q.l IS NOT NULL AND q.l <> '' GROUP BY q.c, q.l ORDER BY q.c, q.l LIMIT ${most}`,
    [],
  );
  return lines.map(line => ({ code: String(line['c']), label: String(line['l']), rows: Number(line['n']) }));
}

function rowsByCode(pairs: readonly Pair[]): Met[] {
  return [...Map.groupBy(pairs, ({ code }) => code)].map(([value, same]) => ({
    value,
    rows: same.reduce((sum, { rows }) => sum + rows, 0),
  }));
}

/** Codes with several labels. The labels stay in the database: a column of labels may hold names. */
function varying(field: string, pairs: readonly Pair[]): Finding[] {
  const byCode = Map.groupBy(pairs, ({ code }) => code);
  const several = pairs.filter(({ code }) => (byCode.get(code)?.length ?? 0) > 1);
  if (several.length === 0) return [];
  const codes = rowsByCode(several);
  const rows = several.reduce((sum, pair) => sum + pair.rows, 0);
  const about = { codes: codes.length, all: byCode.size };
  return [finding('LABEL_VARIES', { field, rows, values: shownValues(codes, 50), about })];
}

/** Rows whose label is not that of the dictionary table. */
async function contradicting({ live, mapping }: Examined, field: string, pairs: readonly Pair[]): Promise<Finding[]> {
  const name = mapping.fields[field]?.codes;
  const list = name === undefined ? undefined : live.read.mapping.codes?.[name];
  if (name === undefined || list?.table === undefined || list.label === undefined) return [];
  const entries = await readEntries(live.connection, live.read, live.tables, name);
  const labels = new Map(entries.map(({ code, label }) => [code, label]));
  const wrong = pairs.filter(({ code, label }) => labels.has(code) && labels.get(code) !== label);
  if (wrong.length === 0) return [];
  const rows = wrong.reduce((sum, pair) => sum + pair.rows, 0);
  return [
    finding('LABEL_CONTRADICTS', {
      field,
      rows,
      values: shownValues(rowsByCode(wrong), 50),
      about: { table: list.table },
    }),
  ];
}

/** Labels beside codes: one statement a field. */
export async function labels(examined: Examined): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const [field, { label }] of Object.entries(examined.mapping.fields)) {
    if (label === undefined) continue;
    const pairs = await pairsOf(examined, field, label);
    findings.push(...varying(field, pairs), ...(await contradicting(examined, field, pairs)));
  }
  return findings;
}
