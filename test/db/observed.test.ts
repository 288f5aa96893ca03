import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { compose } from '../../gateway/index.ts';
import { readContract } from '../../lib/subgraph/index.ts';
import { databaseKinds, freshDatabase, type FreshDatabase } from '../servers/databases.ts';
import { Program } from '../servers/running-program.ts';
import { type TestIssuer, testIssuer } from '../servers/token-issuer.ts';
import { startTraceCollector, type TraceCollector } from '../servers/trace-collector.ts';
import { ledgerCounty } from './ledger.ts';
import { run } from './legacy/database.ts';

const secret = 'e-zqx7';
const query = 'query Entry($id: ID!) { entry(id: $id) { slow } }';

describe.each(databaseKinds)('the gateway and a department on %s', kind => {
  const folder = mkdtempSync(join(tmpdir(), 'countygraph-observed-'));
  let database: FreshDatabase;
  let collector: TraceCollector;
  let issuer: TestIssuer;

  beforeAll(async () => {
    database = await freshDatabase(kind);
    await run(kind, database.url, [
      'CREATE TABLE entries (id VARCHAR(9) PRIMARY KEY, slow VARCHAR(9))',
      `INSERT INTO entries VALUES ('${secret}', 'x')`,
    ]);
    ledgerCounty(folder);
    collector = await startTraceCollector();
    issuer = await testIssuer(folder, ['analyst']);
  });
  afterAll(async () => {
    await collector.close();
    await database.drop();
    rmSync(folder, { recursive: true, force: true });
  });

  /** One request through both processes, which have these options. */
  async function ask(options: readonly string[], environment?: Record<string, string>, parent = {}) {
    const serve = [
      'lib/cli/main.ts',
      'serve',
      'subgraph',
      'ledger',
      '--demo',
      '--county',
      folder,
      '--databases',
      database.url,
      '--data',
      join(folder, 'data'),
    ];
    const department = new Program([...serve, ...options], environment);
    onTestFinished(() => department.end());
    const services = [
      { name: 'ledger', url: await department.url(), sdl: readContract('ledger', { county: folder }).sdl },
    ];
    const file = join(folder, 'supergraph.graphql');
    writeFileSync(file, compose(services).supergraphSdl);
    const door = ['--supergraph', file, '--port', '0', '--identity', issuer.file];
    const gateway = new Program(['gateway/main.ts', ...door, ...options], environment);
    onTestFinished(() => gateway.end());
    const url = await gateway.url();
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(await issuer.bearer('analyst')), ...parent },
      body: JSON.stringify({ query, variables: { id: secret } }),
    });
    expect(await response.json()).toEqual({ data: { entry: { slow: 'x' } } });
    const metrics = await Promise.all([url, services[0]!.url].map(one => fetch(new URL('/metrics', one))));
    const [status, text] = [metrics.map(one => one.status), (await metrics[1]!.text()).split('\n')];
    await gateway.end();
    await department.end();
    return { gateway, department, status, text };
  }

  test('tell of a request down to its SQL, and nothing of its values and of who asked', async () => {
    const trace = '0af7651916cd43dd8448eb211c80319c';
    const { gateway, department, status, text } = await ask(
      ['--log-level', 'debug', '--metrics', '--otlp', collector.url],
      {},
      { traceparent: `00-${trace}-b7ad6b7169203331-01`, 'x-request-id': 'r-1' },
    );
    const { spans } = collector;
    const children = (parent: string) => spans.filter(({ parentSpanId }) => parentSpanId === parent);
    expect(new Set(spans.map(({ traceId }) => traceId))).toEqual(new Set([trace]));
    const [request] = children('b7ad6b7169203331');
    expect(request).toMatchObject({
      service: 'gateway',
      name: 'request',
      attributes: { 'graphql.operation.name': 'Entry', 'countygraph.code': 'OK' },
    });
    const parts = children(request!.spanId);
    expect(parts.map(({ name }) => name)).toEqual(['compile', 'plan', 'plan', 'fetch ledger']);
    const [inDepartment] = children(parts[3]!.spanId);
    expect(inDepartment).toMatchObject({ service: 'ledger', name: 'request' });
    const statements = children(inDepartment!.spanId);
    expect(statements.map(({ name }) => name)).toEqual(['statement']);
    expect(statements[0]!.attributes['db.query.text']).toMatch(/^select .*entries/i);

    expect(gateway.lines.map(({ msg }) => msg)).toEqual(['compile', 'plan', 'plan', 'fetch', 'request']);
    expect(gateway.lines.at(-1)).toMatchObject({
      name: 'gateway',
      level: 30,
      requestId: 'r-1',
      code: 'OK',
      status: 200,
      operation: 'Entry',
      documentId: expect.stringMatching(/^sha256:/),
      departments: ['ledger'],
      ms: expect.any(Number),
    });
    expect(department.lines).toMatchObject([
      { name: 'ledger', requestId: 'r-1', msg: 'statement', statement: expect.stringMatching(/entries/) },
      { name: 'ledger', requestId: 'r-1', msg: 'request', status: 200 },
    ]);
    expect(status).toEqual([200, 200]);
    expect(text).toEqual(expect.arrayContaining(['countygraph_statement_seconds_count 1']));

    for (const told of [collector.text, gateway.err, department.err, text.join('\n')]) {
      expect(told).not.toMatch(/zqx7|analyst|slow }|eyJ|[Bb]earer/);
    }
  });

  test('tell and send nothing unless asked for', async () => {
    const before = collector.connections;
    const environment = {
      OTEL_EXPORTER_OTLP_ENDPOINT: collector.url,
      OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: `${collector.url}/v1/traces`,
      OTEL_TRACES_EXPORTER: 'otlp',
    };
    const { gateway, department, status } = await ask([], environment);
    expect([gateway.err, department.err]).toEqual(['', '']);
    expect(status[0]).toBe(404);
    expect(collector.connections).toBe(before);
  });
});

test('a collector that is away holds up neither the answers nor the end', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'countygraph-observed-'));
  const file = join(folder, 'supergraph.graphql');
  writeFileSync(file, compose([{ name: 'a', url: 'http://127.0.0.1:9/', sdl: 'type Query { a: Int }' }]).supergraphSdl);
  const gateway = new Program(['gateway/main.ts', '--supergraph', file, '--port', '0', '--otlp', 'http://127.0.0.1:9']);
  const answer = await fetch(`${await gateway.url()}?query={a}`);
  expect(await answer.json()).toMatchObject({ data: { a: null } });
  await gateway.end();
  expect(gateway.err).toBe('');
  rmSync(folder, { recursive: true });
});
