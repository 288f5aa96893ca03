import { describe, expect, it } from 'vitest';
import { compose, composeOrTell } from '../../../../gateway/index.ts';

const usual = '"@key", "@external", "@requires", "@shareable", "@interfaceObject"';
const link = (...more: string[]): string =>
  `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: [${[usual, ...more].join(', ')}])\n`;
const auth = link('"@authenticated"', '"@requiresScopes"', '"@policy"');
const service = (name: string, sdl: string) => ({ name, url: `http://127.0.0.1/${name}`, sdl });

/** Code, department and coordinate of what is refused in two departments. */
function faultsOf(court: string, justice = '', options = {}): (string | undefined)[][] {
  const services = [service('court', court), ...(justice === '' ? [] : [service('justice', justice)])];
  const { faults, supergraphSdl } = composeOrTell(services, options);
  expect(supergraphSdl === undefined).toBe(faults.length > 0);
  return faults.map(({ code, department, coordinate }) => [code, department, coordinate]);
}

const lawsuit = 'type Query { lawsuit: Lawsuit } type Lawsuit @key(fields: "id") { id: ID!';

describe('authorization directives', () => {
  it('are taken as federation names them, on object types, fields, enums and scalars', () => {
    const court = `${auth} scalar Text @authenticated enum Kind @policy(policies: [["k"]]) { A }
      ${lawsuit} secret: Text @requiresScopes(scopes: [["s"]]) kind: Kind } type Party @authenticated { name: String @shareable }`;
    expect(faultsOf(court)).toEqual([]);
  });

  it.each([
    ['authenticated', '@login'],
    ['requiresScopes', '@login(scopes: [["s"]])'],
    ['policy', '@login(policies: [["p"]])'],
  ])('@%s is refused under another name', (name, use) => {
    const court = `${link(`{ name: "@${name}", as: "@login" }`)} ${lawsuit} secret: Int ${use} }`;
    expect(faultsOf(court)).toEqual([['AUTH_DIRECTIVE_RENAMED', 'court', '@login']]);
  });

  it.each([
    ['declared by the department itself', link(), 'directive @authenticated on FIELD_DEFINITION', '@authenticated'],
    ['in its full name', link(), '', '@federation__authenticated'],
    [
      'imported from elsewhere',
      `${link()} extend schema @link(url: "https://example.com/login/v1.0", import: ["@authenticated"])`,
      'directive @authenticated on FIELD_DEFINITION',
      '@authenticated',
    ],
  ])('one %s is refused', (_, links, declared, use) => {
    const found = faultsOf(`${links} ${declared} ${lawsuit} secret: Int ${use} }`);
    expect(found).toContainEqual(['AUTH_DIRECTIVE_NOT_IMPORTED', 'court', 'Lawsuit.secret']);
  });

  it.each([
    ['an interface', 'interface Record @authenticated { id: ID! }', 'Record'],
    ['an extension of one', 'interface Record { id: ID! } extend interface Record @authenticated', 'Record'],
    ['a field of one', 'interface Record { id: ID! @policy(policies: [["p"]]) }', 'Record.id'],
  ])('on %s is refused', (_, sdl, coordinate) => {
    const court = `${auth} ${sdl} type Query { lawsuit: Record } type Lawsuit implements Record @key(fields: "id") { id: ID! }`;
    expect(faultsOf(court)).toEqual([['AUTH_REQUIREMENTS_APPLIED_ON_INTERFACE', 'court', coordinate]]);
  });

  const place = `type Query { place: Place } interface Place @key(fields: "code") { code: ID! people: Int }`;
  it('on a field of an @interfaceObject is refused', () => {
    const grid = `${auth} ${place} type Grid implements Place @key(fields: "code") { code: ID! people: Int }`;
    const justice = `${auth} type Place @interfaceObject @key(fields: "code") { code: ID! cases: Int @authenticated }`;
    const expected = [['AUTH_REQUIREMENTS_APPLIED_ON_INTERFACE', 'justice', 'Place.cases']];
    expect(faultsOf(grid, justice)).toEqual(expected);
  });

  it.each([
    ['a protected field', 'people: Int @authenticated', ''],
    ['a field of a protected type', 'people: Int', '@policy(policies: [["p"]])'],
  ])('must not be evaded by the @requires of an @interfaceObject: %s', (_, people, onType) => {
    const grid = `${auth} ${place} type Grid implements Place @key(fields: "code") ${onType} { code: ID! ${people} }`;
    const justice = `${auth} type Place @interfaceObject @key(fields: "code") {
      code: ID! people: Int @external cases: Float @requires(fields: "people") }`;
    const expected = [['MISSING_TRANSITIVE_AUTH_REQUIREMENTS', 'justice', 'Place.cases']];
    expect(faultsOf(grid, justice)).toEqual(expected);
  });

  it.each([
    ['secret: Int @authenticated', 'fee: Int @requires(fields: "secret")', true],
    ['secret: Int @authenticated', 'fee: Int @requires(fields: "secret") @authenticated', false],
    [
      'secret: Int @requiresScopes(scopes: [["a", "b"]])',
      'fee: Int @requires(fields: "secret") @requiresScopes(scopes: [["a"]])',
      true,
    ],
  ])('must not be evaded by @requires: %s, %s', (secret, fee, isRefused) => {
    const justice = `${auth} type Lawsuit @key(fields: "id") { id: ID! secret: Int @external ${fee} }`;
    const codes = faultsOf(`${auth} ${lawsuit} ${secret} }`, justice).map(([code]) => code);
    expect(codes).toEqual(isRefused ? ['MISSING_TRANSITIVE_AUTH_REQUIREMENTS'] : []);
  });

  it('are checked by compose, which names code, department and coordinate', () => {
    const court = `${link('{ name: "@policy", as: "@p" }')} ${lawsuit} }`;
    expect(() => compose([service('court', court)])).toThrow(
      expect.objectContaining({
        code: 'COMPOSITION_FAILED',
        message: expect.stringMatching(/AUTH_DIRECTIVE_RENAMED: \[court\] .*@p/),
      }),
    );
  });
});

const foreign = (coordinate: string, department: string) => [['FOREIGN_FIELD_NOT_NULL', department, coordinate]];

describe('a field of another department', () => {
  const isolated = { isolated: true };

  it('must be one that can be null, whoever adds it', () => {
    const court = `${link()} ${lawsuit} opened: String! }`;
    const justice = `${link()} type Lawsuit @key(fields: "id") { id: ID! mediated: Boolean }`;
    expect(faultsOf(court, justice, isolated)).toEqual(foreign('Lawsuit.opened', 'court'));
    expect(faultsOf(court.replace('!  }', ' }').replace('String!', 'String'), justice, isolated)).toEqual([]);
    const strict = justice.replace('Boolean', 'Boolean!');
    expect(faultsOf(court.replace('String!', 'String'), strict, isolated)).toEqual(
      foreign('Lawsuit.mediated', 'justice'),
    );
  });

  it('may be non-null where no other department knows the type, or every one brings the field', () => {
    expect(faultsOf(`${link()} ${lawsuit} opened: String! }`, '', isolated)).toEqual([]);
    const both = `type Lawsuit @key(fields: "id") { id: ID! opened: String! @shareable }`;
    expect(faultsOf(`${link()} type Query { lawsuit: Lawsuit } ${both}`, `${link()} ${both}`, isolated)).toEqual([]);
  });

  it('must be one that can be null behind an @interfaceObject too', () => {
    const grid = `${link()} type Query { place: Place } interface Place @key(fields: "code") { code: ID! }
      type Grid implements Place @key(fields: "code") { code: ID! households: Int! }`;
    const justice = `${link()} type Place @interfaceObject @key(fields: "code") { code: ID! }`;
    expect(faultsOf(grid, justice, isolated)).toEqual(foreign('Grid.households', 'court'));
  });

  it('must be one that can be null at the root', () => {
    const justice = `${link()} type Query { disputes: [Int!] count: Int! }`;
    expect(faultsOf(`${link()} ${lawsuit} }`, justice, isolated)).toEqual(foreign('Query.count', 'justice'));
  });
});
