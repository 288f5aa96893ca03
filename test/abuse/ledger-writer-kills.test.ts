import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { keptMonths, openLedger, recordsOf, verifyLedger } from '../../lib/trust/ledger/index.ts';

/*
 * The process that writes a ledger, alone and so quickly started, is killed while it writes as fast as it can. What it has said is
 * written must be there. COUNTYGRAPH_WRITER_KILLS: how often.
 */

const kills = Number(process.env['COUNTYGRAPH_WRITER_KILLS'] ?? 20);
const writer = join(import.meta.dirname, 'ledger-writer.ts');

/** Lines that the process said, each whole, until it was killed. */
async function round(folder: string, number: number): Promise<string[]> {
  const child = spawn(process.execPath, [writer, folder], { stdio: ['pipe', 'pipe', 'inherit'] });
  child.stdin.on('error', () => undefined);
  const said: string[] = [];
  const started = Promise.withResolvers<void>();
  let sent = 0;
  const send = (): void => void child.stdin.write(`${number}-${(sent += 1)}\n`);
  let text = '';
  child.stdout.on('data', (chunk: Buffer) => {
    const lines = (text + chunk.toString()).split('\n');
    text = lines.pop() ?? '';
    for (const line of lines) {
      if (line === 'ready') for (let i = 0; i < 50; i += 1) send();
      else {
        said.push(line);
        send();
        started.resolve();
      }
    }
  });
  const ended = once(child, 'close');
  await started.promise;
  await wait(Math.random() * 20);
  child.kill('SIGKILL');
  await ended;
  return said;
}

test(
  `${kills} kills of a writer: nothing that it said is written is missing`,
  { timeout: 60_000 + kills * 10_000 },
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'countygraph-kills-'));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    const said = new Set<string>();
    for (let i = 0; i < kills; i += 1) for (const line of await round(folder, i)) said.add(line);
    await (await openLedger(folder, { department: 'court' })).close();
    const records = [...recordsOf(folder, keptMonths(folder))];
    const recorded = new Set(records.flatMap(r => (r.kind === 'read' ? [r.request] : [])));
    const without = [...said].filter(id => !recorded.has(id));
    const cut = records.filter(r => r.kind === 'cut').length;
    process.stderr.write(
      `${kills} kills of a writer, ${said.size} answers, ${recorded.size} records, ${recorded.size - said.size} records without an ` +
        `answer, ${cut} torn lines cut, ${without.length} answers without record\n`,
    );
    expect(said.size).toBeGreaterThan(kills);
    expect(without).toEqual([]);
    expect(verifyLedger(folder).findings).toEqual([]);
  },
);
