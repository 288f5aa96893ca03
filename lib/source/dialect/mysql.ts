import { quoted, type Dialect } from './dialect.ts';

const day = '^(19|20|21)[0-9]{2}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])';

/** MariaDB and MySQL, and what speaks their protocol. */
export const mysql: Dialect = {
  name: 'mysql',
  identifier: name => `\`${name.replaceAll('`', '``')}\``,
  literal: text => quoted(text, hex => `_utf8mb4 0x${hex}`),
  text: e => `CAST(${e} AS CHAR)`,
  orderable: t => `CONVERT(${t} USING utf8mb4) COLLATE utf8mb4_bin`,
  concat: parts => (parts.length === 1 ? (parts[0] ?? '') : `CONCAT(${parts.join(', ')})`),
  // CAST answers NULL for the 31st of February once the pattern has ruled out the lenient forms.
  dateFromIso: t => `CASE WHEN ${t} REGEXP '${day}$' THEN CAST(${t} AS DATE) END`,
  momentFromIso: t =>
    `CASE WHEN ${t} REGEXP '${day} ([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]$' THEN CAST(${t} AS DATETIME) END`,
  nativeIso: (c, moment) => `LEFT(CAST(${c} AS CHAR), ${moment ? 19 : 10})`,
  epochIso: c =>
    `CASE WHEN CAST(${c} AS CHAR) REGEXP '^[0-9]{1,11}$' THEN DATE_FORMAT(DATE_ADD('1970-01-01 08:00:00', INTERVAL CAST(${c} AS SIGNED) SECOND), '%Y-%m-%d %H:%i:%S') END`,
  isoText: (v, moment) => `LEFT(CAST(${v} AS CHAR), ${moment ? 19 : 10})`,
  parameter: kind => `CAST(? AS ${kind === 'date' ? 'DATE' : 'DATETIME'})`,
  daysBetween: (from, to) => `DATEDIFF(${to}, ${from})`,
  secondsBetween: (from, to) => `TIMESTAMPDIFF(SECOND, ${from}, ${to})`,
  integerFromText: t => `CASE WHEN ${t} REGEXP '^-{0,1}[0-9]{1,18}$' THEN CAST(${t} AS SIGNED) END`,
  decimalFromText: t => `CASE WHEN ${t} REGEXP '^-{0,1}[0-9]+([.][0-9]+){0,1}$' THEN CAST(${t} AS DECIMAL(30, 6)) END`,
  // A derived table with a LIMIT is not merged.
  once: select => `(${select} LIMIT 18446744073709551615)`,
  greatest: (a, b) => `GREATEST(${a}, ${b})`,
};
