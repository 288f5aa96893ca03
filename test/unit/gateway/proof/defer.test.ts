import { expect, it } from 'vitest';
import { prove } from './prove.ts';
import { runDeferredCase } from './run-deferred-case.ts';

const seed = Number(process.env['COUNTYGRAPH_SEED'] ?? 20_260_102);
const runs = Number(process.env['COUNTYGRAPH_RUNS'] ?? 500);

it(
  `puts together the parts of deferred answers over ${runs} random graphs to what comes in one part`,
  { timeout: 3_600_000 },
  async () => {
    const { difference, ...counts } = await prove(seed, runs, runDeferredCase);
    console.log(JSON.stringify({ ...counts, reasons: [...counts.reasons.keys()] }));
    expect(difference).toBeUndefined();
    expect(counts.operations).toBeGreaterThan(runs / 4);
    expect(counts.discarded).toBeLessThan(runs / 20);
  },
);
