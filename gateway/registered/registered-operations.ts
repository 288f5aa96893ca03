import { parse, print } from 'graphql';
import { CodedError, callerError, operatorError } from '../../lib/kernel/coded-error.ts';
import { sha256Id } from '../execute/document-id.ts';
import { type Operation, type OperationScope, compileOperations, unknownOperation } from '../execute/operation.ts';
import { RequestRefused } from '../execute/request-refused.ts';
import type { RegisteredDocument } from './registered-document.ts';

/** A request names a document by its text or by its id. */
export interface OperationName {
  readonly query?: string | undefined;
  readonly documentId?: string | undefined;
  readonly operationName?: string | undefined;
}

type Operations = ReadonlyMap<string, Operation>;

/** The registered operations, compiled and planned before the first request. */
export class RegisteredOperations {
  readonly #byText = new Map<string, Operations>();
  readonly #byId = new Map<string, Operations>();
  readonly #isSafelist: boolean;

  /** `isSafelist`: no others are executed. Throws OPERATION_INVALID naming each that the schema does not answer. */
  constructor(documents: readonly RegisteredDocument[], isSafelist: boolean, scope: OperationScope) {
    this.#isSafelist = isSafelist;
    const faults: string[] = [];
    for (const document of documents) {
      try {
        this.#add(document, prepared(document.text, scope));
      } catch (error) {
        faults.push(`${document.origin}: ${reasonOf(error)}`);
      }
    }
    if (faults.length > 0) throw invalid(faults);
  }

  /** Undefined where one that is not registered may be executed. Throws DOCUMENT_NOT_FOUND, OPERATION_NOT_REGISTERED, UNKNOWN_OPERATION. */
  find({ query, documentId, operationName }: OperationName): Operation | undefined {
    if (documentId === undefined && this.#byText.size === 0 && !this.#isSafelist) return undefined;
    const operations = documentId === undefined ? this.#byText.get(query ?? '') : this.#byId.get(documentId);
    if (operations === undefined) {
      if (documentId !== undefined) throw documentNotFound(documentId);
      if (this.#isSafelist) throw notRegistered();
      return undefined;
    }
    const operation = operationName === undefined ? onlyOf(operations) : operations.get(operationName);
    if (operation === undefined) throw unknownOperation(operationName);
    return operation;
  }

  /** As written and as printed, because clients that hold a parsed document print it. */
  #add({ id, text }: RegisteredDocument, operations: Operations): void {
    if (id !== undefined) this.#name(id, text, operations);
    for (const form of new Set([text, print(parse(text))])) {
      this.#byText.set(form, operations);
      this.#byId.set(sha256Id(form), operations);
    }
  }

  #name(id: string, text: string, operations: Operations): void {
    if (id.startsWith('sha256:') && id !== sha256Id(text)) {
      const parts = { expected: sha256Id(text), got: id, todo: 'let the id be that of the text as it is written' };
      throw operatorError('OPERATION_INVALID', parts);
    }
    this.#byId.set(id, operations);
  }
}

function prepared(text: string, scope: OperationScope): Operations {
  const operations = compileOperations(text, scope);
  for (const operation of operations.values()) operation.prepare();
  return operations;
}

function onlyOf(operations: Operations): Operation | undefined {
  return operations.size === 1 ? operations.values().next().value : undefined;
}

function reasonOf(error: unknown): string {
  if (error instanceof RequestRefused) return error.errors.map(one => one.message).join(' ');
  if (error instanceof CodedError) return error.message;
  throw error;
}

function invalid(faults: readonly string[]): Error {
  return operatorError('OPERATION_INVALID', {
    expected: 'registered operations that the supergraph answers within the limits',
    got: `${faults.length} that it does not: ${faults.join(' | ')}`,
    todo: 'correct them, or keep what they ask for in the departments’ schemas',
  });
}

function documentNotFound(documentId: string): Error {
  return callerError('DOCUMENT_NOT_FOUND', {
    expected: 'the id of a registered document',
    got: JSON.stringify(documentId.slice(0, 100)),
    todo: 'send the query itself, or have it registered by the operator',
  });
}

function notRegistered(): Error {
  return callerError('OPERATION_NOT_REGISTERED', {
    expected: 'a registered operation, by its id or by exactly its text',
    got: 'another',
    todo: 'have it registered by the operator',
  });
}
