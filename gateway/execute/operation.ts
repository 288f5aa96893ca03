import {
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
  GraphQLError,
  Kind,
  executeSync,
  getOperationAST,
  getVariableValues,
  parse,
  specifiedRules,
  validate,
  type ASTVisitor,
  type ValidationContext,
} from 'graphql';
import { callerError } from '../../lib/kernel/coded-error.ts';
import { checkCost } from '../limit/check-cost.ts';
import { checkDocument } from '../limit/check-document.ts';
import { refuseIntrospection } from '../limit/check-introspection.ts';
import { checkText } from '../limit/check-text.ts';
import { checkVariables } from '../limit/check-variables.ts';
import { type Cost, compileCost } from '../limit/cost/compile-cost.ts';
import type { CostModel } from '../limit/cost/cost-model.ts';
import type { Limits } from '../limit/limits.ts';
import type { Planner } from '../planner.ts';
import type { Execution, Run } from './execution.ts';
import { compilePlan } from './plan.ts';
import { pickRootFields, planDocument } from './plan-document.ts';
import { type Project, compileProjection } from './project.ts';
import { RequestRefused } from './request-refused.ts';
import type { Row } from './response.ts';
import type { TypeConditions } from './type-conditions.ts';

/** What operations are compiled against. */
export interface OperationScope {
  /** What clients see. */
  readonly schema: GraphQLSchema;
  readonly planner: Planner;
  readonly types: TypeConditions;
  readonly fieldNames: ReadonlySet<string>;
  readonly limits: Limits;
  readonly costs: CostModel;
  /** Whether clients may ask for the schema. */
  readonly introspection: boolean;
}

/** An operation, compiled once for all its requests. */
export interface Operation {
  readonly kind: 'query' | 'mutation';
  /** Coerced variables, within the limits. Throws RequestRefused and LimitExceeded. */
  coerce(variables: Row): Row;
  /** The estimate that the limits of cost are held against. `variables`: coerced. */
  cost(variables: Row): Cost;
  /** Plans at the first request that is within the limits. Throws PLAN_FAILED. */
  execute(execution: Execution): Promise<Row | null>;
}

type Fragments = Record<string, FragmentDefinitionNode>;

const isIntrospection = (name: string): boolean => name === '__schema' || name === '__type';
const isFetched = (name: string): boolean => !name.startsWith('__');

/** As an alias it would set an answer's prototype in place of a field. */
function noPrototypeAlias(context: ValidationContext): ASTVisitor {
  return {
    Field(node) {
      if (node.alias?.value === '__proto__')
        context.reportError(new GraphQLError('Expected another alias, got __proto__; rename it.', { nodes: node }));
    },
  };
}

const rules = [...specifiedRules, noPrototypeAlias];
const maxErrors = 20;

/**
 * Parses and validates within the limits; each check stands before the work that it bounds. Throws RequestRefused,
 * LimitExceeded, UNKNOWN_OPERATION or SUBSCRIPTION_REFUSED.
 */
export function compileOperation(query: string, operationName: string | undefined, scope: OperationScope): Operation {
  checkText(query, scope.limits);
  const document = parseDocument(query);
  checkDocument(document, scope.limits);
  if (!scope.introspection) refuseIntrospection(document);
  const errors = validate(scope.schema, document, rules, { maxErrors, hideSuggestions: true });
  if (errors.length > 0) throw new RequestRefused('GRAPHQL_VALIDATION_FAILED', errors);
  const definition = getOperationAST(document, operationName);
  if (!definition) throw unknownOperation(operationName);
  if (definition.operation === 'subscription') {
    throw callerError('SUBSCRIPTION_REFUSED', {
      expected: 'a query or a mutation',
      got: 'a subscription',
      todo: 'poll with a query',
    });
  }
  return compileDefinition(definition, definition.operation, fragmentsOf(document), scope);
}

function compileDefinition(
  definition: OperationDefinitionNode,
  kind: Operation['kind'],
  fragments: Fragments,
  scope: OperationScope,
): Operation {
  const { schema, limits } = scope;
  const cost = compileCost(definition, fragments, scope.costs);
  if (cost.isFixed) checkCost(cost, {}, limits);
  let steps: Steps | undefined;
  return {
    kind,
    coerce(variables) {
      checkVariables(variables, limits);
      const declared = definition.variableDefinitions ?? [];
      const options = { maxErrors, hideSuggestions: true };
      const { coerced, errors } = getVariableValues(schema, declared, variables, options);
      if (errors) throw new RequestRefused('BAD_VARIABLES', errors);
      if (!cost.isFixed) checkCost(cost, coerced, limits);
      return coerced;
    },
    cost: variables => cost.cost(variables),
    async execute(execution) {
      steps ??= compileSteps(definition, fragments, scope);
      const { introspect, run, project } = steps;
      introspect?.(execution);
      await run?.(execution);
      return project(execution);
    },
  };
}

/** What an operation does in turn. */
interface Steps {
  readonly introspect: ((execution: Execution) => void) | undefined;
  readonly run: Run | undefined;
  readonly project: Project;
}

function compileSteps(definition: OperationDefinitionNode, fragments: Fragments, scope: OperationScope): Steps {
  return {
    introspect: compileIntrospection(definition, fragments, scope.schema),
    run: compileRun(definition, fragments, scope),
    project: compileProjection(definition, { ...scope, fragments }),
  };
}

function compileRun(definition: OperationDefinitionNode, fragments: Fragments, scope: OperationScope): Run | undefined {
  const fetched = pickRootFields(definition, fragments, isFetched);
  if (fetched === undefined) return undefined;
  const { node } = scope.planner.plan(planDocument(fetched, fragments, scope.fieldNames), definition.name?.value);
  return compilePlan(node, scope.types);
}

/** Answers __schema and __type here. */
function compileIntrospection(
  definition: OperationDefinitionNode,
  fragments: Fragments,
  schema: GraphQLSchema,
): ((execution: Execution) => void) | undefined {
  const own = pickRootFields(definition, fragments, isIntrospection);
  if (own === undefined) return undefined;
  const document: DocumentNode = { kind: Kind.DOCUMENT, definitions: [own, ...Object.values(fragments)] };
  return ({ data, variables }) => {
    Object.assign(data, executeSync({ schema, document, variableValues: variables }).data);
  };
}

function parseDocument(query: string): DocumentNode {
  try {
    return parse(query);
  } catch (error) {
    const fault = error instanceof GraphQLError ? error : new GraphQLError('The document cannot be read.');
    throw new RequestRefused('GRAPHQL_PARSE_FAILED', [fault]);
  }
}

function fragmentsOf(document: DocumentNode): Fragments {
  const fragments: Fragments = Object.create(null) as Fragments;
  for (const one of document.definitions) if (one.kind === Kind.FRAGMENT_DEFINITION) fragments[one.name.value] = one;
  return fragments;
}

function unknownOperation(name: string | undefined): Error {
  return callerError('UNKNOWN_OPERATION', {
    expected: 'one operation, or the name of one of several',
    got: name === undefined ? 'no name' : JSON.stringify(name),
    todo: 'set operationName to an operation of the document',
  });
}
