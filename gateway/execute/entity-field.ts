import type { EntityBatchAlias } from '../planner.ts';
import type { Execution } from './execution.ts';
import { type FailureMap, failureOf } from './failure.ts';
import { type Walk, compileFlattenPath } from './flatten-path.ts';
import { copy, mergeInto } from './merge.ts';
import { compilePlainText, compileRequires } from './requires.ts';
import { type Row, isRow, typenameOf } from './response.ts';
import { compileRewrites, renamedKeys } from './rewrites.ts';
import type { TypeConditions } from './type-conditions.ts';

/** The entities that one `_entities` field of a request asks for: `targets[i]` is filled from representation `indexes[i]`. */
export interface Batch {
  /** The representations, as JSON. */
  readonly text: string;
  /** How many there are. */
  readonly count: number;
  readonly targets: readonly Row[];
  readonly indexes: readonly number[];
  /** Which of the alias's paths led to `targets[i]`. */
  readonly walks: readonly number[];
}

/** One `_entities` field of a fetch, compiled. */
export interface EntityField {
  readonly alias: string;
  readonly variable: string;
  collect(execution: Execution): Batch;
  /** Fills the targets; false when the department did not bring the list it was asked for. */
  merge(execution: Execution, batch: Batch, data: Row): boolean;
  readonly paths: readonly Walk[];
  /** What the field brings of each entity. */
  readonly keys: ReadonlySet<string>;
  readonly renamed: ReadonlyMap<string, string>;
}

interface FieldScope {
  /** The department that is asked. */
  readonly service: string;
  readonly types: TypeConditions;
}

/** `fetched`: the keys that the department is asked for. */
export function compileEntityField(
  alias: EntityBatchAlias,
  fetched: ReadonlySet<string>,
  scope: FieldScope,
): EntityField {
  const renamed = renamedKeys(alias.outputRewrites);
  const keys = new Set([...fetched].map(key => renamed.get(key) ?? key));
  const paths = alias.paths.map(path => compileFlattenPath(path, scope.types));
  return {
    alias: alias.alias,
    variable: alias.representationsVariableName,
    collect: compileCollect(alias, paths, keys, scope),
    merge: compileMerge(alias, keys, scope),
    paths,
    keys,
    renamed,
  };
}

function compileCollect(
  alias: EntityBatchAlias,
  paths: readonly Walk[],
  keys: ReadonlySet<string>,
  { service, types }: FieldScope,
): EntityField['collect'] {
  const represent = compileRequires(alias.requires, service, types);
  const rewrite = compileRewrites(alias.inputRewrites, types);
  const plainText = rewrite ? undefined : compilePlainText(alias.requires);
  const question = JSON.stringify([alias.paths, alias.requires, alias.inputRewrites]);

  function textOf(row: Row, failures: FailureMap): string | undefined {
    const representation = represent(row, failures);
    rewrite?.(representation);
    return representation && JSON.stringify(representation);
  }

  function collect({ data, failures, collected }: Execution): Batch {
    const texts = new Map<string, number>();
    const [targets, indexes, walks]: [Row[], number[], number[]] = [[], [], []];
    let isWhole = true;
    for (const [walk, path] of paths.entries()) {
      path(data, row => {
        const text = plainText?.(row) ?? textOf(row, failures);
        if (text === undefined) {
          isWhole = false;
          return failures.inherit(row, keys);
        }
        const index = texts.get(text) ?? texts.size;
        if (index === texts.size) texts.set(text, index);
        targets.push(row);
        indexes.push(index);
        walks.push(walk);
      });
    }
    const batch = { text: `[${[...texts.keys()].join(',')}]`, count: texts.size, targets, indexes, walks };
    // Why a row is left out is told for each department.
    if (isWhole && failures.all.size === 0) collected.set(question, batch);
    return batch;
  }

  return execution => execution.collected.get(question) ?? collect(execution);
}

function compileMerge(
  { alias, outputRewrites }: EntityBatchAlias,
  keys: ReadonlySet<string>,
  { service, types }: FieldScope,
): EntityField['merge'] {
  const rewrite = compileRewrites(outputRewrites, types);
  return ({ failures }, batch, data) => {
    const entities = data[alias];
    rewrite?.(entities);
    if (!Array.isArray(entities)) return batch.count === 0;
    if (entities.length !== batch.count) return false;
    const takenBy: (number | undefined)[] = [];
    for (let i = 0; i < batch.targets.length; i++) {
      const index = batch.indexes[i]!;
      const entity: unknown = entities[index];
      // The department does not know the entity.
      if (entity === null) continue;
      const target = batch.targets[i]!;
      if (!isRow(entity) || !types.agree(typenameOf(target), typenameOf(entity))) {
        failures.mark([target], keys, failureOf(service));
        continue;
      }
      const walk = batch.walks[i]!;
      // Objects of one path share what was fetched for them; another path may fill its own differently.
      const own = (takenBy[index] ??= walk) === walk;
      mergeInto(target, own ? entity : (copy(entity) as Row), types);
    }
    return true;
  };
}
