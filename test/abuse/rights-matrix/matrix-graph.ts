import { type Gateway, type Transport, compose, createGateway, inProcessTransport } from '../../../gateway/index.ts';
import { type SmallDepartment, departmentAnswer } from '../../unit/gateway/small-graph.ts';

/** How the directives of federation and of authorization are called. */
export const namings = ['plain', 'renamed', 'not imported'] as const;
export type Naming = (typeof namings)[number];

/** A directive of authorization, with its arguments; the public meets none of them. */
export const directives = {
  authenticated: '',
  requiresScopes: '(scopes: [["a", "b"], ["read"]])',
  policy: '(policies: [["reader"]])',
} as const;
export type Directive = keyof typeof directives;

/** What no answer may hold. */
export const secret = 'topsecret';

const kit = `list(filter: LawsuitFilter, orderBy: LawsuitOrder, after: String): LawsuitList
  stats(by: [LawsuitDimension!], measures: [LawsuitMeasure!]): [String]`;

/** What whoever may name the secret gets out of the kit. */
const kitResolvers = {
  list: (_: unknown, args: object) => {
    const told = /secret/i.test(JSON.stringify(args)) ? secret : 'open';
    return { nodes: [{ id: told }], edges: [{ cursor: told }] };
  },
  stats: (_: unknown, args: object) => [/secret/i.test(JSON.stringify(args)) ? secret : 'open'],
};

const lawsuit = { __typename: 'Lawsuit', id: 'l1', secret, open: 'open' };

/** Departments that give everything to everybody: what keeps the secret is the gateway alone. */
function departments(auth: string): Record<string, SmallDepartment> {
  return {
    court: {
      sdl: `interface Record { id: ID! secret: String ${kit} }
        type Lawsuit implements Record @key(fields: "id") { id: ID! secret: String ${auth} open: String ${kit} }
        type Auction implements Record @key(fields: "id") { id: ID! secret: String ${auth} ${kit} }
        union Item = Lawsuit | Auction
        type Place @interfaceObject @key(fields: "code") { code: ID! secret: String ${kit} }
        input LawsuitFilter { id: ID secret: String } enum LawsuitOrder { ID_ASC SECRET_ASC }
        enum LawsuitDimension { KIND SECRET } enum LawsuitMeasure { FILED SECRETS }
        type LawsuitList { nodes: [LawsuitNode] edges: [LawsuitEdge] } type LawsuitNode { id: ID } type LawsuitEdge { cursor: String }
        type Query { lawsuit: Lawsuit lawsuitById(id: ID!): Lawsuit record: Record item: Item }`,
      resolvers: {
        Query: { lawsuit: () => lawsuit, lawsuitById: () => lawsuit, record: () => lawsuit, item: () => lawsuit },
        Lawsuit: { ...kitResolvers, __resolveReference: () => lawsuit },
        Auction: { ...kitResolvers },
        Place: { ...kitResolvers, __resolveReference: (place: object) => ({ ...place, secret }) },
      },
    },
    people: {
      sdl: `type Judge { lawsuit: Lawsuit } type Lawsuit @key(fields: "id") { id: ID! } type Query { judge: Judge }`,
      resolvers: { Query: { judge: () => ({ lawsuit: { id: 'l1' } }) } },
    },
    fees: {
      sdl: `type Lawsuit @key(fields: "id") { id: ID! secret: String @external fee: String @requires(fields: "secret") ${auth} }`,
      resolvers: {
        Lawsuit: { __resolveReference: (one: { secret: string }) => ({ ...one, fee: `for ${one.secret}` }) },
      },
    },
    grid: {
      sdl: `interface Place @key(fields: "code") { code: ID! } type Town implements Place @key(fields: "code") { code: ID! }
        type Query { place: Place }`,
      resolvers: {
        Query: { place: () => ({ __typename: 'Town', code: '1' }) },
        Place: { __resolveReference: () => ({ __typename: 'Town', code: '1' }) },
      },
    },
  };
}

/** The composer refuses an interface object whose two directives have other names; these keep theirs. */
const federation = ['external', 'requires'];
const url = 'https://specs.apollo.dev/federation/v2.9';

/** A department's schema with federation's directives under their names here. */
function named(sdl: string, directive: Directive, naming: Naming): { readonly begin: string; readonly sdl: string } {
  const called = (name: string) =>
    ({ plain: name, renamed: `my_${name}`, 'not imported': `federation__${name}` })[naming];
  const importing = {
    plain: (name: string) => `"@${name}"`,
    renamed: (name: string) => `{ name: "@${name}", as: "@${called(name)}" }`,
  };
  const imports = naming === 'not imported' ? [] : federation.map(importing[naming]);
  const begin = `extend schema @link(url: "${url}", import: [${['"@key"', '"@interfaceObject"', ...imports, `"@${directive}"`].join(', ')}])\n`;
  return {
    begin,
    sdl: sdl.replaceAll(/@(external|requires)\b/g, (_, name: string) => `@${called(name)}`),
  };
}

/** The supergraph with the directive under its name here, and as no composer would write it: where it says least. */
function protect(supergraphSdl: string, directive: Directive, naming: Naming): string {
  const use = `@${directive}${directives[directive]}`;
  const least = supergraphSdl
    // At the interface object only, and not at the types behind it.
    .replace(/interface Place[^{]*\{[^}]*secret: String[^\n]*/, `$& ${use}`)
    // At what is required, and not at what requires it.
    .replace(/(fee: String @join__field\([^)]*\)) @\w+(\([^)]*\))?/, '$1');
  if (least.split(use).length - 1 < 3) throw new Error('Expected a supergraph with the directive.');
  if (naming === 'plain') return least;
  const called = naming === 'renamed' ? 'locked' : `federation__${directive}`;
  return least
    .replaceAll(new RegExp(`@${directive}\\b`, 'g'), `@${called}`)
    .replace(
      new RegExp(`(@link\\(url: "[^"]*/${directive}/v0.1")`),
      `$1, import: [{ name: "@${directive}", as: "@${called}" }]`,
    );
}

export interface MatrixGraph {
  readonly gateway: Gateway;
  /** What departments were asked, with variables. */
  readonly asked: string[];
}

/** Names of the secret by which the court says that the public may not filter, order, group and count. */
const uses = ['LawsuitFilter.secret', 'LawsuitOrder.SECRET_ASC', 'LawsuitDimension.SECRET', 'LawsuitMeasure.SECRETS'];

export function matrixGraph(directive: Directive, naming: Naming): MatrixGraph {
  const asked: string[] = [];
  const all = Object.entries(departments(`@${directive}${directives[directive]}`)).map(([name, { sdl, ...rest }]) => ({
    name,
    ...rest,
    ...named(sdl, directive, naming),
  }));
  const transports = all.map(({ name, begin, ...department }): [string, Transport] => {
    const answer = departmentAnswer(department, begin);
    const refusals = [{ code: 'FORBIDDEN_FIELD', message: 'Not granted.', coordinates: uses }];
    const transport = inProcessTransport(
      request => {
        asked.push(`${name}: ${request.query} ${JSON.stringify(request.variables)}`);
        return answer(request);
      },
      { rights: ({ identity }) => Promise.resolve({ version: '1', refusals: identity === undefined ? refusals : [] }) },
    );
    return [name, transport];
  });
  const services = all.map(({ name, begin, sdl }) => ({ name, url: 'http://127.0.0.1:9/', sdl: begin + sdl }));
  const supergraphSdl = protect(compose(services).supergraphSdl, directive, naming);
  return { gateway: createGateway({ supergraphSdl, transports: new Map(transports) }), asked };
}
