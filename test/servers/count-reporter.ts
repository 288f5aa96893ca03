import type { Reporter, SerializedError, TestModule } from 'vitest/node';

/** Ends the run with `N passed, N failed` (and `, N skipped` if any) alone on a line, for machines to read. */
export class CountReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly SerializedError[]): void {
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
    const skipped = count.skipped > 0 ? `, ${count.skipped} skipped` : '';
    process.stdout.write(`\n${count.passed} passed, ${count.failed} failed${skipped}\n`);
  }
}
