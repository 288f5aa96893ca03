import type { Snapshot, TypeSnapshot } from './snapshot.ts';

export const driftCodes = [
  'DRIFT_TABLE_GONE',
  'DRIFT_COLUMN_GONE',
  'DRIFT_COLUMN_NEW',
  'DRIFT_TYPE_CHANGED',
  'DRIFT_FEWER_ROWS',
  'DRIFT_NEW_CODE',
  'DRIFT_NO_NEW_ROWS',
] as const;

export type DriftCode = (typeof driftCodes)[number];

/** Something that is no longer as it was at the last check. */
export interface Drift {
  readonly code: DriftCode;
  /** The record type; null for a table. */
  readonly type: string | null;
  /** A field, a table or a table's column. */
  readonly field: string | null;
  readonly values: readonly { readonly value: string; readonly rows: number }[];
  readonly about: Readonly<Record<string, string | number>>;
}

function drift(code: DriftCode, parts: Partial<Omit<Drift, 'code'>>): Drift {
  return { code, type: null, field: null, values: [], about: {}, ...parts };
}

function ofTables(before: Snapshot, now: Snapshot): Drift[] {
  const since = before.takenOn;
  return Object.entries(before.tables).flatMap(([table, columns]) => {
    const found = now.tables[table];
    if (!found) return [drift('DRIFT_TABLE_GONE', { field: table, about: { since } })];
    const names = [...new Set([...Object.keys(columns), ...Object.keys(found)])];
    return names.flatMap(name => {
      const field = `${table}.${name}`;
      const [was, is] = [columns[name], found[name]];
      if (is === undefined) return [drift('DRIFT_COLUMN_GONE', { field, about: { since } })];
      if (was === undefined) return [drift('DRIFT_COLUMN_NEW', { field, about: { since } })];
      return was === is ? [] : [drift('DRIFT_TYPE_CHANGED', { field, about: { since, before: was, now: is } })];
    });
  });
}

function latestOf({ latest }: TypeSnapshot): string | undefined {
  return Object.values(latest).toSorted().at(-1);
}

function ofRows(type: string, since: string, was: TypeSnapshot, is: TypeSnapshot, today: string): Drift[] {
  if (is.rows < was.rows)
    return [drift('DRIFT_FEWER_ROWS', { type, about: { since, before: was.rows, now: is.rows } })];
  const latest = latestOf(is);
  const same = is.rows === was.rows && JSON.stringify(is.latest) === JSON.stringify(was.latest);
  return same && since < today && latest !== undefined
    ? [drift('DRIFT_NO_NEW_ROWS', { type, about: { since, latest } })]
    : [];
}

function ofCodes(type: string, since: string, was: TypeSnapshot, is: TypeSnapshot): Drift[] {
  return Object.entries(is.codes).flatMap(([field, codes]) => {
    const known = was.codes[field];
    const fresh = known ? codes.filter(code => !known.includes(code)) : [];
    const values = fresh.map(value => ({ value, rows: 0 }));
    return fresh.length > 0 ? [drift('DRIFT_NEW_CODE', { type, field, values, about: { since } })] : [];
  });
}

/** What has changed between two checks of a department. */
export function driftOf(before: Snapshot, now: Snapshot): Drift[] {
  const since = before.takenOn;
  const types = Object.entries(now.types).flatMap(([type, is]) => {
    const was = before.types[type];
    return was ? [...ofRows(type, since, was, is, now.takenOn), ...ofCodes(type, since, was, is)] : [];
  });
  return [...ofTables(before, now), ...types];
}
