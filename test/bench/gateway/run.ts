import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual, parseArgs } from 'node:util';
import { Pool } from 'undici';
import { compose } from '../../../gateway/index.ts';
import { type Load, median, quantile, underLoad } from '../load.ts';
import { sdls } from './departments.ts';

/**
 * `npm run bench:gateway [-- --seconds 2 --rounds 3 --ours --only "six departments, 50" --profile FOLDER]`: gateways over the
 * same departments, in turn, each in its own process. `--ours`: only countygraph and the hand-written fan-out. `--only`: questions
 * with these words in their names. `--profile`: where each spent its CPU, as .cpuprofile.
 */
const { values: options } = parseArgs({
  options: {
    seconds: { type: 'string', default: '2' },
    rounds: { type: 'string', default: '3' },
    ours: { type: 'boolean', default: false },
    only: { type: 'string', default: '' },
    profile: { type: 'string' },
  },
});
const [seconds, rounds] = [Number(options.seconds), Number(options.rounds)];

const others = ['@apollo/gateway', 'Hive, JS planner', 'Hive, Rust planner'];
const names = ['by hand', 'countygraph', ...(options.ours ? [] : others)];
const six =
  'query ($n: Int!, $after: Int!) { disputes(first: $n, after: $after) { id title place { name } petitions { id channel } lawsuits { id filedOn } incidents { id kind } hazards { id grade } } }';
const questions = [
  {
    name: 'one department, 50 rows',
    query: 'query ($n: Int!, $after: Int!) { disputes(first: $n, after: $after) { id title } }',
    n: 50,
  },
  { name: 'six departments, 50 entities', query: six, n: 50 },
  { name: 'six departments, 1,000 entities', query: six, n: 1_000 },
  { name: 'six departments, 10,000 entities', query: six, n: 10_000 },
];

interface Contender {
  readonly name: string;
  readonly child: ChildProcess;
  readonly pool: Pool;
  readonly path: string;
  /** Milliseconds from its start to its first answer. */
  readonly coldStart: number;
}

interface Use {
  readonly cpu: number;
  readonly memory: number;
}

interface Round extends Load {
  /** Milliseconds of the gateway's CPU a request. */
  readonly cpu: number;
  readonly memory: number;
}

/** Requests at the same time ask for other rows, so that nobody answers one from another. */
async function ask({ pool, path }: Contender, query: string, n: number, after = 0): Promise<unknown> {
  const response = await pool.request({
    path,
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify({ query, variables: { n, after } }),
  });
  return response.body.json();
}

async function useOf({ child }: Contender): Promise<Use> {
  child.send('use');
  const [use] = (await once(child, 'message')) as [Use];
  return use;
}

async function start(name: string, file: string, urls: Record<string, string>): Promise<Contender> {
  const began = performance.now();
  const child = fork(join(import.meta.dirname, 'contender.ts'), [name, file, JSON.stringify(urls)], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    env: { ...process.env, NODE_ENV: 'production' },
    execArgv: options.profile === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${options.profile}/${name}`],
  });
  const [{ url }] = (await once(child, 'message')) as [{ url: string }];
  const { origin, pathname } = new URL(url);
  const contender = { name, child, pool: new Pool(origin, { connections: 64 }), path: pathname, coldStart: 0 };
  await ask(contender, questions[0]?.query ?? '', 1);
  return { ...contender, coldStart: performance.now() - began };
}

async function round(contender: Contender, query: string, n: number, clients: number): Promise<Round> {
  const before = await useOf(contender);
  let asked = 0;
  const load = await underLoad(() => ask(contender, query, n, asked++ % 100), seconds, clients);
  const after = await useOf(contender);
  return { ...load, cpu: (after.cpu - before.cpu) / load.requests, memory: after.memory };
}

async function compare(
  contenders: readonly Contender[],
  { name, query, n }: (typeof questions)[number],
  clients: number,
) {
  const results = new Map(contenders.map(contender => [contender, [] as Round[]]));
  for (let i = 0; i < rounds; i += 1)
    for (const contender of contenders) results.get(contender)?.push(await round(contender, query, n, clients));
  const cpuOf = (contender: Contender): number => median((results.get(contender) ?? []).map(({ cpu }) => cpu));
  const [hand] = contenders;
  console.log(`\n${name}, ${clients} client${clients === 1 ? '' : 's'}`);
  for (const contender of contenders) {
    const all = results.get(contender) ?? [];
    const waits = all.flatMap(each => each.waits);
    const cpu = cpuOf(contender);
    console.log(
      [
        contender.name.padEnd(20),
        `${median(all.map(({ throughput }) => throughput))
          .toFixed(1)
          .padStart(8)} /s`,
        `p50 ${quantile(waits, 0.5).toFixed(1).padStart(8)} ms`,
        `p99 ${quantile(waits, 0.99).toFixed(1).padStart(8)} ms`,
        `CPU ${cpu.toFixed(2).padStart(8)} ms`,
        `${(cpu / (hand ? cpuOf(hand) : NaN)).toFixed(2).padStart(6)} x by hand`,
        `${median(all.map(({ memory }) => memory))
          .toFixed(0)
          .padStart(5)} MiB`,
      ].join('  '),
    );
  }
}

const folder = mkdtempSync(join(tmpdir(), 'countygraph-bench-'));
const departments = fork(join(import.meta.dirname, 'departments.ts'), {
  stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
});
const contenders: Contender[] = [];
try {
  const [urls] = (await once(departments, 'message')) as [Record<string, string>];
  const file = join(folder, 'supergraph.graphql');
  const services = Object.entries(sdls).map(([name, sdl]) => ({ name, sdl, url: urls[name] ?? '' }));
  writeFileSync(file, compose(services).supergraphSdl);
  for (const name of names) contenders.push(await start(name, file, urls));
  console.log('from the start to the first answer:');
  for (const { name, coldStart } of contenders)
    console.log(`${name.padEnd(20)}  ${coldStart.toFixed(0).padStart(6)} ms`);
  for (const question of questions.filter(({ name }) => name.includes(options.only))) {
    const [first, ...rest] = await Promise.all(contenders.map(each => ask(each, question.query, question.n)));
    const different = rest.findIndex(
      answer => !isDeepStrictEqual((answer as { data: unknown }).data, (first as { data: unknown }).data),
    );
    if (different >= 0) {
      console.log(
        `\n${question.name}: ${contenders[different + 1]?.name} answers otherwise: ${JSON.stringify(rest[different]).slice(0, 300)}`,
      );
      continue;
    }
    for (const clients of question.n > 1000 ? [1, 10] : [1, 10, 50]) await compare(contenders, question, clients);
  }
} finally {
  for (const { child, pool } of contenders) {
    await pool.destroy();
    child.disconnect();
  }
  departments.disconnect();
  rmSync(folder, { recursive: true, force: true });
}
