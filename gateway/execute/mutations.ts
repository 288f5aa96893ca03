import type { DocumentNode, FieldNode, OperationDefinitionNode } from 'graphql';
import type { PlanNode } from '../planner.ts';
import type { Execution, Run } from './execution.ts';
import { compilePlan } from './plan.ts';
import type { TypeConditions } from './type-conditions.ts';

interface Scope {
  plan(document: DocumentNode): PlanNode | undefined;
  readonly types: TypeConditions;
  /** Whether departments know of every null in what they answer, so that they stop where one takes the answer. */
  readonly mayJoin: boolean;
  /** Keys of the root fields that no null without a fetch stands before. */
  readonly reached: ReadonlySet<string>;
  /** Whether one of these root fields makes the whole answer null. */
  isLost(execution: Execution, keys: readonly string[]): boolean;
}

interface Step {
  readonly document: DocumentNode;
  readonly plan: PlanNode | undefined;
}

/**
 * Compiles mutations, each a document of one root field. They run in series, each to its end before the next, and none
 * after one whose null takes the whole answer. Neighbours that one department answers alone are one request to it.
 */
export function compileMutations(
  documents: readonly DocumentNode[],
  { plan, types, mayJoin, reached, isLost }: Scope,
): Run {
  const planned = (document: DocumentNode): Step => ({ document, plan: plan(document) });
  const steps: Step[] = [];
  for (const document of documents) {
    if (!rootKeys(document).every(key => reached.has(key))) break;
    const next = planned(document);
    const joined = mayJoin ? join(steps.at(-1), next, planned) : undefined;
    if (joined) steps[steps.length - 1] = joined;
    else steps.push(next);
  }
  const runs = steps.map(({ document, plan }) => ({ run: compilePlan(plan, types), keys: rootKeys(document) }));
  return async execution => {
    for (const { run, keys } of runs) {
      await run(execution);
      if (isLost(execution, keys)) return;
    }
  };
}

/** Both as one step, where each is one request to the same department and so is the whole. */
function join(last: Step | undefined, next: Step, planned: (document: DocumentNode) => Step): Step | undefined {
  const service = onlyService(last?.plan);
  if (last === undefined || service === undefined || service !== onlyService(next.plan)) return undefined;
  const joined = planned(joinDocuments(last.document, next.document));
  return onlyService(joined.plan) === service ? joined : undefined;
}

/** The department of a plan that is a single request. */
function onlyService(plan: PlanNode | undefined): string | undefined {
  return plan?.kind === 'Fetch' ? plan.serviceName : undefined;
}

function joinDocuments(first: DocumentNode, second: DocumentNode): DocumentNode {
  const { definition, fields } = readDocument(first);
  const selectionSet = { ...definition.selectionSet, selections: [...fields, ...readDocument(second).fields] };
  return { ...first, definitions: [{ ...definition, selectionSet }] };
}

function rootKeys(document: DocumentNode): string[] {
  return readDocument(document).fields.map(({ alias, name }) => (alias ?? name).value);
}

/** The normal form is one operation without fragments at its root. */
function readDocument({ definitions }: DocumentNode) {
  const definition = definitions[0] as OperationDefinitionNode;
  return { definition, fields: definition.selectionSet.selections as readonly FieldNode[] };
}
