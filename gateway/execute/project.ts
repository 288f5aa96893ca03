import type { OperationDefinitionNode } from 'graphql';
import { completeObject } from './complete.ts';
import type { Execution } from './execution.ts';
import type { Refusal } from '../rights/index.ts';
import type { Row } from './response.ts';
import { type ShapeScope, shapeOfOperation } from './shape.ts';
import { compileSoundCopy } from './sound-copy.ts';

/** Makes the client's answer of what the departments brought. */
export interface Projection {
  project(execution: Execution): Row | null;
  /** Whether a null in one of these root fields (keys of the plan) has risen to the root, so that there will be no data. */
  isLost(execution: Execution, keys: readonly string[]): boolean;
  /** Why the first root field that is refused is. */
  readonly refused: Refusal | undefined;
  /** Keys of the root fields (of the plan) before one whose refusal takes the whole answer. */
  readonly reached: ReadonlySet<string>;
}

/** Compiles the client's selection. Most answers have nothing wrong in them and are copied; the others are gone through with care. */
export function compileProjection(operation: OperationDefinitionNode, scope: ShapeScope): Projection {
  const fields = shapeOfOperation(operation, scope);
  const complete = completeObject(fields);
  const copy = compileSoundCopy(fields);
  const rising = new Map(
    fields.filter(({ shape }) => shape.kind === 'nonNull').map(field => [field.planKey, completeObject([field])]),
  );
  const denied = fields.flatMap(({ shape }) => (shape.kind === 'denied' ? [shape] : []));
  const loss = fields.findIndex(({ shape }) => shape.kind === 'denied' && shape.isNonNull);
  return {
    refused: denied[0]?.refusal,
    reached: new Set(fields.slice(0, loss < 0 ? fields.length : loss).map(({ planKey }) => planKey)),
    project({ data, errors, failures }) {
      if (failures.all.size === 0) {
        const answer = copy(data);
        if (answer !== undefined) return answer;
      }
      const answer = complete(data, { errors, failures, path: [], depth: 0 });
      tellFailures({ errors, failures });
      return (answer as Row | undefined) ?? null;
    },
    isLost({ data, errors, failures }, keys) {
      return keys.some(key => rising.get(key)?.(data, { errors, failures, path: [], depth: 0 }) === null);
    },
  };
}

/** Tells of failures of which no path of the answer tells. */
export function tellFailures({ errors, failures }: Pick<Execution, 'errors' | 'failures'>): void {
  for (const { told, message, code, service } of failures.all) {
    if (!told) errors.add({ message, extensions: { code, service } });
  }
}
