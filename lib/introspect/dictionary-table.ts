import { guessDate } from './date-guess.ts';
import { looksPersonal } from './personal.ts';
import { present, type ColumnSample, type TableSample } from './table-sample.ts';

/** A table of codes: one list, several told apart by a category column, or a tree. */
export interface DictionaryTable {
  readonly table: string;
  readonly code: string;
  readonly label: string;
  readonly category: string | undefined;
  readonly parent: string | undefined;
  readonly lines: readonly {
    readonly code: string;
    readonly label: string;
    readonly category: string;
    readonly parent: string;
  }[];
}

const most = 2000;

function isLabel(column: ColumnSample): boolean {
  const values = present(column);
  return (
    values.length > 0 && values.filter(value => /\p{Script=Han}|[a-z]{3}/u.test(value)).length / values.length >= 0.9
  );
}

function isCode(column: ColumnSample): boolean {
  const values = present(column);
  return values.length > 0 && values.every(value => /^[A-Za-z0-9_.-]{1,20}$/.test(value));
}

function roleOf(columns: readonly ColumnSample[], test: (name: string, column: ColumnSample) => boolean) {
  return columns.find(column => !column.personal && test(column.shape.name.toLowerCase(), column));
}

function at(column: ColumnSample | undefined, row: number): string {
  return column?.values[row] ?? '';
}

/** Few columns, one of them codes, one of them words: what departments call 字典表 or 代码表. */
export function asDictionaryTable(table: TableSample): DictionaryTable | undefined {
  const columns = [...table.columns.values()];
  if (table.sampled < 2 || (table.rows ?? most + 1) > most || columns.length > 14) return undefined;
  const label =
    roleOf(columns, (name, c) => /(?:mc|name|label|text|value|title)$/.test(name) && isLabel(c)) ??
    roleOf(columns, (_, c) => isLabel(c) && c.meaning.roles.has('label'));
  const parent = roleOf(columns, name => /^(?:sj|fj|p_?|parent_?|up_?)(?:dm|bm|id|code|_.*)?$/.test(name));
  const code = roleOf(
    columns,
    (name, c) => c !== parent && c !== label && /(?:^|_)?(?:dm|bm|code|key|value|dictvalue)$/.test(name) && isCode(c),
  );
  if (!label || !code || code === label) return undefined;
  const category = roleOf(
    columns,
    (name, c) =>
      c !== label &&
      c !== code &&
      c !== parent &&
      /(?:lb|lx|type|category|group|class|dict.*)$/.test(name) &&
      c.distinct < table.sampled,
  );
  const saysSo = table.meaning.readings.some(r =>
    r.segments.some(s => s.senses.some(x => ['dictionary', 'code', 'tree'].includes(x.concept))),
  );
  const dated = columns.some(column => !column.meaning.roles.has('audit') && guessDate(column));
  if (!saysSo && (dated || (!category && !parent))) return undefined;
  return {
    table: table.shape.name,
    code: code.shape.name,
    label: label.shape.name,
    category: category?.shape.name,
    parent: parent?.shape.name,
    lines: code.values.map((value, row) => ({
      code: value ?? '',
      label: at(label, row),
      category: at(category, row),
      parent: at(parent, row),
    })),
  };
}

/** Where a column's codes are explained: the table, the part of it, and the labels of the codes met. */
export interface Explained {
  readonly from: DictionaryTable;
  readonly where: Readonly<Record<string, string>>;
  readonly labels: ReadonlyMap<string, string>;
  /** Share of the rows whose code is found. */
  readonly share: number;
  readonly named: boolean;
}

function parts(from: DictionaryTable): Map<string, DictionaryTable['lines']> {
  if (from.category !== undefined) return Map.groupBy(from.lines, line => line.category);
  if (from.parent === undefined) return new Map([['', from.lines]]);
  // What hangs from one entry is a list of its own; so is the tree as a whole.
  return new Map([...Map.groupBy(from.lines, line => line.parent), ['', from.lines]]);
}

function explain(column: ColumnSample, from: DictionaryTable): Explained[] {
  const met = column.frequencies ?? new Map<string, number>();
  const total = [...met.values()].reduce((a, b) => a + b, 0);
  const word = from.category ?? from.parent;
  return [...parts(from)].flatMap(([part, lines]) => {
    const labels = new Map(lines.map(line => [line.code, line.label]));
    const rows = [...met].reduce((sum, [code, n]) => sum + (labels.has(code) ? n : 0), 0);
    if (total === 0 || rows / total < 0.9 || looksPersonal(part)) return [];
    const named =
      part.toLowerCase() === column.shape.name.toLowerCase() ||
      column.shape.name.toLowerCase().endsWith(part.toLowerCase());
    return [
      {
        from,
        where: word === undefined || part === '' ? {} : { [word]: part },
        labels,
        share: rows / total,
        named: named && part !== '',
      },
    ];
  });
}

/** The list in the dictionary tables that explains a column's codes: by name, else the one that fits closest. */
export function explainedBy(column: ColumnSample, tables: readonly DictionaryTable[]): Explained | undefined {
  const distinct = column.frequencies?.size ?? 0;
  const found = tables
    .flatMap(table => explain(column, table))
    .toSorted((a, b) => Number(b.named) - Number(a.named) || a.labels.size - b.labels.size);
  const [best, second] = found;
  // '1' and '2' are in every list: without the name a list must be the only one, or fit to the code.
  return best && (best.named || !second || best.labels.size <= distinct + 1) ? best : undefined;
}
