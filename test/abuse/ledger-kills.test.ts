import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Agent, request as send } from 'node:http';
import { expect, test } from 'vitest';
import { writeIdentity } from '../../lib/kernel/identity.ts';
import { keptMonths, recordsOf, verifyLedger } from '../../lib/trust/ledger/index.ts';
import { analyst, makeTestCounty } from '../county.ts';

/*
 * A department is killed at any moment while it answers, and started again, over and over. Whatever a client has got must be in the
 * ledger. COUNTYGRAPH_KILLS: how often.
 */

const kills = Number(process.env['COUNTYGRAPH_KILLS'] ?? 5);
const clients = 8;
const main = join(import.meta.dirname, '../../lib/cli/main.ts');

interface Running {
  readonly child: ChildProcess;
  readonly url: string;
}

async function start(data: string): Promise<Running> {
  const county = join(import.meta.dirname, '../../counties/fengxi');
  const args = [main, 'serve', 'subgraph', 'court', '--county', county, '--data', data, '--port', '0', '--demo'];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  const [{ url }] = (await once(child, 'message')) as [{ url: string }];
  return { child, url };
}

/** Asks once; true when the whole answer came, with data in it. */
function ask(agent: Agent, url: string, id: string): Promise<boolean> {
  const query = '{ courtCases(first: 3) { nodes { id kind } } }';
  const headers = {
    'content-type': 'application/json',
    'x-request-id': id,
    'countygraph-identity': writeIdentity(analyst),
  };
  return new Promise(resolve => {
    const asked = send(url, { agent, method: 'POST', headers }, response => {
      let body = '';
      response.setEncoding('utf8');
      response.on('data', (chunk: string) => (body += chunk));
      // What a client has got of a kind counts, also where the connection broke after it.
      response.on('close', () => resolve(body.includes('"nodes":[{')));
    });
    asked.on('error', () => resolve(false));
    asked.end(JSON.stringify({ query }));
  });
}

test(`${kills} kills: no answer is without its record`, { timeout: 60_000 + kills * 20_000 }, async () => {
  const { dataDir, drop } = await makeTestCounty('sqlite', 0.02);
  const answered = new Set<string>();
  let asked = 0;
  try {
    for (let round = 0; round < kills; round += 1) {
      const { child, url } = await start(dataDir);
      const agent = new Agent({ keepAlive: true, maxSockets: clients });
      const over = new AbortController();
      const first = Promise.withResolvers<void>();
      const loads = Array.from({ length: clients }, async () => {
        while (!over.signal.aborted) {
          const id = `k-${(asked += 1)}`;
          if (!(await ask(agent, url, id))) continue;
          answered.add(id);
          first.resolve();
        }
      });
      // From the first answer on, any moment: while records are written, on the disk, and on their way.
      await first.promise;
      await wait(Math.random() * 60);
      const ended = once(child, 'exit');
      child.kill('SIGKILL');
      await ended;
      over.abort();
      await Promise.all(loads);
      agent.destroy();
    }
    // The last start cuts what the last kill left.
    const { child } = await start(dataDir);
    const ended = once(child, 'exit');
    child.kill('SIGTERM');
    await ended;
    const folder = join(dataDir, 'ledger', 'court');
    const records = [...recordsOf(folder, keptMonths(folder))];
    const recorded = new Set(records.flatMap(r => (r.kind === 'read' ? [r.request] : [])));
    const without = [...answered].filter(id => !recorded.has(id));
    const cut = records.filter(r => r.kind === 'cut').length;
    process.stderr.write(
      `${kills} kills, ${answered.size} answers, ${recorded.size} records, ${recorded.size - answered.size} records without an ` +
        `answer, ${cut} torn lines cut, ${without.length} answers without record\n`,
    );
    expect(answered.size).toBeGreaterThan(kills);
    expect(without).toEqual([]);
    expect(verifyLedger(folder).findings).toEqual([]);
  } finally {
    await drop();
  }
});
