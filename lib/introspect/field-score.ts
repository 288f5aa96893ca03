import { matchEnum } from './enum-match.ts';
import { likenessOfAny, type Likeness } from './meaning.ts';
import { present, share } from './table-sample.ts';
import type { ColumnFacts, TableFacts } from './table-facts.ts';
import type { WantedField, WantedType } from './wanted.ts';

export interface Context {
  readonly type: WantedType;
  readonly table: TableFacts;
  /** Concepts of the department and the type. */
  readonly neutral: ReadonlySet<string>;
  /** Tables by the type that they are taken for, once that is decided. */
  readonly tableOf: ReadonlyMap<string, string>;
}

export interface Score {
  /** 0 (nothing speaks for it) to 1. */
  readonly value: number;
  readonly why: string;
}

const none: Score = { value: 0, why: '' };

/** How well the column's name and comment say the field. */
function named(column: ColumnFacts, field: WantedField, neutral: ReadonlySet<string>): Likeness {
  return likenessOfAny(column.sample.meaning, field.ways, neutral);
}

/** The words of the name, and what the values say. */
function because(column: ColumnFacts, { value, words }: Likeness, also: string): string {
  const said = column.sample.shape.comment ?? (value >= 0.3 ? words : column.sample.meaning.words);
  return said === '' ? also : `${said}: ${also}`;
}

/** Nothing in the name but what the whole table is about: 信访日期 in a table of petitions. */
function onlyNeutral(column: ColumnFacts, neutral: ReadonlySet<string>): boolean {
  return column.sample.meaning.readings
    .filter(reading => reading.cost === 0)
    .some(
      reading =>
        reading.segments.length > 0 &&
        reading.segments.slice(0, -1).every(segment => segment.senses.some(sense => neutral.has(sense.concept))) &&
        reading.segments.at(-1)?.senses.some(sense => sense.concept === 'date'),
    );
}

function dateScore(column: ColumnFacts, field: WantedField, { neutral, type }: Context): Score {
  const { date, sample } = column;
  if (!date) return none;
  const like = named(column, field, neutral);
  const base = like.value * (sample.meaning.roles.has('audit') ? 0.3 : 1);
  const timed = base > 0 && field.kind === 'datetime' && date.timed ? 0.05 : 0;
  // The day of the inspection in a table of inspections is the day that the type is counted by.
  const dates = type.fields.filter(f => f.kind === 'date' || f.kind === 'datetime');
  const first = field.primary || dates.length === 1 || (dates[0] === field && !dates.some(f => f.primary));
  const own = first && onlyNeutral(column, type.concepts) ? 0.6 : 0;
  return { value: Math.max(base + timed, own), why: because(column, like, date.why) };
}

function enumScore(column: ColumnFacts, field: WantedField, { neutral }: Context): Score {
  const { codes, sample } = column;
  if (!codes || ['deleted', 'valid', 'flag'].some(role => sample.meaning.roles.has(role as 'flag'))) return none;
  const like = named(column, field, neutral);
  const match = matchEnum(codes, field.values);
  const why = because(column, like, codes.why);
  if (match.share >= 0.5) return { value: Math.max(0.55 + 0.4 * match.share, like.value), why };
  // Words that mean none of the enum's values speak against the column.
  const contradicts = codes.from !== 'values' && match.map.size === 0 ? 0.6 : 1;
  return { value: like.value * contradicts, why };
}

function linkScore(column: ColumnFacts, field: WantedField, { neutral, table, tableOf, type }: Context): Score {
  const { join, sample } = column;
  const key = table.key?.columns;
  if (key?.length === 1 && key[0] === sample.shape.name) return none;
  const like = named(column, field, neutral);
  const wanted = field.target === undefined ? undefined : tableOf.get(field.target);
  if (join && wanted !== undefined)
    return join.to.table === wanted ? { value: 0.95 + 0.05 * like.value, why: because(column, like, join.why) } : none;
  // Leads to another table of this database: not to another department.
  if (join && tableOf.size > 0 && field.target !== type.name) return none;
  return column.identifies
    ? {
        value: like.value,
        why: because(column, like, `numbers of other records, perhaps of ${field.target ?? 'another type'}`),
      }
    : none;
}

const truth = /^(?:[01YN是否]|true|false)$/i;

function yesOrNo(column: ColumnFacts): string[] | undefined {
  const { frequencies, meaning } = column.sample;
  const values = [...(frequencies?.keys() ?? [])];
  if (values.length > 3 || share(values, value => truth.test(value)) <= 0.5) return undefined;
  const marks = meaning.roles.has('deleted') || meaning.roles.has('valid');
  return marks ? undefined : values.filter(value => truth.test(value));
}

function plainScore(column: ColumnFacts, field: WantedField, { neutral }: Context): Score {
  const { number, sample } = column;
  const like = named(column, field, neutral);
  switch (field.kind) {
    case 'integer':
      return number?.whole && !column.identifies ? { value: like.value, why: because(column, like, number.why) } : none;
    case 'decimal': {
      const amount = sample.meaning.roles.has('amount') ? 0.35 : 0;
      return number ? { value: Math.max(like.value, amount), why: because(column, like, number.why) } : none;
    }
    case 'boolean': {
      const values = yesOrNo(column);
      return values ? { value: like.value, why: because(column, like, `values ${values.join(' and ')}`) } : none;
    }
    case 'json': {
      const outline = share(present(sample), v => v.startsWith('{"')) > 0.8;
      return outline ? { value: Math.max(like.value, 0.6), why: because(column, like, 'GeoJSON') } : none;
    }
    default:
      return none;
  }
}

function textScore(column: ColumnFacts, field: WantedField, { neutral }: Context): Score {
  const { sample, date, codes } = column;
  if (date || column.number || (codes && codes.from !== 'values')) return none;
  const like = named(column, field, neutral);
  const names = field.ways.some(words => words.some(word => word.concepts.has('name')));
  const label = names && sample.meaning.roles.has('label') ? 0.7 : 0;
  return {
    value: Math.max(like.value, label),
    why: because(column, like, `${sample.distinct} different texts in ${sample.filled} rows`),
  };
}

/** How much speaks for a column being a field, and what. */
export function scoreField(column: ColumnFacts, field: WantedField, context: Context): Score {
  if (column.sample.personal) return none;
  switch (field.kind) {
    case 'date':
    case 'datetime':
      return dateScore(column, field, context);
    case 'enum':
      return enumScore(column, field, context);
    case 'link':
      return linkScore(column, field, context);
    case 'text':
      return textScore(column, field, context);
    case 'place':
      return none;
    default:
      return plainScore(column, field, context);
  }
}
