import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { canonicalJson, type Json } from '../../lib/trust/ledger/canonical-json.ts';
import { checkpointHash, signCheckpoint, type Checkpoint } from '../../lib/trust/ledger/checkpoint.ts';
import { Frontier } from '../../lib/trust/ledger/frontier.ts';
import { openLedger, type LedgerRecord, type ReadEntry } from '../../lib/trust/ledger/index.ts';
import { readHead, readKeys } from '../../lib/trust/ledger/ledger-folder.ts';
import { logId } from '../../lib/trust/ledger/signing.ts';
import { leafHash } from '../../lib/trust/ledger/tree-hash.ts';

/*
 * What somebody who may write the files of a ledger does to it, over the real command. Ledgers of 41 records with three checkpoints,
 * the last of which the justice bureau has seen.
 */

const main = join(import.meta.dirname, '../../lib/cli/main.ts');
const month = '2026-10';
let clean: string;

function entry(i: number): ReadEntry {
  const reads = [
    { type: 'CourtCase', uses: { read: ['id'] }, areas: 'all' as const, rows: i, decision: 'granted' as const },
  ];
  const operation = { hash: '00' };
  return { kind: 'read', request: `r${i}`, subject: `u${i}`, roles: ['analyst'], via: 'gateway', operation, reads };
}

function command(folder: string, ...args: string[]): { status: number | null; text: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [main, 'ledger', ...args, '--ledger', folder], {
    encoding: 'utf8',
  });
  return { status, text: stdout + stderr };
}

async function fill(folder: string): Promise<void> {
  let now = Date.parse('2026-10-12T01:00:00Z');
  const ledger = await openLedger(join(folder, 'court'), { department: 'court', now: () => (now += 1000) });
  for (let i = 1; i <= 40; i += 1) {
    await ledger.append(entry(i));
    if (i === 15 || i === 30) await ledger.checkpoint();
  }
  await ledger.close();
  await (await openLedger(join(folder, 'justice'), { department: 'justice' })).close();
}

beforeAll(async () => {
  clean = mkdtempSync(join(tmpdir(), 'countygraph-attacks-'));
  await fill(clean);
  expect(command(clean, 'witness', '--department', 'justice', '--of', 'court').status).toBe(0);
  const { status, text } = command(clean, 'verify');
  expect(text).toContain('court: 41 records');
  expect(status).toBe(0);
});
afterAll(() => rmSync(clean, { recursive: true, force: true }));

/** A copy of the ledgers, to do harm to. */
function copy(): string {
  const folder = mkdtempSync(join(tmpdir(), 'countygraph-attack-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  cpSync(clean, folder, { recursive: true });
  return folder;
}

const segment = (folder: string): string => join(folder, 'court/records', `${month}.jsonl`);
const linesOf = (file: string): string[] => readFileSync(file, 'utf8').trimEnd().split('\n');

function rewrite(folder: string, change: (lines: string[]) => string[]): void {
  const file = segment(folder);
  writeFileSync(file, `${change(linesOf(file)).join('\n')}\n`);
}

function verified(folder: string): string {
  const { status, text } = command(folder, 'verify', '--department', 'court');
  expect(status).toBe(1);
  return text;
}

test('edit: a record that was changed is named by its number', () => {
  const folder = copy();
  rewrite(folder, lines => lines.with(20, lines[20]!.replace('"subject":"u20"', '"subject":"u99"')));
  const text = verified(folder);
  expect(text).toContain(`RECORD_CHANGED records/${month}.jsonl:22: record 20 is not the one`);
  expect(text).toContain('ROOT_DIFFERS checkpoints.jsonl:3: the first 31 records');
  expect(text).not.toContain('ROOT_DIFFERS checkpoints.jsonl:2');
});

test('edit: the last record, which no other follows, is caught by the checkpoint', () => {
  const folder = copy();
  rewrite(folder, lines => lines.with(40, lines[40]!.replace('"rows":40', '"rows":4')));
  expect(verified(folder)).toContain('ROOT_DIFFERS checkpoints.jsonl:4: the first 41 records');
});

test('delete: a record that is missing is named by its number', () => {
  const folder = copy();
  rewrite(folder, lines => lines.toSpliced(20, 1));
  expect(verified(folder)).toContain(`RECORD_MISSING records/${month}.jsonl:21: record 20 is not there`);
});

test('swap: records that changed places are named, side by side and far apart', () => {
  for (const [one, other] of [
    [20, 21],
    [5, 33],
  ] as const) {
    const folder = copy();
    rewrite(folder, lines => lines.with(one, lines[other]!).with(other, lines[one]!));
    const text = verified(folder);
    expect(text).toContain(`RECORD_MOVED records/${month}.jsonl:${one + 1}: record ${other} where ${one} belongs`);
    expect(text).toContain(`RECORD_MOVED records/${month}.jsonl:${other + 1}: record ${one} where`);
    expect(text).not.toMatch(/RECORD_(MISSING|INSERTED|CHANGED)/);
  }
});

test('insert: a record that was never written is named by its line', () => {
  const folder = copy();
  rewrite(folder, lines => lines.toSpliced(20, 0, lines[20]!.replace('"subject":"u20"', '"subject":"u99"')));
  const text = verified(folder);
  expect(text).toContain(`RECORD_INSERTED records/${month}.jsonl:22: a line that calls itself record 20 where 21`);
  expect(text).not.toMatch(/RECORD_(MISSING|MOVED|CHANGED)/);
});

test('truncate: records that were cut off are named, also where the checkpoints were cut with them', () => {
  const folder = copy();
  rewrite(folder, lines => lines.slice(0, 31));
  expect(verified(folder)).toContain('RECORDS_TRUNCATED checkpoints.jsonl:4: records 31 to 40 are not there');
  const file = join(folder, 'court/checkpoints.jsonl');
  writeFileSync(file, `${linesOf(file).slice(0, 3).join('\n')}\n`);
  rmSync(join(folder, 'court/witnesses.json'));
  expect(verified(folder)).toContain('RECORDS_TRUNCATED justice: records 31 to 40 are not there');
  truncateSync(segment(folder), readFileSync(segment(folder)).length - 9);
  expect(verified(folder)).toContain('the last line is not finished');
});

/** Writes the ledger anew from a record on, with all hashes, and signs every checkpoint again with its own key. */
function rechain(folder: string, change: (record: LedgerRecord) => LedgerRecord): void {
  const own = join(folder, 'court');
  const { hash } = readHead(own);
  const file = join(own, 'checkpoints.jsonl');
  const old = linesOf(file).map(line => JSON.parse(line) as Checkpoint);
  const frontier = new Frontier(hash);
  let [last, offset, previous] = ['', 0, ''];
  const checkpoints: object[] = [];
  rewrite(folder, lines =>
    lines.map(line => {
      const record = { ...change(JSON.parse(line) as LedgerRecord), prev: last };
      const text = canonicalJson(record as unknown as Json);
      const leaf = leafHash(hash, Buffer.from(text));
      frontier.append(leaf);
      [last, offset] = [leaf.toString('hex'), offset + Buffer.byteLength(text) + 1];
      const before = old.find(c => c.size === frontier.size);
      if (before) {
        const { log, department, size, time } = before;
        const body = { log, department, size, root: frontier.root().toString('hex'), time, previous };
        const signed = signCheckpoint(body, readKeys(own));
        previous = checkpointHash(signed);
        const nodes = frontier.nodes.map(node => node.toString('hex'));
        checkpoints.push({ ...signed, month, offset, frontier: nodes, last, lastTime: record.time });
      }
      return text;
    }),
  );
  writeFileSync(file, `${checkpoints.map(c => JSON.stringify(c)).join('\n')}\n`);
}

test("re-chain: a history written anew with the department's own key is caught by the witness", () => {
  const folder = copy();
  rechain(folder, record => (record.kind === 'read' && record.seq === 20 ? { ...record, subject: 'u99' } : record));
  rmSync(join(folder, 'court/witnesses.json'));
  const text = verified(folder);
  expect(text).toContain('WITNESS_DIFFERS justice: the first 41 records are not those');
  expect(text).not.toMatch(/RECORD_|ROOT_|CHECKPOINT_/);
  // Without the witness it would pass: it is the witness that catches it.
  const seen = join(folder, 'justice/seen/court.json');
  const kept = join(folder, 'kept.json');
  cpSync(seen, kept);
  rmSync(seen);
  expect(command(folder, 'verify', '--department', 'court').status).toBe(0);
  const from = command(folder, 'verify', '--department', 'court', '--from', kept);
  expect([from.status, from.text]).toEqual([1, expect.stringContaining('WITNESS_DIFFERS kept.json')]);
});

test('re-chain: the witness signs no checkpoint of another history', async () => {
  const folder = copy();
  rechain(folder, record => (record.kind === 'read' && record.seq === 20 ? { ...record, subject: 'u99' } : record));
  const ledger = await openLedger(join(folder, 'court'), { department: 'court' });
  await ledger.append(entry(41));
  await ledger.close();
  const { status, text } = command(folder, 'witness', '--department', 'justice', '--of', 'court');
  expect([status, text]).toEqual([2, expect.stringContaining('WITNESS_REFUSES')]);
  expect(text).toContain('another history of the first 41 records');
});

test('forged checkpoint: one that is signed by another key is named by its line', () => {
  const folder = copy();
  const file = join(folder, 'court/checkpoints.jsonl');
  const other = readKeys(join(folder, 'justice'));
  const lines = linesOf(file);
  const { log, department, size, root, time, previous, ...kept } = JSON.parse(lines[1]!) as Checkpoint;
  const forged = { ...kept, ...signCheckpoint({ log, department, size, root, time, previous }, other) };
  writeFileSync(file, `${lines.with(1, JSON.stringify(forged)).join('\n')}\n`);
  const text = verified(folder);
  expect(text).toContain('CHECKPOINT_FORGED checkpoints.jsonl:2');
  expect(log).toBe(logId(readHead(join(folder, 'court')).key));
  writeFileSync(file, `${lines.toSpliced(1, 1).join('\n')}\n`);
  expect(verified(folder)).toContain('CHECKPOINT_MISSING checkpoints.jsonl:2');
});

test('forged proof: of a record that is another, of a path, of a place, and of a history', () => {
  const folder = copy();
  const file = join(folder, 'proof.json');
  expect(command(folder, 'prove', '--department', 'court', '--record', '20', '--out', file).status).toBe(0);
  const genuine = command(folder, 'verify', '--proof', file);
  expect([genuine.status, genuine.text]).toEqual([0, expect.stringContaining('record 20 is in the ledger of court')]);
  const proof = JSON.parse(readFileSync(file, 'utf8')) as { record: string; path: string[]; checkpoint: Checkpoint };
  const { checkpoint } = proof;
  for (const forged of [
    { ...proof, record: proof.record.replace('u20', 'u99') },
    { ...proof, index: 21 },
    { ...proof, path: proof.path.with(2, proof.path[0]!) },
    { ...proof, checkpoint: { ...checkpoint, root: proof.path[0]! } },
    { ...proof, key: readHead(join(folder, 'justice')).key },
  ]) {
    writeFileSync(file, JSON.stringify(forged));
    const { status, text } = command(folder, 'verify', '--proof', file);
    expect([status, text]).toEqual([1, expect.stringContaining('PROOF_FORGED the proof:')]);
  }
  const [first] = linesOf(join(folder, 'court/checkpoints.jsonl')).slice(1);
  writeFileSync(join(folder, 'trusted.json'), `${first}\n`);
  expect(command(folder, 'consistency', '--department', 'court', '--since', '16', '--out', file).status).toBe(0);
  const against = ['verify', '--proof', file, '--from', join(folder, 'trusted.json')];
  const goesOn = command(folder, ...against);
  expect([goesOn.status, goesOn.text]).toEqual([
    0,
    expect.stringContaining('goes on from the checkpoint of 16 records'),
  ]);
  const shown = JSON.parse(readFileSync(file, 'utf8')) as { proof: string[] };
  writeFileSync(file, JSON.stringify({ ...shown, proof: shown.proof.with(0, shown.proof[1]!) }));
  const { status, text } = command(folder, ...against);
  expect([status, text]).toEqual([1, expect.stringContaining('PROOF_FORGED')]);
});

test('clock back: a clock that was set back is named with the record and both times', async () => {
  const folder = copy();
  const set = Date.parse('2026-10-01T00:00:00Z');
  const ledger = await openLedger(join(folder, 'court'), { department: 'court', now: () => set });
  await ledger.append(entry(41));
  await ledger.close();
  expect(verified(folder)).toContain(
    `CLOCK_WENT_BACK records/${month}.jsonl:42: at record 41 the clock said 2026-10-01T08:00:00.000+08:00, after 2026-10-12T`,
  );
});

test('clock back: records that were written anew with an earlier time are named', () => {
  const folder = copy();
  rechain(folder, record => (record.seq === 20 ? { ...record, time: '2026-10-02T00:00:00.000+08:00' } : record));
  expect(verified(folder)).toContain(`CLOCK_WENT_BACK records/${month}.jsonl:21: record 20 is of 2026-10-02`);
});
