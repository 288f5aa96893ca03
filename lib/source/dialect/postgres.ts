import { quoted, type Dialect } from './dialect.ts';

const day = '^(19|20|21)[0-9]{2}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])';

/** The days of the month of an ISO text whose form is already checked; a cast of the 31st of February would be an error. */
function lastDay(text: string): string {
  return `extract(day from (substr(${text}, 1, 7) || '-01')::date + interval '1 month' - interval '1 day')`;
}

function guarded(text: string, pattern: string, type: string): string {
  return `CASE WHEN ${text} ~ '${pattern}' THEN CASE WHEN substr(${text}, 9, 2)::int <= ${lastDay(text)} THEN ${text}::${type} END END`;
}

/** PostgreSQL, and what speaks its protocol. */
export const postgres: Dialect = {
  name: 'postgres',
  identifier: name => `"${name.replaceAll('"', '""')}"`,
  literal: text => quoted(text, hex => `convert_from('\\x${hex}'::bytea, 'UTF8')`),
  text: e => `(${e})::text`,
  orderable: t => `(${t}) COLLATE "C"`,
  concat: parts => parts.join(' || '),
  dateFromIso: t => guarded(t, `${day}$`, 'date'),
  momentFromIso: t => guarded(t, `${day} ([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]$`, 'timestamp'),
  nativeIso: (c, moment) => `substr((${c})::text, 1, ${moment ? 19 : 10})`,
  epochIso: c =>
    `CASE WHEN (${c})::text ~ '^[0-9]{1,11}$' THEN to_char(timestamp '1970-01-01 08:00:00' + (${c})::text::bigint * interval '1 second', 'YYYY-MM-DD HH24:MI:SS') END`,
  isoText: (v, moment) => `to_char(${v}, '${moment ? 'YYYY-MM-DD HH24:MI:SS' : 'YYYY-MM-DD'}')`,
  parameter: kind => `CAST(? AS ${kind === 'date' ? 'date' : 'timestamp'})`,
  daysBetween: (from, to) => `((${to})::date - (${from})::date)`,
  secondsBetween: (from, to) => `extract(epoch from (${to})::timestamp - (${from})::timestamp)::bigint`,
  integerFromText: t => `CASE WHEN ${t} ~ '^-{0,1}[0-9]{1,18}$' THEN (${t})::bigint END`,
  decimalFromText: t => `CASE WHEN ${t} ~ '^-{0,1}[0-9]+([.][0-9]+){0,1}$' THEN (${t})::numeric END`,
  once: select => `MATERIALIZED (${select})`,
  greatest: (a, b) => `GREATEST(${a}, ${b})`,
};
