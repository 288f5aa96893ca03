import { expect, it } from 'vitest';
import { gatewayGuards } from './gateway-guards.ts';
import { chosenGuards, runWithout, verdictTable } from './mutate.ts';

const tests = ['test/abuse/rights-matrix/matrix.test.ts'];

it.each(chosenGuards(gatewayGuards))(
  'the matrix of rights misses this guard: $name',
  { timeout: 300_000 },
  async guard => {
    const verdict = await runWithout(guard, tests);
    console.log(verdictTable([verdict]));
    expect(verdict.failed.length).toBeGreaterThan(0);
  },
);
