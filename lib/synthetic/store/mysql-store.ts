import { createConnection, type RowDataPacket } from 'mysql2/promise';
import type { SqlType } from '../legacy-table.ts';
import { createIndexes, createTable, marker, refuseForeign, type Store } from './store.ts';

const quote = (name: string): string => `\`${name}\``;

function word(type: SqlType): string {
  if (typeof type === 'object') return `VARCHAR(${type.text})`;
  return {
    longtext: 'LONGTEXT',
    int: 'INT',
    bigint: 'BIGINT',
    decimal: 'DECIMAL(16,2)',
    date: 'DATE',
    datetime: 'DATETIME',
  }[type];
}

/** MariaDB, MySQL and what speaks their protocol. */
export async function openMysql(url: URL): Promise<Store> {
  const name = decodeURIComponent(url.pathname.slice(1));
  const connection = await createConnection({
    host: url.hostname,
    port: Number(url.port || 3306),
    user: decodeURIComponent(url.username),
    password: decodeURIComponent(url.password),
    charset: 'utf8mb4',
  });
  await connection.query(`CREATE DATABASE IF NOT EXISTS ${quote(name)} CHARACTER SET utf8mb4 COLLATE utf8mb4_bin`);
  await connection.query(`USE ${quote(name)}`);
  const [tables] = await connection.query<RowDataPacket[]>(
    'SELECT TABLE_NAME AS name FROM information_schema.TABLES WHERE TABLE_SCHEMA = ?',
    [name],
  );
  try {
    refuseForeign(tables.map(table => String(table['name'])));
  } catch (error) {
    connection.destroy();
    throw error;
  }
  return {
    async create(tables) {
      await connection.query(`CREATE TABLE IF NOT EXISTS ${marker} (made INT)`);
      for (const table of tables) {
        await connection.query(`DROP TABLE IF EXISTS ${quote(table.name)}`);
        await connection.query(createTable(table, quote, word));
      }
    },
    async insert(table, rows) {
      const text = rows.map(row => row.map(value => (typeof value === 'bigint' ? value.toString() : value)));
      await connection.query(`INSERT INTO ${quote(table.name)} VALUES ?`, [text]);
    },
    async finish(tables) {
      for (const table of tables) for (const sql of createIndexes(table, quote)) await connection.query(sql);
      for (const table of tables) await connection.query(`ANALYZE TABLE ${quote(table.name)}`);
      await connection.end();
    },
    async abandon() {
      connection.destroy();
    },
  };
}
