import { onTestFinished } from 'vitest';
import type { FieldKind, Filter, ListQuery, Mapping, Measure, RecordType, Session } from '../../../lib/source/index.ts';
import type { DatabaseKind } from '../../servers/databases.ts';
import { openLegacy, right, type Legacy } from '../legacy/database.ts';

/** A type of a test: its fields, of which `id` is the key and `on` the day by which its rows are counted. */
export interface HabitType {
  readonly fields: Readonly<Record<string, FieldKind>>;
  readonly values?: Readonly<Record<string, readonly string[]>>;
}

/** A habit of real databases: tables in raw SQL, a mapping, the types of the schema. */
export interface Habit {
  readonly tables: readonly string[];
  readonly types: Mapping['types'];
  readonly codes?: Mapping['codes'];
  readonly queries?: Mapping['queries'];
  readonly schema: Readonly<Record<string, HabitType>>;
  /** Files beside the mapping. */
  readonly beside?: Readonly<Record<string, string>>;
}

export interface Statement {
  readonly sql: string;
  readonly bindings: readonly unknown[];
}

type Values = readonly unknown[];

/** Every field can be grouped by, and counts the rows in which it cannot be read. */
function recordType(name: string, { fields, values }: HabitType): RecordType {
  const names = Object.keys(fields);
  const measures: Measure[] = !('on' in fields)
    ? []
    : names.map(field => ({ name: field, kind: 'events', on: 'on', where: [], readable: [field] }));
  return {
    name,
    key: 'id' in fields ? 'id' : undefined,
    fields: new Map(Object.entries(fields)),
    ...(values ? { values: new Map(Object.entries(values)) } : {}),
    dimensions: names,
    measures: new Map(measures.map(m => [m.name, m])),
  };
}

/** A habit's database, opened, with short words for the questions of a test. */
export class OpenHabit {
  readonly #legacy: Legacy;
  #closed = false;
  /** What was sent to the database, in order. */
  readonly sent: readonly Statement[];

  constructor(legacy: Legacy, sent: readonly Statement[]) {
    this.#legacy = legacy;
    this.sent = sent;
  }

  /** Ends it before its test does, where a test opens many. */
  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    await this.#legacy.close();
  }

  get url(): string {
    return this.#legacy.url;
  }

  session(): Session {
    return this.#legacy.source.session();
  }

  async page(type: string, query: Partial<ListQuery>) {
    return this.session().list(right(type), { fields: ['id'], first: 100, count: false, ...query });
  }

  /** The values of some fields, a list a row. */
  async rows(type: string, fields: readonly string[], query: Partial<ListQuery> = {}): Promise<Values[]> {
    const { rows } = await this.page(type, { fields, ...query });
    return rows.map(row => fields.map(field => row[field]));
  }

  /** The ids of the rows that a filter lets through. */
  async ids(type: string, filter: Filter): Promise<unknown[]> {
    return (await this.rows(type, ['id'], { filter })).flat();
  }

  /** All rows, page by page. */
  async pages(
    type: string,
    fields: readonly string[],
    first: number,
    query: Partial<ListQuery> = {},
  ): Promise<Values[]> {
    const all: Values[] = [];
    for (let after: string | undefined, more = true; more;) {
      const page = await this.page(type, { ...query, fields, first, after });
      all.push(...page.rows.map(row => fields.map(field => row[field])));
      after = page.cursor(page.rows.length - 1);
      more = page.hasNextPage;
    }
    return all;
  }

  /** Rows by the value of a field, counted in the database; `null` where there is none. */
  async counts(type: string, by: string): Promise<Record<string, number>> {
    const { rows } = await this.#statistics(type, 'on', [by]);
    const counts: Record<string, number> = {};
    for (const row of rows) {
      const value = String(row.dimensions[by]);
      counts[value] = (counts[value] ?? 0) + (row.values[0] ?? 0);
    }
    return counts;
  }

  /** Rows in which each of these fields holds something that cannot be read, with the reason. */
  async unreadable(type: string, field: string): Promise<Record<string, number>> {
    const { leftOut } = await this.#statistics(type, field, []);
    return Object.fromEntries(leftOut.map(left => [left.reason, left.rows]));
  }

  #statistics(type: string, measure: string, by: readonly string[]) {
    return this.session().statistics(right(type), {
      measures: [measure],
      by,
      period: { unit: 'YEAR', from: '1970', to: '2030' },
      level: 'COUNTY',
      asOf: '2030-12-31',
      leftOut: true,
    });
  }
}

/** Opens a habit's database for the test that runs. */
export async function openHabit(kind: DatabaseKind, habit: Habit): Promise<OpenHabit> {
  const { tables, types, codes, queries, schema, beside } = habit;
  const mapping: Mapping = { database: 'habit', types, ...(codes ? { codes } : {}), ...(queries ? { queries } : {}) };
  const records = Object.entries(schema).map(([name, type]) => recordType(name, type));
  const sent: Statement[] = [];
  const watch = (sql: string, bindings: readonly unknown[]): void => void sent.push({ sql, bindings });
  const legacy = await openLegacy(kind, tables, mapping, records, beside, { watch });
  const open = new OpenHabit(legacy, sent);
  onTestFinished(() => open.close());
  return open;
}
