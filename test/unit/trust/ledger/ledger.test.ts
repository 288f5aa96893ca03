import {
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  appendFileSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { ledgerFiles } from '../../../../lib/trust/ledger/ledger-folder.ts';
import type { Ledger } from '../../../../lib/trust/ledger/ledger.ts';
import type { LedgerRecord, ReadEntry } from '../../../../lib/trust/ledger/ledger-record.ts';
import { openLedger, type OpenLedgerOptions } from '../../../../lib/trust/ledger/open-ledger.ts';
import {
  holdAgainst,
  offer,
  witness,
  acceptCosignature,
  readCosignatures,
} from '../../../../lib/trust/ledger/witness.ts';

const moment = Date.parse('2026-10-31T15:59:59.000Z');

function temporary(): string {
  const folder = mkdtempSync(join(tmpdir(), 'countygraph-ledger-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

async function open(folder: string, options: Partial<OpenLedgerOptions> = {}): Promise<Ledger> {
  const ledger = await openLedger(folder, { department: 'court', now: () => moment, ...options });
  onTestFinished(() => ledger.close());
  return ledger;
}

function read(i: number): ReadEntry {
  return {
    kind: 'read',
    request: `r${i}`,
    subject: 'analyst',
    roles: ['analyst'],
    via: 'gateway',
    operation: { hash: '00' },
    reads: [{ type: 'CourtCase', uses: { read: ['id'] }, areas: 'all', rows: i, decision: 'granted' }],
  };
}

function recordsOf(folder: string, month = '2026-10'): LedgerRecord[] {
  const text = readFileSync(ledgerFiles(folder).segment(month), 'utf8');
  expect(text.endsWith('\n')).toBe(true);
  return text
    .trim()
    .split('\n')
    .map(line => JSON.parse(line) as LedgerRecord);
}

describe.each([
  { hash: 'sha256', signature: 'ed25519' },
  { hash: 'sm3', signature: 'sm2' },
] as const)('a ledger with $hash and $signature', crypto => {
  test('goes on where it was, from a checkpoint and a tail', async () => {
    const folder = temporary();
    const first = await open(folder, { crypto });
    const places = await Promise.all(Array.from({ length: 20 }, (_, i) => first.append(read(i))));
    expect(places).toEqual(Array.from({ length: 20 }, (_, i) => i + 1));
    const checkpoint = await first.checkpoint();
    await first.append(read(20));
    const root = first.tail.frontier.root();
    first.abandon();
    const again = await open(folder, { crypto });
    expect(again.size).toBe(22);
    expect(again.tail.frontier.root()).toEqual(root);
    expect(checkpoint?.size).toBe(21);
    expect(recordsOf(folder).map(r => r.seq)).toEqual(Array.from({ length: 22 }, (_, i) => i));
  });

  test('witnesses sign what goes on from what they saw, and nothing else', async () => {
    const [folder, own, forked] = [temporary(), temporary(), temporary()];
    const court = await open(folder, { crypto });
    await open(own, { department: 'justice', crypto });
    const time = court.now();
    acceptCosignature(folder, witness(own, offer(folder, 0), time));
    const before = court.size;
    await Promise.all(Array.from({ length: 5 }, (_, i) => court.append(read(i))));
    await court.checkpoint();
    const shown = offer(folder, before);
    const said = witness(own, shown, time);
    acceptCosignature(folder, said);
    expect(readCosignatures(folder).map(c => [c.witness, c.size])).toEqual([['justice', 6]]);
    expect(() => acceptCosignature(folder, { ...said, size: 5 })).toThrow('Expected a cosignature');
    expect(() => witness(own, { ...offer(folder, 0), since: 6 }, time)).not.toThrow();
    const other = await open(forked, { department: 'court', crypto });
    await Promise.all(Array.from({ length: 9 }, (_, i) => other.append(read(i))));
    await other.checkpoint();
    expect(() => witness(own, offer(forked, 6), time)).toThrow('one of another ledger');
    expect(() => holdAgainst({ ...shown, checkpoint: { ...shown.checkpoint, root: '00' } }, undefined)).toThrow(
      'its key did not sign',
    );
  });
});

test('a last line without its end is cut and told of', async () => {
  const folder = temporary();
  const first = await open(folder);
  await first.append(read(1));
  first.abandon();
  appendFileSync(ledgerFiles(folder).segment('2026-10'), '{"kind":"read","requ');
  const again = await open(folder);
  expect(again.size).toBe(3);
  expect(recordsOf(folder).at(-1)).toMatchObject({ kind: 'cut', bytes: 20, seq: 2 });
});

test('a file that is shorter than its last checkpoint keeps the ledger from opening', async () => {
  const folder = temporary();
  const first = await open(folder);
  await first.append(read(1));
  await first.close();
  const file = ledgerFiles(folder).segment('2026-10');
  truncateSync(file, statSync(file).size - 5);
  await expect(open(folder)).rejects.toMatchObject({ code: 'LEDGER_BROKEN' });
});

test('months end by the clock of Beijing, and a clock that went back is recorded', async () => {
  const folder = temporary();
  let now = moment;
  const ledger = await open(folder, { now: () => now });
  now += 1000;
  await ledger.append(read(1));
  now -= 60_000;
  await Promise.all([ledger.append(read(2)), ledger.append(read(3))]);
  expect(recordsOf(folder).map(r => r.seq)).toEqual([0]);
  expect(recordsOf(folder, '2026-11').map(r => [r.seq, r.time, r.clock])).toEqual([
    [1, '2026-11-01T00:00:00.000+08:00', undefined],
    [2, '2026-11-01T00:00:00.000+08:00', '2026-10-31T23:59:00.000+08:00'],
    [3, '2026-11-01T00:00:00.000+08:00', undefined],
  ]);
});

test('one process writes a ledger at a time, and another department never does', async () => {
  const folder = temporary();
  const ledger = await open(folder);
  await expect(open(folder)).rejects.toMatchObject({ code: 'LEDGER_IN_USE' });
  await ledger.close();
  expect(existsSync(ledgerFiles(folder).lock)).toBe(false);
  await expect(open(folder, { department: 'police' })).rejects.toMatchObject({ code: 'LEDGER_OF_ANOTHER' });
  writeFileSync(ledgerFiles(folder).lock, '999999999 1');
  await (await open(folder)).close();
});

test('what cannot be written is refused, and nothing of it is there', async () => {
  const folder = temporary();
  const told: string[] = [];
  const ledger = await open(folder, { tell: sentence => void told.push(sentence) });
  const file = ledgerFiles(folder).segment('2026-10');
  const whole = readFileSync(file);
  appendFileSync(file, 'x');
  const refused = await Promise.allSettled([ledger.append(read(1)), ledger.append(read(2))]);
  expect(refused.map(r => r.status === 'rejected' && (r.reason as { code: string }).code)).toEqual([
    'AUDIT_UNAVAILABLE',
    'AUDIT_UNAVAILABLE',
  ]);
  expect(told).toHaveLength(1);
  expect(ledger.size).toBe(1);
  rmSync(file);
  await expect(ledger.append(read(3))).rejects.toMatchObject({ code: 'AUDIT_UNAVAILABLE' });
  writeFileSync(file, whole);
  expect(await ledger.append(read(4))).toBe(1);
  await ledger.close();
  await expect(ledger.append(read(5))).rejects.toMatchObject({ code: 'AUDIT_UNAVAILABLE' });
  expect(recordsOf(folder)).toHaveLength(2);
});
