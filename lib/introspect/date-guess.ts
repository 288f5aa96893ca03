import type { DateFormat } from '../source/index.ts';
import { percent, present, share, type ColumnSample } from './table-sample.ts';

export interface DateGuess {
  readonly format: DateFormat;
  /** It has a time of day. */
  readonly timed: boolean;
  readonly missing: readonly string[];
  readonly why: string;
  /** Share of the values that are dates of the format. */
  readonly share: number;
}

const year = '(?:19|20)\\d\\d';
const month = '(?:0[1-9]|1[0-2])';
const day = '(?:0[1-9]|[12]\\d|3[01])';
const lone = '(?:1[0-2]|0?[1-9])';
const loneDay = '(?:[12]\\d|3[01]|0?[1-9])';
const clock = '(?:[01]\\d|2[0-3]):[0-5]\\d';

const formats: readonly { format: DateFormat; pattern: RegExp; timed: boolean }[] = (
  [
    ['yyyyMMdd', `${year}${month}${day}`],
    ['yyyyMMddHHmm', `${year}${month}${day}(?:[01]\\d|2[0-3])[0-5]\\d`],
    ['yyyyMMddHHmmss', `${year}${month}${day}(?:[01]\\d|2[0-3])[0-5]\\d[0-5]\\d`],
    ['yyyy-MM-dd', `${year}-${month}-${day}`],
    ['yyyy-MM-dd HH:mm', `${year}-${month}-${day} ${clock}`],
    ['yyyy-MM-dd HH:mm:ss', `${year}-${month}-${day} ${clock}:[0-5]\\d`],
    ['yyyy-MM-ddTHH:mm:ss', `${year}-${month}-${day}T${clock}:[0-5]\\d`],
    ['yyyy-MM-dd HH:mm:ssX', `${year}-${month}-${day} ${clock}:[0-5]\\d(?:Z|[+-]\\d\\d(?::?\\d\\d)?)`],
    ['yyyy/MM/dd', `${year}/${month}/${day}`],
    ['yyyy/MM/dd HH:mm:ss', `${year}/${month}/${day} ${clock}:[0-5]\\d`],
    ['yyyy/M/d', `${year}/${lone}/${loneDay}`],
    ['yyyy-M-d', `${year}-${lone}-${loneDay}`],
    ['yyyy.MM.dd', `${year}\\.${month}\\.${day}`],
    ['yyyy年MM月dd日', `${year}年${month}月${day}日`],
    ['yyyy年M月d日', `${year}年${lone}月${loneDay}日`],
    ['MM/dd/yyyy', `${month}/${day}/${year}`],
    ['MM/dd/yyyy hh:mm:ss a', `${month}/${day}/${year} (?:0[1-9]|1[0-2]):[0-5]\\d:[0-5]\\d [AP]M`],
    ['M/d/yyyy', `${lone}/${loneDay}/${year}`],
    ['M/d/yyyy h:mm:ss a', `${lone}/${loneDay}/${year} ${lone}:[0-5]\\d:[0-5]\\d [AP]M`],
  ] as const
).map(([format, pattern]) => ({ format, pattern: new RegExp(`^${pattern}$`), timed: /[Hh]/.test(format) }));

/** Spellings of 'no date': zeros in any form, the ends of time, and what clerks write. */
const marker =
  /^(?:0+|0000[-/.]00[-/.]00(?: 00:00(?::00)?)?|1900[-/]0?1[-/]0?1(?: 00:00:00)?|19000101(?:000000)?|1970-01-01(?: 0[08]:00:00)?|9999[-/.]?\d\d[-/.]?\d\d.*|2099[-/.]?12[-/.]?31.*|null|NULL|无|-|\/)$/;

/** Markers that stand for 'none'; the two spellings of nothing that always count are not among them. */
function markersIn(values: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const value of values) if (marker.test(value)) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].filter(([, n]) => n >= 2).map(([value]) => value);
}

/** 1990 to 2050: a number of the size that says when, not how many. */
function epoch(column: ColumnSample, values: readonly string[]): DateGuess | undefined {
  const saysDate = column.meaning.roles.has('date') || column.meaning.roles.has('audit');
  for (const [format, from, to] of [
    ['epoch-seconds', 631_152_000, 2_524_608_000],
    ['epoch-milliseconds', 631_152_000_000, 2_524_608_000_000],
  ] as const) {
    const part = share(values, value => /^\d{9,13}$/.test(value) && Number(value) >= from && Number(value) <= to);
    if (part >= 0.9 && saysDate && column.distinct > 1)
      return { format, timed: true, missing: markersIn(values), share: part, why: `numbers of the size of ${format}` };
  }
  return undefined;
}

function native(column: ColumnSample, values: readonly string[]): DateGuess | undefined {
  const { kind, type } = column.shape;
  if (kind !== 'date' && kind !== 'datetime') return undefined;
  return {
    format: 'native',
    timed: kind === 'datetime',
    missing: markersIn(values),
    share: 1,
    why: `declared ${type}`,
  };
}

/** SQLite has no type for dates: a column declared DATE holds text like any other. */
function textual(column: ColumnSample, values: readonly string[]): DateGuess | undefined {
  const missing = markersIn(values);
  const real = values.filter(value => !missing.includes(value));
  const counted = formats
    .map(each => ({ ...each, part: share(real, value => each.pattern.test(value)) }))
    .toSorted((a, b) => b.part - a.part);
  const [best] = counted;
  if (!best || best.part < 0.7) return undefined;
  // Six or eight digits alone can be a code: then the name has to say date too, or nearly all must fit.
  const plainDigits = best.format === 'yyyyMMdd';
  if (plainDigits && best.part < 0.95 && !column.meaning.roles.has('date') && !column.meaning.roles.has('audit'))
    return undefined;
  const rest = best.part < 1 ? `, ${percent(1 - best.part)} unreadable` : '';
  return {
    format: best.format,
    timed: best.timed,
    missing,
    share: best.part,
    why: `${percent(best.part)} of the values are ${best.format}${missing.length > 0 ? `, ${missing.join(' and ')} for none` : rest}`,
  };
}

/** Whether a column holds dates, and how they are written. */
export function guessDate(column: ColumnSample): DateGuess | undefined {
  if (column.personal) return undefined;
  const values = present(column);
  const sqliteDate =
    /^(date|datetime|timestamp)/i.test(column.shape.type) && values.some(v => !/^\d{4}-\d\d-\d\d( |$)/.test(v));
  if (values.length === 0) return native(column, values);
  return (sqliteDate ? undefined : native(column, values)) ?? textual(column, values) ?? epoch(column, values);
}
