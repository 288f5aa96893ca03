import type { Connection } from '../source/index.ts';
import { guessAreas, type AreaGuess } from './area-guess.ts';
import { guessCodes, isCodeLike, labelColumnOf, type CodeGuess } from './code-guess.ts';
import { guessDate, type DateGuess } from './date-guess.ts';
import { asDictionaryTable, explainedBy, type DictionaryTable } from './dictionary-table.ts';
import { guessJoins, type JoinGuess } from './join-guess.ts';
import { guessKey, type KeyGuess } from './key-guess.ts';
import { guessNumber, type NumberGuess } from './number-guess.ts';
import { guessSoftDelete, type SoftDeleteGuess } from './soft-delete-guess.ts';
import { present, type ColumnSample, type TableSample } from './table-sample.ts';

/** What a column holds, whatever it is for. */
export interface ColumnFacts {
  readonly sample: ColumnSample;
  readonly date: DateGuess | undefined;
  readonly number: NumberGuess | undefined;
  readonly codes: CodeGuess | undefined;
  readonly join: JoinGuess | undefined;
  /** Numbers or letters that name a thing elsewhere: neither date, area, code nor amount. */
  readonly identifies: boolean;
}

export interface TableFacts {
  readonly sample: TableSample;
  readonly key: KeyGuess | undefined;
  readonly softDelete: SoftDeleteGuess | undefined;
  readonly areas: readonly AreaGuess[];
  readonly columns: ReadonlyMap<string, ColumnFacts>;
  /** It is a table of codes. */
  readonly dictionary: DictionaryTable | undefined;
}

function codesOf(
  table: TableSample,
  column: ColumnSample,
  dictionaries: readonly DictionaryTable[],
): CodeGuess | undefined {
  const own = guessCodes(column);
  if (!own) return undefined;
  const beside = labelColumnOf(table, column);
  const label = beside ? { label: beside.shape.name } : {};
  if (own.from === 'comment') return { ...own, ...label };
  const explained = isCodeLike(column) ? explainedBy(column, dictionaries) : undefined;
  if (explained) {
    const { from, where, labels } = explained;
    const dictionary = {
      table: from.table,
      where,
      code: from.code,
      label: from.label,
      ...(from.parent === undefined || Object.keys(where).length > 0 ? {} : { parent: from.parent }),
    };
    const said = Object.entries(where).map(([word, value]) => ` where ${word} is ${value}`);
    return {
      labels,
      met: own.met,
      from: 'dictionary table',
      why: `its codes stand in ${from.table}${said.join('')}`,
      dictionary,
      ...label,
    };
  }
  if (!beside) return own;
  const pairs = new Map<string, string>();
  column.values.forEach((code, row) => {
    const word = beside.values[row];
    if (code !== null && code !== '' && word && !pairs.has(code)) pairs.set(code, word);
  });
  return {
    labels: pairs,
    met: own.met,
    from: 'label column',
    why: `${beside.shape.name} says them in words`,
    ...label,
  };
}

function identifies(column: ColumnSample, date: DateGuess | undefined, areas: readonly AreaGuess[]): boolean {
  const { personal, distinct, filled, meaning, shape } = column;
  if (personal || date || distinct < 2 || shape.kind === 'decimal') return false;
  if (areas.some(area => area.columns.includes(shape.name))) return false;
  if (meaning.roles.has('count') || meaning.roles.has('amount') || meaning.roles.has('note')) return false;
  const values = present(column);
  const like =
    values.filter(value => /^(?=.*\d)[\p{Script=Han}A-Za-z0-9()（）〔〕_-]{4,40}$/u.test(value)).length / values.length;
  return like >= 0.9 && (distinct >= 20 || distinct / filled > 0.5 || meaning.roles.has('key'));
}

/** A column without a value yet is written like the dates beside it that are declared like it. */
function emptyDate(
  column: ColumnSample,
  dates: ReadonlyMap<string, DateGuess>,
  table: TableSample,
): DateGuess | undefined {
  if (column.personal || column.filled > 0 || !column.meaning.roles.has('date')) return undefined;
  const alike = [...dates].find(([name]) => table.columns.get(name)?.shape.type === column.shape.type);
  return alike && { ...alike[1], missing: [], share: 0, why: `no values yet; written like ${alike[0]} beside it` };
}

function columnFacts(
  table: TableSample,
  areas: readonly AreaGuess[],
  dictionaries: readonly DictionaryTable[],
  joins: readonly JoinGuess[],
): Map<string, ColumnFacts> {
  const dates = new Map<string, DateGuess>();
  for (const [name, sample] of table.columns) {
    const date = guessDate(sample);
    if (date) dates.set(name, date);
  }
  const factsOf = (name: string, sample: ColumnSample): ColumnFacts => {
    const date = dates.get(name) ?? emptyDate(sample, dates, table);
    return {
      sample,
      date,
      number: sample.personal || date ? undefined : guessNumber(sample),
      codes: date ? undefined : codesOf(table, sample, dictionaries),
      join: joins.find(join => join.from.table === table.shape.name && join.from.column === name),
      identifies: identifies(sample, date, areas),
    };
  };
  return new Map([...table.columns].map(([name, sample]) => [name, factsOf(name, sample)]));
}

/** Everything that can be known of the tables without knowing what they should be. */
export async function guessFacts(
  connection: Connection,
  samples: readonly TableSample[],
): Promise<{ tables: TableFacts[]; joins: JoinGuess[] }> {
  const counts = new Map<string, number>();
  for (const sample of samples)
    for (const name of sample.columns.keys()) counts.set(name.toLowerCase(), (counts.get(name.toLowerCase()) ?? 0) + 1);
  const elsewhere = new Set([...counts].filter(([, n]) => n > 1).map(([name]) => name));
  const keys = new Map<string, KeyGuess>();
  for (const sample of samples) {
    const key = sample.shape.view ? undefined : await guessKey(connection, sample, elsewhere);
    if (key) keys.set(sample.shape.name, key);
  }
  const joins = await guessJoins(connection, samples, keys);
  const dictionaries = samples.flatMap(sample => asDictionaryTable(sample) ?? []);
  const tables = samples.map((sample): TableFacts => {
    const areas = guessAreas(sample);
    return {
      sample,
      key: keys.get(sample.shape.name),
      softDelete: guessSoftDelete(sample),
      areas,
      columns: columnFacts(sample, areas, dictionaries, joins),
      dictionary: dictionaries.find(each => each.table === sample.shape.name),
    };
  });
  return { tables, joins };
}
