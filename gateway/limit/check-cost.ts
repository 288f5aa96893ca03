import type { Row } from '../execute/response.ts';
import type { OperationCost } from './cost/compile-cost.ts';
import { LimitExceeded } from './limit-exceeded.ts';
import type { Limits } from './limits.ts';

type CostLimits = Pick<Limits, 'listSize' | 'cost' | 'departmentCost'>;

/** Holds an operation with its variables against the limits of cost. Throws LimitExceeded. */
export function checkCost(operation: OperationCost, variables: Row, limits: CostLimits): void {
  const longest = operation.longestList(variables);
  if (longest > limits.listSize) {
    const todo = 'ask for pages, with after';
    throw new LimitExceeded('LIST_TOO_LONG', 'in a list', String(longest), todo, { limit: limits.listSize });
  }
  const { total, departments } = operation.cost(variables);
  const todo = 'ask for shorter lists or for fewer inside each other';
  if (total > limits.cost) {
    const facts = { limit: limits.cost, cost: total };
    throw new LimitExceeded('COST_TOO_HIGH', 'as cost of a request', String(total), todo, facts);
  }
  for (const [service, cost] of departments) {
    if (cost <= limits.departmentCost) continue;
    const facts = { limit: limits.departmentCost, cost, service };
    throw new LimitExceeded('DEPARTMENT_COST_TOO_HIGH', `as cost for ${service}`, String(cost), todo, facts);
  }
}
