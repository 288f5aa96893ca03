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
import type { Planner } from '../planner.ts';
import type { Execution, Run } from './execution.ts';
import { compilePlan } from './plan.ts';
import { pickRootFields, planDocument } from './plan-document.ts';
import { compileProjection } from './project.ts';
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
  /** The most tokens a document may have. */
  readonly maxTokens: number;
}

/** An operation, compiled once for all its requests. */
export interface Operation {
  readonly kind: 'query' | 'mutation';
  /** Coerced variables. Throws RequestRefused. */
  coerce(variables: Row): Row;
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

/** Parses, validates, plans and compiles. Throws RequestRefused, UNKNOWN_OPERATION, SUBSCRIPTION_REFUSED or PLAN_FAILED. */
export function compileOperation(query: string, operationName: string | undefined, scope: OperationScope): Operation {
  const document = parseDocument(query, scope.maxTokens);
  const errors = validate(scope.schema, document, rules);
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
  const project = compileProjection(definition, { ...scope, fragments });
  const run = compileRun(definition, fragments, scope);
  const introspect = compileIntrospection(definition, fragments, scope.schema);
  return {
    kind,
    coerce(variables) {
      const { coerced, errors } = getVariableValues(scope.schema, definition.variableDefinitions ?? [], variables, {
        maxErrors: 20,
      });
      if (errors) throw new RequestRefused('BAD_VARIABLES', errors);
      return coerced;
    },
    async execute(execution) {
      introspect?.(execution);
      await run?.(execution);
      return project(execution);
    },
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

function parseDocument(query: string, maxTokens: number): DocumentNode {
  try {
    return parse(query, { maxTokens });
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
