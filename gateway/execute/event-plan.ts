import { invariant } from '../../lib/kernel/coded-error.ts';
import type { PlanNode } from '../planner.ts';
import type { DepartmentAnswer, DepartmentRequest } from '../transport/transport.ts';
import type { Execution } from './execution.ts';
import { compilePlan, sequence } from './plan.ts';
import type { Row } from './response.ts';
import { compileRootFetch } from './root-fetch.ts';
import type { TypeConditions } from './type-conditions.ts';

/** A subscription's plan: where its events come from, and what has to be fetched for each. */
export interface EventPlan {
  readonly service: string;
  /** What the department is asked for. `variables`: coerced. */
  request(variables: Row): DepartmentRequest;
  /** Takes over what an event brought and fetches the rest. */
  take(execution: Execution, event: DepartmentAnswer): Promise<void>;
}

/** Compiles the plan of a subscription: its root field first, then what other departments have. */
export function compileEventPlan(node: PlanNode | undefined, types: TypeConditions): EventPlan {
  const [first, ...rest] = node?.kind === 'Sequence' ? node.nodes : [node];
  invariant(first?.kind === 'Subscription', 'a subscription that begins with its events');
  const { primary } = first;
  const { serviceName: service, operation: query, operationName, variableUsages = [] } = primary;
  const root = compileRootFetch(primary, types);
  const complete = sequence(rest.map(one => compilePlan(one, types)));
  return {
    service,
    request(variables) {
      const used = variableUsages.filter(name => Object.hasOwn(variables, name));
      return { query, operationName, variables: Object.fromEntries(used.map(name => [name, variables[name]])) };
    },
    async take(execution, event) {
      // The event stands for the answer that a query would have had.
      await root({ ...execution, ask: () => Promise.resolve(event) });
      await complete(execution);
    },
  };
}
