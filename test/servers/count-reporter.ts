import { setTimeout as wait } from 'node:timers/promises';
import { printed, saveEvery } from '../canaries/report.ts';
import { canarySummary } from '../canaries/run.ts';
import type { Reporter, SerializedError, TestModule } from 'vitest/node';

/** Says whether a person was met outside of a database, which fails the run, and ends it with `N passed, N failed` (and `, N skipped` if any) alone on a line, for machines to read. */
export class CountReporter implements Reporter {
  async onTestRunEnd(modules: readonly TestModule[], unhandled: readonly SerializedError[]): Promise<void> {
    // A run without a test file, or whose set-up failed, proves nothing.
    const count = { passed: 0, failed: unhandled.length + (modules.length === 0 ? 1 : 0), skipped: 0 };
    for (const module of modules) {
      const before = count.failed;
      for (const test of module.children.allTests()) {
        const { state } = test.result();
        // A test that is still pending when the run ends was cut off: that is no success.
        count[state === 'pending' ? 'failed' : state] += 1;
      }
      // A file that does not load, or whose hooks fail, has no failed test to show for it.
      if (!module.ok() && count.failed === before) count.failed += 1;
    }
    count.failed += await canaryHits();
    const skipped = count.skipped > 0 ? `, ${count.skipped} skipped` : '';
    process.stdout.write(`\n${count.passed} passed, ${count.failed} failed${skipped}\n`);
  }
}

async function canaryHits(): Promise<number> {
  // What the processes have looked at since they last told.
  await wait(2 * saveEvery);
  const summary = canarySummary();
  if (!summary) return 0;
  process.stdout.write(`\n${printed(summary)}\n`);
  if (summary.hits.length > 0) process.exitCode = 1;
  return summary.hits.length;
}
