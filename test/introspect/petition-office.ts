import { createConnection } from 'mysql2/promise';
import { Client } from 'pg';
import Database from 'better-sqlite3';
import type { DatabaseKind } from '../servers/databases.ts';

/** Values that no draft, report or progress line may hold. */
export const canaries = [
  '欧阳丹青',
  '司徒远山',
  '33019919780312',
  '1380013',
  '云栖路',
  'wechat-canary',
  '诸葛亮亮',
] as const;

interface Column {
  readonly name: string;
  readonly type: string;
  readonly comment: string;
  value(row: number): string | number | null;
}

interface Table {
  readonly name: string;
  readonly comment: string;
  readonly rows: number;
  readonly columns: readonly Column[];
}

function column(name: string, type: string, comment: string, value: Column['value']): Column {
  return { name, type, comment, value };
}

function day(row: number, separator: string): string {
  const date = new Date(Date.UTC(2024, 0, 1 + (row % 600)));
  return date.toISOString().slice(0, 10).replaceAll('-', separator);
}

const digits = (row: number, length: number): string => String(row).padStart(length, '0');

/** A petition office as nobody here has seen it: no keys, comments in Chinese, persons in the business rows. */
const tables: readonly Table[] = [
  {
    name: 'XF_XFJ_DJB',
    comment: '信访件登记表',
    rows: 400,
    columns: [
      column('XFJBH', 'varchar(20)', '信访件编号', row => `XFJ2024${digits(row, 5)}`),
      column('DJSJ', 'varchar(20)', '登记时间', row => `${day(row, '-')} 09:05:00`),
      column('SLSJ', 'varchar(8)', '受理时间', row => (row % 10 === 0 ? '00000000' : day(row + 2, ''))),
      column('BLQX', 'varchar(10)', '办理期限', row => day(row + 60, '/')),
      column('BJSJ', 'varchar(10)', '办结时间', row => (row % 4 === 0 ? '0000-00-00' : day(row + 40, '-'))),
      column('XFXSDM', 'varchar(2)', '信访形式（1：来信 2：来访 3：网上投诉 4：来电）', row => String(1 + (row % 4))),
      column('WTSDXZ', 'varchar(9)', '问题属地乡镇', row => `330199${digits(100 + (row % 5), 3)}`),
      column('WTSDC', 'varchar(3)', '问题属地村', row => digits(201 + (row % 7), 3)),
      column('XFRXM', 'varchar(20)', '信访人姓名', row => `欧阳丹青${row}`),
      column('XFRSFZH', 'varchar(18)', '信访人身份证号', row => `33019919780312${digits(row, 4)}`),
      column('TXDZ', 'varchar(80)', '通讯地址', row => `云栖路${row}号`),
      column('LXFS', 'varchar(20)', '联系方式', row => `1380013${digits(row, 4)}`),
      column('SQNR', 'varchar(200)', '诉求内容', row => `司徒远山反映云栖路${row}号噪音`),
      // What the names do not tell, the values do: they are classified and forgotten.
      column('YL1', 'varchar(20)', '', row => `1380013${digits(row, 4)}`),
      column('YL2', 'varchar(20)', '', row => ['李小满', '张远', '王丹青', '陈立冬'][row % 4] ?? ''),
      column('YL3', 'varchar(40)', '', row => `wechat-canary${row}@example.com`),
      column('ZT2', 'varchar(20)', '', row => (row === 7 ? '诸葛亮亮' : '正常')),
      column('SFSC', 'char(1)', '是否删除：0否 1是', row => (row % 50 === 0 ? '1' : '0')),
    ],
  },
  {
    name: 'XF_BLGC',
    comment: '办理过程',
    rows: 800,
    columns: [
      column('XFJBH', 'varchar(20)', '信访件编号', row => `XFJ2024${digits(Math.floor(row / 2), 5)}`),
      column('BLXH', 'int', '办理序号', row => 1 + (row % 2)),
      column('BLSJ', 'varchar(14)', '办理时间', row => `${day(row, '')}093000`),
      column('JBR', 'varchar(20)', '经办人', row => `司徒远山${row % 9}`),
    ],
  },
  {
    name: 'SYS_DICT',
    comment: '数据字典',
    rows: 4,
    columns: [
      column('LX', 'varchar(20)', '字典类型', () => 'XFMD'),
      column('DM', 'varchar(10)', '代码', row => `0${row + 1}`),
      column('MC', 'varchar(40)', '名称', row => ['求决', '申诉', '意见建议', '揭发控告'][row] ?? ''),
    ],
  },
];

const inBackticks = (name: string): string => `\`${name}\``;
const inQuotes = (name: string): string => `"${name}"`;

type Run = (sql: string, values?: readonly (string | number | null)[]) => Promise<unknown>;

async function fill(run: Run, quote: (name: string) => string, mark: (place: number) => string): Promise<void> {
  for (const { name, columns, rows } of tables) {
    await run(`CREATE TABLE ${quote(name)} (${columns.map(c => `${quote(c.name)} ${c.type}`).join(', ')})`);
    for (let row = 0; row < rows; row += 100) {
      const some = Array.from({ length: Math.min(100, rows - row) }, (_, i) => columns.map(c => c.value(row + i)));
      const marks = some.map((values, i) => `(${values.map((_, j) => mark(i * columns.length + j + 1)).join(', ')})`);
      await run(`INSERT INTO ${quote(name)} VALUES ${marks.join(', ')}`, some.flat());
    }
  }
}

async function inMariadb(url: string): Promise<void> {
  const connection = await createConnection(url);
  try {
    await fill(
      async (sql, values = []) => connection.query({ sql, values: [...values] }),
      inBackticks,
      () => '?',
    );
    for (const { name, comment, columns } of tables) {
      await connection.query(`ALTER TABLE ${inBackticks(name)} COMMENT ?`, [comment]);
      for (const c of columns)
        await connection.query(`ALTER TABLE ${inBackticks(name)} MODIFY ${inBackticks(c.name)} ${c.type} COMMENT ?`, [
          c.comment,
        ]);
    }
  } finally {
    await connection.end();
  }
}

async function inPostgres(url: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await fill(
      async (sql, values) => client.query(sql, values ? [...values] : []),
      inQuotes,
      place => `$${place}`,
    );
    for (const { name, comment, columns } of tables) {
      await client.query(`COMMENT ON TABLE ${inQuotes(name)} IS '${comment}'`);
      for (const c of columns)
        await client.query(`COMMENT ON COLUMN ${inQuotes(name)}.${inQuotes(c.name)} IS '${c.comment}'`);
    }
  } finally {
    await client.end();
  }
}

async function inSqlite(file: string): Promise<void> {
  const database = new Database(file);
  try {
    const run: Run = async (sql, values = []) => database.prepare(sql).run(...values);
    await fill(run, inQuotes, () => '?');
  } finally {
    database.close();
  }
}

/** Makes the petition office's database; SQLite has no comments. */
export async function makePetitionOffice(kind: DatabaseKind, url: string): Promise<void> {
  if (kind === 'mariadb') await inMariadb(url);
  else if (kind === 'postgres') await inPostgres(url);
  else await inSqlite(url.slice('sqlite:'.length));
}
