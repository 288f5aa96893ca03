import type { Dialect } from '../dialect/dialect.ts';
import { namedFormats, parseFormat, type DatePiece, type ParsedFormat } from '../mapping/date-format.ts';
import { minutesOf } from '../mapping/zone.ts';
import { formatPattern } from './calendar-pattern.ts';
import type { ColumnReference } from './reference.ts';
import type { SteppedText } from './steps.ts';

/** Beijing time, in minutes east of Greenwich. */
const beijing = 480;

const isoMarks: Record<string, string> = { MM: '-', dd: '-', HH: ' ', mm: ':', ss: ':' };

function hourOf(part: (of: string) => string, twelve: boolean): string {
  if (!twelve) return part('HH');
  const half = `upper(${part('a')})`;
  return `CASE WHEN ${half} = 'AM' THEN CASE WHEN ${part('hh')} = '12' THEN '00' WHEN ${part('hh')} BETWEEN '01' AND '11' THEN ${part('hh')} END WHEN ${half} = 'PM' THEN CASE ${part('hh')} WHEN '12' THEN '12' ${Array.from(
    { length: 11 },
    (_, i) => `WHEN '${String(i + 1).padStart(2, '0')}' THEN '${i + 13}'`,
  ).join(' ')} END END`;
}

/** Whether a format spells the ISO text itself, up to the seconds. */
function isIso({ pieces, loneDigits }: ParsedFormat): boolean {
  const spelt = pieces.map(piece => ('mark' in piece ? piece.mark : piece.part)).join('');
  return !loneDigits && 'yyyy-MM-dd HH:mm:ss'.startsWith(spelt) && spelt.length >= 'yyyy-MM-dd'.length;
}

/** Formats that the database reads by itself where it is told to, once the form is checked. */
const readable = /^yyyy(?:|-|\/)MM(?:|-|\/)dd$|^yyyyMMddHHmmss$|^yyyy-MM-dd HH:mm:ss$/;

/** The part of a text of a format that the database's own conversion reads as the day or moment. */
function readableOf(d: Dialect, text: string, { pieces }: ParsedFormat, moment: boolean): string | undefined {
  const day = pieces.findIndex(piece => 'part' in piece && piece.part === 'dd') + 1;
  const kept = moment ? pieces : pieces.slice(0, day);
  const spelt = kept.map(piece => ('mark' in piece ? piece.mark : piece.part)).join('');
  if (d.readsDates !== true || !readable.test(spelt)) return undefined;
  return kept.length === pieces.length ? text : `substr(${text}, 1, ${spelt.length})`;
}

/** What a text of an ordered format spells, whose form is already checked. */
function speltOf(d: Dialect, text: string, format: ParsedFormat, moment: boolean): string {
  const itself = readableOf(d, text, format, moment);
  if (itself !== undefined) return itself;
  const { pieces } = format;
  const names = moment ? ['yyyy', 'MM', 'dd', 'HH', 'mm', 'ss'] : ['yyyy', 'MM', 'dd'];
  return d.concat(
    names.flatMap(name => {
      const at = pieces.find(piece => 'part' in piece && piece.part === name)?.at;
      const mark = isoMarks[name];
      const part = at === undefined ? "'00'" : `substr(${text}, ${at}, ${name === 'yyyy' ? 4 : 2})`;
      return mark === undefined ? [part] : [`'${mark}'`, part];
    }),
  );
}

/** The ISO text that the characters of a text spell, as long as the format; NULL for another length or other marks. */
function isoOf(d: Dialect, whole: string, format: ParsedFormat, moment: boolean): string {
  const { pieces, length, hasTime } = format;
  const right = [
    `${d.length(whole)} ${format.offset ? 'BETWEEN' : '='} ${length}${format.offset ? ` AND ${length + 6}` : ''}`,
  ];
  const marks = markRuns(pieces).map(
    run => `substr(${whole}, ${run.at}, ${[...run.mark].length}) = ${d.literal(run.mark)}`,
  );
  if (isIso(format) && !format.offset) {
    // What the day leaves of the text must have the format's marks too; those of the day are looked at as ISO.
    if (hasTime && !moment) right.push(...marks);
    const day = moment || !hasTime ? whole : `substr(${whole}, 1, 10)`;
    const rest = moment ? { 10: " || ' 00:00:00'", 16: " || ':00'" }[length] : undefined;
    return `CASE WHEN ${right.join(' AND ')} THEN ${rest === undefined ? day : d.concat([day, rest.slice(4)])} END`;
  }
  const at = new Map<string, number>(pieces.flatMap(piece => ('part' in piece ? [[piece.part, piece.at]] : [])));
  const part = (name: string): string =>
    at.has(name)
      ? `substr(${whole}, ${at.get(name)}, ${name === 'yyyy' ? 4 : 2})`
      : name === 'MM' || name === 'dd'
        ? "'01'"
        : "'00'";
  right.push(...marks);
  const names = moment || format.offset ? ['yyyy', 'MM', 'dd', 'HH', 'mm', 'ss'] : ['yyyy', 'MM', 'dd'];
  const spelt = names.flatMap(name => [
    ...(name in isoMarks ? [`'${isoMarks[name]}'`] : []),
    name === 'HH' && hasTime ? hourOf(part, at.has('hh')) : part(name),
  ]);
  return `CASE WHEN ${right.join(' AND ')} THEN ${d.concat(spelt)} END`;
}

function markRuns(pieces: readonly DatePiece[]): { at: number; mark: string }[] {
  const runs: { at: number; mark: string }[] = [];
  for (const piece of pieces) {
    if (!('mark' in piece)) continue;
    const last = runs.at(-1);
    if (last && last.at + last.mark.length === piece.at) last.mark += piece.mark;
    else runs.push({ at: piece.at, mark: piece.mark });
  }
  return runs;
}

/** Minutes from the offset that a text ends with (+08, +0800, +08:00, Z) to Beijing time; NULL for anything else. */
function offsetMinutes(d: Dialect, text: string, length: number): string {
  const offset = `substr(${text}, ${length + 1})`;
  const digits = `replace(substr(${offset}, 2), ':', '')`;
  const minutes = `${d.integerFromText(`substr(${digits}, 1, 2)`)} * 60 + COALESCE(${d.integerFromText(`substr(${digits}, 3, 2)`)}, 0)`;
  return `CASE WHEN ${offset} = 'Z' THEN ${beijing} WHEN substr(${offset}, 1, 1) = '+' THEN ${beijing} - (${minutes}) WHEN substr(${offset}, 1, 1) = '-' THEN ${beijing} + (${minutes}) END`;
}

interface Written {
  readonly format: string;
  readonly zone: string | undefined;
  readonly moment: boolean;
}

function textDate(d: Dialect, text: string, format: ParsedFormat, written: Written): string {
  if (!format.loneDigits) return fixedDate(d, text, format, written);
  return d.onText(d.padLoneDigits(text), padded => fixedDate(d, padded, format, written));
}

/** Out of a text whose parts stand at fixed places. */
function fixedDate(d: Dialect, text: string, format: ParsedFormat, { zone, moment }: Written): string {
  const minutes = zone === undefined ? beijing : (minutesOf(zone) ?? beijing);
  if (!format.offset && (minutes === beijing || !format.hasTime)) {
    if (format.ordered && d.dateMatching) {
      const spelt = speltOf(d, text, format, moment);
      return d.dateMatching(text, format.length, formatPattern(format, moment), spelt, moment);
    }
    return d.onText(isoOf(d, text, format, moment), iso => (moment ? d.momentFromIso(iso) : d.dateFromIso(iso)));
  }
  const local = d.onText(isoOf(d, text, format, true), d.momentFromIso);
  const shift = format.offset ? offsetMinutes(d, text, format.length) : String(beijing - minutes);
  const there = d.shift(`(${local})`, shift);
  return moment ? there : d.dayOf(there);
}

function epochDate(d: Dialect, text: string, { format, moment }: Written): string {
  const long = d.length(text);
  // Of milliseconds the last three marks must be digits too.
  const thousandths = d.epochIso(`substr(${text}, ${long} - 2)`);
  const seconds =
    format === 'epoch-seconds'
      ? text
      : `(CASE WHEN ${long} > 3 THEN CASE WHEN ${thousandths} IS NOT NULL THEN substr(${text}, 1, ${long} - 3) END END)`;
  const iso = d.epochIso(seconds);
  return moment ? d.momentFromIso(`(${iso})`) : d.dateFromIso(`(substr(${iso}, 1, 10))`);
}

/** A day or moment out of a column, NULL where it cannot be read. */
export function dateValue(d: Dialect, column: ColumnReference, stepped: SteppedText, written: Written): string {
  if (stepped.bare) return dateOf(d, column, stepped, written);
  return d.onText(stepped.text, text => dateOf(d, column, { ...stepped, text }, written));
}

function dateOf(d: Dialect, column: ColumnReference, { text, bare }: SteppedText, written: Written): string {
  const parsed = namedFormats.has(written.format) ? undefined : parseFormat(written.format);
  // Digits and marks are the same in every collation, so the column need not be copied to be looked at.
  const plain = bare && d.readsDates === true && column.kind === 'text' ? column.sql : text;
  if (parsed) return textDate(d, plain, parsed, written);
  if (written.format !== 'native') return epochDate(d, text, written);
  const minutes = written.zone === undefined ? beijing : (minutesOf(written.zone) ?? beijing);
  const { kind } = column;
  // A day is no moment: of a moment in a column of days nothing can be read.
  const own = kind === 'datetime' || (kind === 'date' && !written.moment);
  if (bare && own && minutes === beijing && d.name !== 'sqlite') return d.nativeDate(column.sql, kind, written.moment);
  const iso = d.nativeIso(bare ? column.sql : text, written.moment || minutes !== beijing);
  if (minutes === beijing) return written.moment ? d.momentFromIso(iso) : d.dateFromIso(iso);
  const there = d.shift(d.momentFromIso(iso), String(beijing - minutes));
  return written.moment ? there : d.dayOf(there);
}
