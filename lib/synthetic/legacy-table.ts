import { drawName, type Person } from './persons.ts';
import type { Random } from './random.ts';
import { isoDay, isoMoment, secondsInDay } from './calendar.ts';
import { impossibleMoments, unknownTowns, unmappedCode, unreadableDates, type Spoil } from './dirt.ts';

export type SqlValue = string | number | bigint | null;

/** Column types that every dialect has a word for. `text` with a length in characters. */
export type SqlType = { readonly text: number } | 'longtext' | 'int' | 'bigint' | 'decimal' | 'date' | 'datetime';

/** What a column needs to know of its row beside the record. */
export interface Cell {
  readonly spoil: Spoil | undefined;
  readonly deleted: boolean;
  readonly random: Random;
  /** Whom the row is about. */
  readonly person: Person;
}

export interface Column<R> {
  readonly type: SqlType;
  /** The canonical field that this column can spoil. */
  readonly spoils?: Spoil;
  /** It holds something of a person. */
  readonly personal?: true;
  value(record: R, cell: Cell): SqlValue;
}

/** One existing table of a department, in its own habits. */
export interface LegacyTable<R> {
  readonly name: string;
  readonly columns: Readonly<Record<string, Column<R>>>;
  /** Primary key; a table without one is a habit, too. */
  readonly key?: readonly string[];
  /** Columns with an index of their own. */
  readonly indexes?: readonly string[];
  /** True when a column marks removed rows. */
  readonly marksDeleted?: boolean;
  /** Rows that are there before anything happens: code tables. */
  readonly rows?: readonly (readonly SqlValue[])[];
}

type FieldOf<R, V> = { [K in keyof R]-?: R[K] extends V ? K : never }[keyof R] & string;

export function text<R>(length: number, value: (record: R, random: Random) => string | null): Column<R> {
  return { type: { text: length }, value: (record, cell) => value(record, cell.random) };
}

export function column<R>(type: SqlType, value: (record: R, random: Random) => SqlValue): Column<R> {
  return { type, value: (record, cell) => value(record, cell.random) };
}

export type DateForm = 'yyyyMMdd' | 'yyyyMMddHHmmss' | 'yyyy-MM-dd' | 'yyyy-MM-dd HH:mm:ss' | 'yyyy/MM/dd';

/** A date as text; `absent` is how the clerk writes that there is none. Office hours stand in for an unknown time of day. */
export function dateText<R>(form: DateForm, field: FieldOf<R, number | null>, absent: string | null = null): Column<R> {
  return {
    type: { text: form.length },
    spoils: { field, reason: 'UNREADABLE_DATE' },
    value(record, { spoil, random }) {
      if (spoil?.field === field) return unreadable(form, random);
      const day = record[field] as number | null;
      return day === null ? absent : writeDate(form, day * secondsInDay + 30_600 + Math.floor(random.unit() * 28_800));
    },
  };
}

/** A moment as text. */
export function momentText<R>(
  form: DateForm,
  field: FieldOf<R, number | null>,
  absent: string | null = null,
): Column<R> {
  return {
    type: { text: form.length },
    spoils: { field, reason: 'UNREADABLE_DATE' },
    value(record, { spoil, random }) {
      if (spoil?.field === field) return unreadable(form, random);
      const moment = record[field] as number | null;
      return moment === null ? absent : writeDate(form, moment);
    },
  };
}

/** When the system last wrote the row. No clerk can spoil it, and it takes no part in the throws of dice: the column came later. */
export function changeStamp<R>(form: DateForm, field: FieldOf<R, number>): Column<R> {
  return {
    type: { text: form.length },
    value(record) {
      const day = record[field] as number;
      return writeDate(form, day * secondsInDay + 30_600 + ((day * 7919) % 28_800));
    },
  };
}

function writeDate(form: DateForm, second: number): string {
  return inForm(form, isoMoment(second));
}

function inForm(form: DateForm, moment: string): string {
  if (form === 'yyyyMMddHHmmss') return moment.replaceAll(/\D/g, '');
  if (form === 'yyyyMMdd') return moment.slice(0, 10).replaceAll('-', '');
  if (form === 'yyyy/MM/dd') return moment.slice(0, 10).replaceAll('-', '/');
  return moment.slice(0, form.length);
}

/** Half of them look right and name a day that no calendar has. */
function unreadable(form: DateForm, random: Random): string {
  return random.chance(0.5) ? inForm(form, random.pick(impossibleMoments)) : random.pick(unreadableDates);
}

/** A DATE column. It cannot hold an unreadable date. */
export function nativeDate<R>(field: FieldOf<R, number | null>): Column<R> {
  return column('date', record => {
    const day = record[field] as number | null;
    return day === null ? null : isoDay(day);
  });
}

/** Seconds since 1970 at noon in Beijing. */
export function epochSeconds<R>(field: FieldOf<R, number>): Column<R> {
  return column('bigint', record => (record[field] as number) * secondsInDay + 4 * 3600);
}

/** A code, and for a spoiled row one that no code table knows. */
export function code<R, V extends string>(
  field: FieldOf<R, V | null>,
  codes: Readonly<Record<V, string>>,
  length = 10,
): Column<R> {
  return {
    type: { text: length },
    spoils: { field, reason: 'UNMAPPED_CODE' },
    value(record, { spoil }) {
      if (spoil?.field === field) return unmappedCode;
      const value = record[field] as V | null;
      return value === null ? null : codes[value];
    },
  };
}

/** Digits `from` to `to` of the grid's code. The column that holds the town is the one that can be wrong. */
export function areaPart<R extends { readonly place: string }>(from: number, to: number): Column<R> {
  return {
    type: { text: to - from },
    ...(from === 0 ? { spoils: { field: 'place', reason: 'UNKNOWN_AREA' } } : {}),
    value(record, { spoil, random }) {
      const whole = spoil?.field === 'place' ? `${random.pick(unknownTowns)}${record.place.slice(9)}` : record.place;
      return from === 0 || spoil?.field !== 'place' ? whole.slice(from, to) : record.place.slice(from, to);
    },
  };
}

/** The whole 15-digit code in one column. */
export function area<R extends { readonly place: string }>(): Column<R> {
  return areaPart(0, 15);
}

/** The mark of soft deletion. */
export function deletion<R>(type: SqlType, live: SqlValue, removed: SqlValue): Column<R> {
  return { type, value: (_, { deleted }) => (deleted ? removed : live) };
}

/** A made-up person. Legacy tables hold them; no mapping names such a column. */
export function personName<R>(): Column<R> {
  return personal(20, ({ random, person }) => {
    const name = drawName(random);
    return person.name ?? name;
  });
}

/** Looks like a telephone number and cannot be one: 000 is no carrier's prefix. */
export function personPhone<R>(): Column<R> {
  return personal(11, ({ random, person }) => {
    const phone = `000${String(random.int(0, 99_999_999)).padStart(8, '0')}`;
    return person.name === undefined ? phone : person.phone;
  });
}

/** The same for a column that came later: it takes no part in the throws of dice on which a county's figures rest. */
export function laterPhone<R>(): Column<R> {
  return personal(11, ({ person }) => person.phone);
}

/** A resident identity number as clerks write them. 公民身份号码 */
export function personNumber<R>(): Column<R> {
  return personal(24, ({ person }) => person.number);
}

function personal<R>(length: number, value: (cell: Cell) => string | null): Column<R> {
  return { type: { text: length }, personal: true, value: (_, cell) => value(cell) };
}
