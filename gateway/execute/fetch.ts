import { type FragmentDefinitionNode, type SelectionSetNode, Kind, parse } from 'graphql';
import type { DepartmentAnswer, DepartmentError } from '../transport/transport.ts';
import { clientKey } from './client-keys.ts';
import { publicError } from './department-error.ts';
import type { ErrorList } from './error-list.ts';
import type { Batch } from './entity-field.ts';
import type { Execution } from './execution.ts';
import { type Failure, failureOf } from './failure.ts';
import { type Path, type Row, isRow } from './response.ts';
import { WrittenRequest } from './written-request.ts';

/** What the fetches of a plan have in common. */
export interface FetchPlan {
  readonly serviceName: string;
  readonly operation: string;
  readonly operationName?: string;
  readonly variableUsages?: string[];
}

/** An answer that can be used, or why there is none. */
export type Fetched =
  { readonly data: Row; readonly errors: readonly DepartmentError[] } | { readonly failure: Failure };

/** Sends one fetch: its operation with the client's variables that it uses and the entities it asks for. Never rejects. */
export type Send = (execution: Execution, batches: readonly Batch[]) => Promise<Fetched>;

/** `names`: the variables of the batches. */
export function compileSend(fetch: FetchPlan, names: readonly string[]): Send {
  const { operation: query, operationName, serviceName, variableUsages = [] } = fetch;
  const head = `${JSON.stringify({ query, operationName }).slice(0, -1)},"variables":{`;
  const heads = names.map(name => `${JSON.stringify(name)}:`);

  return async (execution, batches) => {
    const texts: string[] = [];
    for (const name of variableUsages) {
      if (!Object.hasOwn(execution.variables, name)) continue;
      texts.push(`${JSON.stringify(name)}:${JSON.stringify(execution.variables[name]) ?? null}`);
    }
    let entities = 0;
    for (const [i, { text, count }] of batches.entries()) {
      texts.push(heads[i]! + text);
      entities += count;
    }
    const text = `${head}${texts.join(',')}}}`;
    const request = new WrittenRequest({ query, operationName, text, entities });
    let answer: DepartmentAnswer;
    try {
      answer = await execution.ask(serviceName, request, execution.context);
    } catch (cause) {
      return { failure: failureOf(serviceName, cause) };
    }
    if (!isSound(answer)) return { failure: failureOf(serviceName) };
    if (answer.data) return { data: answer.data, errors: answer.errors ?? [] };
    const first = answer.errors?.[0];
    // A null that reached the root is told by the path of its error; anything else costs all the fields of the fetch.
    if (first?.path?.length) return { data: {}, errors: answer.errors ?? [] };
    return { failure: first ? publicError(serviceName, first) : failureOf(serviceName) };
  };
}

/** Whether an answer has the form that GraphQL gives answers. What is in its data is seen when it is used. */
function isSound({ data, errors }: { readonly data?: unknown; readonly errors?: unknown }): boolean {
  const hasData = data === undefined || data === null || isRow(data);
  return hasData && (errors === undefined || errors === null || (Array.isArray(errors) && errors.every(isError)));
}

function isError(error: unknown): boolean {
  if (!isRow(error) || typeof error['message'] !== 'string') return false;
  const { path } = error;
  return path === undefined || path === null || (Array.isArray(path) && path.every(isKey));
}

function isKey(one: unknown): boolean {
  return typeof one === 'string' || typeof one === 'number';
}

/** Adds a department's error at its place in the client's answer. */
export function addError(errors: ErrorList, { message, code, service }: Failure, path: Path): void {
  errors.add({ message, path, extensions: { code, service } });
}

/** A department's path with the client's keys. */
export function clientPath(path: readonly (string | number)[], renamed: ReadonlyMap<string, string>): Path {
  return path.map(key => (typeof key === 'number' ? key : clientKey(renamed.get(key) ?? key)));
}

/** The keys that a fetch brings: by root field, `''` for the root itself. */
export function fetchedKeys(operation: string): ReadonlyMap<string, ReadonlySet<string>> {
  const { definitions } = parse(operation, { noLocation: true });
  const fragments = new Map(
    definitions.filter(one => one.kind === Kind.FRAGMENT_DEFINITION).map(one => [one.name.value, one]),
  );
  const keys = new Map<string, ReadonlySet<string>>();
  for (const definition of definitions) {
    if (definition.kind !== Kind.OPERATION_DEFINITION) continue;
    const roots = fieldsOf(definition.selectionSet, fragments);
    keys.set('', new Set(roots.keys()));
    for (const [key, selections] of roots) {
      keys.set(key, new Set(selections.flatMap(one => [...fieldsOf(one, fragments).keys()])));
    }
  }
  return keys;
}

function fieldsOf(
  selectionSet: SelectionSetNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
  into = new Map<string, SelectionSetNode[]>(),
): Map<string, SelectionSetNode[]> {
  for (const selection of selectionSet.selections) {
    if (selection.kind === Kind.FIELD) {
      const key = (selection.alias ?? selection.name).value;
      into.set(key, [...(into.get(key) ?? []), ...(selection.selectionSet ? [selection.selectionSet] : [])]);
    } else {
      const fragment = selection.kind === Kind.FRAGMENT_SPREAD ? fragments.get(selection.name.value) : selection;
      if (fragment) fieldsOf(fragment.selectionSet, fragments, into);
    }
  }
  return into;
}
