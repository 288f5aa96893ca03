import { rmSync } from 'node:fs';
import { callerError } from '../../kernel/coded-error.ts';
import { ledgerFiles, monthsOf } from './ledger-folder.ts';
import type { Ledger } from './ledger.ts';
import { appendLine } from './lines.ts';
import { afterPruned, keptMonths, linesAfter, type Pruned } from './tail.ts';
import { leafHash } from './tree-hash.ts';
import { monthOf } from './ledger-record.ts';

/** Months that records are kept at least: the law's six. Default: three years. */
export const leastRetention = 6;
export const usualRetention = 36;

/** The first month that is kept, if so many whole months before that of `time` are. */
function firstKept(time: string, months: number): string {
  const [year = 0, month = 1] = monthOf(time).split('-').map(Number);
  const count = year * 12 + (month - 1) - months;
  return `${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, '0')}`;
}

/**
 * Deletes whole months that ended longer ago than the retention. The tree's right edge after them stays, so that all that comes after
 * is proven as before; that they were deleted is a record. Refusal: BAD_RETENTION.
 */
export async function pruneLedger(ledger: Ledger, months: number = usualRetention): Promise<Pruned | undefined> {
  if (!Number.isInteger(months) || months < leastRetention) {
    throw callerError('BAD_RETENTION', {
      expected: `a retention of at least ${leastRetention} whole months`,
      got: String(months),
      todo: 'name more; usual are 36',
    });
  }
  const { folder, head } = ledger;
  const files = ledgerFiles(folder);
  const time = ledger.now();
  const kept = firstKept(time, months);
  const old = keptMonths(folder).filter(month => month < kept && month !== ledger.tail.month);
  deleteGone(folder);
  if (old.length === 0) return undefined;
  const { frontier, ...start } = afterPruned(folder, head.hash);
  let { last, lastTime } = start;
  const before = frontier.size;
  for (const line of linesAfter(folder, start)) {
    if (!old.includes(line.month)) break;
    const leaf = leafHash(head.hash, line.bytes);
    frontier.append(leaf);
    last = leaf.toString('hex');
    lastTime = (JSON.parse(line.bytes.toString('utf8')) as { time: string }).time;
  }
  const nodes = frontier.nodes.map(node => node.toString('hex'));
  const pruned: Pruned = { months: old, size: frontier.size, frontier: nodes, last, lastTime, time };
  // The record first, then the edge, then the files: cut short anywhere, nothing is lost that is not told of.
  await ledger.append({ kind: 'pruned', months: old, records: frontier.size - before });
  await ledger.checkpoint();
  appendLine(files.pruned, pruned);
  deleteGone(folder);
  return pruned;
}

/** Files whose months are pruned: these, and those of a time that was cut short. */
function deleteGone(folder: string): void {
  const kept = new Set(keptMonths(folder));
  for (const month of monthsOf(folder)) if (!kept.has(month)) rmSync(ledgerFiles(folder).segment(month));
}
