import type { CodeList, FieldMapping, Mapping, TypeMapping } from '../source/index.ts';
import { showable, type CodeGuess } from './code-guess.ts';
import { candidatesFor } from './candidates.ts';
import { matchEnum } from './enum-match.ts';
import type { KeyGuess } from './key-guess.ts';
import type { FieldMatch } from './match-fields.ts';
import { likeness } from './meaning.ts';
import type { ColumnSample } from './table-sample.ts';
import type { ColumnFacts } from './table-facts.ts';
import type { TypeMatch } from './type-match.ts';
import type { WantedField, WantedType } from './wanted.ts';

/** A mapping, with the reason of each entry by its path (`types.CourtCase.fields.kind`). */
export interface Draft {
  readonly mapping: Mapping;
  readonly reasons: ReadonlyMap<string, string>;
  /** What somebody has to decide before the draft can be opened. */
  readonly open: readonly string[];
}

type Writable<T> = { -readonly [K in keyof T]: T[K] };

interface Work {
  readonly codes: Map<string, CodeList>;
  readonly codesOf: Map<string, string>;
  readonly reasons: Map<string, string>;
  readonly open: string[];
  /** The key of each type that was found. */
  readonly keys: ReadonlyMap<string, KeyGuess>;
}

/** Below this a match is a guess. */
const sure = 0.5;

function plural(word: string): string {
  return /[^aeiou]y$/.test(word) ? `${word.slice(0, -1)}ies` : `${word}s`;
}

function nameFor(type: WantedType, field: WantedField, work: Work): string {
  const short = plural(field.name);
  return work.codes.has(short)
    ? `${type.name.charAt(0).toLowerCase()}${type.name.slice(1)}${field.name.charAt(0).toUpperCase()}${plural(field.name.slice(1))}`
    : short;
}

/** Codes met that have no value yet, as far as they may be shown. */
function unmapped(codes: CodeGuess, map: ReadonlyMap<string, string>): string {
  const left = [...codes.met].filter(([code]) => !map.has(code));
  if (left.length === 0) return '';
  const shown = left.filter(([code]) => showable(code)).slice(0, 30);
  const said = shown.map(([code, rows]) => {
    const label = codes.labels.get(code);
    return `${code}${label !== undefined && label !== code && showable(label) ? ` ${label}` : ''} (${rows})`;
  });
  const hidden = left.length - shown.length;
  return `without a value: ${[...said, ...(hidden > 0 ? [`${hidden} more that are not shown`] : [])].join(', ')}`;
}

function codeList(type: WantedType, field: WantedField, codes: CodeGuess, work: Work): string {
  const { map } = matchEnum(codes, field.values);
  const { where, ...dictionary } = codes.dictionary ?? { where: {} };
  const list: CodeList = {
    ...dictionary,
    ...(Object.keys(where).length > 0 ? { where } : {}),
    map: Object.fromEntries([...map].toSorted(([a], [b]) => a.localeCompare(b))),
  };
  const identity = JSON.stringify(list);
  const same = map.size > 0 ? work.codesOf.get(identity) : undefined;
  if (same !== undefined) return same;
  const name = nameFor(type, field, work);
  work.codes.set(name, list);
  work.codesOf.set(identity, name);
  const values = field.values.map(value => `${value.value}${value.said === '' ? '' : ` ${value.said}`}`).join(', ');
  const rest = unmapped(codes, map);
  work.reasons.set(
    `codes.${name}`,
    [`${type.name}.${field.name}: ${values}`, ...(rest === '' ? [] : [rest])].join('; '),
  );
  return name;
}

function dateField(match: FieldMatch, column: string): FieldMapping | string {
  const date = match.column?.date;
  if (!date) return 'no date found';
  const missing = date.missing.length > 0 ? { missing: date.missing } : {};
  if (match.field.kind === 'date') return { column, date: date.format, ...missing };
  return date.timed ? { column, datetime: date.format, ...missing } : `${column} keeps days only, without a time`;
}

/** A link by another column than the other type's key goes through that type's own table. */
function linkField({ target }: WantedField, { join, sample }: ColumnFacts, work: Work): FieldMapping {
  const column = sample.shape.name;
  const [key, ...more] = work.keys.get(target ?? '')?.columns ?? [];
  if (!join || key === undefined || more.length > 0 || key === join.to.column) return { column };
  return { through: { table: join.to.table, on: { [join.to.column]: column }, column: key } };
}

function booleanField(match: FieldMatch, column: string): FieldMapping {
  const values = [...(match.column?.sample.frequencies?.keys() ?? [])];
  const yes = values.filter(value => /^(?:1|Y|是|true)$/i.test(value));
  return { column, boolean: { true: yes, false: values.filter(value => /^(?:0|N|否|false)$/i.test(value)) } };
}

/** The words of a mapping for a field, or why it has none. */
function fieldMapping(type: WantedType, match: FieldMatch, work: Work): FieldMapping | string {
  const { field, column, area } = match;
  if (area) return { area: area.columns };
  if (!column) return 'no column found';
  const { name } = column.sample.shape;
  switch (field.kind) {
    case 'date':
    case 'datetime':
      return dateField(match, name);
    case 'integer':
      return { column: name, integer: true, ...(column.number?.fraction ? { fold: ['fraction'] } : {}) };
    case 'decimal':
      return { column: name, decimal: column.number?.written ?? true };
    case 'boolean':
      return booleanField(match, name);
    case 'enum': {
      if (!column.codes) return 'no codes found';
      const { label, before } = column.codes;
      return {
        column: name,
        codes: codeList(type, field, column.codes, work),
        ...(label === undefined ? {} : { label }),
        ...(before === undefined ? {} : { take: { before } }),
      };
    }
    case 'link':
      return linkField(field, column, work);
    default:
      return { column: name };
  }
}

function draftField({ type, table, fields }: TypeMatch, match: FieldMatch, work: Work): FieldMapping {
  const taken = new Set(fields.flatMap(field => field.column ?? []));
  const path = `types.${type.name}.fields.${match.field.name}`;
  const found = fieldMapping(type, match, work);
  if (typeof found === 'string') {
    const others = candidatesFor(match.field, table, taken);
    if (others !== '') work.reasons.set(path, others);
    return { absent: `${found}; name the column if there is one` };
  }
  const doubt = match.confidence < sure ? 'A GUESS: ' : '';
  work.reasons.set(path, `${doubt}${match.why}`);
  return found;
}

function conditions({ table, type, level }: TypeMatch, work: Work): Pick<TypeMapping, 'only'> {
  const path = `types.${type.name}.only`;
  const { softDelete } = table;
  const only: Record<string, string | readonly string[]> = {};
  const reasons: string[] = [];
  if (level) {
    only[level.column] = level.value;
    reasons.push('the rows of this level, by the length of their code');
  }
  if (softDelete?.keep) {
    const [value = ''] = softDelete.keep;
    only[softDelete.column] = value;
    reasons.push(softDelete.why);
  } else if (softDelete) work.open.push(`${type.name}: ${softDelete.column}, ${softDelete.why}`);
  if (reasons.length === 0) return {};
  work.reasons.set(path, reasons.join('; '));
  return { only };
}

/** A unique column that is called what the schema calls its key: the credit code of an organisation, beside its number. */
function keyAsNamed(type: WantedType, { key, sample }: TypeMatch['table']): KeyGuess | undefined {
  if (type.keyWords.length === 0) return undefined;
  const says = ({ meaning }: ColumnSample): boolean =>
    likeness(meaning, { words: type.keyWords, neutral: type.concepts }).value >= 0.8;
  const other = key?.columns[0];
  const own = other === undefined ? undefined : sample.columns.get(other);
  if (own && says(own)) return undefined;
  const named = [...sample.columns.values()].find(
    column => column.distinct === sample.sampled && column.distinct > 0 && !column.personal && says(column),
  );
  if (!named) return undefined;
  return {
    columns: [named.shape.name],
    repeats: false,
    why: `unique in the ${sample.sampled} rows looked at, and called so`,
  };
}

function keyFor({ table, type }: TypeMatch, work: Work): Pick<TypeMapping, 'key'> {
  if (type.key === undefined) return {};
  const path = `types.${type.name}.key`;
  const key = work.keys.get(type.name);
  if (!key) {
    work.open.push(`${type.name} needs a key: no column of ${table.sample.shape.name} is unique and never empty`);
    return {};
  }
  work.reasons.set(path, key.why);
  const [first = ''] = key.columns;
  if (key.repeats) return { key: { column: first, repeats: true } };
  return { key: key.columns.length === 1 ? first : key.columns };
}

function draftType(match: TypeMatch, work: Work): TypeMapping {
  const { table, type, fields, words } = match;
  const { shape, rows, meaning, columns } = table.sample;
  const name = shape.comment ?? (words === '' ? meaning.words : words);
  const found = fields.filter(field => field.column ?? field.area).length;
  const said = name === '' ? '' : `${name}, `;
  work.reasons.set(
    `types.${type.name}.from`,
    `${said}${rows ?? 'very many'} rows, ${found} of ${fields.length} fields found; likeness ${match.score.toFixed(2)}`,
  );
  const personal: Record<string, number> = {};
  for (const [name, { personal: held }] of columns)
    if (held) {
      personal[name] = held.grade;
      work.reasons.set(`types.${type.name}.personal.${name}`, held.why);
    }
  return {
    from: shape.name,
    ...conditions(match, work),
    ...keyFor(match, work),
    ...(Object.keys(personal).length > 0 ? { personal } : {}),
    fields: Object.fromEntries(fields.map(field => [field.field.name, draftField(match, field, work)])),
  };
}

/** Writes down what was found as a mapping of a department, every type of its schema once. */
export function draftMapping(department: string, types: readonly WantedType[], matches: readonly TypeMatch[]): Draft {
  const keys = new Map<string, KeyGuess>();
  for (const { type, table } of matches) {
    const key = keyAsNamed(type, table) ?? table.key;
    if (key) keys.set(type.name, key);
  }
  const work: Work = { codes: new Map(), codesOf: new Map(), reasons: new Map(), open: [], keys };
  const entries = types.map(type => {
    const match = matches.find(each => each.type === type);
    return [type.name, match ? draftType(match, work) : { absent: 'no table found that resembles it' }] as const;
  });
  const mapping: Writable<Mapping> = { database: department, types: Object.fromEntries(entries) };
  if (work.codes.size > 0) mapping.codes = Object.fromEntries(work.codes);
  return { mapping, reasons: work.reasons, open: work.open };
}
