import type { OperationDefinitionNode } from 'graphql';
import type { PlanNode } from '../../planner.ts';
import { completeObject } from '../complete.ts';
import type { Execution, Run } from '../execution.ts';
import { normalForm, type NormalScope } from '../normal-form.ts';
import { compilePlan } from '../plan.ts';
import { tellFailures } from '../project.ts';
import type { Response, Row } from '../response.ts';
import type { TypeConditions } from '../type-conditions.ts';
import type { FragmentNode } from './defer-usage.ts';
import { deferredFragments } from './deferred-fragments.ts';
import { DeferredShape } from './deferred-shape.ts';
import { Delivery } from './delivery.ts';
import type { InitialResponse, SubsequentResponse } from './incremental-response.ts';
import { fetchesFor, operationPlaces, partOfPlan, planPlaces } from './plan-places.ts';

export interface DeferScope extends NormalScope {
  readonly types: TypeConditions;
  /** Answers what is asked of the schema. */
  readonly introspect: ((execution: Execution) => void) | undefined;
}

export type IncrementalAnswers = AsyncGenerator<InitialResponse | SubsequentResponse, void>;

/** An operation with deferred fragments, compiled. */
export interface DeferredPlan {
  /** Fetches what is not deferred; then begins with the rest, unless nothing is left of it. */
  begin(execution: Execution): Promise<Response | IncrementalAnswers>;
}

/** Fragments of one operation that come each as soon as it can; with more of them all come together. */
const mostApart = 10;

/**
 * Splits a query's plan: what no deferred fragment is needed for comes first. Undefined where nothing would come later, because
 * every department that is asked is needed at once. `plan`: of the whole operation. `conditions` of `scope`: with those of @defer.
 */
export function compileDeferred(
  operation: OperationDefinitionNode,
  plan: PlanNode,
  scope: DeferScope,
): DeferredPlan | undefined {
  const needs = fetchesOfFragments(operation, plan, scope);
  if (needs.size === 0) return undefined;
  const later = new Set([...needs.values()].flatMap(fetches => [...fetches]));
  const first = new Set(planPlaces(plan).flatMap(({ node }) => (later.has(node) ? [] : [node])));
  const runFirst = compilePlan(partOfPlan(plan, first), scope.types);
  const runLater = compileTelling(partOfPlan(plan, later)!, scope.types);
  const shape = new DeferredShape(operation, scope, node => needs.has(node));
  const complete = completeObject(shape.fields);

  return {
    async begin(execution) {
      scope.introspect?.(execution);
      await runFirst(execution);
      const { data, errors, failures } = execution;
      const answer = (complete(data, { errors, failures, path: [], depth: 0 }) ?? null) as Row | null;
      const delivery = new Delivery(shape, execution);
      const initial = answer === null ? undefined : delivery.begin(answer);
      if (answer === null || initial === undefined || delivery.isDone) {
        tellFailures(execution);
        return errors.all.length > 0 ? { errors: errors.all, data: answer } : { data: answer };
      }
      const told = initial.errors.length > 0 && { errors: initial.errors };
      const head: InitialResponse = { ...told, data: answer, pending: initial.pending, hasNext: true };
      return deliver(head, delivery, needs, tell => runLater(execution, tell));
    },
  };
}

/** Sends the first part, and what was deferred as its fetches come in. */
function deliver(
  head: InitialResponse,
  delivery: Delivery,
  needs: ReadonlyMap<FragmentNode, ReadonlySet<PlanNode>>,
  run: (tell: (fetch: PlanNode) => void) => Promise<void>,
): IncrementalAnswers {
  const fetched = new Set<PlanNode>();
  let changed = Promise.withResolvers<void>();
  const running = run(fetch => {
    fetched.add(fetch);
    changed.resolve();
  });
  // Waited for below; not before the client takes its first part.
  running.catch(() => undefined);

  return (async function* () {
    yield head;
    while (!delivery.isDone) {
      await Promise.race([changed.promise, running]);
      changed = Promise.withResolvers();
      const part = delivery.release(({ node }) => [...needs.get(node)!].every(fetch => fetched.has(fetch)));
      if (part) yield part;
    }
    await running;
  })();
}

/** What each deferred fragment needs beyond what comes first. Fragments that need nothing more are left out: they come at once. */
function fetchesOfFragments(
  operation: OperationDefinitionNode,
  plan: PlanNode,
  scope: DeferScope,
): Map<FragmentNode, ReadonlySet<PlanNode>> {
  const deferred = deferredFragments(operation, scope.fragments, scope.conditions);
  const fetches = planPlaces(plan);
  const neededWithout = (leavesOut: (node: FragmentNode) => boolean): Set<PlanNode> => {
    const documents = normalForm(operation, { ...scope, leavesOut });
    const places = documents.flatMap(({ definitions }) => [
      ...operationPlaces(definitions[0] as OperationDefinitionNode),
    ]);
    return fetchesFor(new Set(places), fetches);
  };
  const first = neededWithout(node => deferred.has(node));
  const later = new Set(fetches.flatMap(({ node }) => (first.has(node) ? [] : [node])));
  const needs = new Map<FragmentNode, ReadonlySet<PlanNode>>();
  for (const [node, around] of deferred) {
    const isApart = deferred.size <= mostApart;
    const all = isApart ? neededWithout(one => deferred.has(one) && one !== node && !around.has(one)) : later;
    const own = new Set([...all].filter(fetch => later.has(fetch)));
    if (own.size > 0) needs.set(node, own);
  }
  return needs;
}

type RunTelling = (execution: Execution, tell: (fetch: PlanNode) => void) => Promise<void>;

/** A plan that tells of each fetch that it has done. */
function compileTelling(node: PlanNode, types: TypeConditions): RunTelling {
  if (node.kind === 'Sequence' || node.kind === 'Parallel') {
    const parts = node.nodes.map(one => compileTelling(one, types));
    if (node.kind === 'Parallel') {
      return async (execution, tell) => void (await Promise.all(parts.map(part => part(execution, tell))));
    }
    return async (execution, tell) => {
      for (const part of parts) await part(execution, tell);
    };
  }
  const run: Run = compilePlan(node, types);
  return async (execution, tell) => {
    await run(execution);
    tell(node);
  };
}
