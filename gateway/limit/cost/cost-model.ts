import {
  type GraphQLInterfaceType,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  isCompositeType,
} from 'graphql';
import { joinGraphs } from '../../departments.ts';
import { fieldDepartments } from './field-departments.ts';
import { InputWeights } from './input-weights.ts';
import { costDirectives, directivesOf } from './schema-directives.ts';

type FieldOwner = GraphQLObjectType | GraphQLInterfaceType;

/** What one field costs, apart from what is selected inside. */
export interface FieldCost {
  /** Once for each time the field is resolved: @cost on the field. Default 0. */
  readonly weight: number;
  /** Arguments that say how long the list is, or fields of input objects in them: `input.first`. */
  readonly slicing: readonly string[];
  /** Whether exactly one of them must be given. */
  readonly needsOneSize: boolean;
  /** Where no such argument has a value. */
  readonly assumedSize: number;
  /** Fields of the returned object that are the list, as `nodes` of a connection; undefined: all its lists. */
  readonly sizedFields: readonly string[] | undefined;
  /** Which departments can resolve it, as places in `departments`. */
  readonly departments: readonly number[];
}

/** Weights and list sizes of a supergraph: what @cost and @listSize say, else the defaults. */
export interface CostModel {
  readonly schema: GraphQLSchema;
  readonly departments: readonly string[];
  readonly assumedListSize: number;
  /** Of one object or value of the type. Default 1 for objects, 0 for scalars and enums. */
  typeWeight(type: GraphQLNamedType): number;
  field(type: FieldOwner, name: string): FieldCost;
  /** Of the arguments that a field and its directives are given. */
  readonly inputs: InputWeights;
}

/** Slicing arguments where @listSize names none. */
const pageArguments: ReadonlySet<string> = new Set(['first', 'last', 'limit']);

/** `supergraph` with its directives. `assumedListSize`: of a list that nothing tells the size of. Throws SUPERGRAPH_INVALID. */
export function costModel(supergraph: GraphQLSchema, assumedListSize: number): CostModel {
  const names = costDirectives(supergraph);
  const graphs = new Map(joinGraphs(supergraph).map(({ graph, name }, index) => [graph, { name, index }]));
  const fields = new Map<string, FieldCost>();

  function readField(type: FieldOwner, name: string): FieldCost {
    const field = type.getFields()[name]!;
    const sizes = directivesOf(field, names.listSize)[0];
    const declared = texts(sizes?.slicingArguments);
    return {
      weight: weightOf(field, names.cost) ?? 0,
      slicing: declared ?? field.args.map(arg => arg.name).filter(arg => pageArguments.has(arg)),
      needsOneSize: declared !== undefined && sizes?.requireOneSlicingArgument !== false,
      assumedSize: typeof sizes?.assumedSize === 'number' ? sizes.assumedSize : assumedListSize,
      sizedFields: texts(sizes?.sizedFields),
      departments: fieldDepartments(type, name).flatMap(graph => graphs.get(graph)?.index ?? []),
    };
  }

  return {
    schema: supergraph,
    departments: [...graphs.values()].map(({ name }) => name),
    assumedListSize,
    inputs: new InputWeights(definition => weightOf(definition, names.cost)),
    typeWeight: type => weightOf(type, names.cost) ?? (isCompositeType(type) ? 1 : 0),
    field(type, name) {
      const key = `${type.name}.${name}`;
      const known = fields.get(key);
      if (known) return known;
      const read = readField(type, name);
      fields.set(key, read);
      return read;
    },
  };
}

/** The cost specification writes weights as text, others as numbers. */
function weightOf(definition: { readonly astNode?: unknown }, directive: string): number | undefined {
  const weight = directivesOf(definition, directive)[0]?.weight;
  const number = typeof weight === 'string' && weight.trim() !== '' ? Number(weight) : weight;
  return typeof number === 'number' && Number.isFinite(number) ? number : undefined;
}

function texts(value: unknown): string[] | undefined {
  return Array.isArray(value) ? value.filter(one => typeof one === 'string') : undefined;
}
