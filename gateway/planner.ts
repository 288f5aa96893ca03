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
  QueryPlan,
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

/** An operation as it is put to the planner. */
export interface PlanQuestion {
  readonly text: string;
  readonly operationName: string | undefined;
  readonly override: number;
}

/** Answers by the planner itself. Throws what it throws. */
export type PlanAnswer = (question: PlanQuestion) => QueryPlan;

/** A supergraph as the planner reads it, and the labels of progressive overrides that hold. */
export interface PlannedGraph {
  readonly supergraphSdl: string;
  readonly labels: readonly string[];
}

/** Throws SUPERGRAPH_INVALID when the text is not a supergraph. */
export function openPlanner({ supergraphSdl, labels }: PlannedGraph): PlanAnswer & { percentages: readonly number[] } {
  const planner = open(supergraphSdl);
  const active = new Set(labels);
  const answer: PlanAnswer = ({ text, operationName, override }) => planner.plan(text, operationName, active, override);
  return Object.assign(answer, { percentages: planner.overridePercentages });
}

/** Planners of one supergraph that differ in who answers. */
export interface Planners {
  /** Plans in this process. */
  readonly here: Planner;
  /** The same with another to answer: `answer` gives what the planner gives, or throws. */
  by(answer: PlanAnswer): Planner;
  /** Answers in this process. Throws PLAN_FAILED. */
  readonly answer: PlanAnswer;
  /** What another process needs to answer. */
  readonly graph: PlannedGraph;
}

/** `labels`: of the other progressive overrides, those that hold. Throws SUPERGRAPH_INVALID when the text is not a supergraph. */
export function createPlanners(supergraphSdl: string, labels: readonly string[]): Planners {
  const exactTypes = new ExactTypes(supergraphSdl);
  const graph = { supergraphSdl: exactTypes.supergraphSdl, labels };
  const own = openPlanner(graph);
  const supergraph = buildASTSchema(parse(supergraphSdl, { noLocation: true }), { assumeValid: true });
  const deadly = new DeadlyFields(supergraph);
  const conflicting = new ConflictingRequirements(supergraph);

  function refuse(document: DocumentNode): void {
    const field = deadly.find(document);
    if (field !== undefined) throw planFailed(`${field} requires others, and its department knows several keys`);
    const required = conflicting.find(document);
    if (required !== undefined)
      throw planFailed(
        `${required} is required with different arguments`,
        'ask for the fields that require it one by one',
      );
  }

  function by(answer: PlanAnswer): Planner {
    return {
      overridePercentages: own.percentages,
      plan(document, operationName, override) {
        refuse(document);
        const plan = answer({ text: print(exactTypes.wrap(document)), operationName, override });
        return plan.node ? { ...plan, node: unwrapPlan(plan.node) } : plan;
      },
    };
  }

  const answer: PlanAnswer = question => {
    try {
      return own(question);
    } catch (cause) {
      throw planFailed(cause);
    }
  };
  return { here: by(answer), by, answer, graph };
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

/** PLAN_FAILED. `cause`: what the planner said. */
export function planFailed(cause: unknown, todo = elsewhere): Error {
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
