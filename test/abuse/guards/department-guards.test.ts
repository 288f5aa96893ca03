import { expect, test } from 'vitest';
import { departmentGuards } from './department-guards.ts';
import { chosenGuards, runWithout, verdictTable, type Verdict } from './mutate.ts';

const chosen = chosenGuards(departmentGuards);

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
