import { afterEach, describe, expect, it } from 'vitest';
import { compose, createGateway } from '../../../gateway/index.ts';
import { serveDepartment } from './http-departments.ts';
import { link } from './small-graph.ts';

const owner = `
  type Case @key(fields: "id") { id: ID! next: Case }
  interface Place { name: String }
  type Town implements Place { name: String mayor: String }
  type Village implements Place { name: String committee: String }
  type Judge { name: String }
  union Found = Town | Judge
  type Query { case: Case cases: [Case!] must: Case! size: Int names: [String!] place: Place places: [Place!] found: Found }`;
const court =
  'type Case @key(fields: "id") { id: ID! title: String weight: Int! parties: [Party!] } type Party { name: String }';

let closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  await Promise.all(closing.map(close => close()));
  closing = [];
});

/** What the gateway answers when the departments answer like this, over HTTP. */
async function answerOf(query: string, ownerAnswers: unknown, courtAnswers: unknown) {
  const served = await Promise.all([ownerAnswers, courtAnswers].map(answer => serveDepartment(() => answer)));
  const sdls = [owner, court];
  const services = served.map(({ url }, index) => ({ name: `s${index}`, url, sdl: link + sdls[index]! }));
  const gateway = createGateway({ supergraphSdl: compose(services).supergraphSdl });
  closing.push(() => gateway.close(), ...served.map(({ close }) => close));
  const { data, errors = [] } = await gateway.execute({ query });
  return { data, errors: errors.map(({ path, extensions }) => [path?.join('.'), extensions?.code]) };
}

const aCase = { data: { case: { __typename: 'Case', id: '1' } } };
const twoCases = { data: { cases: ['1', '2'].map(id => ({ __typename: 'Case', id })) } };
const one = '{ case { id title } }';
const both = '{ cases { id title } }';
const noTitle = { case: { id: '1', title: null } };
const noTitles = { cases: ['1', '2'].map(id => ({ id, title: null })) };
const fault = (...paths: string[]) => paths.map(path => [path, 'SUBGRAPH_ERROR']);
const invalid = (path: string) => [[path, 'INVALID_VALUE']];
const isNull = (path: string) => [[path, 'UNEXPECTED_NULL']];

type Lie = [name: string, query: string, owner: unknown, court: unknown, data: unknown, errors: unknown[]];

const lists: Lie[] = [
  [
    'fewer entities than asked',
    both,
    twoCases,
    entities({ title: 'a' }),
    noTitles,
    fault('cases.0.title', 'cases.1.title'),
  ],
  ['more entities than asked', one, aCase, entities({ title: 'a' }, { title: 'b' }), noTitle, fault('case.title')],
  ['an object for the entities', one, aCase, { data: { _entities: { title: 'a' } } }, noTitle, fault('case.title')],
  ['null for the entities', one, aCase, { data: { _entities: null } }, noTitle, fault('case.title')],
  ['no entities', one, aCase, { data: {} }, noTitle, fault('case.title')],
  ['text for an entity', one, aCase, entities('a'), noTitle, fault('case.title')],
  ['a list for an entity', one, aCase, entities([{ title: 'a' }]), noTitle, fault('case.title')],
  [
    'one entity that is none',
    both,
    twoCases,
    entities(7, { title: 'b' }),
    {
      cases: [
        { id: '1', title: null },
        { id: '2', title: 'b' },
      ],
    },
    fault('cases.0.title'),
  ],
  ['null for an entity that it does not know', one, aCase, entities(null), noTitle, []],
];

const types: Lie[] = [
  [
    'another type for an entity',
    one,
    aCase,
    entities({ __typename: 'Party', title: 'a' }),
    noTitle,
    fault('case.title'),
  ],
  [
    'an unknown type for an entity',
    one,
    aCase,
    entities({ __typename: 'Bogus', title: 'a' }),
    noTitle,
    fault('case.title'),
  ],
  [
    'a number for the type of an entity',
    one,
    aCase,
    entities({ __typename: 7, title: 'a' }),
    noTitle,
    fault('case.title'),
  ],
  [
    'an unknown type for an object',
    one,
    { data: { case: { __typename: 'Bogus', id: '1' } } },
    entities({ title: 'a' }),
    { case: null },
    invalid('case'),
  ],
  [
    'another type for an object',
    one,
    { data: { case: { __typename: 'Judge', id: '1' } } },
    entities({ title: 'a' }),
    { case: null },
    invalid('case'),
  ],
  ...['Bogus', 'Judge', 'Case', '__proto__', 'constructor', 7, null, ['Town'], { name: 'Town' }].map((name): Lie => [
    `${JSON.stringify(name)} for a kind of place`,
    '{ place { __typename name } }',
    { data: { place: { __typename: name, name: 'x' } } },
    {},
    { place: null },
    invalid('place'),
  ]),
  [
    'a type that is not of the union',
    '{ found { ... on Town { mayor } } }',
    { data: { found: { __typename: 'Village', mayor: 'x' } } },
    {},
    { found: null },
    invalid('found'),
  ],
  [
    'an unknown kind in a list without nulls',
    '{ places { ... on Town { mayor } } }',
    { data: { places: [{ __typename: 'Town', mayor: 'x' }, { __typename: 'Bogus' }] } },
    {},
    { places: null },
    invalid('places.1'),
  ],
];

const shapes: Lie[] = [
  ['an object for a list', '{ cases { id } }', { data: { cases: { id: '1' } } }, {}, { cases: null }, invalid('cases')],
  ['a list for an object', '{ case { id } }', { data: { case: [{ id: '1' }] } }, {}, { case: null }, invalid('case')],
  ['text for an object', '{ case { id } }', { data: { case: 'x' } }, {}, { case: null }, invalid('case')],
  ['text for a list', '{ names }', { data: { names: 'x' } }, {}, { names: null }, invalid('names')],
  ['an object for text', '{ names }', { data: { names: [{ a: 1 }] } }, {}, { names: null }, invalid('names.0')],
  ['a list for a number', '{ size }', { data: { size: [1] } }, {}, { size: null }, invalid('size')],
  ['text for a number', '{ size }', { data: { size: '1' } }, {}, { size: null }, invalid('size')],
  ['a number that is too large', '{ size }', { data: { size: 2 ** 31 } }, {}, { size: null }, invalid('size')],
  [
    'an object where entities are looked for',
    one,
    { data: { case: 'x' } },
    entities(),
    { case: null },
    invalid('case'),
  ],
  [
    'lists of lists where entities are looked for',
    both,
    { data: { cases: [[{ __typename: 'Case', id: '1' }]] } },
    entities({ title: 'a' }),
    { cases: null },
    invalid('cases.0'),
  ],
  [
    'an object for a list of an entity',
    '{ case { parties { name } } }',
    aCase,
    entities({ parties: { name: 'x' } }),
    { case: { parties: null } },
    invalid('case.parties'),
  ],
  ['text for data', '{ size }', { data: 'text' }, {}, { size: null }, fault('size')],
  ['a list for data', '{ size }', { data: [1] }, {}, { size: null }, fault('size')],
  ['data without the field', '{ size names }', { data: { size: 1 } }, {}, { size: 1, names: null }, fault('names')],
  [
    'a list of nothing for errors',
    '{ size }',
    { data: { size: 1 }, errors: [null] },
    {},
    { size: null },
    fault('size'),
  ],
  ['text for errors', '{ size }', { data: { size: 1 }, errors: 'x' }, {}, { size: null }, fault('size')],
  [
    'a number for a path',
    '{ size }',
    { data: null, errors: [{ message: 'x', path: 7 }] },
    {},
    { size: null },
    fault('size'),
  ],
];

const nulls: Lie[] = [
  ['null for an object', '{ size must { id } }', { data: { size: 1, must: null } }, {}, null, isNull('must')],
  [
    'null for a value',
    '{ size case { id } }',
    { data: { size: 1, case: { id: null } } },
    {},
    { size: 1, case: null },
    isNull('case.id'),
  ],
  ['nothing for a value', '{ case { id } }', { data: { case: {} } }, {}, { case: null }, isNull('case.id')],
  ['null in a list', '{ names }', { data: { names: ['x', null] } }, {}, { names: null }, isNull('names.1')],
  [
    'null for a value of an entity',
    '{ case { weight } }',
    aCase,
    entities({ weight: null }),
    { case: null },
    isNull('case.weight'),
  ],
  [
    'nothing for a value of an entity',
    '{ case { weight } }',
    aCase,
    entities({}),
    { case: null },
    isNull('case.weight'),
  ],
];

function entities(...list: unknown[]) {
  return { data: { _entities: list } };
}

describe.each([
  ['lists of a wrong length', lists],
  ['types', types],
  ['shapes', shapes],
  ['nulls where none may be', nulls],
])('a department that lies: %s', (_, lies) => {
  it.each(lies)('%s', async (_name, query, ownerAnswers, courtAnswers, data, errors) => {
    expect(await answerOf(query, ownerAnswers, courtAnswers)).toEqual({ data, errors });
  });
});

describe('a department that answers with keys of every object', () => {
  it('changes no object but its own', async () => {
    const data = JSON.parse(
      '{ "size": 1, "__proto__": { "polluted": 1 }, "constructor": { "prototype": { "polluted": 1 } } }',
    );
    expect(await answerOf('{ size }', { data }, {})).toEqual({ data: { size: 1 }, errors: [] });
    const entity = JSON.parse('{ "title": "a", "__proto__": { "polluted": 1 } }');
    expect(await answerOf(one, aCase, entities(entity))).toEqual({
      data: { case: { id: '1', title: 'a' } },
      errors: [],
    });
    expect(Object.keys(Object.prototype)).toEqual([]);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });
});
