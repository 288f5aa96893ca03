import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { openSource, readMapping, type Mapping, type RecordType, type Source } from '../../../lib/source/index.ts';
import { drawsOf, usualRules } from '../../../lib/trust/disclosure/index.ts';
import { freshDatabase } from '../../servers/databases.ts';
import { run } from '../../db/legacy/database.ts';

export const countyCode = '330199';
export const towns = ['330199001', '330199002', '330199003', '330199004'];
const villages = towns.flatMap(town => ['201', '202'].map(code => town + code));
const grids = villages.flatMap(village => ['001', '002', '003'].map(code => village + code));
export const areas = [countyCode, ...towns, ...villages, ...grids];
/** A year that is over, and half a one. */
export const data = { from: '2025-01-01', asOf: '2026-06-30' };
const kinds = ['LAND', 'LABOUR', 'FAMILY', 'TRAFFIC', 'DEBT', 'HOUSING', 'WATER'];
const channels = ['HALL', 'CALL', 'GRID'];

/** Every kind of measure over one table: counts of one date that contain each other, a stock and its flows, lengths, an amount. */
export const matter: RecordType = {
  name: 'Matter',
  key: 'id',
  fields: new Map([
    ['id', 'id'],
    ['kind', 'enum'],
    ['channel', 'enum'],
    ['startedOn', 'date'],
    ['endedOn', 'date'],
    ['amount', 'decimal'],
    ['place', 'place'],
  ]),
  values: new Map([
    ['kind', kinds],
    ['channel', channels],
  ]),
  dimensions: ['kind', 'channel'],
  measures: new Map(
    [
      { name: 'STARTED', kind: 'events', on: 'startedOn', where: [] },
      { name: 'DISPUTES', kind: 'events', on: 'startedOn', where: [{ field: 'kind', in: ['DEBT', 'FAMILY'] }] },
      { name: 'ENDED', kind: 'events', on: 'endedOn', where: [] },
      { name: 'FOLLOWED', kind: 'cohort', start: 'startedOn', where: [], readable: ['endedOn'] },
      { name: 'REACHED', kind: 'cohort', start: 'startedOn', reached: 'endedOn', where: [] },
      { name: 'OPEN', kind: 'stock', from: 'startedOn', until: 'endedOn', where: [] },
      { name: 'TIME', kind: 'durations', from: 'startedOn', to: 'endedOn', unit: 'DAY', where: [] },
      { name: 'PAID', kind: 'sum', of: 'amount', on: 'startedOn', where: [] },
    ].map(measure => [measure.name, measure as never]),
  ),
};

/** Numbers from 0 to below 1, the same for one seed. */
export function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** Rows of SQL: some town-months with none, most with few, some with many, so that small cells abound. */
function rowsOf(seed: number): string[] {
  const random = randomOf(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const rows: string[] = [];
  for (const town of towns) {
    for (let month = 0; month < 18; month += 1) {
      const first = new Date(Date.UTC(2025, month, 1)).toISOString().slice(0, 10);
      const many = random() < 0.15 ? 20 + random() * 40 : random() < 0.2 ? 0 : random() * 12;
      for (let i = 0; i < Math.floor(many); i += 1) {
        const started = dayAfter(first, Math.floor(random() * 28));
        const ended = random() < 0.8 ? dayAfter(started, Math.floor(random() * 120)) : undefined;
        const place = random() < 0.9 ? pick(grids.filter(grid => grid.startsWith(town))) : town;
        const closed = ended !== undefined && ended <= data.asOf ? `'${ended}'` : 'NULL';
        rows.push(
          `(${rows.length + 1}, '${pick(kinds)}', '${pick(channels)}', '${started}', ${closed}, ${Math.floor(random() * 5000)}, '${place}')`,
        );
      }
    }
  }
  return rows;
}

/** A small population in a database. */
export interface Population {
  /** Opens it as a department that protects with a key. */
  open(key: string): Promise<Source>;
  /** One more row, as a clerk would enter it. */
  add(town: string, day: string): Promise<void>;
  drop(): Promise<void>;
}

const mapping: Mapping = {
  database: 'test',
  types: {
    Matter: {
      from: 'matters',
      key: 'id',
      fields: {
        kind: { column: 'kind', codes: 'kinds' },
        channel: { column: 'channel', codes: 'channels' },
        startedOn: { column: 'started', date: 'yyyy-MM-dd' },
        endedOn: { column: 'ended', date: 'yyyy-MM-dd' },
        amount: { column: 'amount', decimal: true },
        place: { area: ['place'] },
      },
    },
  },
  codes: {
    kinds: { map: Object.fromEntries(kinds.map(kind => [kind, kind])) },
    channels: { map: Object.fromEntries(channels.map(channel => [channel, channel])) },
  },
};

export async function makePopulation(seed: number): Promise<Population> {
  const database = await freshDatabase('sqlite');
  const table =
    'CREATE TABLE matters (id INTEGER PRIMARY KEY, kind TEXT, channel TEXT, started TEXT, ended TEXT, amount INT, place TEXT)';
  await run('sqlite', database.url, [table, `INSERT INTO matters VALUES ${rowsOf(seed).join(', ')}`]);
  return {
    async open(key) {
      const folder = mkdtempSync(join(tmpdir(), 'countygraph-population-'));
      try {
        const file = join(folder, 'test.mapping.yaml');
        writeFileSync(file, stringify(mapping));
        const protection = { rules: usualRules, draws: drawsOf(key), data, areas };
        const register = { county: countyCode, has: (code: string) => areas.includes(code), protection };
        return await openSource(database.url, readMapping(file), [matter], register);
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    },
    async add(town, day) {
      const row = `(SELECT MAX(id) + 1 FROM matters), 'DEBT', 'CALL', '${day}', NULL, 100, '${town}'`;
      await run('sqlite', database.url, [`INSERT INTO matters VALUES (${row})`]);
    },
    drop: () => database.drop(),
  };
}
