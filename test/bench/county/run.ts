import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual, parseArgs } from 'node:util';
import { Pool } from 'undici';
import { startServers } from '../../servers/start.ts';
import { type Load, median, quantile, underLoad } from '../load.ts';
import { cpuOf, familyOf, pidOf } from '../processors.ts';

/**
 * `npm run bench:county [-- --scale 1 --seconds 3 --rounds 3 --only journeys]`: the eight departments and their gateway as `npm start` runs them, on
 * MariaDB, beside a handler in Fastify with SQL written by hand for the same questions.
 */
const { values: options } = parseArgs({
  options: {
    scale: { type: 'string', default: '1' },
    seconds: { type: 'string', default: '3' },
    rounds: { type: 'string', default: '3' },
    only: { type: 'string', default: '' },
  },
});
const [seconds, rounds] = [Number(options.seconds), Number(options.rounds)];

/** The nth request of a question asks of another time than those around it, so that nobody answers one from another. */
const dayOf = (n: number): string => new Date(Date.UTC(2025, 0, 1 + (n % 400))).toISOString().slice(0, 10);
const monthOf = (n: number): string => new Date(Date.UTC(2023, n, 1)).toISOString().slice(0, 7);

const cases = `query ($n: Int!, $from: Date!) {
  courtCases(first: $n, filter: { filedOn: { gte: $from, lte: "2026-09-30" } }, orderBy: FILED_ON_DESC) {
    nodes { id kind procedure filedOn closedOn } } }`;
const journey = `query ($n: Int!, $from: Date!) {
  disputes(first: $n, filter: { acceptedOn: { gte: $from, lte: "2026-09-30" } }, orderBy: ACCEPTED_ON_DESC) { nodes {
    id kind level acceptedOn resolvedOn place { name }
    mediations { nodes { id outcome } } gridEvents { nodes { id kind reportedOn } } incidents { nodes { id calledAt } }
    petitions { nodes { id channel receivedOn } } lawsuits { nodes { id kind filedOn closedOn } } } } }`;
const counts = `query ($from: String!, $to: String!) {
  policeIncidentStats(measures: [CALLS], by: [KIND], period: { unit: MONTH, from: $from, to: $to }) { rows { period kind values } }
  courtCaseStats(measures: [FILED], by: [KIND], period: { unit: MONTH, from: $from, to: $to }) { rows { period kind values } } }`;

interface Question {
  readonly name: string;
  readonly query: string;
  /** Variables of the nth request. */
  variables(n: number): Record<string, unknown>;
}

const questions: Question[] = [
  {
    name: 'court cases, 100 rows of one department',
    query: cases,
    variables: n => ({ n: 100, from: dayOf(n) }),
  },
  {
    name: 'journeys of 50 disputes through five departments',
    query: journey,
    variables: n => ({ n: 50, from: dayOf(n) }),
  },
  {
    name: 'journeys of 300 disputes through five departments',
    query: journey,
    variables: n => ({ n: 300, from: dayOf(n) }),
  },
  {
    name: 'calls and court cases by month and kind, a year',
    query: counts,
    variables: n => ({ from: monthOf(n % 33), to: monthOf((n % 33) + 11) }),
  },
];

interface Contender {
  readonly name: string;
  readonly child: ChildProcess;
  readonly pool: Pool;
  readonly path: string;
}

interface Round extends Load {
  /** Milliseconds of CPU a request: of its own processes, and of the database. */
  readonly cpu: number;
  readonly databaseCpu: number;
}

async function ask({ pool, path }: Contender, { query, variables }: Question, n: number): Promise<unknown> {
  const headers = { 'content-type': 'application/json' };
  const body = JSON.stringify({ query, variables: variables(n) });
  return (await pool.request({ path, method: 'POST', headers, body })).body.json();
}

async function start(name: string, file: string, args: readonly string[], path: string): Promise<Contender> {
  const child = fork(join(import.meta.dirname, file), args, {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    env: { ...process.env, NODE_ENV: 'production' },
  });
  const [{ url }] = (await once(child, 'message')) as [{ url: string }];
  return { name, child, pool: new Pool(new URL(url).origin, { connections: 64 }), path };
}

async function round(contender: Contender, question: Question, clients: number): Promise<Round> {
  const [own, database] = [familyOf(contender.child.pid ?? 0), [databasePid]];
  const before = [cpuOf(own), cpuOf(database)] as const;
  let asked = 0;
  const load = await underLoad(() => ask(contender, question, asked++), seconds, clients);
  const [cpu, databaseCpu] = [cpuOf(own) - before[0], cpuOf(database) - before[1]];
  return { ...load, cpu: cpu / load.requests, databaseCpu: databaseCpu / load.requests };
}

async function compare(contenders: readonly Contender[], question: Question, clients: number) {
  const results = new Map(contenders.map(contender => [contender, [] as Round[]]));
  for (let i = 0; i < rounds; i += 1)
    for (const contender of contenders) results.get(contender)?.push(await round(contender, question, clients));
  console.log(`\n${question.name}, ${clients} client${clients === 1 ? '' : 's'}`);
  const [hand] = results.values();
  for (const [{ name }, all] of results) {
    const of = (rounds: readonly Round[] = [], key: 'throughput' | 'cpu' | 'databaseCpu'): number =>
      median(rounds.map(one => one[key]));
    const waits = all.flatMap(one => one.waits);
    const p50 = quantile(waits, 0.5);
    const handP50 = quantile(hand?.flatMap(one => one.waits) ?? [], 0.5);
    console.log(
      [
        name.padEnd(12),
        `${of(all, 'throughput').toFixed(1).padStart(7)} /s`,
        `p50 ${p50.toFixed(1).padStart(7)} ms (${(p50 / handP50).toFixed(2)} x)`,
        `p99 ${quantile(waits, 0.99).toFixed(1).padStart(7)} ms`,
        `CPU ${of(all, 'cpu').toFixed(1).padStart(6)} ms (${(of(all, 'cpu') / of(hand, 'cpu')).toFixed(2)} x)`,
        `database ${of(all, 'databaseCpu').toFixed(1).padStart(6)} ms`,
        `all ${((of(all, 'cpu') + of(all, 'databaseCpu')) / (of(hand, 'cpu') + of(hand, 'databaseCpu'))).toFixed(2)} x`,
      ].join('  '),
    );
  }
}

const servers = await startServers();
const folder = mkdtempSync(join(tmpdir(), 'countygraph-bench-'));
const databasePid = await pidOf(servers.mariadbUrl);
const contenders: Contender[] = [];
try {
  const databases = `${servers.mariadbUrl}/bench_{department}`;
  const county = await start('countygraph', 'county.ts', [folder, options.scale, databases], '/graphql');
  contenders.push(await start('by hand', 'by-hand/server.js', [databases], '/'), county);
  for (const question of questions.filter(({ name }) => name.includes(options.only))) {
    const answers = await Promise.all(contenders.map(each => ask(each, question, 7)));
    if (!isDeepStrictEqual(answers[0], answers[1])) {
      console.log(`\n${question.name}: the answers differ\n${answers.map(one => JSON.stringify(one)).join('\n')}`);
      process.exitCode = 1;
      continue;
    }
    for (const clients of [1, 10]) await compare(contenders, question, clients);
  }
} finally {
  for (const { child, pool } of contenders) {
    await pool.destroy();
    const ended = once(child, 'exit');
    child.disconnect();
    await ended;
  }
  await servers.stop();
  rmSync(folder, { recursive: true, force: true });
}
