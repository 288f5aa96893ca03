import { invariant } from '../../lib/kernel/coded-error.ts';
import type { PlanNode } from '../planner.ts';
import { compileEntityFetch } from './entity-fetch.ts';
import type { Run } from './execution.ts';
import { compileRootFetch } from './root-fetch.ts';
import type { TypeConditions } from './type-conditions.ts';

const nothing: Run = () => undefined;

/** Compiles a plan into one function; it is compiled once and run for every request of the operation. */
export function compilePlan(node: PlanNode | null | undefined, types: TypeConditions): Run {
  switch (node?.kind) {
    case undefined:
      return nothing;
    case 'Fetch':
      return compileRootFetch(node, types);
    case 'Flatten':
      return compileFlatten(node, types);
    case 'BatchFetch':
      return compileEntityFetch(node, node.entityBatch.aliases, types);
    case 'Sequence':
      return sequence(node.nodes.map(one => compilePlan(one, types)));
    case 'Parallel':
      return parallel(node.nodes.map(one => compilePlan(one, types)));
    default:
      return invariant(false, `a plan without ${node?.kind}`) as never;
  }
}

function compileFlatten({ node, path }: Extract<PlanNode, { kind: 'Flatten' }>, types: TypeConditions): Run {
  invariant(node.kind === 'Fetch', 'a fetch at the end of a path of the plan');
  const { requires = [], inputRewrites = [], outputRewrites = [] } = node;
  const representationsVariableName = 'representations';
  const alias = {
    alias: '_entities',
    representationsVariableName,
    paths: [path],
    requires,
    inputRewrites,
    outputRewrites,
  };
  return compileEntityFetch(node, [alias], types);
}

/** One after the other. */
export function sequence(runs: readonly Run[]): Run {
  return async execution => {
    for (const run of runs) await run(execution);
  };
}

function parallel(runs: readonly Run[]): Run {
  return async execution => {
    await Promise.all(runs.map(run => run(execution)));
  };
}
