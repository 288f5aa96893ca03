import Database from 'better-sqlite3';
import { createConnection } from 'mysql2/promise';
import { Client } from 'pg';

/** All rows of a table as texts, sorted, so that rows of different databases can be compared. */
export async function readRows(url: string, table: string, notNull: string): Promise<string[]> {
  const rows = await select(url, table, notNull);
  return rows.map(row => Object.values(row).map(String).join('|')).sort();
}

async function select(url: string, table: string, notNull: string): Promise<object[]> {
  if (url.startsWith('sqlite:')) {
    const database = new Database(url.slice('sqlite:'.length), { readonly: true });
    const sql = `SELECT * FROM "${table}" WHERE "${notNull}" IS NOT NULL`;
    const rows = database.prepare<[], object>(sql).safeIntegers().all();
    database.close();
    return rows;
  }
  if (url.startsWith('mysql:')) {
    const connection = await createConnection({ uri: url, supportBigNumbers: true, bigNumberStrings: true });
    const [rows] = await connection.query(`SELECT * FROM \`${table}\` WHERE \`${notNull}\` IS NOT NULL`);
    await connection.end();
    return rows as object[];
  }
  const client = new Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<object>(`SELECT * FROM "${table}" WHERE "${notNull}" IS NOT NULL`);
  await client.end();
  return rows;
}
