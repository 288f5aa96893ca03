import { invariant } from '../../lib/kernel/coded-error.ts';
import type { RequiresSelection } from '../planner.ts';
import { type FailureMap, requirementMissing } from './failure.ts';
import { type Row, isRow, typenameOf } from './response.ts';
import type { TypeConditions } from './type-conditions.ts';

/** The entity that is represented, and for what. */
interface Asking {
  readonly entity: Row;
  readonly service: string;
  readonly failures: FailureMap;
}

/** Writes what a department must be told of `source` into `out`; false when some of it is not known. */
type Pick = (source: Row, out: Row, asking: Asking) => boolean;

/**
 * Compiles a plan's `requires` into a function that makes an entity's representation for a department. Undefined where none
 * can be made: of the entity nothing is asked, or its key or what failed is not known.
 */
export function compileRequires(
  selections: readonly RequiresSelection[],
  service: string,
  types: TypeConditions,
): (entity: Row, failures: FailureMap) => Row | undefined {
  const pick = compileSelections(selections, undefined, types);
  return (entity, failures) => {
    const representation: Row = {};
    if (!pick(entity, representation, { entity, service, failures })) return undefined;
    for (const key in representation) if (key !== '__typename') return representation;
    return undefined;
  };
}

interface PlainField {
  readonly name: string;
  /** The name as JSON, and a colon. */
  readonly head: string;
}

/**
 * The representation of an entity as JSON, where its fields are texts and it is exactly of the type that is asked for, as most are;
 * undefined for any other. It is written without making an object first. Undefined where the plan requires more than that.
 */
export function compilePlainText(
  selections: readonly RequiresSelection[],
): ((entity: Row) => string | undefined) | undefined {
  const [only, ...others] = selections;
  if (only?.kind !== 'InlineFragment' || others.length > 0) return undefined;
  const { typeCondition, selections: required } = only;
  const fields = required.flatMap((one): PlainField[] => {
    const isPlain = one.kind === 'Field' && (one.alias ?? one.name) === one.name && !one.selections?.length;
    return isPlain ? [{ name: one.name, head: `${JSON.stringify(one.name)}:` }] : [];
  });
  if (fields.length < required.length || fields.every(({ name }) => name === '__typename')) return undefined;
  return entity => {
    if (typenameOf(entity) !== typeCondition) return undefined;
    let text = '';
    for (const { name, head } of fields) {
      const value = entity[name];
      if (typeof value !== 'string') return undefined;
      text += `${text === '' ? '{' : ','}${head}${JSON.stringify(value)}`;
    }
    return `${text}}`;
  };
}

/** `type`: of the object that they are picked from, where a name of it is known. */
function compileSelections(
  selections: readonly RequiresSelection[],
  type: string | undefined,
  types: TypeConditions,
): Pick {
  const picks = selections.map(selection => compileSelection(selection, type, types));
  return (source, out, asking) => picks.every(pick => pick(source, out, asking));
}

function compileSelection(selection: RequiresSelection, type: string | undefined, types: TypeConditions): Pick {
  if (selection.kind === 'InlineFragment') {
    const { typeCondition } = selection;
    const pick = compileSelections(selection.selections, typeCondition, types);
    return (source, out, asking) => !types.satisfies(typenameOf(source), typeCondition) || pick(source, out, asking);
  }
  invariant(selection.kind === 'Field', 'fields and inline fragments only in what a plan requires');
  // The planner aliases a required field that the client's own fields would hide: fetched as `name`, sent as `alias`.
  const { name, alias = name, selections = [] } = selection;
  const field = types.requirement(type, alias);
  const nested = selections.length > 0 ? compileSelections(selections, field?.type, types) : undefined;
  return (source, out, asking) => {
    const value = source[name] === undefined ? source[alias] : source[name];
    if (value === undefined) {
      if (field === undefined || asking.failures.find(source, name)) return false;
      if (!field.isNullable) return tellMissing(`${type}.${alias}`, name, asking);
      // Its department does not know the entity: null, as a client would read it.
      out[alias] = null;
      return true;
    }
    out[alias] = nested === undefined ? value : pickNested(value, nested, asking);
    return out[alias] !== undefined;
  };
}

function tellMissing(field: string, key: string, { entity, service, failures }: Asking): false {
  failures.mark([entity], new Set([key]), requirementMissing(service, field));
  return false;
}

function pickNested(value: unknown, pick: Pick, asking: Asking): unknown {
  if (Array.isArray(value)) {
    const items = value.map(item => pickNested(item, pick, asking));
    return items.includes(undefined) ? undefined : items;
  }
  if (!isRow(value)) return null;
  const out: Row = {};
  return pick(value, out, asking) ? out : undefined;
}
