import { type GraphQLSchema, buildASTSchema, parse } from 'graphql';
import { CodedError, callerError, operatorError } from '../lib/kernel/coded-error.ts';
import { apiSchema } from './compose.ts';
import { type DepartmentHealth, openDepartments } from './departments.ts';
import { planNames } from './execute/client-keys.ts';
import { ErrorList } from './execute/error-list.ts';
import { FailureMap } from './execute/failure.ts';
import { type Operation, type OperationScope, compileOperation } from './execute/operation.ts';
import { RequestRefused } from './execute/request-refused.ts';
import type { Response, ResponseError, Row } from './execute/response.ts';
import { TypeConditions } from './execute/type-conditions.ts';
import { costModel } from './limit/cost/cost-model.ts';
import { LimitExceeded } from './limit/limit-exceeded.ts';
import { type Limits, defaultLimits } from './limit/limits.ts';
import { Lru } from './lru.ts';
import { createPlanner } from './planner.ts';
import type { RegisteredDocument } from './registered/registered-document.ts';
import { RegisteredOperations } from './registered/registered-operations.ts';
import { Deadline } from './transport/deadline.ts';
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
  readonly defaultSubject?: string;
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
  readonly subject?: string | undefined;
  /** Ends the request early. */
  readonly signal?: AbortSignal | undefined;
  /** Refuse mutations with MUTATION_NEEDS_POST. Default false. */
  readonly queriesOnly?: boolean;
}

export interface Gateway {
  /** What clients see. */
  readonly schema: GraphQLSchema;
  readonly limits: Limits;
  /** Names of the departments that the supergraph joins. */
  readonly departments: readonly string[];
  /** Never rejects. */
  execute(request: GatewayRequest, context?: GatewayContext): Promise<Response>;
  /** Asks every department whether it answers, within two seconds. */
  health(): Promise<DepartmentHealth[]>;
  /** Closes the connections that the gateway opened. */
  close(): Promise<void>;
}

/** Opens a gateway. Throws COMPOSITION_FAILED, SUPERGRAPH_INVALID, BAD_DEPARTMENT_URL, OPERATION_INVALID or BAD_OPERATIONS. */
export function createGateway(options: GatewayOptions): Gateway {
  const { supergraphSdl, defaultSubject, cachedOperations = 1_000, introspection = false, deadline = 30_000 } = options;
  const limits = { ...defaultLimits, ...options.limits };
  const supergraph = readSupergraph(supergraphSdl);
  const departments = openDepartments(supergraph, options.transports, options.departmentOptions);
  const scope: OperationScope = {
    schema: apiSchema(supergraphSdl),
    planner: createPlanner(supergraphSdl),
    types: new TypeConditions(supergraph),
    planNames: planNames(supergraph),
    limits,
    costs: costModel(supergraph, limits.assumedListSize),
    introspection,
  };
  const { operations: documents = [], safelist = false } = options;
  const registered = new RegisteredOperations(documents, safelist, scope);
  const operations = new Lru<Operation>(cachedOperations);

  function find(request: GatewayRequest): Operation {
    return registered.find(request) ?? compiled(request);
  }

  function compiled({ query = '', operationName }: GatewayRequest): Operation {
    const key = `${operationName ?? ''}\0${query}`;
    let operation = operations.get(key);
    if (operation === undefined) {
      operation = compileOperation(query, operationName, scope);
      operations.set(key, operation);
    }
    return operation;
  }

  async function execute(request: GatewayRequest, context: GatewayContext = {}): Promise<Response> {
    const { subject = defaultSubject, queriesOnly = false } = context;
    const end = new Deadline(deadline, context.signal);
    try {
      const operation = find(request);
      if (queriesOnly && operation.kind === 'mutation') throw mutationNeedsPost();
      const errors = new ErrorList();
      const data = await operation.execute({
        ask: departments.ask,
        context: { subject, signal: end.signal },
        variables: operation.coerce(request.variables ?? {}),
        data: {},
        errors,
        failures: new FailureMap(),
        collected: new Map(),
      });
      return errors.all.length > 0 ? { errors: errors.all, data } : { data };
    } catch (error) {
      return { errors: refusals(error) };
    } finally {
      end.clear();
    }
  }

  const { names, health, close } = departments;
  return { schema: scope.schema, limits, departments: names, execute, health, close };
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

/** Why nothing was executed. A fault of ours shows nothing of itself. */
function refusals(error: unknown): ResponseError[] {
  if (error instanceof RequestRefused) return error.errors;
  if (error instanceof LimitExceeded) {
    return [{ message: error.message, extensions: { code: error.code, ...error.facts } }];
  }
  if (error instanceof CodedError) return [{ message: error.message, extensions: { code: error.code } }];
  const message = 'Expected an answer, got a fault inside the gateway; report this as a fault of countygraph.';
  return [{ message, extensions: { code: 'INTERNAL' } }];
}
