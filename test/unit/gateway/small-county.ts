import { buildSubgraphSchema } from '@apollo/subgraph';
import {
  type GraphQLFieldResolver,
  type GraphQLSchema,
  type GraphQLTypeResolver,
  execute,
  isAbstractType,
  isObjectType,
  parse,
} from 'graphql';
import { type Transport, apiSchema, compose, inProcessTransport } from '../../../gateway/index.ts';

type Resolver = GraphQLFieldResolver<Record<string, unknown>, { readonly subject?: string }>;
type Resolvers = Record<string, Record<string, Resolver>>;
type Row = Record<string, unknown> & { readonly __typename: string };

/** One department of the test county: what it serves, and how. */
interface Department {
  readonly sdl: string;
  readonly resolvers: Resolvers;
}

const link = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9",
  import: ["@key", "@external", "@requires", "@provides", "@shareable", "@interfaceObject", "@inaccessible"])\n`;

const places: Row[] = [
  place('County', '330000', '枫溪县', null, 560000, { governor: '张' }),
  place('Town', '330000001', '城关镇', '330000', 80000, { isSubdistrict: false }),
  place('Town', '330000002', '东街道', '330000', 30000, { isSubdistrict: true }),
  place('Village', '330000001001', '桥头村', '330000001', 3000, { committee: null }),
  place('Village', '330000002001', '河口社区', '330000002', null, { committee: '河口居委会' }),
  place('Grid', '330000001001001', '第一网格', '330000001001', 300, { households: 90 }),
];
const events: Row[] = [
  { __typename: 'GridEvent', id: 'e1', kind: 'NOISE', place: '330000001001001', note: '夜间施工' },
  { __typename: 'GridEvent', id: 'e2', kind: 'BROKEN', place: '330000001001001', note: null },
  { __typename: 'GridEvent', id: 'e3', kind: 'SECRET', place: null, note: 'ok' },
];
const disputes: Row[] = [
  dispute('d1', 'LAND', '330000001001', 1200.5, { mediator: '王', agreed: true }),
  dispute('d2', 'FAMILY', '330000001001001', 10, null),
  dispute('d3', 'LAND', '330000001', 0, { mediator: null, agreed: false }),
];
const lawsuits: Row[] = [
  lawsuit('l1', 'd1', '330000001', 'CLOSED', {
    __typename: 'Judgment',
    article: 12,
    text: '判决',
    inFavour: 'PLAINTIFF',
  }),
  lawsuit('l2', 'd1', '330000001001', 'OPEN', { __typename: 'Settlement', paid: 99.5, text: 7 }),
  lawsuit('l3', 'd3', null, 'LOST_FILE', null),
];

function place(
  type: string,
  code: string,
  name: string,
  parent: string | null,
  population: number | null,
  more: object,
): Row {
  return { __typename: type, code, name, parent, population, level: type.toUpperCase(), ...more };
}
function dispute(id: string, kind: string, place: string, amount: number, mediation: object | null): Row {
  const parties = [['甲', '乙'], ['丙']];
  return { __typename: 'Dispute', id, kind, place, amount, mediation, parties: id === 'd3' ? [['甲', null]] : parties };
}
function lawsuit(id: string, disputeId: string, place: string | null, status: string, outcome: object | null): Row {
  return { __typename: 'Lawsuit', id, dispute: disputeId, place, status, outcome };
}
const byKey = (rows: Row[], key: string, value: unknown): Row | null => rows.find(row => row[key] === value) ?? null;
const placeOf: Resolver = row => byKey(places, 'code', row.place);
const refOf =
  (type: string, key: string, field: string): Resolver =>
  row =>
    row[field] === null ? null : { __typename: type, [key]: row[field] };

const placeFields = `code: ID! name: String! level: PlaceLevel! parent: Place children: [Place!]! population: Int`;
const placeResolvers: Record<string, Resolver> = {
  parent: row => byKey(places, 'code', row.parent),
  children: row => places.filter(child => child.parent === row.code),
  __resolveReference: ref => byKey(places, 'code', ref.code),
};

const grid: Department = {
  sdl: `
    enum PlaceLevel { COUNTY TOWN VILLAGE GRID }
    interface Place @key(fields: "code") { ${placeFields} }
    type County implements Place @key(fields: "code") { ${placeFields} governor: String }
    type Town implements Place @key(fields: "code") { ${placeFields} isSubdistrict: Boolean! }
    type Village implements Place @key(fields: "code") { ${placeFields} committee: String! }
    type Grid implements Place @key(fields: "code") { ${placeFields} households: Int }
    enum EventKind { NOISE BROKEN SECRET @inaccessible }
    type GridEvent @key(fields: "id") { id: ID! kind: EventKind place: Place note: String! }
    union Found = County | Town | Village | Grid | GridEvent
    type Query {
      place(code: ID!): Place
      places(level: PlaceLevel): [Place!]!
      placeTable: [[Place]!]
      gridEvent(id: ID!): GridEvent
      strictEvent(id: ID!): GridEvent!
      events: [GridEvent]
      search: [Found!]!
      numbers: [[Int!]]
      whoami: String
      broken: String
    }`,
  resolvers: {
    Query: {
      place: (_, args) => byKey(places, 'code', args.code),
      places: (_, args) => places.filter(row => !args.level || row.level === args.level),
      placeTable: () => [places.slice(0, 2), [null, places[3]]],
      gridEvent: (_, args) => byKey(events, 'id', args.id),
      strictEvent: (_, args) => byKey(events, 'id', args.id),
      events: () => events,
      search: () => [...places.slice(0, 4), ...events.slice(0, 1)],
      numbers: () => [[1, 2], [3, null], null],
      whoami: (_, __, context) => context.subject ?? null,
      broken: () => {
        throw new Error('SELECT * FROM T_SECRET at 10.1.2.3');
      },
    },
    County: placeResolvers,
    Town: placeResolvers,
    Village: placeResolvers,
    Grid: placeResolvers,
    Place: { __resolveReference: ref => byKey(places, 'code', ref.code) },
    GridEvent: { place: placeOf, __resolveReference: ref => byKey(events, 'id', ref.id) },
  },
};

const justice: Department = {
  sdl: `
    enum DisputeKind { LAND FAMILY }
    type Place @key(fields: "code") @interfaceObject {
      code: ID!
      population: Int @external
      disputes(kind: DisputeKind): [Dispute!]
      disputesPer10k: Float @requires(fields: "population")
      hotline: String!
    }
    type Dispute @key(fields: "id") {
      id: ID! kind: DisputeKind! amount: Float! place: Place mediation: Mediation parties: [[String!]!]
    }
    type Mediation { mediator: String agreed: Boolean! }
    input DisputeFilter { kinds: [DisputeKind!] above: Float = 0 }
    type Query { dispute(id: ID!): Dispute disputes(filter: DisputeFilter): [Dispute!]! }
    type Mutation { raise(id: ID!, by: Float!): Dispute }`,
  resolvers: {
    Query: {
      dispute: (_, args) => byKey(disputes, 'id', args.id),
      disputes: (_, args) =>
        disputes.filter(
          row =>
            (!args.filter?.kinds || args.filter.kinds.includes(row.kind)) &&
            Number(row.amount) >= (args.filter?.above ?? 0),
        ),
    },
    Mutation: {
      raise: (_, args) => {
        const row = byKey(disputes, 'id', args.id);
        return row && { ...row, amount: Number(row.amount) + args.by };
      },
    },
    Place: {
      __resolveReference: ref => ref,
      disputes: (row, args) =>
        disputes.filter(
          one => String(one.place).startsWith(String(row.code)) && (!args.kind || one.kind === args.kind),
        ),
      disputesPer10k: row => {
        if (row.population === null || row.population === undefined) return null;
        const count = disputes.filter(one => String(one.place).startsWith(String(row.code))).length;
        return (count / Number(row.population)) * 10000;
      },
      hotline: row => (row.code === '330000002' ? null : `1${String(row.code).slice(-3)}`),
    },
    Dispute: { __resolveReference: ref => byKey(disputes, 'id', ref.id), place: refOf('Place', 'code', 'place') },
  },
};

const court: Department = {
  sdl: `
    enum LawsuitStatus { OPEN CLOSED }
    type Place @key(fields: "code") @interfaceObject { code: ID! courtCases: [Lawsuit!] }
    type Dispute @key(fields: "id") {
      id: ID! amount: Float! @external lawsuits: [Lawsuit!] fee: Float @requires(fields: "amount")
    }
    type Lawsuit @key(fields: "id") {
      id: ID! status: LawsuitStatus dispute: Dispute place: Place outcome: Outcome
      fails: String refused: String
    }
    enum Side { PLAINTIFF DEFENDANT }
    type Judgment { article: Int! text: String inFavour: Side }
    type Settlement { paid: Float! text: Int }
    union Outcome = Judgment | Settlement
    type Query { lawsuit(id: ID!): Lawsuit lawsuits: [Lawsuit!] }
    type Mutation { fileLawsuit(dispute: ID!): Lawsuit }`,
  resolvers: {
    Query: { lawsuit: (_, args) => byKey(lawsuits, 'id', args.id), lawsuits: () => lawsuits },
    Mutation: { fileLawsuit: (_, args) => byKey(lawsuits, 'dispute', args.dispute) },
    Place: { __resolveReference: ref => ref, courtCases: row => lawsuits.filter(one => one.place === row.code) },
    Dispute: {
      __resolveReference: ref => ref,
      lawsuits: row => lawsuits.filter(one => one.dispute === row.id),
      fee: row => Number(row.amount) * 0.02,
    },
    Lawsuit: {
      __resolveReference: ref => byKey(lawsuits, 'id', ref.id),
      dispute: refOf('Dispute', 'id', 'dispute'),
      place: refOf('Place', 'code', 'place'),
      fails: () => {
        throw new Error('connect ECONNREFUSED 10.1.2.3:3306');
      },
      refused: () => {
        throw Object.assign(new Error('Expected a right to read this, got none; ask the court.'), {
          extensions: { code: 'NOT_ALLOWED', stacktrace: ['secret'] },
        });
      },
    },
  },
};

/** The departments of the test county by name. */
export const departments: Record<string, Department> = { grid, justice, court };

/** The executable subgraph of a department. */
export function subgraphSchema(name: string): GraphQLSchema {
  const { sdl, resolvers } = departments[name]!;
  return buildSubgraphSchema([{ typeDefs: parse(link + sdl), resolvers: resolvers as never }]);
}

/** `urls` by department; without it addresses that nobody answers. */
export function supergraph(urls: Record<string, string> = {}): string {
  const services = Object.entries(departments).map(([name, { sdl }]) => ({
    name,
    url: urls[name] ?? 'http://127.0.0.1:9/graphql',
    sdl: link + sdl,
  }));
  return compose(services).supergraphSdl;
}

/** A department that answers inside this process. `log` receives each request it gets. */
export function departmentTransport(name: string, log: { query: string; variables: unknown }[] = []): Transport {
  const schema = subgraphSchema(name);
  return inProcessTransport(async (request, context) => {
    log.push({ query: request.query, variables: request.variables });
    const result = await execute({
      schema,
      document: parse(request.query),
      variableValues: request.variables,
      operationName: request.operationName,
      contextValue: { subject: context.identity?.subject },
    });
    return JSON.parse(JSON.stringify(result));
  });
}

export function departmentTransports(): Map<string, Transport> {
  return new Map(Object.keys(departments).map(name => [name, departmentTransport(name)]));
}

/** The same county as one graphql-js schema: what every answer of the gateway is compared with. */
export function monolith(): GraphQLSchema {
  const schema = apiSchema(supergraph());
  for (const type of Object.values(schema.getTypeMap())) {
    if (isAbstractType(type)) type.resolveType = (({ __typename: name }) => name) as GraphQLTypeResolver<Row, unknown>;
    if (!isObjectType(type)) continue;
    const names = ['County', 'Town', 'Village', 'Grid'].includes(type.name) ? [type.name, 'Place'] : [type.name];
    for (const field of Object.values(type.getFields())) {
      const resolvers = Object.values(departments).flatMap(({ resolvers }) =>
        names.map(name => resolvers[name]?.[field.name]),
      );
      const resolve = resolvers.find(one => one !== undefined);
      if (resolve) field.resolve = field.name === 'place' || field.name === 'dispute' ? whole(resolve) : resolve;
    }
  }
  return schema;
}

/** In one schema a reference is the row itself. */
function whole(resolve: Resolver): Resolver {
  return (source, args, context, info) => {
    const row = resolve(source, args, context, info) as Row | null;
    if (row === null) return null;
    const { __typename: type, code, id } = row;
    if (type === 'Place') return byKey(places, 'code', code);
    return type === 'Dispute' ? byKey(disputes, 'id', id) : row;
  };
}
