import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { dirname, join } from 'node:path';
import { createConnection } from 'mysql2/promise';
import { openCounty } from '../../../lib/cli/in-process-county.ts';
import { type County, loadCounty } from '../../../lib/kernel/county.ts';
import { createClient } from '../../../lib/sdk/index.ts';
import { cpuOf, familyOf, pidOf } from '../processors.ts';
import { askForAll, counting } from './ask.ts';
import { answerByHand } from './by-hand/answer.ts';
import type { Made } from './by-hand/made.ts';
import { isWay, type Place, type Run, type SentRun, type Way } from './way.ts';

/** `measure.ts WAY PLACE`: one run in this process, whose numbers it sends to its parent. Unless `again`, nothing was asked in it before. */

type Figures = ReadonlyMap<string, Made>;

/** What a way is asked through, once it stands. */
interface Standing {
  ask(): Promise<Figures>;
  /** SQL statements so far, where somebody counts them. */
  statements?(): number;
  requests(): number;
  close(): Promise<void>;
}

function byHand(county: County, { databases, data }: Place): Standing {
  let statements = 0;
  return {
    async ask() {
      const answer = await answerByHand(county, databases, data);
      statements += answer.statements.length;
      return answer.figures;
    },
    statements: () => statements,
    requests: () => 0,
    close: async () => undefined,
  };
}

async function inOneProcess(county: County, { databases, data }: Place): Promise<Standing> {
  const opened = await openCounty(county, databases, data, join(dirname(data), 'ledgers'));
  const client = counting(createClient({ execute: request => opened.gateway.execute(request) }));
  return {
    ask: () => askForAll(client, county),
    statements: () => [...opened.departments.values()].reduce((sum, { source }) => sum + source.statements, 0),
    requests: () => client.requests,
    close: () => opened.close(),
  };
}

/** The county as `npm start` runs it: a gateway, and each department in a process of its own. */
async function startCounty({ county, data, scale, databases }: Place): Promise<{ child: ChildProcess; url: string }> {
  const child = fork(
    join(import.meta.dirname, '../county/county.ts'),
    [dirname(data), String(scale), databases, county],
    {
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    },
  );
  const [{ url }] = (await once(child, 'message')) as [{ url: string }];
  return { child, url };
}

async function overHttp(county: County, place: Place, atOnce?: number): Promise<Standing> {
  const { child, url } = await startCounty(place);
  const client = counting(createClient({ url: new URL('/graphql', url).href }));
  return {
    ask: () => askForAll(client, county, atOnce),
    requests: () => client.requests,
    async close() {
      const ended = once(child, 'exit');
      child.disconnect();
      await ended;
    },
  };
}

function stand(way: Way, county: County, place: Place): Standing | Promise<Standing> {
  if (way === 'by hand') return byHand(county, place);
  if (way === 'in one process') return inOneProcess(county, place);
  return overHttp(county, place, { countygraph: undefined, 'one by one': 1, 'four at a time': 4 }[way]);
}

/** SELECTs that a MariaDB has run; the question itself is none. */
async function selectsOf(server: string): Promise<number> {
  const connection = await createConnection(server);
  try {
    const [rows] = await connection.query("SHOW GLOBAL STATUS LIKE 'Com_select'");
    return Number((rows as { Value: string }[])[0]?.Value);
  } finally {
    await connection.end();
  }
}

async function measure(way: Way, county: County, place: Place): Promise<Run> {
  const { server } = place;
  const database = server === null ? null : await pidOf(server);
  const standing = await stand(way, county, place);
  try {
    if (place.again) await standing.ask();
    const asked = standing.requests();
    const own = familyOf(process.pid);
    const count = async () => (server === null ? standing.statements?.() : await selectsOf(server));
    const before = { statements: await count(), cpu: cpuOf(own), database: database === null ? 0 : cpuOf([database]) };
    const start = performance.now();
    const figures = await standing.ask();
    const seconds = (performance.now() - start) / 1000;
    const cpu = (cpuOf(own) - before.cpu) / 1000;
    const databaseCpu = database === null ? null : (cpuOf([database]) - before.database) / 1000;
    const after = await count();
    const statements = after === undefined || before.statements === undefined ? null : after - before.statements;
    return { seconds, cpu, databaseCpu, statements, requests: standing.requests() - asked, figures };
  } finally {
    await standing.close();
  }
}

const [way = '', place = ''] = process.argv.slice(2);
if (!isWay(way)) throw new Error(`Expected a way to ask, got ${way}; run npm run bench:indicators.`);
const where = JSON.parse(place) as Place;
const run = await measure(way, loadCounty(where.county), where);
const sent: SentRun = { ...run, figures: [...run.figures] };
process.send?.(sent, () => process.disconnect());
