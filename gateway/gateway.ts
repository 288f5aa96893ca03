import { type GraphQLSchema, buildASTSchema, parse } from 'graphql';
import { CodedError, callerError, operatorError } from '../lib/kernel/coded-error.ts';
import type { Identity } from '../lib/kernel/identity.ts';
import { type Work, within } from '../lib/observe/index.ts';
import { Answers } from './answers.ts';
import { apiSchema } from './compose.ts';
import { type DepartmentHealth, type Departments, joinGraphs, openDepartments } from './departments.ts';
import { planNames } from './execute/client-keys.ts';
import { withDefer } from './execute/defer/defer-usage.ts';
import type { InitialResponse, SubsequentResponse } from './execute/defer/incremental-response.ts';
import { type Operation, type OperationScope, compileOperation } from './execute/operation.ts';
import { RequestRefused } from './execute/request-refused.ts';
import type { Response, ResponseError, Row } from './execute/response.ts';
import { TypeConditions } from './execute/type-conditions.ts';
import { costModel } from './limit/cost/cost-model.ts';
import { LimitExceeded } from './limit/limit-exceeded.ts';
import { type Limits, defaultLimits } from './limit/limits.ts';
import { Lru } from './lru.ts';
import { type Planner, createPlanners } from './planner.ts';
import { PlanningProcess, whenPlanned } from './planning/index.ts';
import type { RegisteredDocument } from './registered/registered-document.ts';
import { RegisteredOperations } from './registered/registered-operations.ts';
import {
  FieldRefused,
  Guard,
  type HoldsPolicy,
  KnownRights,
  authDirectives,
  fieldRequirements,
  refusalExtensions,
} from './rights/index.ts';
import { checkFeatures } from './supported-features.ts';
import { Subscriptions } from './subscriptions.ts';
import type { HttpTransportOptions } from './transport/http.ts';
import type { Transport } from './transport/transport.ts';

export interface GatewayOptions {
  readonly supergraphSdl: string;
  /** Ways to departments by name; the others are asked over HTTP at the addresses in the supergraph. */
  readonly transports?: ReadonlyMap<string, Transport>;
  /** How a department is asked over HTTP, by its name in the supergraph. Default: as HttpTransportOptions says. */
  readonly departmentOptions?: (name: string) => HttpTransportOptions;
  /**
   * How long a request may take, in milliseconds. What departments have not brought by then is null with SUBGRAPH_TIMEOUT.
   * Default 30,000.
   */
  readonly deadline?: number;
  /** Who asks where a request does not say. Default: nobody. */
  readonly defaultIdentity?: Identity;
  /** Limits other than the defaults. */
  readonly limits?: Partial<Limits>;
  /** Whether clients may ask for the schema. Default false. */
  readonly introspection?: boolean;
  /** Operations kept compiled beside the registered ones. Default 1,000. */
  readonly cachedOperations?: number;
  /** Documents that clients may name by an id; validated and planned before the first request. Default none. */
  readonly operations?: readonly RegisteredDocument[];
  /** Execute registered operations only. Default false. */
  readonly safelist?: boolean;
  /**
   * Plan operations that are not registered in a process of its own, so that one by which the planner ends costs itself only.
   * Default false.
   */
  readonly planApart?: boolean;
  /** Labels of `@override(label:)` that hold, beside those of percentages. One that the supergraph does not have does nothing. Default none. */
  readonly overrideLabels?: readonly string[];
  /** Whether an identity holds a policy that the supergraph names by @policy. Default: it has a role of that name. */
  readonly holdsPolicy?: HoldsPolicy;
  /**
   * How long what a department refuses to an identity is taken to be so without asking it again, in milliseconds. Departments are
   * asked that whose transports have `rights`. Default 60,000.
   */
  readonly rightsKept?: number;
}

/** A GraphQL request of a client: the text of a document, or the id of a registered one. */
export interface GatewayRequest {
  readonly query?: string | undefined;
  /** `sha256:` with the hash of a registered document, or its id in the manifest. Decides where both are given. */
  readonly documentId?: string | undefined;
  readonly operationName?: string | undefined;
  readonly variables?: Row | undefined;
}

/** What goes with a request and is not the client's text. */
export interface GatewayContext {
  /** Who asks; goes to the departments as it is. */
  readonly identity?: Identity | undefined;
  /** Ends the request early. */
  readonly signal?: AbortSignal | undefined;
  /** Refuse mutations with MUTATION_NEEDS_POST. Default false. */
  readonly queriesOnly?: boolean;
  /** Whether the client takes subscriptions; else they are refused with SUBSCRIPTION_REFUSED. Default true, where it takes a stream. */
  readonly subscriptions?: boolean;
  /** Any of them ends a subscription with SUBSCRIPTION_ENDED, so that the client comes back. */
  readonly draining?: readonly AbortSignal[];
  /** The request as work that somebody sees; it is begun and ended by the caller. */
  readonly work?: Work | undefined;
}

/** What a gateway holds at the moment. */
export interface GatewayState {
  /** Operations kept compiled, beside the registered ones. */
  readonly operations: number;
  /** Departments that hang and are not asked for now. */
  readonly leftAlone: readonly string[];
}

/** One answer of several, or a part of an answer with deferred fragments. */
export type StreamedResponse = Response | InitialResponse | SubsequentResponse;

/** Answers that come one after the other. Leaving the loop over them, or the request's signal, ends it. */
export interface ResponseStream {
  readonly kind: 'subscription' | 'incremental';
  readonly answers: AsyncIterable<StreamedResponse>;
}

export interface Gateway {
  /** What clients see. */
  readonly schema: GraphQLSchema;
  readonly limits: Limits;
  /** Names of the departments that the supergraph joins. */
  readonly departments: readonly string[];
  /** Never rejects. */
  execute(request: GatewayRequest, context?: GatewayContext): Promise<Response>;
  /** The same for a client that takes several answers. Never rejects, nor do the answers. */
  stream(request: GatewayRequest, context?: GatewayContext): Promise<Response | ResponseStream>;
  /** Asks every department whether it answers, within two seconds. */
  health(): Promise<DepartmentHealth[]>;
  state(): GatewayState;
  /** Closes the connections that the gateway opened. */
  close(): Promise<void>;
}

/** Opens a gateway. Throws COMPOSITION_FAILED, SUPERGRAPH_INVALID, SUPERGRAPH_UNSUPPORTED, BAD_DEPARTMENT_URL or OPERATION_INVALID. */
export function createGateway(options: GatewayOptions): Gateway {
  const supergraph = readSupergraph(options.supergraphSdl);
  checkFeatures(supergraph);
  const departments = openDepartments(supergraph, options.transports, options.departmentOptions);
  const planners = createPlanners(options.supergraphSdl, options.overrideLabels ?? []);
  const planning = options.planApart ? new PlanningProcess(planners.graph, planners.answer) : undefined;
  const scope = operationScope(supergraph, planners.here, departments, options);
  const operations = new Lru<Operation>(options.cachedOperations ?? 1_000);
  const others = planning ? { ...scope, planner: planners.by(planning.answer) } : scope;
  const admit = admission(scope, others, operations, options);
  const subscriptions = new Subscriptions(scope.limits.subscriptions, departments.subscribe);

  const { names, health } = departments;
  planning?.start();
  return {
    schema: scope.schema,
    limits: scope.limits,
    departments: names,
    health,
    async close() {
      planning?.close();
      await departments.close();
    },
    state: () => ({ operations: operations.size, leftAlone: departments.leftAlone() }),
    ...requests(admit, new Answers(departments.ask, options), subscriptions, options.defaultIdentity),
  };
}

/** An operation with its variables, and its name where it is registered. */
type Admitted = [operation: Operation, variables: Row, name: string | undefined];

/** Departments are told which registered operation asks: a purpose may be for some of these alone. */
function asRegistered(
  context: GatewayContext,
  operation: string | undefined,
  defaultIdentity: Identity | undefined,
): GatewayContext {
  const { identity = defaultIdentity } = context;
  return operation === undefined || !identity ? context : { ...context, identity: { ...identity, operation } };
}

/** How requests are answered. */
function requests(
  admit: ReturnType<typeof admission>,
  answers: Answers,
  subscriptions: Subscriptions,
  defaultIdentity: Identity | undefined,
): Pick<Gateway, 'execute' | 'stream'> {
  function subscribe(operation: Operation, variables: Row, context: GatewayContext): AsyncIterable<Response> {
    const { identity = defaultIdentity, signal, draining = [], work } = context;
    const { service, request, execute } = operation.subscribe(variables, identity);
    return subscriptions.run({
      service,
      request: request(variables),
      context: { identity, signal, work },
      draining,
      answer: event => answers.one(variables, context, execution => execute(execution, event)),
    });
  }

  return {
    async execute(request, given = {}) {
      try {
        const [operation, variables, name] = admit(request, given);
        const context = asRegistered(given, name, defaultIdentity);
        if (operation.kind === 'subscription') throw subscriptionRefused();
        const { identity = defaultIdentity, signal, work } = context;
        const asking = operation.ready({ identity, signal, work }, variables);
        if (asking) await asking;
        return await whenPlanned(() => answers.one(variables, context, operation.execute));
      } catch (error) {
        return refusal(error);
      }
    },
    async stream(request, given = {}) {
      try {
        const [operation, variables, name] = admit(request, given);
        const context = asRegistered(given, name, defaultIdentity);
        const { identity = defaultIdentity, signal, work } = context;
        const asking = operation.ready({ identity, signal, work }, variables);
        if (asking) await asking;
        if (operation.kind === 'subscription') {
          if (context.subscriptions === false) throw subscriptionRefused();
          const opened = await whenPlanned(async () => subscribe(operation, variables, context));
          return { kind: 'subscription', answers: tellingFaults(opened) };
        }
        const deferred = await whenPlanned(async () => operation.defer(variables, { identity, work }));
        if (deferred === undefined) return await whenPlanned(() => answers.one(variables, context, operation.execute));
        const answer = await answers.inParts(variables, context, deferred.begin);
        return 'next' in answer ? { kind: 'incremental', answers: tellingFaults(answer, { hasNext: false }) } : answer;
      } catch (error) {
        return refusal(error);
      }
    },
  };
}

/** What the gateway's operations are compiled against. */
function operationScope(
  supergraph: GraphQLSchema,
  planner: Planner,
  departments: Departments,
  options: GatewayOptions,
): OperationScope {
  const { supergraphSdl, introspection = false } = options;
  const limits = { ...defaultLimits, ...options.limits };
  return {
    schema: withDefer(apiSchema(supergraphSdl)),
    planner,
    types: new TypeConditions(supergraph),
    planNames: planNames(supergraph),
    limits,
    costs: costModel(supergraph, limits.assumedListSize),
    guard: guardOf(supergraph, departments, options),
    introspection,
  };
}

function guardOf(supergraph: GraphQLSchema, departments: Departments, options: GatewayOptions): Guard {
  const { holdsPolicy, rightsKept = 60_000 } = options;
  const graphs = new Map(joinGraphs(supergraph).map(({ graph, name }) => [graph, name]));
  const requirements = fieldRequirements(supergraph, authDirectives(supergraph));
  const rights = new KnownRights(departments.rights, departments.tellRefused, departments.tellingRights, rightsKept);
  return new Guard({ supergraph, graphs, requirements, holdsPolicy, rights });
}

/**
 * Finds or compiles a request's operation, and coerces its variables, within the limits. `others`: for operations that are not
 * registered.
 */
function admission(scope: OperationScope, others: OperationScope, operations: Lru<Operation>, options: GatewayOptions) {
  const { operations: documents = [], safelist = false } = options;
  const registered = new RegisteredOperations(documents, safelist, scope);
  function compiled({ query = '', operationName }: GatewayRequest, work: Work | undefined): Operation {
    const key = `${operationName ?? ''}\0${query}`;
    let operation = operations.get(key);
    if (operation === undefined) {
      operation = within(work, 'compile', () => compileOperation(query, operationName, others));
      operations.set(key, operation);
    }
    return operation;
  }

  return (request: GatewayRequest, { queriesOnly = false, work }: GatewayContext): Admitted => {
    const known = registered.find(request);
    const operation = known ?? compiled(request, work);
    work?.tell({
      operationName: operation.name,
      documentId: operation.documentId,
      isRegistered: known !== undefined,
    });
    if (queriesOnly && operation.kind === 'mutation') throw mutationNeedsPost();
    return [operation, operation.coerce(request.variables ?? {}), known?.name];
  };
}

function readSupergraph(sdl: string): GraphQLSchema {
  try {
    return buildASTSchema(parse(sdl, { noLocation: true }), { assumeValid: true });
  } catch (cause) {
    throw operatorError(
      'SUPERGRAPH_INVALID',
      { expected: 'a composed supergraph', got: 'text that is no GraphQL schema', todo: 'compose it again' },
      { cause },
    );
  }
}

function mutationNeedsPost(): Error {
  return callerError('MUTATION_NEEDS_POST', { expected: 'a query', got: 'a mutation by GET', todo: 'send it by POST' });
}

function subscriptionRefused(): Error {
  const todo = 'send accept: text/event-stream, or poll with a query';
  const parts = { expected: 'a query or a mutation', got: 'a subscription from a client that takes one answer', todo };
  return callerError('SUBSCRIPTION_REFUSED', parts);
}

/** A fault is the last answer. */
async function* tellingFaults(
  answers: AsyncIterable<StreamedResponse>,
  more: { readonly hasNext?: false } = {},
): AsyncGenerator<StreamedResponse> {
  try {
    yield* answers;
  } catch (error) {
    yield { ...refusal(error), ...more };
  }
}

/** Why nothing was executed. A fault of ours shows nothing of itself. */
function refusal(error: unknown): Response {
  return { errors: refusals(error) };
}

function refusals(error: unknown): ResponseError[] {
  if (error instanceof RequestRefused) return error.errors;
  if (error instanceof FieldRefused) return [{ message: error.message, extensions: refusalExtensions(error.refusal) }];
  if (error instanceof LimitExceeded) {
    return [{ message: error.message, extensions: { code: error.code, ...error.facts } }];
  }
  if (error instanceof CodedError) return [{ message: error.message, extensions: { code: error.code } }];
  const message = 'Expected an answer, got a fault inside the gateway; report this as a fault of countygraph.';
  return [{ message, extensions: { code: 'INTERNAL' } }];
}
