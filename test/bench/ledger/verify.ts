import { rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { openLedger, verifyLedger, type LedgerCrypto, type ReadEntry } from '../../../lib/trust/ledger/index.ts';

/** A record as a department writes it, one of many that differ in who, what and how much. */
export function readEntry(i: number): ReadEntry {
  const type = ['CourtCase', 'Enforcement', 'JudicialConfirmation'][i % 3] ?? 'CourtCase';
  return {
    kind: 'read',
    request: `${String(i).padStart(8, '0')}-5f9e-4a5e-9d55-2f6f4bd8a111`,
    subject: `u-${i % 997}`,
    roles: ['analyst'],
    department: ['justice', 'grid', 'petition'][i % 3],
    via: 'zS0nQ2b8Vw1uJmX4rT7yKe',
    purpose: 'governance-analysis',
    operation: { name: 'Cases', hash: '4046b1dd3793d1ffbb66dc3590cb27e211bb9c2af64378ed2942623d2b299840' },
    reads: [
      {
        type,
        uses: { read: ['id', 'kind', 'filedOn', 'closedOn'], filter: ['filedOn', 'within'], order: ['filedOn'] },
        areas: 'all',
        rows: i % 50,
        decision: 'granted',
        policy: '0c729448f362c9258eb97d2cf2c0617eb6e2f0e765e433eeaa09a4919d67935e',
        grant: 0,
      },
    ],
  };
}

interface Took {
  readonly seconds: number;
  /** Of this process: what it would take if nobody else worked on the machine. */
  readonly processor: number;
}

function stopwatch(): () => Took {
  const [began, used] = [performance.now(), process.cpuUsage()];
  return () => {
    const { user, system } = process.cpuUsage(used);
    return { seconds: (performance.now() - began) / 1000, processor: (user + system) / 1e6 };
  };
}

function told({ seconds, processor }: Took, records: number): string {
  return `${seconds.toFixed(1)} s (${Math.round(records / seconds)}/s; processor ${processor.toFixed(1)} s)`;
}

/** Makes a ledger of so many records, in groups as under load, with a checkpoint every 10,000; then verifies it. */
export async function benchVerify(folder: string, crypto: LedgerCrypto, records: number): Promise<string> {
  const ledger = await openLedger(folder, { department: 'court', crypto, checkpointEvery: 2 ** 31 - 1 });
  const made = stopwatch();
  for (let i = 0; i < records; i += 500) {
    await Promise.all(Array.from({ length: Math.min(500, records - i) }, (_, k) => ledger.append(readEntry(i + k))));
    if (i % 10_000 === 0) await ledger.checkpoint();
  }
  await ledger.close();
  const madeIn = made();
  const opened = stopwatch();
  await (await openLedger(folder, { department: 'court' })).close();
  const openedIn = opened();
  const verified = stopwatch();
  const report = verifyLedger(folder);
  const verifiedIn = verified();
  if (report.size < records || report.findings.length > 0) throw new Error(JSON.stringify(report.findings.slice(0, 3)));
  const { size } = statSync(join(folder, 'records', `${ledger.tail.month}.jsonl`));
  rmSync(folder, { recursive: true });
  return (
    `${crypto.hash.padEnd(6)} ${crypto.signature.padEnd(7)} ${records} records, ${(size / 2 ** 20).toFixed(0)} MiB, ${report.checkpoints} checkpoints: ` +
    `written in ${told(madeIn, records)}, opened in ${(openedIn.seconds * 1000).toFixed(0)} ms, verified in ${told(verifiedIn, records)}`
  );
}
