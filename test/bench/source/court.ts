import { join } from 'node:path';
import {
  openSource,
  readMapping,
  type ConnectOptions,
  type RecordType,
  type Source,
} from '../../../lib/source/index.ts';
import { operatorRight } from '../../../lib/trust/index.ts';

/** The cases of the bench's table, as a department's schema would declare them. */
export const courtCase: RecordType = {
  name: 'CourtCase',
  key: 'id',
  fields: new Map([
    ['id', 'id'],
    ['kind', 'enum'],
    ['procedure', 'enum'],
    ['filedOn', 'date'],
    ['closedOn', 'date'],
    ['excludedDays', 'integer'],
    ['claimAmount', 'decimal'],
    ['place', 'place'],
    ['dispute', 'link'],
  ]),
  dimensions: ['kind'],
  measures: new Map([['FILED', { name: 'FILED', kind: 'events', on: 'filedOn', where: [] }]]),
};

export const fields = [...courtCase.fields.keys()];

export const towns = Array.from({ length: 12 }, (_, i) => String(330199001 + i));

export const right = operatorRight(courtCase.name);

export function openCourt(url: string, options?: ConnectOptions): Promise<Source> {
  const mapping = readMapping(join(import.meta.dirname, 'court.mapping.yaml'));
  return openSource(url, mapping, [courtCase], { county: '330199', has: code => towns.includes(code) }, options);
}
