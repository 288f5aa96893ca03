import type { EntityBatchAlias } from '../planner.ts';
import type { DepartmentError } from '../transport/transport.ts';
import { clientKey } from './client-keys.ts';
import { publicError } from './department-error.ts';
import type { Execution, Run } from './execution.ts';
import { type Failure, failureOf } from './failure.ts';
import { type FetchPlan, addError, clientPath, fetchedKeys, send } from './fetch.ts';
import { type Walk, compileFlattenPath } from './flatten-path.ts';
import { copy, mergeInto } from './merge.ts';
import { compileRequires } from './requires.ts';
import { type Path, type Row, isRow, typenameOf } from './response.ts';
import { compileRewrites, renamedKeys } from './rewrites.ts';
import type { TypeConditions } from './type-conditions.ts';

/** The entities that one `_entities` field of a request asks for: `targets[i]` is filled from representation `indexes[i]`. */
interface Batch {
  readonly representations: Row[];
  readonly targets: Row[];
  readonly indexes: number[];
  /** Which of the alias's paths led to `targets[i]`. */
  readonly walks: number[];
}

/** One `_entities` field of a fetch, compiled. */
interface EntityField {
  readonly alias: string;
  readonly variable: string;
  collect(execution: Execution): Batch;
  /** Fills the targets; false when the department did not bring the list it was asked for. */
  merge(execution: Execution, batch: Batch, data: Row): boolean;
  readonly paths: readonly Walk[];
  readonly keys: ReadonlySet<string>;
  readonly renamed: ReadonlyMap<string, string>;
}

/** Compiles a fetch of entities: one request for all places of the answer where the plan wants them. */
export function compileEntityFetch(fetch: FetchPlan, aliases: readonly EntityBatchAlias[], types: TypeConditions): Run {
  const keys = fetchedKeys(fetch.operation);
  const fields = aliases.map(alias =>
    compileEntityField(alias, keys.get(alias.alias) ?? new Set(), fetch.serviceName, types),
  );

  async function run(execution: Execution, batches: readonly Batch[]): Promise<void> {
    const representations = Object.fromEntries(fields.map((field, i) => [field.variable, batches[i]!.representations]));
    const fetched = await send(execution, fetch, representations);
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
    if (batches.some(batch => batch.representations.length > 0)) return run(execution, batches);
  };
}

function compileEntityField(
  alias: EntityBatchAlias,
  fetched: ReadonlySet<string>,
  service: string,
  types: TypeConditions,
): EntityField {
  const renamed = renamedKeys(alias.outputRewrites);
  const keys = new Set([...fetched].map(key => renamed.get(key) ?? key));
  const represent = compileRequires(alias.requires, types);
  const rewriteInput = compileRewrites(alias.inputRewrites, types);
  const rewriteOutput = compileRewrites(alias.outputRewrites, types);
  const paths = alias.paths.map(path => compileFlattenPath(path, types));

  function collect(execution: Execution): Batch {
    const batch: Batch = { representations: [], targets: [], indexes: [], walks: [] };
    const known = new Map<string, number>();
    for (const [walk, path] of paths.entries()) {
      path(execution.data, row => {
        const representation = represent(row);
        if (representation === undefined) return execution.failures.inherit(row, keys);
        rewriteInput?.(representation);
        const identity = JSON.stringify(representation);
        let index = known.get(identity);
        if (index === undefined) {
          index = batch.representations.push(representation) - 1;
          known.set(identity, index);
        }
        batch.targets.push(row);
        batch.indexes.push(index);
        batch.walks.push(walk);
      });
    }
    return batch;
  }

  function merge(execution: Execution, batch: Batch, data: Row): boolean {
    const entities = data[alias.alias];
    rewriteOutput?.(entities);
    if (!Array.isArray(entities)) return batch.representations.length === 0;
    if (entities.length !== batch.representations.length) return false;
    const takenBy: (number | undefined)[] = [];
    for (let i = 0; i < batch.targets.length; i++) {
      const index = batch.indexes[i]!;
      const entity: unknown = entities[index];
      // The department does not know the entity.
      if (entity === null) continue;
      const target = batch.targets[i]!;
      if (!isRow(entity) || !types.agree(typenameOf(target), typenameOf(entity))) {
        execution.failures.mark([target], keys, failureOf(service));
        continue;
      }
      const walk = batch.walks[i]!;
      // Objects of one path share what was fetched for them; another path may fill its own differently.
      const own = (takenBy[index] ??= walk) === walk;
      mergeInto(target, own ? entity : (copy(entity) as Row), types);
    }
    return true;
  }

  return {
    alias: alias.alias,
    variable: alias.representationsVariableName,
    collect,
    merge,
    paths,
    keys,
    renamed,
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
    // An entity that did not come at all costs every key that it was to bring.
    for (const { failure, tail } of found) if (tail.length === 0) failures.mark([row], field.keys, failure);
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
