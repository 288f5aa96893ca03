export { readMapping, type ReadMapping } from './mapping/read-mapping.ts';
export type { Mapping, TypeMapping, FieldMapping, CodeList, DateFormat } from './mapping/mapping.ts';
export type { RecordType, FieldKind, Measure, Is } from './record-type.ts';
export { openSource, type Source, type Session } from './source.ts';
export type { ConnectOptions } from './connect.ts';
export type { ListQuery, Page } from './query/list.ts';
export type { Row } from './query/select.ts';
export type { Filter, Condition } from './query/where.ts';
export type { Register, Statistics, StatisticsQuery, StatisticsRow, DurationHistogram } from './query/statistics.ts';
