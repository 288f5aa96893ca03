import Database from 'better-sqlite3';

/** Copies the tables of an SQLite file without their keys, indexes and foreign keys, as old systems have them. */
export function withoutKeys(from: string, to: string, tables: readonly string[]): void {
  const copy = new Database(to);
  try {
    copy.prepare('ATTACH ? AS source').run(from);
    for (const table of tables) copy.exec(`CREATE TABLE "${table}" AS SELECT * FROM source."${table}"`);
  } finally {
    copy.close();
  }
}

/** The tables of an SQLite file that have rows. */
export function filledTables(file: string): string[] {
  const database = new Database(file, { readonly: true });
  try {
    return database
      .prepare<[], { name: string }>("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'")
      .all()
      .map(({ name }) => name)
      .filter(name => database.prepare(`SELECT 1 FROM "${name}" LIMIT 1`).get() !== undefined);
  } finally {
    database.close();
  }
}
