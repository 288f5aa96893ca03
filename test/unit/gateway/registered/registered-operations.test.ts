import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse, print } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type GatewayRequest,
  type RunningServer,
  createGateway,
  createReloadingGateway,
  readDocuments,
  serveGateway,
} from '../../../../gateway/index.ts';
import { identityOfRole } from '../../../../lib/kernel/identity.ts';
import { recorder } from '../../../../lib/observe/index.ts';
import * as sdk from '../../../../schema/generated/operations.ts';
import { caseDepartments, caseSupergraph } from '../event-department.ts';
import { departmentTransports, supergraph } from '../small-county.ts';

const text = '# where one is\nquery Name($code: ID!) { place(code: $code) { name } }\n';
const two = 'query A { whoami } query B { numbers } mutation Raise { raise(id: "d1", by: 1) { id } }';
const variables = { code: '330000001' };
const answer = { data: { place: { name: '城关镇' } } };
const sha256 = (of: string): string => createHash('sha256').update(of).digest('hex');
const documents = [
  { origin: 'name.graphql', text },
  { origin: '__proto__', id: '__proto__', text: two },
];
const county = { supergraphSdl: supergraph(), transports: departmentTransports() };
const open = createGateway({ ...county, operations: documents });
const closed = createGateway({ ...county, operations: documents, safelist: true });
const codeOf = (got: { errors?: readonly { extensions?: { code?: unknown } }[] }): unknown =>
  got.errors?.[0]?.extensions?.code;
afterAll(() => Promise.all([open.close(), closed.close()]));

describe('a registered operation', () => {
  it.each([
    ['the hash of its text', { documentId: `sha256:${sha256(text)}` }],
    ['the hash of its text as printed', { documentId: `sha256:${sha256(print(parse(text)))}` }],
    ['its text', { query: text }],
    ['its text as printed', { query: print(parse(text)) }],
  ])('is executed by %s', async (_, name) => {
    for (const gateway of [open, closed]) expect(await gateway.execute({ ...name, variables })).toEqual(answer);
  });

  it('is one of several in a document by its name', async () => {
    const document = { documentId: '__proto__' };
    expect(await closed.execute({ ...document, operationName: 'A' })).toEqual({ data: { whoami: null } });
    expect(codeOf(await closed.execute(document))).toBe('UNKNOWN_OPERATION');
    expect(codeOf(await closed.execute({ ...document, operationName: 'toString' }))).toBe('UNKNOWN_OPERATION');
    expect(codeOf(await closed.execute({ ...document, operationName: 'Raise' }, { queriesOnly: true }))).toBe(
      'MUTATION_NEEDS_POST',
    );
  });

  it('is told to departments by its name, and others are not', async () => {
    const told: unknown[] = [];
    const transports = [...departmentTransports()].map(([name, transport]) => {
      const execute: typeof transport.execute = (request, context) => {
        told.push(context.identity?.operation);
        return transport.execute(request, context);
      };
      return [name, { ...transport, execute }] as const;
    });
    const gateway = createGateway({
      ...county,
      transports: new Map(transports),
      operations: documents,
      defaultIdentity: identityOfRole('guest'),
    });
    for (const query of [text, '{ whoami }', 'query Name { whoami }']) await gateway.execute({ query, variables });
    await gateway.stream({ query: text, variables }, { identity: identityOfRole('judge') });
    await gateway.close();
    expect(told).toEqual(['Name', undefined, undefined, 'Name']);
  });

  it('is held against the limits of variables', async () => {
    const many = Object.fromEntries(Array.from({ length: 10_001 }, (_, index) => [`v${index}`, 1]));
    const request = { documentId: `sha256:${sha256(text)}`, variables: many };
    expect(codeOf(await closed.execute(request))).toBe('TOO_MANY_VALUES');
    expect(codeOf(await closed.execute({ ...request, variables: {} }))).toBe('BAD_VARIABLES');
  });

  it.each([
    ['does not ask for what there is', 'query Old { places { gone } }', {}, /old: .*gone/],
    ['goes beyond a limit', 'query Old { a: __typename b: __typename }', { limits: { aliases: 1 } }, /old: .*aliases/],
    ['asks for the schema where that is off', 'query Old { __schema { __typename } }', {}, /old: .*schema/],
    ['cannot be read', 'query Old {', {}, /old: .*Syntax/],
  ])('keeps the gateway from starting when it %s', (_, old, options, message) => {
    const operations = [...documents, { origin: 'old', text: old }];
    expect(() => createGateway({ ...county, ...options, operations })).toThrow(
      expect.objectContaining({ code: 'OPERATION_INVALID', message: expect.stringMatching(message) }),
    );
  });

  it('may be a subscription', async () => {
    const departments = await caseDepartments();
    const subscription = 'subscription { caseChanged { title officer } }';
    const gateway = createGateway({
      supergraphSdl: caseSupergraph,
      transports: departments.transports,
      operations: [{ origin: 'changes', text: subscription }],
      safelist: true,
    });
    const documentId = `sha256:${sha256(subscription)}`;
    expect(await gateway.stream({ documentId })).toMatchObject({ kind: 'subscription' });
    expect(codeOf(await gateway.execute({ documentId }))).toBe('SUBSCRIPTION_REFUSED');
    await gateway.close();
    departments.close();
  });

  it.each([
    ['query', 'query ($all: Boolean!) { disputes { id lawsuits @include(if: $all) { id } } }'],
    ['query with deferred fragments', 'query ($all: Boolean!) { disputes { id ... @defer(if: $all) { kind } } }'],
  ])('has been compiled and planned before it is asked for: a %s', async (_, query) => {
    const done: string[] = [];
    const work = recorder([{ done: ({ kind }) => void done.push(kind) }]).begin('request');
    const gateway = createGateway({ ...county, operations: [{ origin: 'x', id: 'x', text: query }] });
    const kindsOf = async (request: GatewayRequest): Promise<string[]> => {
      done.length = 0;
      for (const all of [true, false]) {
        const answer = await gateway.stream({ ...request, variables: { all } }, { work });
        expect(answer).not.toHaveProperty('errors');
      }
      return [...new Set(done)];
    };
    expect(await kindsOf({ documentId: 'x' })).toEqual(['fetch']);
    expect(await kindsOf({ query: `${query} # another` })).toEqual(expect.arrayContaining(['compile', 'plan']));
    await gateway.close();
  });

  it('has a hash that is its own', () => {
    const operations = [{ origin: 'x', id: `sha256:${'0'.repeat(64)}`, text }];
    expect(() => createGateway({ ...county, operations })).toThrow(
      expect.objectContaining({ code: 'OPERATION_INVALID' }),
    );
  });

  it('is not broken by another supergraph', async () => {
    const gateway = createReloadingGateway({ ...county, operations: documents });
    const without = county.supergraphSdl.replaceAll('whoami', 'whoIsThere');
    expect(() => gateway.reload(without)).toThrow(
      expect.objectContaining({ code: 'OPERATION_INVALID', message: expect.stringContaining('__proto__: ') }),
    );
    expect(codeOf(await gateway.execute({ query: '{ whoami }' }))).toBeUndefined();
    gateway.reload(without, documents.slice(0, 1));
    expect(codeOf(await gateway.execute({ query: '{ whoami }' }))).toBe('GRAPHQL_VALIDATION_FAILED');
    expect(await gateway.execute({ query: text, variables })).toEqual(answer);
    await gateway.close();
  });
});

describe('an operation that is not registered', () => {
  it.each(['toString', 'constructor', 'hasOwnProperty', 'sha256:', `sha256:${'0'.repeat(64)}`, text])(
    'is not found by the id %j',
    async documentId => {
      for (const gateway of [open, closed])
        expect(codeOf(await gateway.execute({ documentId, variables }))).toBe('DOCUMENT_NOT_FOUND');
      const none = createGateway(county);
      expect(codeOf(await none.execute({ documentId }))).toBe('DOCUMENT_NOT_FOUND');
      await none.close();
    },
  );

  it('is executed by its text, unless there is a safelist', async () => {
    const query = text.replace('Name', 'Other');
    expect(await open.execute({ query, variables })).toEqual(answer);
    for (const other of [query, `${text} `, '__proto__', `sha256:${sha256(text)}`])
      expect(codeOf(await closed.execute({ query: other, variables }))).toBe('OPERATION_NOT_REGISTERED');
    const none = createGateway({ ...county, safelist: true });
    expect(codeOf(await none.execute({ query: '{ __typename }' }))).toBe('OPERATION_NOT_REGISTERED');
    await none.close();
  });
});

describe('over HTTP', () => {
  const id = `sha256:${sha256(text)}`;
  let server: RunningServer;
  beforeAll(async () => void (server = await serveGateway(closed, { port: 0 })));
  afterAll(() => server.close());

  async function ask(method: 'GET' | 'POST', body: Record<string, unknown>, accept = 'application/json') {
    const headers = { 'content-type': 'application/json', accept };
    const search = Object.entries(body).map(([key, value]) => [
      key,
      typeof value === 'string' ? value : JSON.stringify(value),
    ]);
    const response =
      method === 'POST'
        ? await fetch(`${server.url}/graphql`, { method: 'POST', headers, body: JSON.stringify(body) })
        : await fetch(`${server.url}/graphql?${new URLSearchParams(search)}`, { headers });
    return { status: response.status, answer: (await response.json()) as Parameters<typeof codeOf>[0] };
  }

  it.each(['GET', 'POST'] as const)('documentId and the older persistedQuery name a document by %s', async method => {
    const persistedQuery = { version: 1, sha256Hash: sha256(text) };
    expect(await ask(method, { documentId: id, variables })).toEqual({ status: 200, answer });
    expect(await ask(method, { extensions: { persistedQuery }, variables })).toEqual({ status: 200, answer });
  });

  it.each([
    ['an id that nobody registered', { documentId: 'toString' }, 400, 'DOCUMENT_NOT_FOUND'],
    ['a text that nobody registered', { query: '{ whoami }' }, 400, 'OPERATION_NOT_REGISTERED'],
    ['a query beside an id', { documentId: id, query: text }, 400, 'BAD_REQUEST'],
    ['an id that is none', { documentId: 1 }, 400, 'BAD_REQUEST'],
    ['a hash that is none', { extensions: { persistedQuery: { sha256Hash: 1 } } }, 400, 'BAD_REQUEST'],
  ])('refuses %s', async (_, body, status, code) => {
    for (const accept of ['application/json', 'application/graphql-response+json']) {
      const got = await ask('POST', body, accept);
      expect([got.status, codeOf(got.answer)]).toEqual([status, code]);
    }
  });

  it('does not register what a client sends with its hash', async () => {
    const query = '{ numbers }';
    const persistedQuery = { version: 1, sha256Hash: sha256(query) };
    expect(codeOf((await ask('POST', { query, extensions: { persistedQuery } })).answer)).toBe(
      'OPERATION_NOT_REGISTERED',
    );
    expect(codeOf((await ask('POST', { extensions: { persistedQuery } })).answer)).toBe('DOCUMENT_NOT_FOUND');
  });
});

describe('readDocuments', () => {
  const folder = mkdtempSync(join(tmpdir(), 'countygraph-operations-'));
  const file = join(folder, 'manifest.json');
  afterAll(() => rmSync(folder, { recursive: true }));

  it('reads a manifest by its own keys', () => {
    writeFileSync(file, `{ "abc": ${JSON.stringify(text)}, "__proto__": ${JSON.stringify(two)} }`);
    expect(readDocuments(file)).toEqual([{ origin: 'abc', id: 'abc', text }, { ...documents[1] }]);
  });

  it('reads the .graphql files of a folder, those of the project among them', async () => {
    const operations = readDocuments('schema/operations');
    expect(operations.map(({ origin }) => origin)).toEqual(
      expect.arrayContaining(['dispute-journey.graphql', 'statistics/court-case-stats.graphql']),
    );
    const supergraphSdl = readFileSync('schema/supergraph.graphql', 'utf8');
    const gateway = createGateway({ supergraphSdl, operations, safelist: true });
    // What the SDK sends.
    const documents = Object.entries(sdk).filter(([name]) => name.endsWith('Document'));
    const sent = documents.map(([, document]) => print(document));
    expect(sent).toHaveLength(operations.length);
    for (const query of sent) expect(codeOf(await gateway.execute({ query }))).not.toBe('OPERATION_NOT_REGISTERED');
    await gateway.close();
  });

  it.each([
    ['nothing', '{}'],
    ['a list', '["query { a }"]'],
    ['no JSON', 'query { a }'],
    ['an id without text', '{ "abc": 1 }'],
  ])('refuses a manifest with %s', (_, content) => {
    writeFileSync(file, content);
    expect(() => readDocuments(file)).toThrow(expect.objectContaining({ code: 'BAD_OPERATIONS' }));
  });

  it('refuses a path that is not there', () => {
    expect(() => readDocuments(join(folder, 'nowhere'))).toThrow(
      expect.objectContaining({ code: 'OPERATIONS_NOT_FOUND' }),
    );
  });
});
