/**
 * `npm run proof`: 10,000 cases with a new seed, or COUNTYGRAPH_RUNS of them with COUNTYGRAPH_SEED; then as many with protected
 * fields and random identities.
 */
import { prove } from './prove.ts';
import { runCase } from './run-case.ts';
import { runProtectedCase } from './run-protected-case.ts';

const seed = Number(process.env['COUNTYGRAPH_SEED'] ?? Date.now() % 2 ** 31);
const runs = Number(process.env['COUNTYGRAPH_RUNS'] ?? 10_000);
for (const [kind, run] of [
  ['open', runCase],
  ['protected', runProtectedCase],
] as const) {
  const { cases, operations, unplanned, discarded, seconds, difference } = await prove(seed, runs, run);
  const differences = difference === undefined ? 0 : 1;
  if (difference !== undefined) console.log(difference);
  console.log(
    `${kind}: ${cases} cases, ${operations} operations, ${unplanned} not planned, ${discarded} discarded splits, ${differences} differences, ${seconds} s, seed ${seed}`,
  );
  if (differences > 0) process.exitCode = 1;
}
