import {
  type GraphQLArgument,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLSchema,
  getNamedType,
  isCompositeType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
  isUnionType,
} from 'graphql';
import type { Choices } from './choices.ts';

export interface RandomOperation {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

const deepest = 5;

/** Makes a random operation that is valid against the schema. */
export function makeOperation(choices: Choices, schema: GraphQLSchema): RandomOperation {
  return new OperationMaker(choices, schema).make();
}

class OperationMaker {
  readonly #choices: Choices;
  readonly #schema: GraphQLSchema;
  readonly #declared: string[] = [];
  readonly #variables: Record<string, unknown> = {};
  readonly #fragments: { name: string; type: string; text: string }[] = [];
  /** What each response key stands for, so that all fields under one key can be merged. */
  readonly #keys = new Map<string, { parent: GraphQLCompositeType; call: string; type: string }[]>();

  constructor(choices: Choices, schema: GraphQLSchema) {
    this.#choices = choices;
    this.#schema = schema;
  }

  make(): RandomOperation {
    const mutation = this.#schema.getMutationType();
    const isMutation = mutation && this.#choices.oneIn(4);
    const selection = this.#selectionSet(isMutation ? mutation : this.#schema.getQueryType()!, 0);
    const declared = this.#declared.length > 0 ? `(${this.#declared.join(', ')})` : '';
    const head = `${isMutation ? 'mutation' : 'query'} ${declared}`;
    return {
      query: [`${head} ${selection}`, ...this.#fragments.map(({ text }) => text)].join('\n'),
      variables: this.#variables,
    };
  }

  #selectionSet(type: GraphQLCompositeType, depth: number): string {
    const selections = this.#choices.times(1, depth === 0 ? 3 : 4, () => this.#selection(type, depth));
    return `{ ${selections.join(' ')} }`;
  }

  #selection(type: GraphQLCompositeType, depth: number): string {
    const kind = this.#choices.below(8);
    if (depth < deepest && kind === 7) return this.#inlineFragment(type, depth);
    if (depth < deepest && kind === 6) return this.#spread(type, depth);
    if (!isObjectType(type) && depth < deepest && kind === 5) return this.#inlineFragment(type, depth);
    return this.#field(type, depth);
  }

  #field(type: GraphQLCompositeType, depth: number): string {
    const fields = isUnionType(type) ? [] : Object.values(type.getFields());
    const usable = fields.filter(field => depth < deepest || !isCompositeType(getNamedType(field.type)));
    if (usable.length === 0 || this.#choices.oneIn(9)) return this.#typename(type);
    const field = this.#choices.pick(usable);
    const call = field.name + this.#arguments(field);
    const key = this.#key(type, field, call);
    const named = getNamedType(field.type);
    const nested = isCompositeType(named) ? ` ${this.#selectionSet(named, depth + 1)}` : '';
    return `${key === field.name ? '' : `${key}: `}${call}${this.#condition()}${nested}`;
  }

  #typename(type: GraphQLCompositeType): string {
    const key = this.#choices.oneIn(3) ? 'kindOf' : '__typename';
    const text = key === '__typename' ? key : `${key}: __typename`;
    this.#take(key, type, '__typename', 'String!');
    return text + this.#condition();
  }

  /** A response key under which the field can stand wherever it is merged: its own name, another field's or a new one. */
  #key(parent: GraphQLCompositeType, field: GraphQLField<unknown, unknown>, call: string): string {
    const wanted = this.#choices.oneIn(4) ? [this.#choices.pick(['id', 'a', 'name', 'b', 'size', 'code', '_x'])] : [];
    for (const key of [...wanted, field.name]) if (this.#take(key, parent, call, String(field.type))) return key;
    const fresh = `k${this.#keys.size}`;
    this.#take(fresh, parent, call, String(field.type));
    return fresh;
  }

  #take(key: string, parent: GraphQLCompositeType, call: string, type: string): boolean {
    const known = this.#keys.get(key) ?? [];
    const fits = known.every(one => {
      if (one.type !== type) return false;
      return one.call === call || (isObjectType(one.parent) && isObjectType(parent) && one.parent !== parent);
    });
    if (fits) this.#keys.set(key, [...known, { parent, call, type }]);
    return fits;
  }

  #inlineFragment(type: GraphQLCompositeType, depth: number): string {
    const other = this.#choices.oneIn(4) ? undefined : this.#overlapping(type);
    const condition = other === undefined ? '' : ` on ${other.name}`;
    return `...${condition}${this.#condition()} ${this.#selectionSet(other ?? type, depth + 1)}`;
  }

  #spread(type: GraphQLCompositeType, depth: number): string {
    const known = this.#fragments.filter(one => one.type === type.name && one.text !== '');
    if (known.length > 0 && this.#choices.oneIn(2)) return `...${this.#choices.pick(known).name}${this.#condition()}`;
    const other = this.#overlapping(type);
    const fragment = { name: `F${this.#fragments.length}`, type: other.name, text: '' };
    this.#fragments.push(fragment);
    fragment.text = `fragment ${fragment.name} on ${other.name} ${this.#selectionSet(other, depth + 1)}`;
    return `...${fragment.name}${this.#condition()}`;
  }

  #overlapping(type: GraphQLCompositeType): GraphQLCompositeType {
    const objects = (one: GraphQLCompositeType) => (isObjectType(one) ? [one] : this.#schema.getPossibleTypes(one));
    const here = objects(type);
    const candidates = Object.values(this.#schema.getTypeMap()).filter(
      (one): one is GraphQLCompositeType =>
        isCompositeType(one) && !one.name.startsWith('__') && objects(one).some(object => here.includes(object)),
    );
    return this.#choices.pick(candidates);
  }

  #condition(): string {
    const kind = this.#choices.below(14);
    if (kind < 11) return '';
    const name = this.#choices.oneIn(2) ? 'skip' : 'include';
    if (kind === 11) return ` @${name}(if: ${this.#choices.oneIn(2)})`;
    return ` @${name}(if: ${this.#conditionVariable()})`;
  }

  /** One of few, so that several conditions depend on the same variable. */
  #conditionVariable(): string {
    const name = this.#choices.pick(['c0', 'c1']);
    if (!this.#declared.some(one => one.startsWith(`$${name}:`))) {
      const hasDefault = this.#choices.oneIn(3);
      this.#declared.push(`$${name}: Boolean!${hasDefault ? ` = ${this.#choices.oneIn(2)}` : ''}`);
      if (!hasDefault || this.#choices.oneIn(2)) this.#variables[name] = this.#choices.oneIn(2);
    }
    return `$${name}`;
  }

  #arguments(field: GraphQLField<unknown, unknown>): string {
    const given = field.args.filter(() => this.#choices.oneIn(2)).map(one => `${one.name}: ${this.#argument(one)}`);
    return given.length > 0 ? `(${given.join(', ')})` : '';
  }

  #argument(argument: GraphQLArgument): string {
    if (!this.#choices.oneIn(3)) return literal(this.#value(argument.type, 0));
    const name = `v${this.#declared.length}`;
    const isRequired = isNonNullType(argument.type) && argument.defaultValue === undefined;
    const hasDefault = this.#choices.oneIn(3);
    const value = hasDefault ? ` = ${literal(this.#value(argument.type, 0))}` : '';
    this.#declared.push(`$${name}: ${String(argument.type)}${value}`);
    if (isRequired || isNonNullType(argument.type) || this.#choices.oneIn(2))
      this.#variables[name] = plain(this.#value(argument.type, 0));
    return `$${name}`;
  }

  #value(type: GraphQLInputType, depth: number): unknown {
    if (isNonNullType(type)) return this.#nonNull(type.ofType as GraphQLInputType, depth);
    return this.#choices.oneIn(5) ? null : this.#nonNull(type, depth);
  }

  #nonNull(type: GraphQLInputType, depth: number): unknown {
    if (isNonNullType(type)) return this.#nonNull(type.ofType as GraphQLInputType, depth);
    if (isListType(type)) {
      // A single value stands for a list of one.
      if (this.#choices.oneIn(5)) return this.#nonNull(type.ofType, depth);
      return this.#choices.times(0, 2, () => this.#value(type.ofType, depth));
    }
    if (isInputObjectType(type)) {
      const fields = Object.values(type.getFields()).filter(() => depth < 2 && this.#choices.oneIn(2));
      return Object.fromEntries(fields.map(field => [field.name, this.#value(field.type, depth + 1)]));
    }
    if (type.name === 'Int') return this.#choices.pick([0, 1, -5]);
    if (type.name === 'Boolean') return this.#choices.oneIn(2);
    if (type.name === 'Kind') return new Name(this.#choices.pick(['LAND', 'FAMILY']));
    return this.#choices.pick(['', 'x', '县"域']);
  }
}

/** An enum value, which is a bare word in a document and a string in variables. */
class Name {
  readonly word: string;

  constructor(word: string) {
    this.word = word;
  }

  toJSON(): string {
    return this.word;
  }
}

const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

function literal(value: unknown): string {
  if (value instanceof Name) return value.word;
  if (Array.isArray(value)) return `[${value.map(literal).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  return `{ ${Object.entries(value)
    .map(([key, one]) => `${key}: ${literal(one)}`)
    .join(', ')} }`;
}
