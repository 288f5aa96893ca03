import { type QueryPlan, QueryPlanner } from '@graphql-hive/router-query-planner';
import { type DocumentNode, buildASTSchema, parse, print } from 'graphql';
import { callerError, operatorError } from '../lib/kernel/coded-error.ts';
import { ConflictingRequirements } from './conflicting-requirements.ts';
import { DeadlyFields } from './deadly-fields.ts';
import { ExactTypes, unwrapPlan } from './exact-type.ts';

export type {
  EntityBatchAlias,
  FetchRewrite,
  FlattenNodePathSegment,
  PlanNode,
} from '@graphql-hive/router-query-planner';
export type { RequiresSelection } from '@graphql-hive/router-query-planner';

/** Turns an operation into the fetches that answer it. The only place that knows which planner is used. */
export interface Planner {
  /** Every N of the supergraph's `@override(label: "percent(N)")`. */
  readonly overridePercentages: readonly number[];
  /**
   * `document` is valid against the supergraph's API schema and holds no introspection. `override`: the percentages above it
   * hold, the others do not. Throws PLAN_FAILED.
   */
  plan(document: DocumentNode, operationName: string | undefined, override: number): QueryPlan;
}

/** `labels`: of the other progressive overrides, those that hold. Throws SUPERGRAPH_INVALID when the text is not a supergraph. */
export function createPlanner(supergraphSdl: string, labels: readonly string[]): Planner {
  const exactTypes = new ExactTypes(supergraphSdl);
  const planner = open(exactTypes.supergraphSdl);
  const supergraph = buildASTSchema(parse(supergraphSdl, { noLocation: true }), { assumeValid: true });
  const deadly = new DeadlyFields(supergraph);
  const conflicting = new ConflictingRequirements(supergraph);
  const active = new Set(labels);
  return {
    overridePercentages: planner.overridePercentages,
    plan(document, operationName, override) {
      const field = deadly.find(document);
      if (field !== undefined) throw planFailed(`${field} requires others, and its department knows several keys`);
      const required = conflicting.find(document);
      if (required !== undefined)
        throw planFailed(
          `${required} is required with different arguments`,
          'ask for the fields that require it one by one',
        );
      try {
        const plan = planner.plan(print(exactTypes.wrap(document)), operationName, active, override);
        return plan.node ? { ...plan, node: unwrapPlan(plan.node) } : plan;
      } catch (cause) {
        throw planFailed(cause);
      }
    },
  };
}

function open(supergraphSdl: string): QueryPlanner {
  try {
    return new QueryPlanner(supergraphSdl);
  } catch (cause) {
    throw operatorError(
      'SUPERGRAPH_INVALID',
      { expected: 'a composed supergraph', got: 'text that the planner cannot read', todo: 'compose it again' },
      { cause },
    );
  }
}

const elsewhere = 'ask for the last named field from the department that owns its type, through a root field';

function planFailed(cause: unknown, todo = elsewhere): Error {
  return callerError(
    'PLAN_FAILED',
    {
      expected: 'an operation whose fields can be reached from each other',
      got: `no way to plan it (${cause instanceof Error ? cause.message : String(cause)})`,
      todo,
    },
    { cause },
  );
}
