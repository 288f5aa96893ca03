import { type OperationDefinitionNode, Kind, buildASTSchema, parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { compose } from '../../../../gateway/index.ts';
import { type OperationCost, compileCost } from '../../../../gateway/limit/cost/compile-cost.ts';
import { costModel } from '../../../../gateway/limit/cost/cost-model.ts';

const link = (imports: string) => `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9",
  import: ["@key", "@shareable", "@external", "@override", "@interfaceObject", ${imports}])\n`;

const court = `
  type Case @key(fields: "id") { id: ID! title: String parties: [Party!]! hearings(first: Int = 5): [Hearing!] place: Place }
  type Party { name: String }
  type Hearing { room: Room judges: [[Party!]!] }
  type Room { number: Int @price(weight: 2) }
  type Opinion @price(weight: 7) { text: String }
  type CaseConnection { nodes: [Case!]! edges: [CaseEdge!]! page: Page notes: [Party!] }
  type CaseEdge { node: Case! }
  type Page { next: String }
  interface Place @key(fields: "code") { code: ID! }
  type Town implements Place @key(fields: "code") { code: ID! villages: [Village!]! }
  type Village implements Place @key(fields: "code") { code: ID! grids: [Town!]! mayor: Party }
  union Found = Case | Town | Village
  scalar Report @price(weight: 4)
  type Query {
    case(id: ID!): Case
    cases(first: Int = 50, last: Int): CaseConnection
    allCases: [Case!]!
    few: [Case!]! @sized(assumedSize: 3)
    paged(size: Int, first: Int): [Case!]! @sized(assumedSize: 4, slicingArguments: ["size"], requireOneSlicingArgument: false)
    chosen(first: Int): CaseConnection @sized(slicingArguments: ["first"], sizedFields: ["nodes"])
    opinion(long: Boolean @price(weight: 3)): Opinion @price(weight: 10)
    report: Report
    places: [Place!]!
    found: [Found!]!
  }
  type Mutation { close(id: ID!): Case }`;
const justice = `
  type Case @key(fields: "id") { id: ID! disputes(first: Int): [Dispute!] mediator: Mediator }
  type Dispute { kind: String }
  type Mediator { name: String }
  interface Place @key(fields: "code") { code: ID! }
  type Town implements Place @key(fields: "code") { code: ID! office: Mediator }
  type Village implements Place @key(fields: "code") { code: ID! office: Mediator }
  type Query { mediators: [Mediator!]! }`;

const { supergraphSdl } = compose([
  {
    name: 'the-court',
    url: 'http://127.0.0.1/court',
    sdl: link('{ name: "@cost", as: "@price" }, { name: "@listSize", as: "@sized" }') + court,
  },
  {
    name: 'justice',
    url: 'http://127.0.0.1/justice',
    sdl: link('{ name: "@cost", as: "@price" }, { name: "@listSize", as: "@sized" }') + justice,
  },
]);
const model = costModel(buildASTSchema(parse(supergraphSdl), { assumeValid: true }), 20);

function compile(query: string): OperationCost {
  const { definitions } = parse(query);
  const operation = definitions.find(one => one.kind === Kind.OPERATION_DEFINITION) as OperationDefinitionNode;
  const fragments = definitions.flatMap(one =>
    one.kind === Kind.FRAGMENT_DEFINITION ? [[one.name.value, one] as const] : [],
  );
  return compileCost(operation, Object.fromEntries(fragments), model);
}

function cost(query: string, variables: Record<string, unknown> = {}): [number, number, number] {
  const { total, departments } = compile(query).cost(variables);
  return [total, departments.get('the-court')!, departments.get('justice')!];
}

/** Each with its sum: in all, for the court, for justice. */
const examples: [name: string, query: string, sum: [number, number, number], variables?: Record<string, unknown>][] = [
  ['nothing but the type', '{ __typename __schema { types { name } } }', [0, 0, 0]],
  ['one object; scalars are free', '{ case(id: 1) { id title } }', [1, 1, 0]],
  ['a list of unknown size: 20', '{ allCases { id } }', [20, 20, 0]],
  ['lists inside lists: 20 + 20 x 20', '{ allCases { parties { name } } }', [420, 420, 0]],
  ['lists of lists: 1 + 5 + 5 x 20 x 20', '{ case(id: 1) { hearings { judges { name } } } }', [2006, 2006, 0]],
  ['a size in the schema: 3', '{ few { id } }', [3, 3, 0]],
  ['a size in an argument: 1 + 7', '{ case(id: 1) { hearings(first: 7) { __typename } } }', [8, 8, 0]],
  ['its default: 1 + 5', '{ case(id: 1) { hearings { __typename } } }', [6, 6, 0]],
  ['null is no size: 1 + 5', '{ case(id: 1) { hearings(first: null) { __typename } } }', [6, 6, 0]],
  ['a negative size: 1 + 0', '{ case(id: 1) { hearings(first: -3) { __typename } } }', [1, 1, 0]],
  ['the argument that the schema names: 6, not 9', '{ paged(size: 6, first: 9) { id } }', [6, 6, 0]],
  ['which has no value: 4', '{ paged(first: 9) { id } }', [4, 4, 0]],
  ['a connection: 1 + 9', '{ cases(first: 9) { nodes { id } } }', [10, 10, 0]],
  ['its edges: 1 + 9 + 9', '{ cases(first: 9) { edges { node { id } } } }', [19, 19, 0]],
  ['the larger of two: 1 + 80', '{ cases(first: 9, last: 80) { nodes { id } } }', [81, 81, 0]],
  ['single objects beside: 1 + 50 + 1', '{ cases { nodes { id } page { next } } }', [52, 52, 0]],
  ['sized fields: 1 + 2 + 20', '{ chosen(first: 2) { nodes { id } notes { name } } }', [23, 23, 0]],
  ['weights of field and type: 10 + 7', '{ opinion { text } }', [17, 17, 0]],
  ['of an argument that is given: 10 + 3 + 7', '{ opinion(long: true) { text } }', [20, 20, 0]],
  ['of a scalar type', '{ report }', [4, 4, 0]],
  ['of a scalar field: 1 + 5 + 5 x (1 + 2)', '{ case(id: 1) { hearings { room { number } } } }', [21, 21, 0]],
  [
    'fields are merged: 1 + 7',
    '{ case(id: 1) { id } ...C } fragment C on Query { case(id: 1) { hearings(first: 7) { __typename } } }',
    [8, 8, 0],
  ],
  ['aliases are not: 1 + 1', '{ a: case(id: 1) { id } b: case(id: 2) { id } }', [2, 2, 0]],
  [
    'a fragment in two places: 2 + 2 x 5',
    '{ a: case(id: 1) { ...H } b: case(id: 2) { ...H } } fragment H on Case { hearings { __typename } }',
    [12, 12, 0],
  ],
  ['a mutation', 'mutation { close(id: 1) { id } }', [1, 1, 0]],
  [
    'of types, the dearer: 20 + 20 x 20',
    '{ places { ... on Town { villages { code } } ... on Village { mayor { name } } } }',
    [420, 420, 0],
  ],
  [
    'what all have, and the dearer: 20 + 20 x 20',
    '{ found { __typename ... on Place { code } ... on Village { grids { code } } } }',
    [420, 420, 0],
  ],
  [
    'deferred fragments: 20 + 20 x 2',
    '{ allCases { ... @defer { id } ...T @defer } } fragment T on Case { title }',
    [60, 20, 0],
  ],
  // Justice has to find 20 cases (20) and brings 3 disputes of each (60).
  ['another department: 20 + 20 x 3', '{ allCases { title disputes(first: 3) { kind } } }', [80, 20, 80]],
  ['on types: 20 towns found, 20 offices', '{ places { ... on Town { office { name } } } }', [40, 20, 40]],
  [
    'a size in a variable: 1 + 6',
    'query ($n: Int) { case(id: 1) { hearings(first: $n) { __typename } } }',
    [7, 7, 0],
    { n: 6 },
  ],
  [
    'a variable without a value: 1 + 5',
    'query ($n: Int) { case(id: 1) { hearings(first: $n) { __typename } } }',
    [6, 6, 0],
  ],
  [
    'a variable inside a list: 20 + 20 x 2',
    'query ($n: Int) { allCases { disputes(first: $n) { kind } } }',
    [60, 20, 60],
    { n: 2 },
  ],
  [
    'included: 1 + 5',
    'query ($i: Boolean!) { case(id: 1) { hearings @include(if: $i) { __typename } } }',
    [6, 6, 0],
    { i: true },
  ],
  [
    'not included: 1',
    'query ($i: Boolean!) { case(id: 1) { hearings @include(if: $i) { __typename } } }',
    [1, 1, 0],
    { i: false },
  ],
  ['skipped with its fragment: 1', '{ case(id: 1) { ... @skip(if: true) { hearings { __typename } } } }', [1, 1, 0]],
  [
    'of types under conditions, the sum: 20 + 20 x 20 + 20',
    'query ($s: Boolean!) { places { ... on Town @skip(if: $s) { villages { code } } ... on Village { mayor { name } } } }',
    [440, 440, 0],
    { s: false },
  ],
];

describe('the cost of an operation', () => {
  it.each(examples)('%s', (_, query, sum, variables) => {
    expect(cost(query, variables)).toEqual(sum);
  });

  it('is known without variables where none matters', () => {
    expect(compile('query ($i: ID!) { case(id: $i) { hearings { __typename } } }').isFixed).toBe(true);
    expect(compile('query ($n: Int) { cases(first: $n) { page { next } } }').isFixed).toBe(false);
  });

  it('takes weights as text and as numbers, and no others', () => {
    const sdl = `directive @cost(weight: String!) on FIELD_DEFINITION
      enum join__Graph { A }
      type Query { a: Int @cost(weight: "2.5") b: Int @cost(weight: "much") c: Int @cost(weight: 4) d: Int }`;
    const plain = costModel(buildASTSchema(parse(sdl), { assumeValid: true }), 20);
    const { definitions } = parse('{ a b c d }');
    expect(compileCost(definitions[0] as OperationDefinitionNode, {}, plain).cost({}).total).toBe(6.5);
  });

  it('tells the longest list that is asked for', () => {
    const { longestList } = compile('query ($n: Int) { a: cases(first: $n) { __typename } paged(size: 7) { id } }');
    expect([longestList({ n: 3 }), longestList({ n: 1_000_000 })]).toEqual([7, 1_000_000]);
  });
});

const inputs = `directive @cost(weight: String!) on ARGUMENT_DEFINITION | INPUT_FIELD_DEFINITION
  directive @listSize(slicingArguments: [String!], requireOneSlicingArgument: Boolean = true, assumedSize: Int) on FIELD_DEFINITION
  directive @near(metres: Int @cost(weight: "5"), exact: Boolean) on FIELD
  enum join__Graph { A }
  input Page { first: Int last: Int inner: Page }
  input Sized { first: Int = 8 }
  input Filter { text: String @cost(weight: "3") and: [Filter!] parts: Parts kind: String }
  input Parts { year: Int @cost(weight: "2") of: Filter }
  input Plain { text: String inner: Plain }
  type Case { id: ID }
  type Query {
    one(first: Int, last: Int): [Case] @listSize(slicingArguments: ["first", "last"])
    either(first: Int = 6, last: Int): [Case] @listSize(slicingArguments: ["first", "last"])
    loose(first: Int, last: Int): [Case] @listSize(slicingArguments: ["first", "last"], requireOneSlicingArgument: false, assumedSize: 4)
    paged(input: Page, page: [Int]): [Case] @listSize(slicingArguments: ["input.first", "input.inner.last", "page"], assumedSize: 4)
    sized(input: Sized = { first: 7 }): [Case] @listSize(slicingArguments: ["input.first"])
    found(filter: Filter @cost(weight: "10"), plain: Plain): Int
    foundAll(filters: [Filter!]): Int
  }`;
const inputModel = costModel(buildASTSchema(parse(inputs), { assumeValid: true }), 20);

function inputCost(query: string, variables: Record<string, unknown> = {}): number {
  const { definitions } = parse(query);
  return compileCost(definitions[0] as OperationDefinitionNode, {}, inputModel).cost(variables).total;
}

describe('the cost of input', () => {
  it.each<[string, string, number, Record<string, unknown>?]>([
    ['the size in an input object', '{ paged(input: { first: 9 }) { id } }', 9],
    ['deeper in it', '{ paged(input: { inner: { last: 3 } }) { id } }', 3],
    ['in a variable', 'query ($i: Page) { paged(input: $i) { id } }', 5, { i: { first: 5 } }],
    ['in a variable inside', 'query ($n: Int) { paged(input: { first: $n }) { id } }', 6, { n: 6 }],
    ['its default', '{ sized { id } }', 7],
    ['the default inside', '{ sized(input: {}) { id } }', 8],
    ['one of two', '{ one(last: 2) { id } }', 2],
    ['the default of one of two', '{ either { id } }', 6],
    ['none where none is needed', '{ loose { id } }', 4],
    ['two where they may be', '{ loose(first: 2, last: 3) { id } }', 3],
    ['weights of fields: 10 + 3', '{ found(filter: { text: "x", kind: "y" }) }', 13],
    ['inside each other: 10 + 3 + 3 + 3', '{ found(filter: { text: "x", and: [{ text: "y" }, { text: "z" }] }) }', 19],
    ['in other input objects: 10 + 2 + 3', '{ found(filter: { parts: { year: 1, of: { text: "x" } } }) }', 15],
    ['one value for a list: 3', '{ foundAll(filters: { text: "x" }) }', 3],
    ['of nothing: 10', '{ found(filter: null) }', 10],
    ['without weights: 0', '{ found(plain: { text: "x", inner: { text: "y" } }) }', 0],
    [
      'in variables: 10 + 3 + 2',
      'query ($f: Filter) { found(filter: $f) }',
      15,
      { f: { text: 'x', parts: { year: 1 } } },
    ],
    ['of directives: 5', '{ foundAll @near(metres: 3, exact: true) }', 5],
    ['beside a condition: 5', 'query ($i: Boolean!) { foundAll @include(if: $i) @near(metres: 3) }', 5, { i: true }],
    ['of directives without the argument: 0', '{ foundAll @near(exact: true) }', 0],
  ])('%s', (_, query, total, variables) => {
    expect(inputCost(query, variables)).toBe(total);
  });

  it.each<[string, string, Record<string, unknown>?]>([
    ['no size', '{ one { id } }'],
    ['a size that is null', '{ one(first: null) { id } }'],
    ['two sizes', '{ one(first: 1, last: 2) { id } }'],
    ['two sizes in variables', 'query ($a: Int, $b: Int) { one(first: $a, last: $b) { id } }', { a: 1, b: 2 }],
    ['no size in variables', 'query ($a: Int, $b: Int) { one(first: $a, last: $b) { id } }', {}],
    ['two sizes in an input object', '{ paged(input: { first: 1, inner: { last: 2 } }) { id } }'],
    ['no size in an input object', '{ paged(input: { last: 2 }) { id } }'],
  ])('is refused with %s where one is needed', (_, query, variables) => {
    expect(() => inputCost(query, variables)).toThrow(expect.objectContaining({ code: 'LIST_SIZE_REQUIRED' }));
  });

  it('takes either of two sizes', () => {
    const query = 'query ($a: Int, $b: Int) { one(first: $a, last: $b) { id } }';
    expect([inputCost(query, { a: 3 }), inputCost(query, { a: null, b: 4 })]).toEqual([3, 4]);
  });
});
