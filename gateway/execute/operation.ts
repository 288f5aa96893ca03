import type { Identity } from '../../lib/kernel/identity.ts';
import {
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
  GraphQLError,
  Kind,
  OperationTypeNode,
  getOperationAST,
  getVariableValues,
  parse,
  specifiedRules,
  validate,
  type ASTVisitor,
  type ValidationContext,
} from 'graphql';
import { callerError } from '../../lib/kernel/coded-error.ts';
import { type Work, within } from '../../lib/observe/index.ts';
import { checkCost } from '../limit/check-cost.ts';
import { checkDocument } from '../limit/check-document.ts';
import { refuseIntrospection } from '../limit/check-introspection.ts';
import { checkText } from '../limit/check-text.ts';
import { checkVariables } from '../limit/check-variables.ts';
import { type Cost, compileCost } from '../limit/cost/compile-cost.ts';
import type { CostModel } from '../limit/cost/cost-model.ts';
import type { Limits } from '../limit/limits.ts';
import { Lru } from '../lru.ts';
import type { Planner } from '../planner.ts';
import { planningOf } from '../planning/index.ts';
import { overrideDraw, possibleDraws } from '../progressive-override.ts';
import { type Denied, FieldRefused, type Guard, type OperationGuard, type Refusal } from '../rights/index.ts';
import type { DepartmentAnswer } from '../transport/transport.ts';
import type { PlanNames } from './client-keys.ts';
import { conditionVariables } from './collect-fields.ts';
import { deferLabels } from './defer/defer-labels.ts';
import { usesDefer } from './defer/defer-usage.ts';
import { type DeferredPlan, compileDeferred } from './defer/deferred-plan.ts';
import { type EventPlan, compileEventPlan } from './event-plan.ts';
import { sha256Id } from './document-id.ts';
import type { Execution, Run } from './execution.ts';
import { compileIntrospection } from './introspection.ts';
import { compileMutations } from './mutations.ts';
import { type NormalScope, normalForm } from './normal-form.ts';
import { compilePlan, sequence } from './plan.ts';
import { type Projection, compileProjection } from './project.ts';
import { RequestRefused } from './request-refused.ts';
import type { Row } from './response.ts';
import type { RequestContext } from '../transport/transport.ts';
import type { TypeConditions } from './type-conditions.ts';

/** What operations are compiled against. */
export interface OperationScope {
  /** What clients see. */
  readonly schema: GraphQLSchema;
  readonly planner: Planner;
  readonly types: TypeConditions;
  readonly planNames: PlanNames;
  readonly limits: Limits;
  readonly costs: CostModel;
  /** What keeps fields from those who have no right to them. */
  readonly guard: Guard;
  /** Whether clients may ask for the schema. */
  readonly introspection: boolean;
}

/** An operation, compiled once for all its requests. */
export interface Operation {
  readonly name: string | undefined;
  /** That of the document it stands in: `sha256:` and the hash. */
  readonly documentId: string;
  readonly kind: OperationTypeNode;
  /**
   * Learns what departments refuse to who asks, where they say it, and has them write it down; undefined where there is nothing to
   * wait for. `variables`: coerced.
   */
  ready(context: RequestContext, variables: Row): Promise<unknown> | undefined;
  /** Coerced variables, within the limits. Throws RequestRefused and LimitExceeded. */
  coerce(variables: Row): Row;
  /** The estimate that the limits of cost are held against. `variables`: coerced. */
  cost(variables: Row): Cost;
  /** Plans now, for the values of its @skip and @include variables and overrides as far as they are kept. Throws PLAN_FAILED. */
  prepare(): void;
  /** Plans at the first request that is within the limits, unless prepared. Throws PLAN_FAILED. */
  execute(execution: Execution): Promise<Row | null>;
  /** How its deferred fragments come after the rest; undefined where nothing would. `variables`: coerced. Throws PLAN_FAILED. */
  defer(variables: Row, context: Pick<RequestContext, 'identity' | 'work'>): DeferredPlan | undefined;
  /** The same of a subscription, which is executed for each event. `variables`: coerced. Throws PLAN_FAILED. */
  subscribe(variables: Row, identity: Identity | undefined): Subscription;
}

/** A subscription, compiled. */
export interface Subscription extends Pick<EventPlan, 'service' | 'request'> {
  /** Answers one event. */
  execute(execution: Execution, event: DepartmentAnswer): Promise<Row | null>;
}

type Fragments = Record<string, FragmentDefinitionNode>;

/** As an alias it would set an answer's prototype in place of a field. */
function noPrototypeAlias(context: ValidationContext): ASTVisitor {
  return {
    Field(node) {
      if (node.alias?.value === '__proto__')
        context.reportError(new GraphQLError('Expected another alias, got __proto__; rename it.', { nodes: node }));
    },
  };
}

const rules = [...specifiedRules, noPrototypeAlias, deferLabels];
const maxErrors = 20;
/** Combinations of @skip, @include, progressive overrides and refused fields that one operation keeps compiled. */
const mostVariants = 16;
/** So many times as many, where it is not the same to all who ask. */
const rightsEach = 4;
/** How often a selection may count because its value may be of several types. */
const fieldsPerSelection = 10;

/** Throws RequestRefused, LimitExceeded or UNKNOWN_OPERATION. */
export function compileOperation(query: string, operationName: string | undefined, scope: OperationScope): Operation {
  const document = readDocument(query, scope);
  const definition = getOperationAST(document, operationName);
  if (!definition) throw unknownOperation(operationName);
  return compileDefinition(definition, fragmentsOf(document), sha256Id(query), scope);
}

/** Every operation of a document by its name, which is empty where it has none. Throws as `compileOperation`. */
export function compileOperations(query: string, scope: OperationScope): Map<string, Operation> {
  const document = readDocument(query, scope);
  const fragments = fragmentsOf(document);
  const id = sha256Id(query);
  const definitions = document.definitions.filter(one => one.kind === Kind.OPERATION_DEFINITION);
  return new Map(definitions.map(one => [one.name?.value ?? '', compileDefinition(one, fragments, id, scope)]));
}

/** Parses and validates within the limits; each check stands before the work that it bounds. */
function readDocument(query: string, { schema, limits, introspection }: OperationScope): DocumentNode {
  checkText(query, limits);
  const document = parseDocument(query);
  checkDocument(document, limits);
  if (!introspection) refuseIntrospection(document);
  const errors = validate(schema, document, rules, { maxErrors, hideSuggestions: true });
  if (errors.length > 0) throw new RequestRefused('GRAPHQL_VALIDATION_FAILED', errors);
  return document;
}

function compileDefinition(
  definition: OperationDefinitionNode,
  fragments: Fragments,
  documentId: string,
  scope: OperationScope,
): Operation {
  const { schema, limits } = scope;
  const cost = compileCost(definition, fragments, scope.costs);
  if (cost.isFixed) checkCost(cost, {}, limits);
  const names = conditionVariables(definition, fragments);
  const guard = scope.guard.of(definition, fragments, schema);
  const variants = compileVariants({ definition, names, scope, guard }, variant =>
    compileSteps(definition, fragments, variant, scope),
  );
  const deferred = compileDefer(definition, fragments, scope, guard);
  return {
    name: definition.name?.value,
    documentId,
    kind: definition.operation,
    ready: (context, variables) => guard?.ready(context, variables),
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
    prepare() {
      variants.prepare();
      deferred?.prepare();
    },
    async execute(execution) {
      const { introspect, run, project } = variants.find(execution.variables, execution.context);
      introspect?.(execution);
      await run(execution);
      return project(execution);
    },
    defer: (values, context) => deferred?.find(values, context).deferred,
    subscribe(variables, identity) {
      const { events, refused, project } = variants.find(variables, { identity });
      if (refused) throw new FieldRefused(refused);
      if (events === undefined) throw noEvents();
      return {
        service: events.service,
        request: events.request,
        async execute(execution, event) {
          await events.take(execution, event);
          return project(execution);
        },
      };
    },
  };
}

/** Mutations are not deferred: each must have ended before the next begins. */
function compileDefer(
  definition: OperationDefinitionNode,
  fragments: Fragments,
  scope: OperationScope,
  guard: OperationGuard | undefined,
): Variants<{ readonly deferred: DeferredPlan | undefined }> | undefined {
  if (definition.operation !== OperationTypeNode.QUERY || !usesDefer(definition, fragments)) return undefined;
  const names = conditionVariables(definition, fragments, ['skip', 'include', 'defer']);
  return compileVariants({ definition, names, scope, guard }, ({ conditions, override, denied }) => {
    const shape = normalScope(fragments, conditions, scope, denied);
    const [asked] = normalForm(definition, shape);
    const plan = asked && scope.planner.plan(asked, definition.name?.value, override).node;
    const introspect = compileIntrospection(definition, fragments, scope.schema);
    const deferred = plan && compileDeferred(definition, plan, { ...shape, types: scope.types, introspect });
    return { deferred };
  });
}

function normalScope(fragments: Fragments, conditions: Row, scope: OperationScope, denied?: Denied): NormalScope {
  const { schema, planNames, limits } = scope;
  const maxFields = limits.selections * fieldsPerSelection;
  return { schema, fragments, planNames, conditions, maxFields, ...(denied && { denied }) };
}

/** Why an operation has more than one plan. */
interface Variant {
  /** Values of the variables in its conditions. */
  readonly conditions: Row;
  /** Which progressive overrides hold. */
  readonly override: number;
  /** What who asks is not given. */
  readonly denied: Denied | undefined;
}

interface Variants<T> {
  find(variables: Row, context: Pick<RequestContext, 'identity' | 'work'>): T;
  /** Compiles them now, as far as they are kept. */
  prepare(): void;
}

interface VariantScope {
  readonly definition: OperationDefinitionNode;
  /** The variables in conditions. */
  readonly names: readonly string[];
  readonly scope: OperationScope;
  readonly guard: OperationGuard | undefined;
}

function compileVariants<T>(
  { definition, names, scope, guard }: VariantScope,
  compile: (variant: Variant) => T,
): Variants<T> {
  const variants = new Lru<T>(guard ? mostVariants * rightsEach : mostVariants);
  const percentages = scope.planner.overridePercentages;
  const draw = overrideDraw(percentages, `${definition.name?.value} ${definition.loc?.source.body}`);

  function variant(variables: Row, override: number, denied?: Denied, work?: Work): T {
    const conditions = Object.fromEntries(names.map(name => [name, variables[name] === true]));
    const key = `${names.map(name => Number(conditions[name])).join('')} ${override}${denied ? ` ${denied.key}` : ''}`;
    let compiled = variants.get(key);
    if (compiled === undefined) {
      compiled = within(work, 'plan', () => compile({ conditions, override, denied }), planningOf);
      variants.set(key, compiled);
    }
    return compiled;
  }

  return {
    find: (variables, { identity, work }) =>
      variant(variables, draw(identity?.subject), guard?.denied(identity, variables), work),
    prepare() {
      const draws = possibleDraws(percentages);
      for (let index = 0; index < Math.min(draws.length * 2 ** names.length, mostVariants); index += 1) {
        const values = Math.floor(index / draws.length);
        const conditions = Object.fromEntries(names.map((name, bit) => [name, ((values >> bit) & 1) === 1]));
        variant(conditions, draws[index % draws.length]!);
      }
    },
  };
}

/** What an operation does in turn, in one variant. */
interface Steps {
  readonly introspect: ((execution: Execution) => void) | undefined;
  readonly run: Run;
  /** In place of `run` for a subscription; absent where @skip or @include left nothing of it. */
  readonly events?: EventPlan;
  /** Why there is no subscription: its field is not given to who asks. */
  readonly refused?: Refusal;
  readonly project: Projection['project'];
}

function compileSteps(
  definition: OperationDefinitionNode,
  fragments: Fragments,
  { conditions, override, denied }: Variant,
  scope: OperationScope,
): Steps {
  const { schema, planner, types } = scope;
  const shape = normalScope(fragments, conditions, scope, denied);
  const asked = normalForm(definition, shape);
  const plan = (document: DocumentNode) => planner.plan(document, definition.name?.value, override).node;
  const { project, isLost, refused, reached } = compileProjection(definition, shape);
  const introspect = compileIntrospection(definition, fragments, schema);
  if (definition.operation === OperationTypeNode.MUTATION) {
    const mayJoin = denied === undefined;
    return { introspect, run: compileMutations(asked, { plan, types, mayJoin, reached, isLost }), project };
  }
  const plans = asked.map(plan);
  const isSubscription = definition.operation === OperationTypeNode.SUBSCRIPTION;
  const [first] = plans;
  return {
    introspect,
    run: sequence(isSubscription ? [] : plans.map(one => compilePlan(one, types))),
    ...(isSubscription && first && { events: compileEventPlan(first, types) }),
    ...(isSubscription && refused && { refused }),
    project,
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

function noEvents(): Error {
  return callerError('SUBSCRIPTION_REFUSED', {
    expected: 'a subscription to one field',
    got: 'none, left out by @skip or @include',
    todo: 'send no subscription then',
  });
}

export function unknownOperation(name: string | undefined): Error {
  return callerError('UNKNOWN_OPERATION', {
    expected: 'one operation, or the name of one of several',
    got: name === undefined ? 'no name' : JSON.stringify(name),
    todo: 'set operationName to an operation of the document',
  });
}
