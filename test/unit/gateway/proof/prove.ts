import { array, asyncProperty, check, nat, noBias, record } from 'fast-check';
import { type Difference, type Outcome, type Tapes, describeDifference, runCase } from './run-case.ts';

export interface Proof {
  readonly seed: number;
  /** Graphs that composed and were asked. */
  cases: number;
  operations: number;
  /** Operations refused because the planner cannot plan their shape. */
  unplanned: number;
  /** Splits that do not compose. */
  discarded: number;
  /** Why they do not, and how often. */
  readonly reasons: Map<string, number>;
  seconds: number;
  /** The smallest case found in which the two sides differ. */
  difference?: string;
}

/** How long a case with a difference is made smaller, in milliseconds. */
const shrinking = 20_000;

const tape = (length: number) => noBias(array(nat(0xff), { minLength: length, maxLength: length }));
const tapes = record({
  model: tape(250),
  world: tape(500),
  operations: array(tape(250), { minLength: 1, maxLength: 3 }),
});

/** Compares `runs` random graphs. Throws what a case throws. */
export async function prove(
  seed: number,
  runs: number,
  run: (tapes: Tapes) => Promise<Outcome> = runCase,
): Promise<Proof> {
  const started = performance.now();
  const proof: Proof = { seed, cases: 0, operations: 0, unplanned: 0, discarded: 0, reasons: new Map(), seconds: 0 };
  let smallest: Difference | undefined;
  let found = Infinity;
  const property = asyncProperty(tapes, async (one: Tapes) => {
    if (performance.now() > found + shrinking) return true;
    const outcome = await run(one);
    if ('discarded' in outcome) {
      proof.discarded += 1;
      proof.reasons.set(outcome.discarded, (proof.reasons.get(outcome.discarded) ?? 0) + 1);
      return true;
    }
    if (smallest === undefined) {
      proof.cases += 1;
      proof.operations += outcome.operations;
      proof.unplanned += outcome.unplanned;
    }
    if (outcome.difference === undefined) return true;
    if (smallest === undefined) found = performance.now();
    smallest = outcome.difference;
    return false;
  });
  const details = await check(property, { seed, numRuns: runs });
  if (details.errorInstance && smallest === undefined) throw details.errorInstance;
  proof.seconds = Math.round((performance.now() - started) / 1000);
  return smallest === undefined ? proof : { ...proof, difference: describeDifference(smallest) };
}
