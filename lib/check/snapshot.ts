import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { ReadMapping, TableShape } from '../source/index.ts';

/** What a type's rows were. */
export interface TypeSnapshot {
  readonly rows: number;
  readonly counted: number;
  /** Codes met, by field. */
  readonly codes: Readonly<Record<string, readonly string[]>>;
  /** The latest day, by date field. */
  readonly latest: Readonly<Record<string, string>>;
}

/** What a department looked like when it was checked. It holds no value of a row but codes of closed lists and days. */
export interface Snapshot {
  /** ISO day. */
  readonly takenOn: string;
  /** Column types, by table and column. */
  readonly tables: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly types: Readonly<Record<string, TypeSnapshot>>;
}

/** Tables that a mapping names, as far as they are there, with their columns. */
export function tablesOf({ mapping }: ReadMapping, tables: ReadonlyMap<string, TableShape>): Snapshot['tables'] {
  const named = Object.values(mapping.types).flatMap(type =>
    'absent' in type
      ? []
      : [
          ...[type.from].flat(),
          ...Object.values(type.join ?? {}).map(side => side.table),
          ...Object.values(type.fields).flatMap(({ through }) => (through ? [through.table] : [])),
        ],
  );
  const lists = Object.values(mapping.codes ?? {}).flatMap(({ table }) => (table === undefined ? [] : [table]));
  return Object.fromEntries(
    [...new Set([...named, ...lists])].sort().flatMap(name => {
      const shape = tables.get(name);
      return shape ? [[name, Object.fromEntries([...shape.columns].map(([column, { type }]) => [column, type]))]] : [];
    }),
  );
}

function fileOf(folder: string, department: string): string {
  return join(folder, 'check', `${department}.json`);
}

/** The snapshot of the last check; undefined where there is none that can be read. */
export function readSnapshot(folder: string, department: string): Snapshot | undefined {
  const file = fileOf(folder, department);
  if (!existsSync(file)) return undefined;
  try {
    const read = JSON.parse(readFileSync(file, 'utf8')) as Partial<Snapshot> | null;
    return read?.takenOn !== undefined && read.tables && read.types ? (read as Snapshot) : undefined;
  } catch {
    return undefined;
  }
}

/** Keeps a snapshot for the next check. */
export function writeSnapshot(folder: string, department: string, snapshot: Snapshot): void {
  const file = fileOf(folder, department);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify(snapshot, null, 2)}\n`);
}
