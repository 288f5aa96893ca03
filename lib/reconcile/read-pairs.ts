import { Ajv } from 'ajv';
import schema from '../../schema/reconciliation.schema.json' with { type: 'json' };
import { type RecordType, recordTypes } from '../indicators/index.ts';
import { type CheckedYaml, readCheckedYaml } from '../kernel/checked-yaml.ts';
import { operatorError } from '../kernel/coded-error.ts';
import type { Text } from '../kernel/text.ts';
import type { Pair, RowsOf, Side } from './pair.ts';

/** What the departments' schemas say of a type of record, by its name with a small letter: courtCase. */
export interface ListedType {
  readonly typeName: string;
  readonly list: string;
  /** Field that identifies a row. */
  readonly id: string;
  /** Measures that count events on a day: the day, what they ask of enum fields, and fields that must be readable. Others are not in it. */
  readonly events: ReadonlyMap<string, Pick<RowsOf, 'date' | 'where'> & { readonly readable: readonly string[] }>;
  /** Dimensions with their values. */
  readonly dimensions: ReadonlyMap<string, readonly string[]>;
  /** Link fields with the key of the type that they lead to. */
  readonly links: ReadonlyMap<string, string>;
}

interface SideText {
  readonly name: Text;
  readonly count: string;
  readonly only?: Readonly<Record<string, readonly string[]>>;
  readonly key?: string;
}

interface PairsText {
  readonly pairs: readonly {
    readonly id: string;
    readonly name: Text;
    readonly lag?: number;
    readonly sides: readonly [SideText, SideText];
  }[];
}

const check = new Ajv({ allErrors: false, strict: false }).compile<PairsText>(schema);
const words = {
  code: 'BAD_RECONCILIATION',
  what: 'reconciliation',
  write: 'write one as docs/reconciliation.md shows',
};

/**
 * Reads a county's reconciliation.yaml, held against the schemas of its departments.
 * @throws CodedError BAD_RECONCILIATION, with file and line
 */
export function readPairs(file: string, types: ReadonlyMap<string, ListedType>): Pair[] {
  const text = readCheckedYaml(file, check, words);
  const ids = text.value.pairs.map(({ id }) => id);
  return text.value.pairs.map(({ id, name, lag = 1, sides: [first, second] }, i) => {
    const at = ['pairs', String(i)];
    if (ids.indexOf(id) !== i) throw wrong(text, [...at, 'id'], 'each id once', id);
    const sides = [first, second].map((side, j) => readSide(side, types, text, [...at, 'sides', String(j)]));
    return { id, name, lag, sides: sides as [Side, Side] };
  });
}

function readSide(
  { name, count, only = {}, key }: SideText,
  types: ReadonlyMap<string, ListedType>,
  text: CheckedYaml<PairsText>,
  at: readonly string[],
): Side {
  const [typeText = '', measure = ''] = count.split('.');
  const type = types.get(typeText);
  const events = type?.events.get(measure);
  if (type === undefined || events === undefined || !isRecordType(typeText)) {
    const known = [...types].flatMap(([each, { events: some }]) => [...some.keys()].map(one => `${each}.${one}`));
    throw wrong(text, [...at, 'count'], `a measure that counts events, as ${known.slice(0, 3).join(', ')}`, count);
  }
  for (const [dimension, values] of Object.entries(only)) {
    const allowed = type.dimensions.get(dimension);
    const unknown = values.find(value => allowed?.includes(value) !== true);
    if (unknown !== undefined) {
      const expected = allowed === undefined ? `dimensions of ${typeText}` : `values out of ${allowed.join(', ')}`;
      throw wrong(text, [...at, 'only', dimension], expected, allowed === undefined ? dimension : unknown);
    }
  }
  const link = key === undefined ? undefined : type.links.get(key);
  if (key !== undefined && link === undefined) {
    throw wrong(text, [...at, 'key'], `a link out of ${[...type.links.keys()].join(', ')}`, key);
  }
  const unsaid = events.readable.find(field => only[field] === undefined);
  if (unsaid !== undefined) {
    // A list cannot ask for what can be read, only for values.
    throw wrong(text, [...at, 'count'], `${unsaid} under only, with all its values, as ${count} asks for it`, 'none');
  }
  const rows: RowsOf = {
    list: type.list,
    typeName: type.typeName,
    id: type.id,
    date: events.date,
    key: key === undefined || link === undefined ? null : { field: key, id: link },
    where: { ...events.where, ...only },
  };
  return { name, type: typeText, measure, only, rows };
}

function isRecordType(name: string): name is RecordType {
  return name in recordTypes;
}

function wrong(text: CheckedYaml<PairsText>, at: readonly string[], expected: string, got: string): Error {
  return operatorError(words.code, { expected, got: JSON.stringify(got), todo: `correct ${text.where(...at)}` });
}
