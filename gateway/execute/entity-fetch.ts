import type { EntityBatchAlias } from '../planner.ts';
import type { DepartmentError } from '../transport/transport.ts';
import { clientKey } from './client-keys.ts';
import { publicError } from './department-error.ts';
import { type Batch, type EntityField, compileEntityField } from './entity-field.ts';
import type { Execution, Run } from './execution.ts';
import { type Failure, failureOf } from './failure.ts';
import { type FetchPlan, addError, clientPath, compileSend, fetchedKeys } from './fetch.ts';
import type { Path, Row } from './response.ts';
import type { TypeConditions } from './type-conditions.ts';

/** Compiles a fetch of entities: one request for all places of the answer where the plan wants them. */
export function compileEntityFetch(fetch: FetchPlan, aliases: readonly EntityBatchAlias[], types: TypeConditions): Run {
  const keys = fetchedKeys(fetch.operation);
  const scope = { service: fetch.serviceName, types };
  const fields = aliases.map(alias => compileEntityField(alias, keys.get(alias.alias) ?? new Set(), scope));
  const send = compileSend(
    fetch,
    fields.map(field => field.variable),
  );

  async function run(execution: Execution, batches: readonly Batch[]): Promise<void> {
    const fetched = await send(execution, batches);
    execution.collected.clear();
    for (const [i, field] of fields.entries()) {
      const batch = batches[i]!;
      if ('failure' in fetched) execution.failures.mark(batch.targets, field.keys, fetched.failure);
      else if (!field.merge(execution, batch, fetched.data)) {
        const [error] = fetched.errors;
        const failure = error ? publicError(fetch.serviceName, error) : failureOf(fetch.serviceName);
        execution.failures.mark(batch.targets, field.keys, failure);
      }
    }
    if ('failure' in fetched) return;
    if (fetched.errors.length > 0) tellErrors(execution, fetch.serviceName, fetched.errors, fields, batches);
  }

  return execution => {
    const batches = fields.map(field => field.collect(execution));
    if (batches.some(batch => batch.count > 0)) return run(execution, batches);
  };
}

/** An error at one entity or, by the client's keys in `tail`, below it. */
interface EntityError {
  readonly failure: Failure;
  readonly tail: Path;
}

/** Puts errors at `_entities[i]…` to every place of the answer that entity stands at. */
function tellErrors(
  execution: Execution,
  service: string,
  errors: readonly DepartmentError[],
  fields: readonly EntityField[],
  batches: readonly Batch[],
): void {
  for (const [i, field] of fields.entries()) {
    const batch = batches[i]!;
    const byIndex = new Map<number, EntityError[]>();
    for (const error of errors) {
      const [key, index, ...rest] = error.path ?? [];
      if (key === field.alias && typeof index === 'number') {
        const known = byIndex.get(index) ?? [];
        known.push({ failure: publicError(service, error), tail: clientPath(rest, field.renamed) });
        byIndex.set(index, known);
      } else if (key === field.alias || !fields.some(one => one.alias === key)) {
        execution.failures.mark(batch.targets, field.keys, publicError(service, error));
      }
    }
    if (byIndex.size > 0) tellEntityErrors(execution, byIndex, field, batch);
  }
}

function tellEntityErrors(
  { data, errors, failures }: Execution,
  byIndex: ReadonlyMap<number, readonly EntityError[]>,
  field: EntityField,
  batch: Batch,
): void {
  const errorsAt = new Map<Row, readonly EntityError[]>();
  for (const [at, row] of batch.targets.entries()) {
    const found = byIndex.get(batch.indexes[at]!);
    if (found === undefined) continue;
    errorsAt.set(row, found);
    // An entity that did not come, whether by itself or by a null that rose to it, costs every key that it was to bring.
    for (const { failure, tail } of found) {
      if (tail.length > 0) failure.told = true;
      failures.mark([row], field.keys, failure);
    }
  }
  const trail: Path = [];
  for (const path of field.paths) {
    const visit = (row: Row): void => {
      for (const { failure, tail } of errorsAt.get(row) ?? []) {
        if (tail.length > 0) addError(errors, failure, [...trail.map(toClient), ...tail]);
      }
    };
    path(data, visit, trail);
  }
}

const toClient = (key: string | number): string | number => (typeof key === 'number' ? key : clientKey(key));
