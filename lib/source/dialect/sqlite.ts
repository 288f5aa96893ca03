import type { Dialect } from './dialect.ts';

/** SQLite keeps days and moments as ISO text, so text is the canonical form. */
export const sqlite: Dialect = {
  name: 'sqlite',
  identifier: name => `"${name.replaceAll('"', '""')}"`,
  text: e => `CAST(${e} AS TEXT)`,
  orderable: t => t,
  concat: parts => parts.join(' || '),
  // date('2024-02-31') rolls over to March: only an unchanged text is a real day.
  dateFromIso: t => `CASE WHEN date(${t}) = ${t} AND ${t} >= '1900-01-01' THEN ${t} END`,
  momentFromIso: t => `CASE WHEN datetime(${t}) = ${t} AND ${t} >= '1900-01-01' THEN ${t} END`,
  nativeIso: (c, moment) => `substr(${c}, 1, ${moment ? 19 : 10})`,
  epochIso: c => `datetime(CAST(${c} AS INTEGER) + 28800, 'unixepoch')`,
  isoText: v => v,
  parameter: () => '?',
  daysBetween: (from, to) => `CAST(julianday(substr(${to}, 1, 10)) - julianday(substr(${from}, 1, 10)) AS INTEGER)`,
  secondsBetween: (from, to) => `(CAST(strftime('%s', ${to}) AS INTEGER) - CAST(strftime('%s', ${from}) AS INTEGER))`,
  integerFromText: t =>
    `CASE WHEN ${t} GLOB '[0-9]*' AND ${t} NOT GLOB '*[^0-9]*' THEN CAST(${t} AS INTEGER) WHEN ${t} GLOB '-[0-9]*' AND substr(${t}, 2) NOT GLOB '*[^0-9]*' THEN CAST(${t} AS INTEGER) END`,
  decimalFromText: t =>
    `CASE WHEN ${t} GLOB '*[0-9]*' AND ltrim(${t}, '-') NOT GLOB '*[^0-9.]*' AND ${t} NOT GLOB '*.*.*' THEN CAST(${t} AS REAL) END`,
  once: select => `MATERIALIZED (${select})`,
  greatest: (a, b) => `max(${a}, ${b})`,
};
