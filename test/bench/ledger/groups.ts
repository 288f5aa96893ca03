import { join } from 'node:path';
import { openLedger } from '../../../lib/trust/ledger/index.ts';
import { readEntry } from './verify.ts';

/** Records a second by so many writers at a time, each waiting for its own: what sharing a write is worth. */
export async function benchGroups(folder: string, seconds: number): Promise<string[]> {
  const lines: string[] = [];
  for (const sync of ['system', 'disk'] as const) {
    const ledger = await openLedger(join(folder, `groups-${sync}`), { department: 'court', sync });
    for (const writers of [1, 10, 100]) {
      const end = performance.now() + seconds * 1000;
      const took: number[] = [];
      await Promise.all(
        Array.from({ length: writers }, async () => {
          while (performance.now() < end) {
            const began = performance.now();
            await ledger.append(readEntry(took.length));
            took.push(performance.now() - began);
          }
        }),
      );
      took.sort((a, b) => a - b);
      const at = (share: number): string => (took[Math.floor(share * took.length)] ?? 0).toFixed(2);
      lines.push(
        `${sync.padEnd(6)} ${String(writers).padStart(3)} writers: ${Math.round(took.length / seconds)} records/s, p50 ${at(0.5)} ms, p99 ${at(0.99)} ms`,
      );
    }
    await ledger.close();
  }
  return lines;
}
