import { expect, it } from 'vitest';
import { prove } from './prove.ts';

const seed = Number(process.env['COUNTYGRAPH_SEED'] ?? 20_260_101);
const runs = Number(process.env['COUNTYGRAPH_RUNS'] ?? 1_500);

it(
  `answers ${runs} random federated graphs as graphql-js answers each as one schema`,
  { timeout: 3_600_000 },
  async () => {
    const { difference, ...counts } = await prove(seed, runs);
    console.log(JSON.stringify({ ...counts, reasons: [...counts.reasons.keys()] }));
    expect(difference).toBeUndefined();
    expect(counts.unplanned).toBeLessThan(runs / 50);
    expect(counts.discarded).toBeLessThan(runs / 20);
  },
);
