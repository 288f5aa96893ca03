import type { FlattenNodePathSegment } from '../planner.ts';
import { type Path, type Row, typenameOf } from './response.ts';
import type { TypeConditions } from './type-conditions.ts';

type Step = { readonly field: string } | { readonly types: readonly string[] };

/** Calls `visit` for each object that the plan's path leads to. `trail` is given its path when it is asked for. */
export type Walk = (root: Row, visit: (row: Row) => void, trail?: Path) => void;

/** Lists are walked wherever they are: the plan marks one list only where lists hold lists. */
export function compileFlattenPath(segments: readonly FlattenNodePathSegment[], conditions: TypeConditions): Walk {
  const steps: Step[] = [];
  for (const segment of segments) {
    if (segment === '@') continue;
    steps.push('Field' in segment ? { field: segment.Field } : { types: segment.TypeCondition });
  }

  function walk(value: unknown, at: number, visit: (row: Row) => void, trail: Path | undefined): void {
    if (typeof value !== 'object' || value === null) return;
    if (Array.isArray(value)) {
      for (let index = 0; index < value.length; index++) {
        trail?.push(index);
        walk(value[index], at, visit, trail);
        trail?.pop();
      }
      return;
    }
    const row = value as Row;
    const step = steps[at];
    if (step === undefined) visit(row);
    else if ('field' in step) {
      trail?.push(step.field);
      walk(row[step.field], at + 1, visit, trail);
      trail?.pop();
    } else if (step.types.some(type => conditions.satisfies(typenameOf(row), type))) walk(row, at + 1, visit, trail);
  }

  return (root, visit, trail) => walk(root, 0, visit, trail);
}
