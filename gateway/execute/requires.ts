import { invariant } from '../../lib/kernel/coded-error.ts';
import type { RequiresSelection } from '../planner.ts';
import { type Row, isRow, typenameOf } from './response.ts';
import type { TypeConditions } from './type-conditions.ts';

/** Writes what a department must be told of `source` into `out`; false when some of it is not known. */
type Pick = (source: Row, out: Row) => boolean;

/** Compiles a plan's `requires` into a function that makes an entity's representation, undefined where none can be made. */
export function compileRequires(
  selections: readonly RequiresSelection[],
  types: TypeConditions,
): (entity: Row) => Row | undefined {
  const pick = compileSelections(selections, types);
  return entity => {
    const representation: Row = {};
    if (!pick(entity, representation)) return undefined;
    for (const key in representation) if (key !== '__typename') return representation;
    return undefined;
  };
}

function compileSelections(selections: readonly RequiresSelection[], types: TypeConditions): Pick {
  const picks = selections.map(selection => compileSelection(selection, types));
  return (source, out) => picks.every(pick => pick(source, out));
}

function compileSelection(selection: RequiresSelection, types: TypeConditions): Pick {
  if (selection.kind === 'InlineFragment') {
    const { typeCondition } = selection;
    const pick = compileSelections(selection.selections, types);
    return (source, out) => !types.satisfies(typenameOf(source), typeCondition) || pick(source, out);
  }
  invariant(selection.kind === 'Field', 'fields and inline fragments only in what a plan requires');
  // The planner aliases a required field that the client's own fields would hide: fetched as `name`, sent as `alias`.
  const { name, alias = name } = selection;
  const nested = selection.selections?.length ? compileSelections(selection.selections, types) : undefined;
  return (source, out) => {
    const value = source[name] === undefined ? source[alias] : source[name];
    if (value === undefined) return false;
    out[alias] = nested === undefined ? value : pickNested(value, nested);
    return out[alias] !== undefined;
  };
}

function pickNested(value: unknown, pick: Pick): unknown {
  if (Array.isArray(value)) {
    const items = value.map(item => pickNested(item, pick));
    return items.includes(undefined) ? undefined : items;
  }
  if (!isRow(value)) return null;
  const out: Row = {};
  return pick(value, out) ? out : undefined;
}
