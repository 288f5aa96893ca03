import { describe, expect, it } from 'vitest';
import { smallGateway } from './small-graph.ts';

const sdl = (name: string): string => `
  type Case @key(fields: "id") { id: ID! ${name}Count: Int! }
  type Query { ${name}: Int }
  type Mutation { ${name}Add(n: Int): Case! ${name}Fail: Case! ${name}Try: Case }`;

/** Two departments that count their mutations; `fail` is null where none may be. */
function counting() {
  const done: string[] = [];
  const log: string[] = [];
  const resolvers = (name: string) => {
    const mutation =
      (field: string) =>
      (_: never, { n }: { n?: number }) => {
        done.push(`${name}.${field}${n ?? ''}`);
        return field === 'add' ? { id: String(n === 404 ? n : done.length) } : null;
      };
    return {
      Mutation: { [`${name}Add`]: mutation('add'), [`${name}Fail`]: mutation('fail'), [`${name}Try`]: mutation('try') },
      Case: { [`${name}Count`]: ({ id }: { id: string }) => (id === '404' ? null : done.length) },
    };
  };
  const departments = ['a', 'b'].map(name => ({ sdl: sdl(name), resolvers: resolvers(name) }));
  return { gateway: smallGateway(departments, log), done, log };
}

describe('mutations', () => {
  it.each([
    ['mutation { aAdd { id } bFail { id } aTry { id } bAdd { id } }', ['a.add', 'b.fail'], ['bFail']],
    ['mutation { x: aFail { id } __typename bAdd { id } }', ['a.fail'], ['x']],
    ['mutation { ... on Mutation { aAdd { id } } bFail { id } aAdd { aCount } }', ['a.add', 'b.fail'], ['bFail']],
  ])('stop after one whose null takes the whole answer: %s', async (query, expected, paths) => {
    const { gateway, done } = counting();
    const { data, errors } = await gateway.execute({ query });
    expect(data).toBeNull();
    expect(errors?.map(({ path }) => path?.join('.'))).toEqual(paths);
    expect(done).toEqual(expected);
  });

  it('stop where the null comes from another department', async () => {
    const { gateway, done } = counting();
    const { data, errors } = await gateway.execute({
      query: 'mutation { aAdd(n: 404) { id bCount } bAdd { id } aTry { id } }',
    });
    expect(data).toBeNull();
    expect(errors?.map(({ path }) => path?.join('.'))).toEqual(['aAdd.bCount']);
    expect(done).toEqual(['a.add404']);
  });

  it('go on after one that may be null', async () => {
    const { gateway, done } = counting();
    expect(await gateway.execute({ query: 'mutation { aTry { id } bAdd { id } bTry { id } }' })).toEqual({
      data: { aTry: null, bAdd: { id: '2' }, bTry: null },
    });
    expect(done).toEqual(['a.try', 'b.add', 'b.try']);
  });

  it('are one request where one department answers neighbours alone', async () => {
    const { gateway, done, log } = counting();
    const query = `mutation ($n: Int) { x: aAdd(n: 1) { id } aAdd(n: $n) { aCount } bAdd { id } aTry { id } y: aAdd(n: 3) { aCount bCount }
      z: aAdd(n: 4) { id } }`;
    expect(await gateway.execute({ query, variables: { n: 2 } })).toEqual({
      data: {
        x: { id: '1' },
        aAdd: { aCount: 2 },
        bAdd: { id: '3' },
        aTry: null,
        y: { aCount: 5, bCount: 5 },
        z: { id: '6' },
      },
    });
    expect(done).toEqual(['a.add1', 'a.add2', 'b.add', 'a.try', 'a.add3', 'a.add4']);
    expect(log.map(one => /^\w+/.exec(one)?.[0])).toEqual([
      'mutation',
      'mutation',
      'mutation',
      'mutation',
      'query',
      'mutation',
    ]);
  });

  it('are not repeated in the request after one that failed', async () => {
    const { gateway, done, log } = counting();
    const { data } = await gateway.execute({ query: 'mutation { aAdd { id } aFail { id } aTry { id } bAdd { id } }' });
    expect(data).toBeNull();
    expect(done).toEqual(['a.add', 'a.fail']);
    expect(log.length).toBe(1);
  });
});
