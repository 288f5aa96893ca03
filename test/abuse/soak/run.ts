import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { compose } from '../../../gateway/index.ts';
import { type GatewayProcess, startGateway } from '../gateway-process.ts';
import { sdls } from './graph.ts';
import { Load, type Tally, isBack } from './load.ts';
import type { Use } from './probe.ts';

/**
 * `npm run soak -- --minutes 15 [--clients 8]`: the gateway's command over departments of which one answers wrongly in every way
 * and one is killed again and again, with clients that go away and supergraphs that change. Ends with 1 when an answer was wrong
 * or the gateway kept what it should have given back.
 */
const { values: options } = parseArgs({
  options: { minutes: { type: 'string', default: '15' }, clients: { type: 'string', default: '8' } },
});
const minutes = Number(options.minutes);
/** Milliseconds until all has been met once, and between two lines of the report. */
const warmUp = Math.min(60_000, minutes * 15_000);
const interval = Math.min(60_000, minutes * 10_000);
/** Longer than connections that nobody uses are kept, on both sides. */
const rest = 8_000;

const folder = mkdtempSync(join(tmpdir(), 'countygraph-soak-'));
const file = join(folder, 'supergraph.graphql');
const ports = new Map<string, number>();
const departments = new Map<string, ChildProcess>();

async function startDepartment(name: string): Promise<void> {
  const faults = name === 'faulty' ? '0.15' : '0';
  for (;;) {
    const child = fork(join(import.meta.dirname, 'department.ts'), [name, String(ports.get(name) ?? 0), faults]);
    const port = await new Promise<number | undefined>(resolve => {
      child.once('message', message => resolve(Number(message))).once('exit', () => resolve(undefined));
    });
    if (port !== undefined) {
      ports.set(name, port);
      departments.set(name, child);
      return;
    }
    // While it was away a connection of somebody else's may have been given its port.
    await wait(200);
  }
}

/** Kills a department, leaves it away for a moment and starts it again, until the end. */
async function keepKilling(signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    await wait(3_000 + Math.random() * 7_000);
    const child = departments.get('killed');
    if (child && child.exitCode === null) {
      const ended = once(child, 'exit');
      child.kill('SIGKILL');
      await ended;
    }
    await wait(Math.random() * 2_000);
    await startDepartment('killed');
  }
}

/** Another supergraph, now and then by signal, now and then by the file alone. */
async function keepReloading(gateway: GatewayProcess, signal: AbortSignal): Promise<void> {
  for (let count = 1; !signal.aborted; count += 1) {
    writeSupergraph(count);
    if (count % 3 > 0) gateway.child.kill('SIGHUP');
    await wait(1_000 + Math.random() * 4_000);
  }
}

function writeSupergraph(count: number): void {
  const services = Object.entries(sdls).map(([name, sdl]) => ({
    name,
    sdl: name === 'steady' ? `${sdl}\nextend type Query { version${count}: Int }` : sdl,
    url: `http://127.0.0.1:${ports.get(name)}/graphql`,
  }));
  writeFileSync(`${file}.new`, compose(services).supergraphSdl);
  renameSync(`${file}.new`, file);
}

async function useOf({ child }: GatewayProcess): Promise<Use> {
  child.send('measure');
  const [use] = (await once(child, 'message')) as [Use];
  return use;
}

function print(when: string, { rss, heap, buffers, sockets, handles }: Use): void {
  const [resident, used, outside] = [rss, heap, buffers].map(size => size.toFixed(1).padStart(6));
  console.log(
    `${when.padEnd(8)}  rss ${resident} MiB  heap ${used} MiB  buffers ${outside} MiB  sockets ${sockets}  handles ${handles}`,
  );
}

function printAnswers({ requests, answers, wrong }: Tally, { taken }: GatewayProcess): void {
  const counts = [...answers].toSorted(([, a], [, b]) => b - a).map(([outcome, count]) => `${outcome} ${count}`);
  console.log(`          ${requests} requests, ${taken()} reloads, ${wrong.length} wrong: ${counts.join(', ')}`);
}

/** Runs the load with all faults for so long. */
async function run(gateway: GatewayProcess, milliseconds: number, isTold: boolean): Promise<Tally> {
  const end = new AbortController();
  const load = new Load(gateway.url, Number(options.clients));
  const faults = [keepKilling(end.signal), keepReloading(gateway, end.signal)];
  const began = performance.now();
  for (let left = milliseconds; left > 0; left -= interval) {
    await wait(Math.min(left, interval));
    if (!isTold) continue;
    print(`${((performance.now() - began) / 60_000).toFixed(1)} min`, await useOf(gateway));
    printAnswers(load.tally, gateway);
  }
  end.abort();
  await load.end();
  await Promise.all(faults);
  return load.tally;
}

/** What is wrong at the end, in sentences. */
function verdict(before: Use, after: Use, tallies: readonly Tally[], gateway: GatewayProcess): string[] {
  return [
    ...tallies.flatMap(({ wrong }) => wrong),
    ...gateway.faults.map(line => `The gateway said: ${line}`),
    ...(after.rss > before.rss * 1.5 + 64 ? ['The process grew.'] : []),
    ...(after.heap > before.heap * 1.15 + 4 ? ['The heap grew.'] : []),
    ...(after.buffers > before.buffers + 8 ? ['Buffers are kept.'] : []),
    ...(after.sockets > before.sockets + 2 ? ['Sockets stay open.'] : []),
    ...(after.handles > before.handles + 2 ? ['Handles stay open.'] : []),
  ];
}

async function soak(): Promise<void> {
  await Promise.all(Object.keys(sdls).map(startDepartment));
  writeSupergraph(0);
  const deadlines = ['--department-deadline', 'faulty=1000', '--department-deadline', 'killed=2000'];
  const gateway = await startGateway(
    ['--supergraph', file, '--port', '0', '--compress-departments', ...deadlines],
    ['--expose-gc', '--import', join(import.meta.dirname, 'probe.ts')],
  );
  try {
    const warm = await run(gateway, warmUp, false);
    await wait(rest);
    const before = await useOf(gateway);
    print('before', before);
    const tally = await run(gateway, minutes * 60_000, true);
    await wait(rest);
    const after = await useOf(gateway);
    print('before', before);
    print('after', after);
    const wrong = verdict(before, after, [warm, tally], gateway);
    if (!(await isBack(gateway.url))) wrong.push('The department that was killed is not asked again.');
    const code = await gateway.end();
    if (code !== 0) wrong.push(`The gateway ended with ${code}.`);
    for (const sentence of wrong) console.log(sentence);
    console.log(wrong.length === 0 ? 'Nothing wrong.' : `${wrong.length} wrong.`);
    process.exitCode = wrong.length === 0 ? 0 : 1;
  } finally {
    gateway.child.kill('SIGKILL');
  }
}

try {
  await soak();
} finally {
  for (const child of departments.values()) child.disconnect();
  rmSync(folder, { recursive: true });
}
