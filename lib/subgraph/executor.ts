import {
  type DocumentNode,
  type ExecutionResult,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  execute,
  getOperationAST,
} from 'graphql';
import { type CompiledQuery, compileQuery, isCompiledQuery } from 'graphql-jit';
import type { Context } from './context.ts';

/** One operation of a document that is valid for the schema. */
export interface Execution {
  readonly document: DocumentNode;
  readonly operationName?: string | undefined;
  readonly variables?: Readonly<Record<string, unknown>> | undefined;
  readonly context: Context;
}

export type Executor = (execution: Execution) => Promise<ExecutionResult>;

/** Compiling costs as much as some executions, so what is asked once or twice is not compiled. */
const usesBeforeCompiling = 3;

/** Statistics answer with thousands of numbers: to walk through them once costs more than to compile. */
function asksStatistics(schema: GraphQLSchema, { selectionSet }: OperationDefinitionNode): boolean {
  const fields = schema.getQueryType()?.getFields() ?? {};
  return selectionSet.selections.some(
    selection => selection.kind === Kind.FIELD && /Stats!?$/.test(String(fields[selection.name.value]?.type)),
  );
}

interface Known {
  uses: number;
  /** Null where it cannot be compiled. */
  compiled?: CompiledQuery | null;
}

/**
 * Executes operations, compiled to JavaScript once they come again: a gateway asks the same ones of a department for all its
 * clients. Documents are known by their identity, so that they must be kept by whoever parses them.
 */
export function createExecutor(schema: GraphQLSchema): Executor {
  const known = new WeakMap<OperationDefinitionNode, Known>();

  function compiledOf(document: DocumentNode, operationName: string | undefined): CompiledQuery | null | undefined {
    const operation = getOperationAST(document, operationName);
    if (!operation) return null;
    const one = known.get(operation) ?? { uses: asksStatistics(schema, operation) ? usesBeforeCompiling - 1 : 0 };
    known.set(operation, one);
    one.uses += 1;
    if (one.uses < usesBeforeCompiling || one.compiled !== undefined) return one.compiled;
    const compiled = compileQuery(schema, document, operationName);
    one.compiled = isCompiledQuery(compiled) ? compiled : null;
    return one.compiled;
  }

  return async ({ document, operationName, variables = {}, context }) => {
    const compiled = compiledOf(document, operationName);
    if (compiled) return compiled.query({}, context, variables);
    return execute({ schema, document, operationName, variableValues: variables, contextValue: context });
  };
}
