import { invariant } from '../../kernel/coded-error.ts';
import type { MissingReason } from '../../kernel/missing.ts';
import type { Obligation } from '../../trust/index.ts';
import type { Bound } from '../bind/bind.ts';
import { unreadable } from '../column.ts';
import type { Connection } from '../connect.ts';
import { mayCount } from '../query/may-count.ts';
import type { Register } from '../query/statistics.ts';
import { join, sql, type Sql } from '../query/sql.ts';
import { granted, mayRead } from '../query/where.ts';
import { roundQuality } from './round-quality.ts';
import { unknownAreas } from './unknown-areas.ts';

/** Rows of a field among those that count: counted = present + missing, present = readable + unreadable. */
export interface FieldQuality {
  readonly field: string;
  /** Rows where the source holds something. */
  readonly present: number;
  readonly missing: number;
  readonly readable: number;
  /** Rows where it holds something that cannot be read, by reason; reasons without rows are left out. */
  readonly unreadable: readonly { readonly reason: MissingReason; readonly rows: number }[];
  /** Why the source does not keep the field; null where it does. */
  readonly notKept: string | null;
}

/** How much of a type's rows can be used: rows = counted + notCounted. */
export interface RecordQuality {
  /** Rows of the table or tables. */
  readonly rows: number;
  /** Rows that count. */
  readonly counted: number;
  /** Rows that `only` and `except` take out. */
  readonly notCounted: number;
  /** Why the source does not keep the type; null where it does. */
  readonly notKept: string | null;
  readonly fields: readonly FieldQuality[];
}

function ones(condition: string): string {
  return `SUM(CASE WHEN ${condition} THEN 1 ELSE 0 END)`;
}

/** The rows, readable values and unreadable ones of some fields: one statement. */
async function counts(
  connection: Connection,
  bound: Bound,
  fields: readonly string[],
  base: Sql,
): Promise<Record<string, unknown>> {
  const counted = bound.only.join(' AND ') || '1 = 1';
  const sums = fields.flatMap((field, i) => {
    const column = bound.columns.get(field);
    const wrong = column && unreadable(column);
    return [
      `${ones(`${counted} AND ${column?.value ?? 'NULL'} IS NOT NULL`)} AS r${i}`,
      ...(wrong === undefined ? [] : [`${ones(`${counted} AND ${wrong}`)} AS u${i}`]),
    ];
  });
  const select = ['COUNT(*) AS n', `${ones(counted)} AS k`, ...sums].join(', ');
  const [line] = await connection.select(`SELECT ${select} FROM ${bound.from} WHERE ${base.text}`, base.values);
  return line ?? {};
}

function fieldQuality(
  { columns }: Bound,
  field: string,
  counted: number,
  readable: number,
  wrong: FieldQuality['unreadable'],
): FieldQuality {
  const present = readable + wrong.reduce((sum, { rows }) => sum + rows, 0);
  return {
    field,
    present,
    missing: counted - present,
    readable,
    unreadable: wrong.filter(({ rows }) => rows > 0),
    notKept: columns.get(field)?.absent ?? null,
  };
}

/** Rows by reason; two reasons of one name are one. */
function merged(wrong: FieldQuality['unreadable']): FieldQuality['unreadable'] {
  return [...Map.groupBy(wrong, ({ reason }) => reason)].map(([reason, same]) => ({
    reason,
    rows: same.reduce((sum, { rows }) => sum + rows, 0),
  }));
}

/**
 * The quality of a type's rows that the obligation lets the reader see, and of the fields that it allows: one statement, and one
 * for each field that holds area codes; rounded where statistics are protected. Refusals: FORBIDDEN_TYPE where rows are not
 * granted, FORBIDDEN_STATISTICS.
 */
export async function recordQuality(
  connection: Connection,
  bound: Bound,
  obligation: Obligation,
  register: Register,
): Promise<RecordQuality> {
  mayRead(obligation);
  const profile = mayCount(obligation);
  const quality = await exactQuality(connection, bound, obligation, register);
  if (profile === 'exact') return quality;
  invariant(register.protection, 'a key for protected statistics');
  return roundQuality(quality, register.protection, bound.type.name, obligation.areas);
}

async function exactQuality(
  connection: Connection,
  bound: Bound,
  obligation: Obligation,
  register: Register,
): Promise<RecordQuality> {
  const fields = [...bound.columns.keys()].filter(f => obligation.allows(f, 'use') && obligation.allows(f, 'count'));
  if (bound.absent !== undefined) {
    const none = fields.map(field => fieldQuality(bound, field, 0, 0, []));
    return { rows: 0, counted: 0, notCounted: 0, notKept: bound.absent, fields: none };
  }
  const base = join(granted(bound, obligation), ' AND ', '1 = 1');
  const line = await counts(connection, bound, fields, base);
  const [rows, counted] = [Number(line['n']), Number(line['k'])];
  const qualities: FieldQuality[] = [];
  for (const [i, field] of fields.entries()) {
    const column = bound.columns.get(field);
    const reason = column?.unreadable?.reason;
    const wrong = reason === undefined ? [] : [{ reason, rows: Number(line[`u${i}`]) }];
    let outside = 0;
    if (column?.kind === 'place') {
      const counting = join([...bound.only.map(text => sql(text)), base], ' AND ', '1 = 1');
      const unknown = await unknownAreas(connection, bound, field, register, counting);
      outside = unknown.reduce((sum, met) => sum + met.rows, 0);
    }
    const readable = Number(line[`r${i}`]) - outside;
    qualities.push(
      fieldQuality(bound, field, counted, readable, merged([...wrong, { reason: 'UNKNOWN_AREA', rows: outside }])),
    );
  }
  return { rows, counted, notCounted: rows - counted, notKept: null, fields: qualities };
}
