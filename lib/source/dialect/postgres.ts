import { calendarPattern } from '../convert/calendar-pattern.ts';
import { blanks, quoted, shapeSteps, widthFolds, type Dialect } from './dialect.ts';

const day = `^${calendarPattern('-', '-')}`;

const letters = 'abcdefghijklmnopqrstuvwxyz';

const literal = (text: string): string => quoted(text, hex => `convert_from('\\x${hex}'::bytea, 'UTF8')`);

function guarded(text: string, pattern: string, type: string): string {
  return `CASE WHEN ${text} ~ '${pattern}' THEN (${text})::${type} END`;
}

const gbkByte = '(?:0[1-9a-f]|[1-7][0-9a-f])';
const gbkPair = '(?:8[1-9a-f]|[9a-e][0-9a-f]|f[0-9a-e])(?:[4-6][0-9a-f]|7[0-9a-e]|[89a-e][0-9a-f]|f[0-9a-e])';

/**
 * A conversion of bytes that are no GBK would be an error: they become question marks first. A column of bytes prints as \x…; text of
 * a database that took the bytes for Latin letters goes back to them.
 */
function gbk(column: string): string {
  const text = `(${column})::text`;
  const latin = `${text} ~ ${literal('^[\u0001-\u00ff]*$')}`;
  const hex = `CASE WHEN pg_typeof(${column}) = 'bytea'::regtype THEN substr(${text}, 3) WHEN ${latin} THEN encode(convert_to(${text}, 'LATIN1'), 'hex') END`;
  const mended = `regexp_replace((${hex}) || 'zz', ${literal(`((?:${gbkByte}|${gbkPair})*)(?:[0-9a-f][0-9a-f]|zz)`)}, ${literal(String.raw`\1`)} || '3f', 'g')`;
  const decoded = `convert_from(decode(left(${mended}, -2), 'hex'), 'GB18030')`;
  return `CASE WHEN pg_typeof(${column}) = 'bytea'::regtype OR ${latin} THEN regexp_replace(${decoded}, ${literal('[\ue000-\uf8ff]')}, ${literal('?')}, 'g') ELSE ${text} END`;
}

/** PostgreSQL, and what speaks its protocol. */
export const postgres: Dialect = {
  name: 'postgres',
  identifier: name => `"${name.replaceAll('"', '""')}"`,
  literal,
  text: e => `(${e})::text`,
  gbk,
  length: t => `length(${t})`,
  position: (t, needle) => `strpos(${t}, ${needle})`,
  part: (t, separator, n) =>
    `CASE WHEN length(${t}) - length(replace(${t}, ${separator}, '')) >= ${n - 1} * length(${separator}) THEN split_part(${t}, ${separator}, ${n}) END`,
  match: (t, { before, group, after }) => `substring(${t} from ${literal(`${before}(${group})${after}`)})`,
  trim: t => `btrim(${t}, ${literal(blanks)})`,
  upper: t => `translate(${t}, '${letters}', '${letters.toUpperCase()}')`,
  halfWidth: t =>
    `translate(${t}, ${literal(widthFolds.map(([wide]) => wide).join(''))}, ${literal(widthFolds.map(([, usual]) => usual).join(''))})`,
  trimZeros: t => `ltrim(${t}, '0')`,
  trimFraction: t => `regexp_replace(${t}, '[.]0*$', '')`,
  padLoneDigits: t => `regexp_replace(${t}, ${literal('(?<![0-9])(?=[0-9](?![0-9]))')}, '0', 'g')`,
  shape: t =>
    shapeSteps.reduce((text, [from, to]) => `regexp_replace(${text}, ${literal(from)}, ${literal(to)}, 'g')`, t),
  orderable: t => `(${t}) COLLATE "C"`,
  concat: parts => parts.join(' || '),
  dateFromIso: t => guarded(t, `${day}$`, 'date'),
  momentFromIso: t => guarded(t, `${day} ([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]$`, 'timestamp'),
  dateMatching: (t, length, pattern, iso, moment) =>
    `CASE WHEN length(${t}) = ${length} AND ${t} ~ ${literal(pattern)} THEN (${iso})::${moment ? 'timestamp' : 'date'} END`,
  shift: (m, minutes) => `((${m}) + (${minutes}) * interval '1 minute')`,
  dayOf: m => `(${m})::date`,
  nativeIso: (c, moment) => `substr((${c})::text, 1, ${moment ? 19 : 10})`,
  nativeDate: (c, kind, moment) =>
    `CASE WHEN ${c} >= '1900-01-01' AND ${c} < '2200-01-01' THEN ${moment ? `date_trunc('second', ${c}::timestamp)` : kind === 'date' ? c : `${c}::date`} END`,
  // Neither NaN nor an infinity is less than anything.
  nativeDecimal: c => `CASE WHEN abs(${c}) < 1e28 THEN ${c} END`,
  epochIso: c =>
    `CASE WHEN (${c})::text ~ '^[0-9]{1,11}$' THEN to_char(timestamp '1970-01-01 08:00:00' + (${c})::text::bigint * interval '1 second', 'YYYY-MM-DD HH24:MI:SS') END`,
  isoText: (v, moment) => `to_char(${v}, '${moment ? 'YYYY-MM-DD HH24:MI:SS' : 'YYYY-MM-DD'}')`,
  parameter: kind => `CAST(? AS ${kind === 'date' ? 'date' : 'timestamp'})`,
  daysBetween: (from, to) => `((${to})::date - (${from})::date)`,
  secondsBetween: (from, to) => `extract(epoch from (${to})::timestamp - (${from})::timestamp)::bigint`,
  integerFromText: t =>
    `CASE WHEN ${t} ~ '^-{0,1}[0-9]{1,18}$' THEN CASE WHEN (${t})::bigint BETWEEN -2147483648 AND 2147483647 THEN (${t})::bigint END END`,
  decimalFromText: t => `CASE WHEN ${t} ~ '^-{0,1}[0-9]{1,28}([.][0-9]{1,30}){0,1}$' THEN (${t})::numeric END`,
  floatText: c => `CASE WHEN abs(${c}) < 1e28 THEN round((${c})::text::numeric, 15)::text END`,
  product: (t, factor) => `((${t})::numeric * ${factor})::text`,
  keyFromText: t => `CASE WHEN ${t} ~ '^(0|-{0,1}[1-9][0-9]{0,17})$' THEN (${t})::bigint END`,
  decimalText: n => `(${n})::text`,
  onText: (text, expression) => `(SELECT ${expression('p.t')} FROM (SELECT ${text} AS t OFFSET 0) p)`,
  onPoint: (x, y, expression) =>
    `(SELECT ${expression('p.x', 'p.y')} FROM (SELECT (${x.number})::float8 AS x, (${y.number})::float8 AS y OFFSET 0) p WHERE p.x IS NOT NULL AND p.y IS NOT NULL)`,
  // PostgreSQL takes points for the same that lie within a millionth: in degrees, a tenth of a metre.
  insideRing: (x, y, { points }) =>
    `polygon '${points.map(([px, py]) => `(${px * 1e6},${py * 1e6})`).join(',')}' @> point(${x} * 1e6, ${y} * 1e6)`,
  none: kind =>
    `NULL::${{ text: 'text', date: 'date', datetime: 'timestamp', integer: 'bigint', decimal: 'numeric' }[kind]}`,
  once: (name, select) => `WITH ${name} AS MATERIALIZED (${select})`,
  greatest: (a, b) => `GREATEST(${a}, ${b})`,
};
