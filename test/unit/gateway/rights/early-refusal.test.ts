import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import {
  type GatewayOptions,
  type Transport,
  compose,
  createGateway,
  inProcessTransport,
} from '../../../../gateway/index.ts';
import { identityOfRole } from '../../../../lib/kernel/identity.ts';
import { departmentAnswer } from '../small-graph.ts';
import { link } from './protected-graph.ts';

const court = {
  sdl: `type Query { lawsuits(filter: LawsuitFilter, orderBy: LawsuitOrder = ID_ASC): [Lawsuit] open: Int }
    input LawsuitFilter { amount: Int any: [LawsuitFilter!] id: ID } enum LawsuitOrder { ID_ASC AMOUNT_ASC }
    type Lawsuit @key(fields: "id") { id: ID! amount: Int shared: Int @shareable }`,
  resolvers: {
    Query: { lawsuits: () => [{ id: 'l1', amount: 7, shared: 8 }], open: () => 1 },
    Lawsuit: { __resolveReference: () => ({ id: 'l1', amount: 7, shared: 8 }) },
  },
};
const archive = {
  sdl: `type Lawsuit @key(fields: "id") { id: ID! shared: Int @shareable box: Int }`,
  resolvers: { Lawsuit: { __resolveReference: () => ({ id: 'l1', shared: 8, box: 9 }) } },
};

const refusal = (...coordinates: string[]) => ({ code: 'FORBIDDEN_FIELD', message: 'Not granted.', coordinates });
const said = (version: string, ...coordinates: string[]) => ({ version, refusals: [refusal(...coordinates)] });
const amounts = ['Lawsuit.amount', 'LawsuitFilter.amount', 'LawsuitOrder.AMOUNT_ASC'];

/** Who asks stands in the role. `rights`: what the court says to it. */
function graph(
  rights: (role: string) => unknown,
  options: Partial<GatewayOptions> = {},
  others?: () => unknown,
  tellRefused?: Transport['tellRefused'],
) {
  const asked: string[] = [];
  const rightsAsked: string[] = [];
  const transports = [court, archive].map((department, index): [string, Transport] => {
    const name = ['court', 'archive'][index]!;
    const answer = departmentAnswer(department, link);
    const say = async (role: string): Promise<unknown> => {
      rightsAsked.push(`${name} ${role}`);
      return index === 0 ? rights(role) : others!();
    };
    const transport = inProcessTransport(
      request => {
        asked.push(request.query);
        return answer(request);
      },
      { ...((index === 0 || others) && { rights: ({ identity }) => say(identity?.subject ?? 'nobody') }), tellRefused },
    );
    return [name, transport];
  });
  const services = [court, archive].map(({ sdl }, index) => ({
    name: ['court', 'archive'][index]!,
    url: 'http://127.0.0.1:9/',
    sdl: link + sdl,
  }));
  const gateway = createGateway({ ...compose(services), transports: new Map(transports), ...options });
  return {
    asked,
    rightsAsked,
    async ask(query: string, role = 'analyst', variables = {}) {
      asked.length = 0;
      const { data, errors = [] } = await gateway.execute({ query, variables }, { identity: identityOfRole(role) });
      return {
        data,
        errors: errors.map(({ path, extensions }) => [path?.join('.'), extensions?.code, extensions?.service]),
      };
    },
  };
}

describe('what is refused in a department’s stead', () => {
  it('is told to it before the answer, once for each coordinate', async () => {
    const told: unknown[] = [];
    const one = graph(
      () => said('1', ...amounts),
      {},
      undefined,
      async (refused, { identity }) => void told.push([refused, identity?.subject]),
    );
    await one.ask('{ a: lawsuits { amount x: amount } b: lawsuits(orderBy: AMOUNT_ASC) { id amount } }', 'clerk');
    const refused = ['Lawsuit.amount', 'LawsuitOrder.AMOUNT_ASC'].map(coordinate => ({
      coordinate,
      code: 'FORBIDDEN_FIELD',
    }));
    expect(told).toEqual([[refused, 'clerk']]);
    await one.ask('{ open }');
    expect(told.length).toBe(1);
  });

  it('is asked of it where it may not have been written down', async () => {
    const one = graph(
      () => said('1', ...amounts),
      {},
      undefined,
      () => Promise.reject(new Error('the disk is full')),
    );
    const { data, errors } = await one.ask('{ lawsuits { id amount } }');
    // The department of this test grants it.
    expect([data, errors]).toEqual([{ lawsuits: [{ id: 'l1', amount: 7 }] }, []]);
    expect(one.asked).toEqual(['{lawsuits{id amount}}']);
  });
});

describe('what a department says that it refuses', () => {
  it.each([
    ['a field that is read', '{ lawsuits { amount } }', 'lawsuits.0.amount', ['{lawsuits{__typename}}']],
    ['a filter', '{ lawsuits(filter: { amount: 1 }) { id } }', 'lawsuits', []],
    [
      'a filter inside of another',
      '{ lawsuits(filter: { any: [{ id: "1" }, { amount: 1 }] }) { id } }',
      'lawsuits',
      [],
    ],
    ['an order', '{ x: lawsuits(orderBy: AMOUNT_ASC) { id } }', 'x', []],
    ['a variable', 'query ($f: LawsuitFilter) { lawsuits(filter: $f) { id } }', 'lawsuits', []],
    ['a part of one', 'query ($n: Int) { lawsuits(filter: { amount: $n }) { id } }', 'lawsuits', []],
    ['a default', 'query ($o: LawsuitOrder = AMOUNT_ASC) { lawsuits(orderBy: $o) { id } }', 'lawsuits', []],
  ])('is refused before it is asked: %s', async (_, query, path, asked) => {
    const one = graph(() => said('1', ...amounts));
    const { errors } = await one.ask(query, 'analyst', { f: { amount: 1 }, n: 1 });
    expect([errors, one.asked]).toEqual([[[path, 'FORBIDDEN_FIELD', 'court']], asked]);
  });

  it.each([
    ['another filter', '{ lawsuits(filter: { id: "1" }) { id } }'],
    ['a filter that is null', 'query ($n: Int) { lawsuits(filter: { amount: $n }) { id } }'],
    ['another order', '{ lawsuits(orderBy: ID_ASC) { id } }'],
  ])('leaves the rest: %s', async (_, query) => {
    const one = graph(() => said('1', ...amounts));
    expect(await one.ask(query)).toEqual({ data: { lawsuits: [{ id: 'l1' }] }, errors: [] });
  });

  it('is refused where one operation asks it with one variable and not with another', async () => {
    const one = graph(() => said('1', ...amounts));
    const query = 'query ($o: LawsuitOrder) { lawsuits(orderBy: $o) { id } open }';
    const [first, other] = [await one.ask(query, 'a', { o: 'AMOUNT_ASC' }), await one.ask(query, 'a', { o: 'ID_ASC' })];
    expect([first.data, other.data]).toEqual([
      { lawsuits: null, open: 1 },
      { lawsuits: [{ id: 'l1' }], open: 1 },
    ]);
  });

  it('counts for the identity that it was said to, with its purpose', async () => {
    const one = graph(role => (role === 'clerk' ? { version: '1', refusals: [] } : said('1', ...amounts)));
    expect((await one.ask('{ lawsuits { amount } }')).data).toEqual({ lawsuits: [{ amount: null }] });
    expect((await one.ask('{ lawsuits { amount } }', 'clerk')).data).toEqual({ lawsuits: [{ amount: 7 }] });
    expect((await one.ask('{ lawsuits { amount } }')).data).toEqual({ lawsuits: [{ amount: null }] });
    expect(one.rightsAsked).toEqual(['court analyst', 'court clerk']);
  });

  it('is asked once for requests that come together, and not for operations of other departments', async () => {
    const one = graph(() => said('1', ...amounts));
    await Promise.all([1, 2, 3].map(() => one.ask('{ lawsuits { amount } }')));
    expect(one.rightsAsked).toEqual(['court analyst']);
    const closed = graph(() => said('1', 'Query.open'));
    expect([await closed.ask('{ open }'), closed.asked]).toEqual([
      { data: { open: null }, errors: [['open', 'FORBIDDEN_FIELD', 'court']] },
      [],
    ]);
  });

  it('is dropped after a while, and at once where the department decides by another version', async () => {
    let version = said('1', 'Lawsuit.amount');
    const short = graph(() => version, { rightsKept: 50 });
    await short.ask('{ lawsuits { amount } }');
    version = said('2');
    await wait(60);
    expect((await short.ask('{ lawsuits { amount } }')).data).toEqual({ lawsuits: [{ amount: 7 }] });

    version = said('1', 'Lawsuit.amount');
    const long = graph(() => version);
    await long.ask('{ lawsuits { amount } }');
    version = said('2');
    // Somebody else is the first to learn of it.
    await long.ask('{ lawsuits { amount } }', 'clerk');
    expect((await long.ask('{ lawsuits { amount } }')).data).toEqual({ lawsuits: [{ amount: 7 }] });
  });

  it('of a field that several departments bring is refused where all of them refuse it', async () => {
    const query = '{ lawsuits { shared } }';
    const foreign = graph(() => said('1', 'Lawsuit.shared'));
    expect((await foreign.ask(query)).data).toEqual({ lawsuits: [{ shared: 8 }] });
    const open = graph(
      () => said('1', 'Lawsuit.shared'),
      {},
      () => said('1'),
    );
    expect((await open.ask(query)).data).toEqual({ lawsuits: [{ shared: 8 }] });
    const closed = graph(
      () => said('1', 'Lawsuit.shared'),
      {},
      () => said('1', 'Lawsuit.shared'),
    );
    expect((await closed.ask(query)).data).toEqual({ lawsuits: [{ shared: null }] });
  });
});

describe('a department that does not say it', () => {
  it.each([
    ['fails', () => Promise.reject(new Error('no'))],
    ['says nothing', () => undefined],
    ['says something else', () => ({ rights: 'all' })],
    ['names no version', () => ({ refusals: [refusal('Lawsuit.amount')] })],
    [
      'has a code that is none',
      () => ({ version: '1', refusals: [{ ...refusal('Lawsuit.amount'), code: 'no code' }] }),
    ],
    ['has coordinates that are none', () => ({ version: '1', refusals: [{ ...refusal(), coordinates: [1] }] })],
  ])('is asked itself, and decides: it %s', async (_, rights) => {
    const one = graph(rights);
    expect((await one.ask('{ lawsuits { amount } }')).data).toEqual({ lawsuits: [{ amount: 7 }] });
    await one.ask('{ lawsuits { amount } }');
    // It is left alone for some seconds.
    expect([one.asked, one.rightsAsked]).toEqual([['{lawsuits{amount}}'], ['court analyst']]);
  });

  it('is waited for a second at most', { timeout: 10_000 }, async () => {
    const one = graph(() => new Promise(() => undefined));
    expect((await one.ask('{ lawsuits { amount } }')).data).toEqual({ lawsuits: [{ amount: 7 }] });
  });
});
