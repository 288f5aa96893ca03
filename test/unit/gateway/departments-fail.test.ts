import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { execute, parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { type DepartmentRequest, createGateway, inProcessTransport } from '../../../gateway/index.ts';
import { departmentTransport, departmentTransports, subgraphSchema, supergraph } from './small-county.ts';

/** The county over HTTP; `stop` takes one department away. */
async function overHttp() {
  const servers = new Map<string, ReturnType<typeof createServer>>();
  const ports = new Map<string, number>();
  async function start(name: string) {
    const schema = subgraphSchema(name);
    const server = createServer(async (request, response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk as Buffer);
      const { query, variables } = JSON.parse(Buffer.concat(chunks).toString()) as DepartmentRequest;
      const result = await execute({ schema, document: parse(query), variableValues: variables, contextValue: {} });
      response.setHeader('content-type', 'application/json').end(JSON.stringify(result));
    });
    await new Promise<void>(resolve => server.listen(ports.get(name) ?? 0, '127.0.0.1', resolve));
    ports.set(name, (server.address() as AddressInfo).port);
    servers.set(name, server);
  }
  async function stop(name: string) {
    const server = servers.get(name)!;
    server.closeAllConnections();
    await new Promise(resolve => server.close(resolve));
  }
  for (const name of ['grid', 'justice', 'court']) await start(name);
  const urls = Object.fromEntries([...ports].map(([name, port]) => [name, `http://127.0.0.1:${port}/graphql`]));
  const gateway = createGateway({ supergraphSdl: supergraph(urls) });
  return { gateway, start, stop, names: [...servers.keys()] };
}

const law = (path: string) => [
  [`disputes.${path}.id`, 'SUBGRAPH_ERROR', 'Expected data from court, got a '],
  [`disputes.${path}.why`, 'NOT_ALLOWED', 'Expected a right to read this, g'],
];

describe('a department that fails', () => {
  it('costs its own fields only, over HTTP, and is back without a restart', async () => {
    const { gateway, start, stop, names } = await overHttp();
    const query = '{ disputes { id lawsuits { id } place { name } } }';
    const whole = await gateway.execute({ query });
    expect(whole.errors).toBeUndefined();
    await stop('court');
    const partial = await gateway.execute({ query });
    const rows = (whole.data as { disputes: object[] }).disputes;
    expect(partial.data).toEqual({ disputes: rows.map(row => ({ ...row, lawsuits: null })) });
    expect(
      partial.errors?.map(({ path, extensions }) => [path?.join('.'), extensions?.code, extensions?.service]),
    ).toEqual([0, 1, 2].map(i => [`disputes.${i}.lawsuits`, 'SUBGRAPH_UNAVAILABLE', 'court']));
    expect(JSON.stringify(partial.errors)).not.toMatch(/127\.0|ECONN|:\d{4}/);
    expect(await gateway.health()).toEqual([
      { name: 'court', state: 'down' },
      { name: 'grid', state: 'up' },
      { name: 'justice', state: 'up' },
    ]);
    await start('court');
    expect(await gateway.execute({ query })).toEqual(whole);
    expect((await gateway.health()).every(one => one.state === 'up')).toBe(true);
    await Promise.all(names.map(stop));
    await gateway.close();
  });

  it.each([
    ['{ lawsuits { id } disputes { id } }', 'court', { lawsuits: null }, ['lawsuits']],
    ['{ disputes { id } lawsuits { id } }', 'justice', null, ['disputes']],
    [
      '{ dispute(id: "d1") { fee place { code name } } }',
      'grid',
      { dispute: { fee: 24.01, place: null } },
      ['dispute.place.name'],
    ],
    ['{ dispute(id: "d1") { place { code } } }', 'grid', { dispute: { place: { code: '330000001001' } } }, []],
    ['{ dispute(id: "d1") { place { code __typename } } }', 'grid', { dispute: { place: null } }, ['dispute.place']],
    [
      '{ dispute(id: "d1") { place { disputesPer10k } } }',
      'grid',
      { dispute: { place: { disputesPer10k: null } } },
      ['dispute.place.disputesPer10k'],
    ],
    [
      '{ lawsuit(id: "l1") { dispute { id fee kind } } }',
      'justice',
      { lawsuit: { dispute: null } },
      ['lawsuit.dispute.fee', 'lawsuit.dispute.kind'],
    ],
    [
      '{ lawsuit(id: "l1") { dispute { id fee } } }',
      'justice',
      { lawsuit: { dispute: { id: 'd1', fee: null } } },
      ['lawsuit.dispute.fee'],
    ],
  ])('%s without %s', async (query, dead, data, paths) => {
    const transports = departmentTransports();
    transports.delete(dead);
    const gateway = createGateway({ supergraphSdl: supergraph(), transports });
    const answer = await gateway.execute({ query });
    expect(answer.data === null ? null : { ...(answer.data as object) }).toMatchObject(data === null ? {} : data);
    expect(answer.data === null).toBe(data === null);
    expect((answer.errors ?? []).map(error => error.path?.join('.'))).toEqual(paths);
    for (const error of answer.errors ?? [])
      expect(error.extensions).toEqual({ code: 'SUBGRAPH_UNAVAILABLE', service: dead });
    await gateway.close();
  });

  it('maps errors at entities to every place of the answer, and shows only what is written for readers', async () => {
    const gateway = createGateway({ supergraphSdl: supergraph(), transports: departmentTransports() });
    const answer = await gateway.execute({
      query: '{ disputes { id s: lawsuits { id: fails why: refused } } broken }',
    });
    const told = answer.errors?.map(({ path, message, extensions }) => [
      path?.join('.'),
      extensions?.code,
      message.slice(0, 32),
    ]);
    expect(told?.sort()).toEqual(
      [
        ['broken', 'SUBGRAPH_ERROR', 'Expected data from grid, got a f'],
        ...law('0.s.0'),
        ...law('0.s.1'),
        ...law('2.s.0'),
      ].sort(),
    );
    expect(JSON.stringify(answer)).not.toMatch(/SELECT|ECONN|10\.1\.2\.3|stack/);
  });

  it('maps one entity’s error to each place it stands at', async () => {
    const transports = departmentTransports().set(
      'court',
      inProcessTransport(async ({ variables }) => ({
        data: { _entities: (variables!.representations as object[]).map(() => null) },
        errors: [
          { message: 'Expected a right, got none; ask.', path: ['_entities', 0], extensions: { code: 'NOT_ALLOWED' } },
        ],
      })),
    );
    const gateway = createGateway({ supergraphSdl: supergraph(), transports });
    const answer = await gateway.execute({
      query: '{ places(level: VILLAGE) { parent { children { parent { courtCases { id } } } } } }',
    });
    expect(answer.errors?.map(error => error.path?.join('.'))).toEqual([
      'places.0.parent.children.0.parent.courtCases',
    ]);
  });

  it('is not blamed for what another department does not know', async () => {
    const transports = departmentTransports().set(
      'justice',
      inProcessTransport(async () => ({ data: { _entities: [null] } })),
    );
    transports.delete('court');
    const gateway = createGateway({ supergraphSdl: supergraph(), transports });
    const query = '{ place(code: "330000001") { __typename name disputes { id } courtCases { id } } }';
    const answer = await gateway.execute({ query });
    expect(answer.data).toEqual({ place: { __typename: 'Town', name: '城关镇', disputes: null, courtCases: null } });
    expect(answer.errors?.map(error => error.path?.join('.'))).toEqual(['place.courtCases']);
    await gateway.close();
  });

  it('leaves the kind of a place unknown when the owner of places is dead, and says so', async () => {
    const transports = departmentTransports();
    transports.delete('grid');
    const gateway = createGateway({ supergraphSdl: supergraph(), transports });
    const query = '{ dispute(id: "d1") { kind place { code ... on Village { committee hotline } } } }';
    const answer = await gateway.execute({ query });
    expect(answer.data).toEqual({ dispute: { kind: 'LAND', place: null } });
    const told = answer.errors?.map(({ path, extensions }) => [path?.join('.'), extensions?.code, extensions?.service]);
    expect(told).toEqual([['dispute.place', 'SUBGRAPH_UNAVAILABLE', 'grid']]);
    await gateway.close();
  });

  it('ends waiting at the deadline', async () => {
    const never = inProcessTransport(() => new Promise(() => {}), { deadline: 50 });
    const gateway = createGateway({
      supergraphSdl: supergraph(),
      transports: departmentTransports().set('court', never),
    });
    const answer = await gateway.execute({ query: '{ lawsuits { id } }' });
    expect(answer).toMatchObject({
      data: { lawsuits: null },
      errors: [{ path: ['lawsuits'], extensions: { code: 'SUBGRAPH_TIMEOUT' } }],
    });
  });

  it('costs what it has not brought when the time of the whole request is up; nothing more is asked', async () => {
    const asked: string[] = [];
    const never = inProcessTransport(({ query }) => {
      asked.push(query);
      return new Promise(() => {});
    });
    const log: { query: string; variables: unknown }[] = [];
    const gateway = createGateway({
      supergraphSdl: supergraph(),
      transports: departmentTransports().set('justice', never).set('court', departmentTransport('court', log)),
      deadline: 1_000,
    });
    const answer = await gateway.execute({
      query: '{ place(code: "330000001") { name disputes { id lawsuits { id } } } }',
    });
    expect(answer).toMatchObject({
      data: { place: { name: '城关镇', disputes: null } },
      errors: [{ path: ['place', 'disputes'], extensions: { code: 'SUBGRAPH_TIMEOUT', service: 'justice' } }],
    });
    const mutations = 'mutation { one: raise(id: "d1", by: 1) { id } two: raise(id: "d1", by: 1) { id } }';
    expect((await gateway.execute({ query: mutations })).errors?.[0]?.extensions?.code).toBe('SUBGRAPH_TIMEOUT');
    expect(asked.filter(query => query.startsWith('mutation'))).toHaveLength(1);
    expect(log).toEqual([]);
    await gateway.close();
  });

  it('has a deadline of its own over HTTP', async () => {
    const server = createServer(() => undefined);
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
    const court = `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`;
    const transports = departmentTransports();
    transports.delete('court');
    const gateway = createGateway({
      supergraphSdl: supergraph({ court }),
      transports,
      departmentOptions: name => (name === 'court' ? { deadline: 50 } : {}),
    });
    expect(await gateway.execute({ query: '{ dispute(id: "d1") { id lawsuits { id } } }' })).toMatchObject({
      data: { dispute: { id: 'd1', lawsuits: null } },
      errors: [{ extensions: { code: 'SUBGRAPH_TIMEOUT', service: 'court' } }],
    });
    await gateway.close();
    server.closeAllConnections();
    await new Promise(resolve => server.close(resolve));
  });

  it.each([
    [{}],
    [{ data: null }],
    [{ data: { _entities: 3 } }],
    [{ data: null, errors: [{ message: 'SELECT', path: ['_entities', 0, 'lawsuits'] }] }],
    [{ errors: [{ message: 'Syntax Error in SELECT' }] }],
  ])('answers with %j: its fields only', async answer => {
    const transports = departmentTransports().set(
      'court',
      inProcessTransport(async () => structuredClone(answer)),
    );
    const gateway = createGateway({ supergraphSdl: supergraph(), transports });
    const got = await gateway.execute({ query: '{ dispute(id: "d1") { id lawsuits { id } } }' });
    expect(got).toMatchObject({
      data: { dispute: { id: 'd1', lawsuits: null } },
      errors: [{ path: ['dispute', 'lawsuits'], extensions: { code: 'SUBGRAPH_ERROR', service: 'court' } }],
    });
  });

  it('gives values that the contract does not know as null with an error', async () => {
    const gateway = createGateway({ supergraphSdl: supergraph(), transports: departmentTransports() });
    const answer = await gateway.execute({ query: '{ events { id kind } }' });
    expect(answer.data).toMatchObject({ events: [{ kind: 'NOISE' }, { kind: 'BROKEN' }, { kind: null }] });
    expect(answer.errors).toMatchObject([{ path: ['events', 2, 'kind'], extensions: { code: 'INVALID_VALUE' } }]);
    expect(JSON.stringify(answer)).not.toContain('SECRET');
  });
});

describe('requests to departments', () => {
  it('name each entity once', async () => {
    const log: { query: string; variables: unknown }[] = [];
    const transports = departmentTransports().set('grid', departmentTransport('grid', log));
    const gateway = createGateway({ supergraphSdl: supergraph(), transports });
    await gateway.execute({ query: '{ a: disputes { place { name } } b: disputes { place { name } } }' });
    const codes = log.flatMap(({ variables }) =>
      Object.values(variables as Record<string, { code: string }[]>).flatMap(list => list.map(({ code }) => code)),
    );
    expect(log.length).toBe(1);
    expect(codes.length).toBe(new Set(codes).size);
  });
});
