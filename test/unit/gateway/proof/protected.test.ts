import { expect, it } from 'vitest';
import { prove } from './prove.ts';
import { runProtectedCase } from './run-protected-case.ts';

const seed = Number(process.env['COUNTYGRAPH_SEED'] ?? 20_260_103);
const runs = Number(process.env['COUNTYGRAPH_RUNS'] ?? 600);

it(
  `gives of ${runs} random protected graphs what graphql-js gives where refused fields fail`,
  { timeout: 3_600_000 },
  async () => {
    const { difference, ...counts } = await prove(seed, runs, runProtectedCase);
    console.log(JSON.stringify({ ...counts, reasons: [...counts.reasons.keys()] }));
    expect(difference).toBeUndefined();
    expect(counts.unplanned).toBeLessThan(runs / 50);
    expect(counts.discarded).toBeLessThan(runs / 20);
  },
);
