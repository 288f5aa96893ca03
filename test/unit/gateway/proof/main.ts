/** `npm run proof`: 10,000 cases with a new seed, or COUNTYGRAPH_RUNS of them with COUNTYGRAPH_SEED. */
import { prove } from './prove.ts';

const seed = Number(process.env['COUNTYGRAPH_SEED'] ?? Date.now() % 2 ** 31);
const proof = await prove(seed, Number(process.env['COUNTYGRAPH_RUNS'] ?? 10_000));
const { cases, operations, unplanned, discarded, seconds, difference } = proof;
const differences = difference === undefined ? 0 : 1;
if (difference !== undefined) console.log(difference);
console.log(
  `${cases} cases, ${operations} operations, ${unplanned} not planned, ${discarded} discarded splits, ${differences} differences, ${seconds} s, seed ${seed}`,
);
process.exitCode = differences;
