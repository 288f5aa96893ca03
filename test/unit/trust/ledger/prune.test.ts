import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import {
  checkProof,
  keptMonths,
  offer,
  openLedger,
  proveRecord,
  pruneLedger,
  recordsOf,
  verifyLedger,
} from '../../../../lib/trust/ledger/index.ts';

test('whole months are deleted after their time, and what stays is proven as before', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'countygraph-prune-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  let now = Date.parse('2026-01-10T00:00:00Z');
  const options = { department: 'court', now: () => now };
  let ledger = await openLedger(folder, options);
  const operation = { hash: '00' };
  const month = 30.5 * 24 * 3_600_000;
  for (let i = 0; i < 9; i += 1, now += month) {
    for (let k = 0; k < 5; k += 1)
      await ledger.append({
        kind: 'read',
        request: `${i}-${k}`,
        subject: 's',
        roles: [],
        via: 'v',
        operation,
        reads: [],
      });
    await ledger.checkpoint();
  }
  now -= month;
  const first = join(folder, 'records', '2026-01.jsonl');
  for (const months of [0, 5, 5.5])
    await expect(pruneLedger(ledger, months)).rejects.toMatchObject({ code: 'BAD_RETENTION' });
  expect(await pruneLedger(ledger)).toBeUndefined();
  expect(existsSync(first)).toBe(true);
  // In September, the six whole months before it stay: from March on.
  const pruned = await pruneLedger(ledger, 6);
  expect(pruned?.months).toEqual(['2026-01', '2026-02']);
  expect(keptMonths(folder)[0]).toBe('2026-03');
  expect(existsSync(first)).toBe(false);
  await ledger.close();
  // A file that a cut short prune left is not read again.
  writeFileSync(first, '{}\n');
  ledger = await openLedger(folder, options);
  await ledger.append({ kind: 'read', request: 'after', subject: 's', roles: [], via: 'v', operation, reads: [] });
  await ledger.close();
  const report = verifyLedger(folder);
  expect([report.findings, report.from, report.size]).toEqual([[], 11, 48]);
  const kinds = [...recordsOf(folder, keptMonths(folder))].map(r => r.kind);
  expect(kinds.filter(kind => kind === 'pruned')).toHaveLength(1);
  for (const index of [11, 30, 47])
    expect(checkProof(JSON.stringify(proveRecord(folder, index)))).toMatchObject({
      shows: expect.stringContaining(`record ${index}`) as string,
    });
  expect(() => proveRecord(folder, 10)).toThrow('Expected a proof from one of the records that are still there');
  expect(offer(folder, 16).since).toBe(16);
  expect(() => offer(folder, 6)).toThrow('what was pruned can no longer be proven');
});
