import { invariant } from '../../lib/kernel/coded-error.ts';
import type { RequiresSelection } from '../planner.ts';
import { type Row, isRow, typenameOf } from './response.ts';
import type { TypeConditions } from './type-conditions.ts';

/** Writes what a department must be told of `source` into `out`; false when some of it is not known. */
type Pick = (source: Row, out: Row, variables: Row) => boolean;

/** Compiles a plan's `requires` into a function that makes an entity's representation, undefined where none can be made. */
export function compileRequires(
  selections: readonly RequiresSelection[],
  types: TypeConditions,
): (entity: Row, variables: Row) => Row | undefined {
  const pick = compileSelections(selections, types);
  return (entity, variables) => {
    const representation: Row = {};
    if (!pick(entity, representation, variables)) return undefined;
    for (const key in representation) if (key !== '__typename') return representation;
    return undefined;
  };
}

function compileSelections(selections: readonly RequiresSelection[], types: TypeConditions): Pick {
  const picks = selections.map(selection => compileSelection(selection, types));
  return (source, out, variables) => picks.every(pick => pick(source, out, variables));
}

function compileSelection(selection: RequiresSelection, types: TypeConditions): Pick {
  if (selection.kind === 'InlineFragment') {
    const { typeCondition, skipIf, includeIf } = selection;
    const pick = compileSelections(selection.selections, types);
    return (source, out, variables) => {
      if (skipIf !== undefined && skipIf !== null && variables[skipIf] === true) return true;
      if (includeIf !== undefined && includeIf !== null && variables[includeIf] !== true) return true;
      return !types.satisfies(typenameOf(source), typeCondition) || pick(source, out, variables);
    };
  }
  invariant(selection.kind === 'Field', 'fields and inline fragments only in what a plan requires');
  // The planner aliases a required field that the client's own fields would hide: fetched as `name`, sent as `alias`.
  const { name, alias = name } = selection;
  const nested = selection.selections?.length ? compileSelections(selection.selections, types) : undefined;
  return (source, out, variables) => {
    const value = source[name] === undefined ? source[alias] : source[name];
    if (value === undefined) return false;
    out[alias] = nested === undefined ? value : pickNested(value, nested, variables);
    return out[alias] !== undefined;
  };
}

function pickNested(value: unknown, pick: Pick, variables: Row): unknown {
  if (Array.isArray(value)) {
    const items = value.map(item => pickNested(item, pick, variables));
    return items.includes(undefined) ? undefined : items;
  }
  if (!isRow(value)) return null;
  const out: Row = {};
  return pick(value, out, variables) ? out : undefined;
}
