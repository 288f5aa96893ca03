import { calendarPattern } from '../convert/calendar-pattern.ts';
import { blanks, quoted, shapeSteps, widthFolds, type Dialect } from './dialect.ts';

const day = `^${calendarPattern('-', '-')}`;

const literal = (text: string): string => quoted(text, hex => `_utf8mb4 0x${hex}`);

/** A pattern up to the very end of the text; `$` would let an end of line follow. */
function toTheEnd(pattern: string): string {
  return literal(`${pattern}\\z`);
}

function endOf(pattern: string): string {
  return pattern.replace(/(?<!\\)\$$/, '\\z');
}

const letters = Array.from({ length: 26 }, (_, i) => String.fromCharCode(97 + i));

/** A polygon as its well-known binary: shorter and faster to read than words. */
function polygon(ring: readonly (readonly [number, number])[]): string {
  const bytes = Buffer.alloc(13 + ring.length * 16);
  bytes.writeUInt8(1, 0);
  bytes.writeUInt32LE(3, 1);
  bytes.writeUInt32LE(1, 5);
  bytes.writeUInt32LE(ring.length, 9);
  ring.forEach(([x, y], i) => {
    bytes.writeDoubleLE(x, 13 + i * 16);
    bytes.writeDoubleLE(y, 21 + i * 16);
  });
  return `ST_GeomFromWKB(0x${bytes.toString('hex')})`;
}

/** MariaDB and MySQL, and what speaks their protocol. */
export const mysql: Dialect = {
  name: 'mysql',
  identifier: name => `\`${name.replaceAll('`', '``')}\``,
  literal,
  text: e => `CAST(${e} AS CHAR)`,
  // Text that Latin letters cannot spell is right as it is.
  gbk: c => {
    const latin = `CONVERT(${c} USING latin1)`;
    const decoded = `CONVERT(CONVERT(CAST(${latin} AS BINARY) USING gbk) USING utf8mb4)`;
    return `CASE WHEN CHARSET(${c}) <> 'binary' AND CONVERT(${latin} USING utf8mb4) <> CAST(${c} AS CHAR) THEN CAST(${c} AS CHAR) ELSE ${decoded} END`;
  },
  isFilled: c => `(${c} IS NOT NULL AND LENGTH(${c}) > 0)`,
  length: t => `CHAR_LENGTH(${t})`,
  position: (t, needle) => `LOCATE(${needle}, ${t})`,
  part: (t, separator, n) =>
    `CASE WHEN CHAR_LENGTH(${t}) - CHAR_LENGTH(REPLACE(${t}, ${separator}, '')) >= ${n - 1} * CHAR_LENGTH(${separator}) THEN SUBSTRING_INDEX(SUBSTRING_INDEX(${t}, ${separator}, ${n}), ${separator}, -1) END`,
  // References to groups are written differently by MariaDB and MySQL: the text before the group is cut off instead.
  match: (t, { before, group, after }) => {
    const last = endOf(after);
    const found = `REGEXP_SUBSTR(${t}, ${literal(`${before}${group}${last}`)})`;
    const rest =
      before === ''
        ? found
        : `REGEXP_REPLACE(${found}, ${literal(`^${before.replace(/^\^/, '')}(?=${group}${last})`)}, '')`;
    const taken = `REGEXP_SUBSTR(${rest}, ${literal(`^${group}${last === '' ? '' : `(?=${last})`}`)})`;
    return `CASE WHEN ${t} REGEXP ${literal(`${before}${group}${last}`)} THEN ${taken} END`;
  },
  trim: t => `REGEXP_REPLACE(${t}, ${literal(`^[${blanks}]+|[${blanks}]+\\z`)}, '')`,
  upper: t => letters.reduce((text, letter) => `REPLACE(${text}, '${letter}', '${letter.toUpperCase()}')`, t),
  halfWidth: t =>
    widthFolds.reduce((text, [wide, usual]) => `REPLACE(${text}, ${literal(wide)}, ${literal(usual)})`, t),
  trimZeros: t => `TRIM(LEADING '0' FROM ${t})`,
  trimFraction: t => `REGEXP_REPLACE(${t}, ${toTheEnd('[.]0*')}, '')`,
  // MariaDB replaces no empty match, and MySQL writes references to groups differently: each digit by its name.
  padLoneDigits: t =>
    Array.from('0123456789').reduce(
      (text, digit) => `REGEXP_REPLACE(${text}, ${literal(`(?<![0-9])${digit}(?![0-9])`)}, '0${digit}')`,
      t,
    ),
  shape: t => shapeSteps.reduce((text, [from, to]) => `REGEXP_REPLACE(${text}, ${literal(from)}, ${literal(to)})`, t),
  // In the collation of the connection, which compares code points and takes no blank at the end for nothing.
  orderable: t => `CAST(${t} AS CHAR)`,
  concat: parts => (parts.length === 1 ? (parts[0] ?? '') : `CONCAT(${parts.join(', ')})`),
  dateFromIso: t => `CASE WHEN ${t} REGEXP ${toTheEnd(day)} THEN CAST(${t} AS DATE) END`,
  momentFromIso: t =>
    `CASE WHEN ${t} REGEXP ${toTheEnd(`${day} ([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]`)} THEN CAST(${t} AS DATETIME) END`,
  readsDates: true,
  dateMatching: (t, length, pattern, iso, moment) =>
    `CASE WHEN CHAR_LENGTH(${t}) = ${length} AND ${t} REGEXP ${literal(pattern)} THEN CAST(${iso} AS ${moment ? 'DATETIME' : 'DATE'}) END`,
  shift: (m, minutes) => `DATE_ADD(${m}, INTERVAL ${minutes} MINUTE)`,
  dayOf: m => `DATE(${m})`,
  nativeIso: (c, moment) => `LEFT(CAST(${c} AS CHAR), ${moment ? 19 : 10})`,
  // LAST_DAY is NULL for the 0th month; days beyond it are let in by ALLOW_INVALID_DATES.
  nativeDate: (c, kind, moment) =>
    `CASE WHEN ${c} >= '1900-01-01' AND ${c} < '2200-01-01' AND DAYOFMONTH(${c}) BETWEEN 1 AND DAYOFMONTH(LAST_DAY(${c})) THEN ${moment ? `CAST(LEFT(${c}, 19) AS DATETIME)` : kind === 'date' ? c : `DATE(${c})`} END`,
  nativeDecimal: c => c,
  epochIso: c =>
    `CASE WHEN CAST(${c} AS CHAR) REGEXP ${toTheEnd('^[0-9]{1,11}')} THEN DATE_FORMAT(DATE_ADD('1970-01-01 08:00:00', INTERVAL CAST(${c} AS SIGNED) SECOND), '%Y-%m-%d %H:%i:%S') END`,
  monthNumber: v => `EXTRACT(YEAR_MONTH FROM ${v})`,
  isoText: (v, moment) => `LEFT(CAST(${v} AS CHAR), ${moment ? 19 : 10})`,
  parameter: kind => `CAST(? AS ${kind === 'date' ? 'DATE' : 'DATETIME'})`,
  daysBetween: (from, to) => `DATEDIFF(${to}, ${from})`,
  secondsBetween: (from, to) => `TIMESTAMPDIFF(SECOND, ${from}, ${to})`,
  integerFromText: t =>
    `CASE WHEN ${t} REGEXP ${toTheEnd('^-{0,1}[0-9]{1,18}')} AND CAST(${t} AS SIGNED) BETWEEN -2147483648 AND 2147483647 THEN CAST(${t} AS SIGNED) END`,
  decimalFromText: t =>
    `CASE WHEN ${t} REGEXP ${toTheEnd('^-{0,1}[0-9]{1,28}([.][0-9]{1,30}){0,1}')} THEN CAST(${t} AS DECIMAL(58, 30)) END`,
  floatText: c => `CASE WHEN ABS(${c}) < 1e28 THEN CAST(CAST(${c} AS DECIMAL(43, 15)) AS CHAR) END`,
  product: (t, factor) => `CAST(CAST(${t} AS DECIMAL(58, 30)) * ${factor} AS CHAR)`,
  keyFromText: t => `CASE WHEN ${t} REGEXP ${toTheEnd('^(0|-{0,1}[1-9][0-9]{0,17})')} THEN CAST(${t} AS SIGNED) END`,
  decimalText: n => `CAST(${n} AS CHAR)`,
  // A derived table knows nothing of the row around it.
  onText: (text, expression) => expression(`(${text})`),
  // Texts that are numbers, which is made sure of once, are read as such where they are used as such.
  onPoint: (x, y, expression) =>
    `CASE WHEN ${x.number} IS NOT NULL AND ${y.number} IS NOT NULL THEN ${expression(`(${x.column} + 0e0)`, `(${y.column} + 0e0)`)} END`,
  insideRing: (x, y, { points }) => `ST_Intersects(${polygon(points)}, POINT(${x}, ${y}))`,
  none: kind =>
    `CAST(NULL AS ${{ text: 'CHAR', date: 'DATE', datetime: 'DATETIME', integer: 'SIGNED', decimal: 'DECIMAL(38, 10)' }[kind]})`,
  narrow: t => `CONVERT(${t} USING latin1)`,
  // MariaDB works a WITH out anew for each use, but one that names itself only once.
  once: (name, select, columns) =>
    `WITH RECURSIVE ${name} AS (${select} UNION ALL SELECT ${columns.map(column => `more.${column}`).join(', ')} FROM ${name} more WHERE 1 = 0)`,
  greatest: (a, b) => `GREATEST(${a}, ${b})`,
};
