import type { OperationDefinitionNode } from 'graphql';
import { completeObject } from './complete.ts';
import type { Execution } from './execution.ts';
import type { Row } from './response.ts';
import { type ShapeScope, shapeOfOperation } from './shape.ts';
import { compileSoundCopy } from './sound-copy.ts';

/** Makes the client's answer of what the departments brought. */
export type Project = (execution: Execution) => Row | null;

/** Compiles the client's selection. Most answers have nothing wrong in them and are copied; the others are gone through with care. */
export function compileProjection(operation: OperationDefinitionNode, scope: ShapeScope): Project {
  const fields = shapeOfOperation(operation, scope);
  const complete = completeObject(fields);
  const copy = compileSoundCopy(fields);
  return ({ data, errors, failures }) => {
    if (failures.all.size === 0) {
      const answer = copy(data);
      if (answer !== undefined) return answer;
    }
    const answer = complete(data, { errors, failures, path: [], depth: 0 });
    tellFailures({ errors, failures });
    return (answer as Row | undefined) ?? null;
  };
}

/** Tells of failures of which no path of the answer tells. */
export function tellFailures({ errors, failures }: Pick<Execution, 'errors' | 'failures'>): void {
  for (const { told, message, code, service } of failures.all) {
    if (!told) errors.add({ message, extensions: { code, service } });
  }
}
