import { fork } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync, cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createConnection } from 'mysql2/promise';
import { ensureData } from '../../../lib/cli/synthesise.ts';
import { loadCounty } from '../../../lib/kernel/county.ts';
import type { Truth } from '../../../lib/synthetic/index.ts';
import { startServers } from '../../servers/start.ts';
import { differences } from './equal.ts';
import { growth, lines, type Row } from './table.ts';
import { isWay, type Place, type Run, type SentRun, type Way } from './way.ts';

/**
 * `npm run bench:indicators [-- --scale 1,20 --database mariadb,sqlite --runs 3 --again --only 'by hand,countygraph']`: all indicators of 36 months, the
 * county and its towns: by SQL written by hand; from the gateway and departments as `npm start` runs them, by one request of the analytics; the same
 * in one process; and by a request an indicator, one after the other or four at a time. The ways go in turn.
 * Cold: a run is the first question of processes that were started for it; nothing is cached, compiled or planned in them. With
 * --again it is their second: answers are kept nowhere, but code is compiled and operations are planned. A database server goes on, and has its
 * tables in memory for all.
 */
const { values: options } = parseArgs({
  options: {
    scale: { type: 'string', default: '1,20' },
    database: { type: 'string', default: 'mariadb,sqlite' },
    runs: { type: 'string', default: '3' },
    again: { type: 'boolean', default: false },
    only: { type: 'string', default: 'by hand,countygraph,in one process,one by one' },
  },
});
const fengxi = join(import.meta.dirname, '../../../counties/fengxi');
const runs = Number(options.runs);
// Everything is held against what was written by hand.
const chosen = [...new Set<Way>(['by hand', ...options.only.split(',').filter(isWay)])];

function tell(words: string): void {
  process.stderr.write(`${new Date().toTimeString().slice(0, 8)} ${words}\n`);
}

/** A copy of the county whose databases may take their time: a bench wants to know how long, and two cores do the work of nine servers. */
function patientCounty(folder: string): string {
  const county = join(folder, 'county');
  cpSync(fengxi, county, { recursive: true });
  appendFileSync(join(county, 'county.yaml'), '\npatience: 600\n');
  return county;
}

/** One run in a process of its own. */
async function runApart(way: Way, place: Place): Promise<Run> {
  const child = fork(join(import.meta.dirname, 'measure.ts'), [way, JSON.stringify(place)], {
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const ended = once(child, 'exit');
  const told = once(child, 'message') as Promise<[SentRun]>;
  const first = await Promise.race([told, ended]);
  const [sent] = first;
  if (typeof sent !== 'object' || sent === null) throw new Error(`The run ${way} ended without figures; see above.`);
  await ended;
  const run = sent as SentRun;
  return { ...run, figures: new Map(run.figures) };
}

/** The ways in turn; the figures of each run are held against those by hand. */
async function compare(place: Place, database: string): Promise<Row[]> {
  const { rows } = JSON.parse(readFileSync(join(place.data, 'truth.json'), 'utf8')) as Truth;
  const all = Object.values(rows).reduce((sum, each) => sum + each, 0);
  // Also reads the tables once before anything is measured.
  const { figures: hand } = await runApart('by hand', place);
  const byWay = new Map(chosen.map(way => [way, [] as Run[]]));
  const equal = new Map(chosen.map(way => [way, hand.size]));
  for (let i = 0; i < runs; i += 1) {
    for (const [way, done] of byWay) {
      const run = await runApart(way, place);
      const different = differences(hand, run.figures);
      equal.set(way, Math.min(equal.get(way) ?? 0, hand.size - different.length));
      done.push(run);
      tell(
        `${database} scale ${place.scale}, ${way}: ${run.seconds.toFixed(2)} s, ${different.length} of ${hand.size} figures differ`,
      );
      for (const line of different.slice(0, 3)) tell(`  ${line}`);
    }
  }
  return [...byWay].map(([way, costs]) => ({
    database,
    scale: place.scale,
    rows: all,
    way,
    costs,
    equal: equal.get(way) ?? 0,
    all: hand.size,
  }));
}

async function keepInMemory(server: string): Promise<void> {
  const connection = await createConnection(server);
  try {
    await connection.query(`SET GLOBAL innodb_buffer_pool_size = ${2 ** 31}`);
  } finally {
    await connection.end();
  }
}

async function measureAll(kind: string, server: string | null): Promise<Row[]> {
  const rows: Row[] = [];
  for (const scale of options.scale.split(',').map(Number)) {
    const folder = mkdtempSync(join(tmpdir(), 'countygraph-bench-indicators-'));
    try {
      const data = join(folder, 'data');
      const databases =
        server === null
          ? 'sqlite:{data}/{department}.sqlite'
          : `${server}/bench${String(scale).replace('.', '_')}_{department}`;
      tell(`${kind} scale ${scale}: making the county`);
      const county = patientCounty(folder);
      await ensureData(loadCounty(county), { county, data, scale, databases });
      rows.push(...(await compare({ scale, county, data, databases, server, again: options.again }, kind)));
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }
  return rows;
}

const servers = await startServers();
try {
  await keepInMemory(servers.mariadbUrl);
  const rows: Row[] = [];
  for (const kind of options.database.split(','))
    rows.push(...(await measureAll(kind, kind === 'mariadb' ? servers.mariadbUrl : null)));
  for (const line of [...lines(rows), '', ...growth(rows)]) console.log(line);
  if (rows.some(({ equal, all }) => equal < all)) process.exitCode = 1;
} finally {
  await servers.stop();
}
