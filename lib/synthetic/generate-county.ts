import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { databaseUrl, type County } from '../kernel/county.ts';
import { dayOf } from './calendar.ts';
import type { LegacyTable } from './legacy-table.ts';
import { legacyDatabases } from './legacy/index.ts';
import { populate } from './places.ts';
import { Persons } from './persons.ts';
import { createRandom } from './random.ts';
import { Scribe } from './scribe.ts';
import { standing } from './simulate/standing.ts';
import { plantOutbreaks } from './simulate/outbreaks.ts';
import { runDay } from './simulate/streams.ts';
import { createWorld } from './simulate/world.ts';
import { openStore } from './store/open-store.ts';
import type { Store } from './store/store.ts';
import { TruthKeeper, type Truth } from './truth.ts';

export interface GenerateOptions {
  readonly county: County;
  /** Template of the addresses to write to; the county's own by default. Tables of the same names are replaced. */
  readonly target?: string;
  /** Folder of truth.json and, for SQLite, of the databases. */
  readonly dataDir: string;
  /** Multiplies what happens: 1 makes about 300,000 rows. Places and people stay. */
  readonly scale?: number;
  /** Plants outbreaks at known places and months of the last year, for early warning to find. Default: none. */
  readonly outbreaks?: boolean;
  /** Days done, of all days. */
  readonly onProgress?: (done: number, total: number) => void;
}

/** Days before the data in which things already happen, so that no department begins with empty desks. */
const leadDays = 300;

/**
 * Makes the synthetic county: its departments' databases and truth.json, the same for the same seed and scale. truth.json is
 * written last, so a folder that has it is complete. Errors: BAD_COUNTY, BAD_DATABASE_URL, DATABASE_UNAVAILABLE.
 */
export async function generateCounty(options: GenerateOptions): Promise<Truth> {
  const { county, dataDir, target = county.databases } = options;
  mkdirSync(dataDir, { recursive: true });
  const truthFile = join(dataDir, 'truth.json');
  rmSync(truthFile, { force: true });
  const stores = new Map<string, Store>();
  try {
    for (const department of Object.keys(legacyDatabases)) {
      stores.set(department, await openStore(databaseUrl(target, department, dataDir)));
    }
    for (const [department, store] of stores) await prepare(store, tablesOf(department));
    const truth = await simulate(options, stores);
    for (const [department, store] of stores) await store.finish(tablesOf(department));
    writeFileSync(`${truthFile}.part`, `${JSON.stringify(truth)}\n`);
    renameSync(`${truthFile}.part`, truthFile);
    return truth;
  } catch (error) {
    await Promise.allSettled([...stores.values()].map(store => store.abandon()));
    throw error;
  }
}

async function simulate(
  { county, scale = 1, outbreaks = false, onProgress }: GenerateOptions,
  stores: Map<string, Store>,
): Promise<Truth> {
  const { seed = 1 } = county;
  const random = createRandom(`${county.code}/${seed}`);
  const [from, asOf] = [dayOf(county.data.from), dayOf(county.data.asOf)];
  const keeper = new TruthKeeper(county.code, from, asOf);
  const persons = new Persons(`${county.code}/${seed}`);
  const scribe = new Scribe(stores, keeper, random, persons);
  const { regions, grids } = populate(county, random);
  for (const region of regions) scribe.write('Region', region);
  for (const grid of grids) scribe.write('Grid', grid);
  const dice = `${county.code}/${seed}`;
  const world = createWorld({ random, write: scribe.write, from, asOf, scale, grids, seed: dice });
  let steps = 0;
  for (const _ of standing(world, [...county.areas.values()])) if (++steps % 500 === 0) await scribe.flush();
  const risen = outbreaks ? plantOutbreaks(county, world) : null;
  for (let day = from - leadDays; day <= asOf; day++) {
    runDay(world, day);
    risen?.happen(day);
    await scribe.flush();
    onProgress?.(day - from + leadDays + 1, asOf - from + leadDays + 1);
  }
  await scribe.flush(true);
  const { rows, deleted, spoiled, spoiledFields } = keeper;
  const { code, data } = county;
  const judicialAid = persons.truth();
  return {
    county: code,
    seed,
    scale,
    ...data,
    rows,
    deleted,
    spoiled,
    spoiledFields,
    judicialAid,
    reconciliation: keeper.reconciliation(),
    ...(risen === null ? {} : { outbreaks: risen.planted }),
    figures: keeper.figures(),
  };
}

function tablesOf(department: string): LegacyTable<never>[] {
  const database = legacyDatabases[department as keyof typeof legacyDatabases];
  return [...Object.values(database.tables), ...(database.codeTables ?? [])] as LegacyTable<never>[];
}

async function prepare(store: Store, tables: readonly LegacyTable<never>[]): Promise<void> {
  await store.create(tables);
  for (const table of tables) if (table.rows) await store.insert(table, table.rows);
}
