import type { DateFormat, FieldKind, FieldMapping, Mapping, Measure, RecordType } from '../../../lib/source/index.ts';
import { missing } from './tables.ts';

export const formats: readonly DateFormat[] = [
  'yyyyMMdd',
  'yyyyMMddHHmmss',
  'yyyy-MM-dd',
  'yyyy-MM-dd HH:mm:ss',
  'yyyy/MM/dd',
  'native',
  'epoch-seconds',
];
export function recordType(
  name: string,
  key: string | undefined,
  fields: Record<string, FieldKind>,
  measures: readonly Measure[] = [],
  dimensions: readonly string[] = [],
): RecordType {
  return {
    name,
    key,
    fields: new Map(Object.entries(fields)),
    dimensions,
    measures: new Map(measures.map(m => [m.name, m])),
  };
}

/** A day is no moment: formats without hours are not for moments. */
export const momentFormats = formats.filter(format => /HH|native|epoch/.test(format));

export const dayType = (format: DateFormat): string => `Day${formats.indexOf(format)}`;
export const momentType = (format: DateFormat): string => `Moment${formats.indexOf(format)}`;
const read: Measure = { name: 'READ', kind: 'events', on: 'at', where: [] };

const civil = [{ field: 'kind', in: ['CIVIL'] }];
export const caseMeasures: Measure[] = [
  { name: 'OPENED', kind: 'events', on: 'openedOn', where: [] },
  { name: 'CIVIL_OPENED', kind: 'events', on: 'openedOn', where: civil },
  { name: 'PENDING', kind: 'stock', from: 'openedOn', until: 'closedOn', where: [] },
  { name: 'DUE', kind: 'cohort', start: 'openedOn', due: 'dueOn', where: [] },
  { name: 'ON_TIME', kind: 'cohort', start: 'openedOn', reached: 'closedOn', due: 'dueOn', where: [] },
  { name: 'REACHED', kind: 'cohort', start: 'openedOn', reached: 'closedOn', where: [] },
  { name: 'AMOUNT', kind: 'sum', of: 'amount', on: 'openedOn', where: [] },
  { name: 'TIME', kind: 'durations', from: 'openedOn', to: 'closedOn', leftAt: 'movedOn', unit: 'DAY', where: [] },
  { name: 'ARRIVAL', kind: 'durations', from: 'calledAt', to: 'arrivedAt', unit: 'SECOND', where: [] },
];

export const types: RecordType[] = [
  ...formats.map(format => recordType(dayType(format), 'id', { id: 'id', at: 'date' }, [read])),
  ...momentFormats.map(format => recordType(momentType(format), 'id', { id: 'id', at: 'datetime' }, [read])),
  recordType(
    'Case',
    'id',
    {
      id: 'id',
      kind: 'enum',
      urban: 'boolean',
      amount: 'decimal',
      lasted: 'integer',
      openedOn: 'date',
      dueOn: 'date',
      closedOn: 'date',
      movedOn: 'date',
      calledAt: 'datetime',
      arrivedAt: 'datetime',
      place: 'place',
      dispute: 'link',
    },
    caseMeasures,
    ['kind', 'urban'],
  ),
  recordType('Accident', undefined, { kind: 'text', occurredOn: 'date', deaths: 'integer' }, [
    { name: 'DEATHS', kind: 'sum', of: 'deaths', on: 'occurredOn', where: [] },
  ]),
  recordType('Asked', 'id', { id: 'id', dispute: 'link', openedOn: 'date' }),
  recordType('Doomed', 'id', { id: 'id', name: 'text' }),
];

/** Views of one table: a row may be only one thing by one key. */
export const spellingViews = [...formats.map(dayType), ...momentFormats.map(momentType)].map(type =>
  type.toLowerCase(),
);

const overSpellings = (word: 'date' | 'datetime', format: DateFormat): Mapping['types'][string] => ({
  from: (word === 'date' ? dayType(format) : momentType(format)).toLowerCase(),
  key: 'id',
  fields: { at: { column: 'raw', [word]: format, missing } as FieldMapping },
});

export const mapping: Mapping = {
  database: 'test',
  types: {
    ...Object.fromEntries([
      ...formats.map(format => [dayType(format), overSpellings('date', format)] as const),
      ...momentFormats.map(format => [momentType(format), overSpellings('datetime', format)] as const),
    ]),
    Case: {
      from: 'aj',
      only: { scbz: '0' },
      key: ['yr', 'num'],
      fields: {
        kind: { column: 'kind', codes: 'kinds' },
        urban: { column: 'urban', boolean: { true: ['1', 'Y'], false: ['0'] } },
        amount: { column: 'amount', decimal: { thousands: ',', suffix: '元' } },
        lasted: { column: 'lasted', integer: true },
        openedOn: { column: 'opened', date: 'native' },
        dueOn: { column: 'due', date: 'native' },
        closedOn: { column: 'closed', date: 'native' },
        movedOn: { column: 'moved', date: 'native' },
        calledAt: { column: 'called', datetime: 'native' },
        arrivedAt: { column: 'arrived', datetime: 'native' },
        place: { area: ['town', 'village', 'grid'] },
        dispute: { column: 'dispute' },
      },
    },
    Accident: {
      from: 'sg',
      fields: {
        kind: { column: 'lb' },
        occurredOn: { column: 'rq', date: 'yyyy-MM-dd', missing: ['1900-01-01'] },
        deaths: { column: 'swrs', integer: true },
      },
    },
    Asked: {
      from: 'asked',
      key: 'bh',
      fields: { dispute: { column: 'dispute' }, openedOn: { column: 'opened', date: 'native' } },
    },
    Doomed: { from: 'doomed', key: 'id', fields: { name: { column: 'secret' } } },
  },
  codes: { kinds: { map: { A: 'CIVIL', "B'?": 'CRIMINAL', [String.raw`C\D`]: 'ADMINISTRATIVE' } } },
  queries: {
    asked:
      "SELECT c.num AS bh, c.dispute AS dispute, c.opened AS opened FROM aj c WHERE c.scbz = 0 AND c.kind <> 'A?' AND c.dispute IS NOT NULL",
  },
};
