import type { DatabaseKind } from '../../servers/databases.ts';

/** How each database says what the rows are made of. `n` counts them from 1. */
interface Words {
  readonly numbers: (rows: number) => string;
  /** yyyyMMdd of 2023-10-01 and so many days. */
  readonly day: (days: string) => string;
  readonly text: (number: string, width: number) => string;
  readonly concat: (...parts: readonly string[]) => string;
  readonly columns: string;
  readonly analyse: string;
}

const types = (text: (n: number) => string): string =>
  `AH ${text(40)} NOT NULL PRIMARY KEY, AJLB ${text(2)}, SYCX ${text(1)}, LARQ ${text(8)}, JARQ ${text(8)}, KCSXTS ${text(4)}, SQBDJE ${text(20)}, XZDM ${text(9)}, CWHDM ${text(3)}, WGH ${text(3)}, SQTJAH ${text(12)}, SCBZ ${text(1)}`;

const words: Record<DatabaseKind, Words> = {
  sqlite: {
    numbers: rows =>
      `(WITH RECURSIVE s(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM s WHERE n < ${rows}) SELECT n FROM s) s`,
    day: days => `strftime('%Y%m%d', '2023-10-01', (${days}) || ' days')`,
    text: (number, width) => `printf('%0${width}d', ${number})`,
    concat: (...parts) => parts.join(' || '),
    columns: types(n => `VARCHAR(${n})`),
    analyse: 'ANALYZE',
  },
  mariadb: {
    numbers: rows => `(SELECT seq AS n FROM seq_1_to_${rows}) s`,
    day: days => `DATE_FORMAT(DATE_ADD('2023-10-01', INTERVAL (${days}) DAY), '%Y%m%d')`,
    text: (number, width) => `LPAD(${number}, ${width}, '0')`,
    concat: (...parts) => `CONCAT(${parts.join(', ')})`,
    columns: types(n => `VARCHAR(${n}) CHARACTER SET utf8mb4`),
    analyse: 'ANALYZE TABLE T_AJ_JBXX',
  },
  postgres: {
    numbers: rows => `generate_series(1::bigint, ${rows}) s(n)`,
    day: days => `to_char(date '2023-10-01' + (${days})::int, 'YYYYMMDD')`,
    text: (number, width) => `lpad((${number})::text, ${width}, '0')`,
    concat: (...parts) => parts.join(' || '),
    columns: types(n => `varchar(${n})`),
    analyse: 'ANALYZE "T_AJ_JBXX"',
  },
};

/** Days of the table: 36 months from 2023-10-01. */
const days = 1096;

/** A court's table of cases as many have it: everything text, dirt in one row of some hundred. */
export function legacyTable(kind: DatabaseKind, rows: number): string[] {
  const w = words[kind];
  const q = (name: string): string => (kind === 'mariadb' ? `\`${name}\`` : `"${name}"`);
  const opened = `(n * 7919) % ${days}`;
  const values = [
    w.concat("'(2024)浙0199民初'", w.text('n', 8), "'号'"),
    `CASE (n * 17) % 10 WHEN 0 THEN '02' WHEN 1 THEN '03' WHEN 2 THEN '03' ELSE '01' END`,
    `CASE (n * 31) % 3 WHEN 0 THEN '1' WHEN 1 THEN '2' ELSE '3' END`,
    `CASE WHEN n % 997 = 0 THEN '20240231' WHEN n % 1009 = 0 THEN '' ELSE ${w.day(opened)} END`,
    `CASE WHEN n % 5 = 0 THEN '00000000' WHEN n % 1013 = 0 THEN '不详' ELSE ${w.day(`${opened} + (n * 37) % 120`)} END`,
    `CASE WHEN n % 4 = 0 THEN ${w.text('n % 60', 1)} ELSE '' END`,
    w.concat(w.text('1 + n % 900', 1), "','", w.text('(n * 7) % 1000', 3), "'.00元'"),
    w.text('330199001 + (n * 13) % 12', 9),
    w.text('1 + (n * 3) % 15', 3),
    w.text('1 + (n * 11) % 9', 3),
    `CASE WHEN n % 3 = 0 THEN NULL ELSE ${w.concat("'TJ'", w.text(`(n * 29) % ${Math.floor(rows / 40)}`, 8))} END`,
    `CASE WHEN n % 200 = 0 THEN '1' ELSE '0' END`,
  ];
  const table = q('T_AJ_JBXX');
  return [
    `CREATE TABLE ${table} (${w.columns.replaceAll(/\b([A-Z]{2,}[A-Z]*)\b(?= VARCHAR| varchar)/g, (_, name: string) => q(name))})`,
    `INSERT INTO ${table} SELECT ${values.join(', ')} FROM ${w.numbers(rows)}`,
    `CREATE INDEX aj_larq ON ${table} (${q('LARQ')})`,
    `CREATE INDEX aj_sqtjah ON ${table} (${q('SQTJAH')})`,
    w.analyse,
  ];
}
