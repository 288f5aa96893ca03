import { type GraphQLEnumType, type GraphQLScalarType, isEnumType } from 'graphql';
import type { Row } from './response.ts';
import type { AbstractShape, Shape, ShapeField } from './shape.ts';

/** Copies a value to the client's shape; undefined when anything in it is not as the schema says. */
type Copy = (value: unknown) => unknown;

/**
 * Compiles what copies sound data to the client's shape; it gives undefined for other data, whose faults `complete.ts` then tells.
 * The copy is JavaScript made for this one selection: objects written as literals are several times cheaper to make, and to
 * print as JSON, than objects that are filled key by key. All that comes into the text are keys, quoted as JSON.
 */
export function compileSoundCopy(fields: readonly ShapeField[]): (data: Row) => Row | undefined {
  const text = new CopyText();
  const name = text.objectOf(fields, undefined);
  return text.compile(name) as (data: Row) => Row | undefined;
}

/** The text under way: a function for each list and object, and the values from outside that they use. */
class CopyText {
  readonly #functions: string[] = [];
  readonly #values: unknown[] = [];

  compile(name: string): Copy {
    const values = this.#values.map((_, i) => `value${i}`).join(', ');
    const text = `'use strict'; const [${values}] = values; ${this.#functions.join('\n')} return ${name};`;
    // oxlint-disable-next-line no-new-func
    return new Function('values', text)(this.#values) as Copy;
  }

  /** A function that copies objects. `type`: the name they must have where they tell one. */
  objectOf(fields: readonly ShapeField[], type: string | undefined): string {
    const lines = fields.map(({ planKey, shape }, i) => {
      if (shape.kind === 'typename') return `const v${i} = ${quote(shape.name)};`;
      return `let v${i} = row[${quote(planKey)}]; ${this.#check(shape, `v${i}`)}`;
    });
    const named = type && `if (row.__typename !== ${quote(type)} && row.__typename !== undefined) return undefined;`;
    const entries = fields.map(({ key }, i) => `${quote(key)}: v${i}`);
    return this.#add('row', `${isObject('row')} ${named ?? ''} ${lines.join('\n')} return { ${entries.join(', ')} };`);
  }

  /** Statements after which the variable holds the copy of its value, unless they have returned undefined. */
  #check(shape: Shape, variable: string): string {
    // An answer with a refusal is gone through with care.
    if (shape.kind === 'denied') return 'return undefined;';
    if (shape.kind === 'nonNull') {
      const missing = `if (${variable} === null || ${variable} === undefined) return undefined;`;
      return `${missing} ${this.#checkPresent(shape.of, variable)}`;
    }
    const present = this.#checkPresent(shape, variable);
    return `if (${variable} === null || ${variable} === undefined) ${variable} = null; else { ${present} }`;
  }

  #checkPresent(shape: Shape, variable: string): string {
    switch (shape.kind) {
      case 'leaf':
        return this.#checkLeaf(shape.type, variable);
      case 'list':
        return take(this.#listOf(shape.of), variable);
      case 'object':
        return take(this.objectOf(shape.fields, shape.type), variable);
      case 'abstract':
        return take(this.#value(abstractCopy(shape)), variable);
      default:
        return '';
    }
  }

  #checkLeaf(type: GraphQLScalarType | GraphQLEnumType, variable: string): string {
    if (isEnumType(type)) {
      const names = this.#value(new Set(type.getValues().map(({ name }) => name)));
      return `if (!${names}.has(${variable})) return undefined;`;
    }
    switch (type.name) {
      case 'ID':
        return `if (typeof ${variable} !== 'string') { if (!Number.isInteger(${variable})) return undefined; ${variable} = String(${variable}); }`;
      case 'String':
        return `if (typeof ${variable} !== 'string') return undefined;`;
      case 'Int':
        return `if (${variable} !== (${variable} | 0)) return undefined;`;
      case 'Float':
        return `if (typeof ${variable} !== 'number') return undefined;`;
      case 'Boolean':
        return `if (typeof ${variable} !== 'boolean') return undefined;`;
      default:
        return '';
    }
  }

  #listOf(of: Shape): string {
    const item = `let item = list[i]; ${this.#check(of, 'item')} items.push(item);`;
    const loop = `for (let i = 0; i < list.length; i++) { ${item} }`;
    return this.#add('list', `if (!Array.isArray(list)) return undefined; const items = []; ${loop} return items;`);
  }

  #add(parameter: string, body: string): string {
    const name = `copy${this.#functions.length}`;
    this.#functions.push(`function ${name}(${parameter}) { ${body} }`);
    return name;
  }

  #value(value: unknown): string {
    return `value${this.#values.push(value) - 1}`;
  }
}

/** Copies an object of the type that it names; the copy for each type is made when the first object of it comes. */
function abstractCopy({ type, fieldsOf, shared }: AbstractShape): Copy {
  const byName = new Map<unknown, Copy>();
  return value => {
    const name = (value as Row)['__typename'];
    const known = byName.get(name);
    if (known) return known(value);
    const fields = fieldsOf(name) ?? (name === undefined || name === type ? shared : undefined);
    if (fields === undefined) return undefined;
    const copy: Copy = compileSoundCopy(fields) as Copy;
    byName.set(name, copy);
    return copy(value);
  };
}

function take(copy: string, variable: string): string {
  return `${variable} = ${copy}(${variable}); if (${variable} === undefined) return undefined;`;
}

const isObject = (name: string): string =>
  `if (typeof ${name} !== 'object' || ${name} === null || Array.isArray(${name})) return undefined;`;

const quote = (key: string): string => JSON.stringify(key);
