import type { DatabaseKind } from '../../servers/databases.ts';

/** The first key is beyond 2^53: as a number it would be even. */
export const firstKey = 9007199254740993n;

/** What clerks and programs wrote where a date was asked for, in one text column. */
export const spellings: readonly (string | null)[] = [
  '20240229',
  '20240231',
  '00000000',
  '2024-13-01',
  '不详',
  '',
  null,
  '2024022',
  '0000-00-00',
  '2024-02-29',
  '2023-02-29',
  '20240229233001',
  '2024-02-29 23:30:01',
  '2024/02/29',
  '1709220600',
  '1709222400',
  '9999-12-31',
  '2024-02-29 24:00:00',
  '20240229246060',
  ' 20240229',
  '0000-00-00 00:00:00',
  '-1709220600',
  '-',
  "n'a?",
  String.raw`\N`,
  '   ',
];
/** NULL, the empty text and the three markers that the mapping declares. */
export const missingSpellings = 5;
export const missing = ['-', "n'a?", String.raw`\N`];

/** Row 4 was closed before it was opened, in a town that the county does not have; row 7 was removed by the clerk. */
const cases = String.raw`
(2024, 1, 'A', '1', '1,234.50元', '10', '2024-01-10', '2024-03-10', '2024-02-09', NULL, '2024-01-10 08:00:00', '2024-01-10 08:05:30', '330199001', '001', '001', 9007199254740993, 0)
(2024, 2, 'B''?', '0', 'abc', '-3', '2024-01-20', '2024-03-20', '2024-04-01', NULL, '2024-01-20 23:59:00', NULL, '330199001', '001', '002', 9007199254740993, 0)
(2024, 3, 'a', 'x', '1000', '1.5', '2024-02-05', '2024-04-05', NULL, NULL, NULL, NULL, '330199001', '002', NULL, 9007199254740994, 0)
(2024, 4, 'Z', '', NULL, '', '2024-02-15', '2024-02-20', '2024-02-01', NULL, NULL, NULL, '330199999', '001', '001', NULL, 0)
(2024, 5, 'C\D', '1', '-0.25元', '007', '2024-03-01', '2024-05-01', NULL, '2024-03-11', NULL, NULL, '330199002', NULL, NULL, NULL, 0)
(2024, 6, 'A', '0', '--5', '--5', NULL, NULL, NULL, NULL, NULL, NULL, NULL, '', NULL, NULL, 0)
(2024, 7, 'A', '1', '1元', '1', '2024-01-01', '2024-01-01', '2024-01-01', NULL, NULL, NULL, '330199001', '001', '001', 9007199254740993, 1)
(2023, 1, 'A', 'Y', '.5', '99999999999999999999', '2023-12-31', '2024-01-31', '2024-01-31', NULL, NULL, NULL, '330199001', NULL, NULL, NULL, 0)
`;

function text(value: string | null): string {
  return value === null ? 'NULL' : `'${value.replaceAll("'", "''")}'`;
}

/** Small legacy tables in raw SQL, with views of the spellings. Names are lower-case, so that all databases take them unquoted. */
export function legacyTables(kind: DatabaseKind, views: readonly string[]): string[] {
  const moment = kind === 'postgres' ? 'TIMESTAMP' : 'DATETIME';
  const charset = kind === 'mariadb' ? ' CHARACTER SET utf8mb4' : '';
  const caseColumns = [
    'yr INT, num INT, kind VARCHAR(10), urban VARCHAR(2), amount VARCHAR(20), lasted VARCHAR(20)',
    `opened DATE, due DATE, closed DATE, moved DATE, called ${moment}, arrived ${moment}`,
    'town VARCHAR(9), village VARCHAR(3), grid VARCHAR(3), dispute BIGINT, scbz INT',
  ];
  return [
    `CREATE TABLE spelling (id BIGINT PRIMARY KEY, raw VARCHAR(40))${charset}`,
    ...spellings.map((raw, i) => `INSERT INTO spelling VALUES (${firstKey + BigInt(i)}, ${text(raw)})`),
    ...views.map(view => `CREATE VIEW ${view} AS SELECT id, raw FROM spelling`),
    `CREATE TABLE aj (${caseColumns.join(', ')})${charset}`,
    ...cases
      .trim()
      .split('\n')
      .map(row => `INSERT INTO aj VALUES ${row}`),
    `CREATE TABLE sg (lb VARCHAR(10), rq VARCHAR(10), swrs INT)${charset}`,
    "INSERT INTO sg VALUES ('火灾', '2024-01-05', 2), ('火灾', '2024-01-06', NULL), ('事故', '1900-01-01', 1)",
    'CREATE TABLE doomed (id BIGINT PRIMARY KEY, secret VARCHAR(10))',
  ];
}
