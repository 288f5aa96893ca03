import { blanks, quoted, type Dialect } from './dialect.ts';
import { keepRing } from './sqlite-functions.ts';

/** The years that the other dialects read; an end of time such as 9999-12-31 is no date. */
function inCenturies(text: string): string {
  return `${text} >= '1900-01-01' AND ${text} < '2200'`;
}

function unsigned(text: string): string {
  return `(CASE WHEN ${text} GLOB '-*' THEN substr(${text}, 2) ELSE ${text} END)`;
}

/** Nothing but digits, and no more of them than a number holds. */
function digits(text: string, most: number): string {
  return `${text} NOT GLOB '*[^0-9]*' AND length(${text}) BETWEEN 1 AND ${most}`;
}

function wholeDigits(text: string): string {
  return `(instr(${unsigned(text)} || '.', '.') - 1)`;
}

const literal = (text: string): string => quoted(text, hex => `CAST(x'${hex}' AS TEXT)`);

/** SQLite keeps days and moments as ISO text, so text is the canonical form. */
export const sqlite: Dialect = {
  name: 'sqlite',
  identifier: name => `"${name.replaceAll('"', '""')}"`,
  literal,
  // A column may be declared NOCASE, and a cast of it would still be.
  text: e => `(CAST(${e} AS TEXT) COLLATE BINARY)`,
  gbk: c => `cg_gbk(CAST(${c} AS BLOB), typeof(${c}) = 'text')`,
  length: t => `length(${t})`,
  position: (t, needle) => `instr(${t}, ${needle})`,
  part: (t, separator, n) => `cg_part(${t}, ${separator}, ${n})`,
  match: (t, { before, group, after }) => `cg_match(${t}, ${literal(`${before}(${group})${after}`)})`,
  trim: t => `trim(${t}, ${literal(blanks)})`,
  upper: t => `upper(${t})`,
  halfWidth: t => `cg_half_width(${t})`,
  trimZeros: t => `ltrim(${t}, '0')`,
  trimFraction: t =>
    `CASE WHEN rtrim(${t}, '0') LIKE '%.' THEN substr(rtrim(${t}, '0'), 1, length(rtrim(${t}, '0')) - 1) ELSE ${t} END`,
  padLoneDigits: t => `cg_pad_lone_digits(${t})`,
  shape: t => `cg_shape(${t})`,
  orderable: t => t,
  concat: parts => parts.join(' || '),
  // date('2024-02-31') rolls over to March: only an unchanged text is a real day.
  dateFromIso: t => `CASE WHEN date(${t}) = ${t} AND ${inCenturies(t)} THEN ${t} END`,
  momentFromIso: t => `CASE WHEN datetime(${t}) = ${t} AND ${inCenturies(t)} THEN ${t} END`,
  shift: (m, minutes) => `datetime(${m}, (${minutes}) || ' minutes')`,
  dayOf: m => `substr(${m}, 1, 10)`,
  nativeIso: (c, moment) => `substr(${c}, 1, ${moment ? 19 : 10})`,
  nativeDate: (c, _kind, moment) =>
    moment ? sqlite.momentFromIso(sqlite.nativeIso(c, true)) : sqlite.dateFromIso(sqlite.nativeIso(c, false)),
  nativeDecimal: c => c,
  epochIso: c =>
    `CASE WHEN ${digits(`CAST(${c} AS TEXT)`, 11)} THEN datetime(CAST(${c} AS INTEGER) + 28800, 'unixepoch') END`,
  isoText: v => v,
  parameter: () => '?',
  daysBetween: (from, to) => `CAST(julianday(substr(${to}, 1, 10)) - julianday(substr(${from}, 1, 10)) AS INTEGER)`,
  secondsBetween: (from, to) => `(unixepoch(${to}) - unixepoch(${from}))`,
  integerFromText: t =>
    `CASE WHEN ${digits(unsigned(t), 18)} AND CAST(${t} AS INTEGER) BETWEEN -2147483648 AND 2147483647 THEN CAST(${t} AS INTEGER) END`,
  decimalFromText: t =>
    `CASE WHEN ${unsigned(t)} GLOB '[0-9]*' AND ${t} GLOB '*[0-9]' AND ${unsigned(t)} NOT GLOB '*[^0-9.]*' AND ${t} NOT GLOB '*.*.*' AND ${wholeDigits(t)} <= 28 AND length(${unsigned(t)}) - ${wholeDigits(t)} <= 31 THEN CAST(${t} AS REAL) END`,
  floatText: c =>
    `CASE WHEN typeof(${c}) <> 'real' THEN CAST(${c} AS TEXT) WHEN abs(${c}) < 1e28 THEN printf('%.15f', ${c}) END`,
  product: (t, factor) => `cg_product(${t}, '${factor}')`,
  keyFromText: t => `CASE WHEN CAST(CAST(${t} AS INTEGER) AS TEXT) = ${t} THEN CAST(${t} AS INTEGER) END`,
  decimalText: n => `printf('%.10f', ${n})`,
  onText: (text, expression) => `(SELECT ${expression('p.t')} FROM (SELECT ${text} AS t LIMIT 1) p)`,
  onPoint: (x, y, expression) =>
    `(SELECT ${expression('p.x', 'p.y')} FROM (SELECT ${x.number} AS x, ${y.number} AS y LIMIT 1) p WHERE p.x IS NOT NULL AND p.y IS NOT NULL)`,
  insideRing: (x, y, ring) => `cg_inside(${x}, ${y}, ${literal(keepRing(ring))})`,
  none: () => 'NULL',
  once: (name, select) => `WITH ${name} AS MATERIALIZED (${select})`,
  greatest: (a, b) => `max(${a}, ${b})`,
};
