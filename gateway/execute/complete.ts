import { refusalExtensions } from '../rights/index.ts';
import { completeLeaf } from './complete-leaf.ts';
import { type Row, isRow, typenameOf } from './response.ts';
import type { AbstractShape, Shape, ShapeField } from './shape.ts';
import { type Complete, type FieldPlace, type Walk, tell, tellInvalid, tellMissing } from './walk.ts';

interface Field extends ShapeField {
  readonly complete: Complete;
}

/** Compiles what makes an object of the answer, with an error for all that is wrong in it. */
export function completeObject(shapes: readonly ShapeField[]): Complete {
  const fields = shapes.map((field): Field => ({ ...field, complete: completeValue(field.shape) }));
  return (value, walk) => {
    const row = value as Row;
    const out: Row = {};
    const depth = walk.depth++;
    let isWhole = true;
    for (const field of fields) {
      walk.path[depth] = field.key;
      const known = row[field.planKey];
      if (known === undefined && walk.failures.all.size > 0 && !isKnownHere(field.shape)) {
        tellMissing(walk, row, field);
      }
      const completed = field.complete(known, walk);
      if (completed === undefined) {
        isWhole = false;
        break;
      }
      out[field.key] = completed;
    }
    walk.depth = depth;
    return isWhole ? out : null;
  };
}

function completeValue(shape: Shape): Complete {
  switch (shape.kind) {
    case 'nonNull':
      return completeNonNull(completeValue(shape.of), shape.place);
    case 'list':
      return unlessNull(completeList(completeValue(shape.of), shape.place));
    case 'leaf':
      return unlessNull(completeLeaf(shape.type, shape.place));
    case 'object':
      return unlessNull(completeRow(shape.fields, shape.place, shape.type));
    case 'abstract':
      return unlessNull(completeAbstract(shape));
    case 'typename':
      return () => shape.name;
    case 'denied':
      return completeDenied(shape);
    case 'given':
      return value => value;
  }
}

/** Whether no department is asked for it. */
function isKnownHere({ kind }: Shape): boolean {
  return kind === 'typename' || kind === 'denied';
}

/** A null with its reason, whatever a department may have brought under the key. */
function completeDenied({ refusal, isNonNull, place }: Extract<Shape, { kind: 'denied' }>): Complete {
  const told = { message: refusal.message, extensions: refusalExtensions(refusal) };
  return (_, walk) => {
    tell(walk, place, told);
    return isNonNull ? undefined : null;
  };
}

function unlessNull(complete: Complete): Complete {
  return (value, walk) => (value === null || value === undefined ? null : complete(value, walk));
}

function completeNonNull(complete: Complete, place: FieldPlace): Complete {
  return (value, walk) => {
    const completed = complete(value, walk);
    if (completed !== null) return completed;
    tell(walk, place, {
      message: `Cannot return null for non-nullable field ${place.name}.`,
      extensions: { code: 'UNEXPECTED_NULL' },
    });
    return undefined;
  };
}

function completeList(complete: Complete, place: FieldPlace): Complete {
  return (value, walk) => {
    if (!Array.isArray(value)) return tellInvalid(walk, place, 'a list');
    const items: unknown[] = Array.from({ length: value.length });
    const depth = walk.depth++;
    let isWhole = true;
    for (let index = 0; index < value.length; index++) {
      walk.path[depth] = index;
      const item = complete(value[index], walk);
      if (item === undefined) {
        isWhole = false;
        break;
      }
      items[index] = item;
    }
    walk.depth = depth;
    return isWhole ? items : null;
  };
}

/** `type`: the name that the object must have where it tells one; without it any is taken. */
function completeRow(fields: readonly ShapeField[], place: FieldPlace, type?: string): Complete {
  const complete = completeObject(fields);
  return (value, walk) => {
    if (!isRow(value)) return tellInvalid(walk, place, 'an object');
    const name = typenameOf(value);
    if (name !== type && name !== undefined && type !== undefined) return tellInvalid(walk, place, `a ${type}`);
    return complete(value, walk);
  };
}

function completeAbstract({ type, fieldsOf, shared, place }: AbstractShape): Complete {
  const byName = new Map<unknown, Complete>();
  const unknownType = shared && completeRow(shared, place);

  return (value, walk) => {
    if (!isRow(value)) return tellInvalid(walk, place, 'an object');
    const name = typenameOf(value);
    const known = byName.get(name);
    if (known) return known(value, walk);
    const fields = fieldsOf(name);
    if (fields) {
      const complete = completeObject(fields);
      byName.set(name, complete);
      return complete(value, walk);
    }
    // Without a type, or with the interface's own name (which @interfaceObject gives), what all types share can be told.
    if (unknownType && (name === undefined || name === type)) return unknownType(value, walk);
    return tellUntyped(walk, value, place, type);
  };
}

function tellUntyped(walk: Walk, row: Row, place: FieldPlace, type: string): null {
  tellMissing(walk, row, { ...place, planKey: '__typename' });
  return tellInvalid(walk, place, `an object that is a ${type}`);
}
