import { quoted, type Dialect } from './dialect.ts';

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

/** SQLite keeps days and moments as ISO text, so text is the canonical form. */
export const sqlite: Dialect = {
  name: 'sqlite',
  identifier: name => `"${name.replaceAll('"', '""')}"`,
  literal: text => quoted(text, hex => `CAST(x'${hex}' AS TEXT)`),
  text: e => `CAST(${e} AS TEXT)`,
  orderable: t => t,
  concat: parts => parts.join(' || '),
  // date('2024-02-31') rolls over to March: only an unchanged text is a real day.
  dateFromIso: t => `CASE WHEN date(${t}) = ${t} AND ${inCenturies(t)} THEN ${t} END`,
  momentFromIso: t => `CASE WHEN datetime(${t}) = ${t} AND ${inCenturies(t)} THEN ${t} END`,
  nativeIso: (c, moment) => `substr(${c}, 1, ${moment ? 19 : 10})`,
  epochIso: c =>
    `CASE WHEN ${digits(`CAST(${c} AS TEXT)`, 11)} THEN datetime(CAST(${c} AS INTEGER) + 28800, 'unixepoch') END`,
  isoText: v => v,
  parameter: () => '?',
  daysBetween: (from, to) => `CAST(julianday(substr(${to}, 1, 10)) - julianday(substr(${from}, 1, 10)) AS INTEGER)`,
  secondsBetween: (from, to) => `(CAST(strftime('%s', ${to}) AS INTEGER) - CAST(strftime('%s', ${from}) AS INTEGER))`,
  integerFromText: t => `CASE WHEN ${digits(unsigned(t), 18)} THEN CAST(${t} AS INTEGER) END`,
  decimalFromText: t =>
    `CASE WHEN ${unsigned(t)} GLOB '[0-9]*' AND ${t} GLOB '*[0-9]' AND ${unsigned(t)} NOT GLOB '*[^0-9.]*' AND ${t} NOT GLOB '*.*.*' THEN CAST(${t} AS REAL) END`,
  once: select => `MATERIALIZED (${select})`,
  greatest: (a, b) => `max(${a}, ${b})`,
};
