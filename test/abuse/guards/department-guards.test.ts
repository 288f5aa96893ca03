import { expect, test } from 'vitest';
import { departmentGuards } from './department-guards.ts';
import { runWithout, verdictTable, type Verdict } from './mutate.ts';

/** Each guard costs some seconds: `all` of them, or as many as this says, spread over the list. */
const asked = process.env['COUNTYGRAPH_GUARDS'] ?? '3';
const step = asked === 'all' ? 1 : Math.ceil(departmentGuards.length / Number(asked));
const chosen = departmentGuards.filter((_, i) => i % step === 0);

test(
  `without one of ${chosen.length} guards of ${departmentGuards.length}, tests of a department’s rights fail`,
  { timeout: 1_200_000 },
  async () => {
    const verdicts: Verdict[] = [];
    for (const { tests, ...guard } of chosen) verdicts.push(await runWithout(guard, [tests]));
    console.log(verdictTable(verdicts));
    expect(verdicts.filter(({ failed }) => failed.length === 0).map(({ guard }) => guard)).toEqual([]);
  },
);
