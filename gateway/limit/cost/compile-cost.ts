import {
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLOutputType,
  type OperationDefinitionNode,
  type SelectionSetNode,
  Kind,
  getNamedType,
  isAbstractType,
  isCompositeType,
  isListType,
  isNonNullType,
  isUnionType,
} from 'graphql';
import type { Row } from '../../execute/response.ts';
import { type Collected, collect } from './collect.ts';
import type { CostModel, FieldCost } from './cost-model.ts';
import { type Amount, type CostVector, type Estimate, constant, evaluate, largest, sum, times } from './estimate.ts';
import { slicedSize } from './list-size.ts';

/** What an operation is estimated to cost. */
export interface Cost {
  readonly total: number;
  /** By department; 0 for those that are not asked. */
  readonly departments: ReadonlyMap<string, number>;
}

export interface OperationCost {
  /** Neither the cost nor a list's size depends on variables. */
  readonly isFixed: boolean;
  /** `variables`: coerced, with their defaults. */
  cost(variables: Row): Cost;
  /** The longest list that an argument asks for; 0 when none does. */
  longestList(variables: Row): number;
}

type Fragments = Readonly<Record<string, FragmentDefinitionNode>>;

/** Where a selection stands. */
interface Place {
  /** The department that brings the object; undefined at the root. */
  readonly origin: number | undefined;
  /** The size of the object's lists where the field above tells it. */
  readonly sized?: { readonly fields: readonly string[] | undefined; readonly size: Amount } | undefined;
}

/**
 * Estimates an operation as the cost specification does (https://ibm.github.io/graphql-specs/cost-spec.html): each object
 * counts its type's weight, lists multiply what is inside, of several possible types the dearest counts. A department
 * counts the objects that it brings or completes. `operation` is valid and within the limits of its size.
 */
export function compileCost(operation: OperationDefinitionNode, fragments: Fragments, model: CostModel): OperationCost {
  const compiler = new Compiler(fragments, model);
  const root = model.schema.getRootType(operation.operation)!;
  const estimate = compiler.selections([operation.selectionSet], root, { origin: undefined });
  const sizes = compiler.askedSizes;
  return {
    isFixed: estimate.varying.length === 0 && sizes.every(size => typeof size === 'number'),
    cost(variables) {
      const [total = 0, ...own] = evaluate(estimate, variables);
      return { total, departments: new Map(model.departments.map((name, index) => [name, own[index] ?? 0])) };
    },
    longestList: variables => Math.max(0, ...sizes.map(size => (typeof size === 'number' ? size : size(variables)))),
  };
}

class Compiler {
  /** Sizes that arguments ask for. */
  readonly askedSizes: Amount[] = [];
  readonly #fragments: Fragments;
  readonly #model: CostModel;
  readonly #width: number;

  constructor(fragments: Fragments, model: CostModel) {
    this.#fragments = fragments;
    this.#model = model;
    this.#width = model.departments.length + 1;
  }

  selections(sets: readonly SelectionSetNode[], type: GraphQLCompositeType, place: Place): Estimate {
    const collected = collect(sets, type, { schema: this.#model.schema, fragments: this.#fragments });
    const { fields, narrower, conditional, deferred } = collected;
    const parts = [this.#completed(collected, type, place)];
    if (deferred > 0) parts.push(constant(this.#vector(deferred, undefined, 0)));
    for (const nodes of fields.values()) parts.push(this.#field(nodes, type, place));
    for (const { amount, selection } of conditional) {
      const alone = { kind: Kind.SELECTION_SET, selections: [selection] } as const;
      parts.push(times(amount, this.selections([alone], type, place)));
    }
    if (narrower.size > 0) parts.push(this.#dearest(narrower, type, place));
    return sum(this.#width, parts);
  }

  /** What is asked of some possible types only: the dearest of them counts. */
  #dearest(narrower: Collected['narrower'], type: GraphQLCompositeType, place: Place): Estimate {
    const { schema } = this.#model;
    const groups = [...narrower].map(([name, sets]) => {
      const narrow = schema.getType(name) as GraphQLCompositeType;
      return { narrow, estimate: this.selections(sets, narrow, place) };
    });
    const possible = isAbstractType(type) ? schema.getPossibleTypes(type) : [type];
    const each = possible.map(object => {
      const applying = groups.filter(
        ({ narrow }) => narrow === object || (isAbstractType(narrow) && schema.isSubType(narrow, object)),
      );
      return sum(
        this.#width,
        applying.map(({ estimate }) => estimate),
      );
    });
    return largest(this.#width, each);
  }

  /** Each further department that brings fields of an object has to find that object. */
  #completed({ fields }: Collected, type: GraphQLCompositeType, { origin }: Place): Estimate {
    if (origin === undefined) return sum(this.#width, []);
    const further = new Set<number>();
    for (const [node] of fields.values()) {
      const own: number | undefined = node && this.#departmentOf(node, type, origin);
      if (own !== undefined && own !== origin) further.add(own);
    }
    const weight = this.#model.typeWeight(type);
    return sum(
      this.#width,
      [...further].map(department => constant(this.#vector(0, department, weight))),
    );
  }

  #field(nodes: readonly FieldNode[], type: GraphQLCompositeType, place: Place): Estimate {
    const node = nodes[0]!;
    const field = fieldOf(type, node.name.value);
    if (field === undefined || isUnionType(type)) return sum(this.#width, []);
    const cost = this.#model.field(type, field.name);
    const department = this.#departmentOf(node, type, place.origin);
    const named = getNamedType(field.type);
    const asked = slicedSize(node, field, cost);
    if (asked !== undefined) this.askedSizes.push(asked);
    const weight = this.#model.typeWeight(named);
    const parts = [constant(this.#vector(weight, department, weight))];
    if (isCompositeType(named)) {
      const sets = nodes.flatMap(({ selectionSet }) => selectionSet ?? []);
      const isList = listLevels(field.type) > 0;
      const sized = asked === undefined || isList ? undefined : { fields: cost.sizedFields, size: asked };
      parts.push(this.selections(sets, named, { origin: department, sized }));
    }
    const sizes = this.#listSizes(field, cost, asked, place);
    const objects = sizes.reduce((inside, size) => times(size, inside), sum(this.#width, parts));
    const unit = constant(this.#vector(1, department, 1));
    const once = [cost.weight, ...this.#inputs(nodes, field)].map(weight => times(weight, unit));
    return sum(this.#width, [...once, objects]);
  }

  /** What the arguments of a field cost, and those of its directives. */
  #inputs(nodes: readonly FieldNode[], field: GraphQLField<unknown, unknown>): Amount[] {
    const { inputs, schema } = this.#model;
    const directives = nodes.flatMap(node => node.directives ?? []);
    return [
      ...inputs.given(nodes[0]!, field.args),
      ...directives.flatMap(one => inputs.given(one, schema.getDirective(one.name.value)?.args ?? [])),
    ];
  }

  /** One size for each level of lists; none for a single object. */
  #listSizes(field: GraphQLField<unknown, unknown>, cost: FieldCost, asked: Amount | undefined, { sized }: Place) {
    const sizes: Amount[] = Array.from({ length: listLevels(field.type) }, () => cost.assumedSize);
    const isSized = sized !== undefined && (sized.fields?.includes(field.name) ?? true);
    const outer = asked ?? (isSized ? sized.size : undefined);
    return sizes.length > 0 && outer !== undefined ? [outer, ...sizes.slice(1)] : sizes;
  }

  /** A department goes on with its own objects as far as it can. */
  #departmentOf(node: FieldNode, type: GraphQLCompositeType, origin: number | undefined): number | undefined {
    const name = node.name.value;
    if (isUnionType(type) || fieldOf(type, name) === undefined) return undefined;
    const { departments } = this.#model.field(type, name);
    return origin !== undefined && departments.includes(origin) ? origin : departments[0];
  }

  #vector(total: number, department: number | undefined, own: number): CostVector {
    return Array.from({ length: this.#width }, (_, index) => {
      if (index === 0) return total;
      return index - 1 === department ? own : 0;
    });
  }
}

/** undefined for `__typename` and introspection, which cost nothing. */
function fieldOf(type: GraphQLCompositeType, name: string): GraphQLField<unknown, unknown> | undefined {
  return isUnionType(type) ? undefined : type.getFields()[name];
}

function listLevels(type: GraphQLOutputType): number {
  if (isNonNullType(type)) return listLevels(type.ofType);
  return isListType(type) ? 1 + listLevels(type.ofType) : 0;
}
