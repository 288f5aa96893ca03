import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openAuthenticator, readIdentityFile } from '../../../../lib/identity/index.ts';
import { testIssuer } from '../../../servers/token-issuer.ts';
import { type Identity, identityOfRole, readIdentity } from '../../../../lib/kernel/identity.ts';
import { type IncomingMessage, type Server, type ServerResponse, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  type DepartmentRequest,
  type HttpTransportOptions,
  type Transport,
  createGateway,
  httpTransport,
  serveGateway,
} from '../../../../gateway/index.ts';
import { smallSupergraph } from '../small-graph.ts';

/** A request that the department has got and not answered yet. */
interface Asked {
  readonly query: string;
  readonly subject: string | undefined;
  readonly response: ServerResponse;
}

let department: Server;
let asked: Asked[];
let transport: Transport;

const open = (options: HttpTransportOptions = {}): Transport =>
  httpTransport(`http://127.0.0.1:${(department.address() as AddressInfo).port}/graphql`, options);

beforeEach(async () => {
  asked = [];
  department = createServer(async (request: IncomingMessage, response) => {
    const { query } = (await json(request)) as DepartmentRequest;
    const subject = readIdentity(String(request.headers['countygraph-identity']))?.subject;
    asked.push({ query, subject, response });
  });
  await new Promise<void>(resolve => department.listen(0, '127.0.0.1', resolve));
  transport = open();
});
afterEach(async () => {
  await transport.close?.();
  department.closeAllConnections();
  await new Promise(resolve => department.close(resolve));
});

/** Answers all that has been asked by what it was: the number of the request and who asked. */
function answerAll(): void {
  for (const [number, { subject, response }] of asked.entries())
    if (!response.writableEnded) response.end(JSON.stringify({ data: { row: { number, subject: subject ?? null } } }));
}

const expectAsked = (count: number) => expect.poll(() => asked.length).toBe(count);
const read = { query: '{ row { number subject } }' };
const change = { query: 'mutation { change { number subject } }' };

describe('equal reads of one subject under way at the same time', () => {
  it('are one request, and each reader gets an answer of its own', async () => {
    const answers = Array.from({ length: 10 }, () =>
      transport.execute({ ...read }, { identity: identityOfRole('judge') }),
    );
    await expectAsked(1);
    answerAll();
    const rows = (await Promise.all(answers)).map(({ data }) => data!['row'] as Record<string, unknown>);
    rows[0]!['number'] = 'written into';
    expect(rows.slice(1)).toEqual(Array.from({ length: 9 }, () => ({ number: 0, subject: 'judge' })));
    expect(new Set(rows).size).toBe(10);
    // What was answered is not kept.
    const later = transport.execute(read, { identity: identityOfRole('judge') });
    await expectAsked(2);
    answerAll();
    expect((await later).data).toEqual({ row: { number: 1, subject: 'judge' } });
  });

  it('are as many requests where a variable, a name or the subject differs', async () => {
    const subjects = [undefined, '', 'public', 'judge', 'judge2'];
    const answers = [
      ...subjects.map(subject =>
        transport.execute(read, subject === undefined ? {} : { identity: identityOfRole(subject) }),
      ),
      transport.execute({ ...read, variables: { n: 1 } }, {}),
      transport.execute({ ...read, variables: { n: 2 } }, {}),
      transport.execute({ ...read, operationName: 'A' }, {}),
    ];
    await expectAsked(8);
    answerAll();
    const rows = (await Promise.all(answers)).map(({ data }) => data!['row'] as { subject: string | null });
    expect(rows.slice(0, 5).map(({ subject }) => subject)).toEqual([null, '', 'public', 'judge', 'judge2']);
  });

  it('do not share when the subject is set after the first was asked', async () => {
    const context: { identity?: Identity } = {};
    const first = transport.execute(read, context);
    context.identity = identityOfRole('judge');
    const second = transport.execute(read, context);
    context.identity = identityOfRole('clerk');
    const third = transport.execute(read, context);
    await expectAsked(3);
    answerAll();
    const subjects = (await Promise.all([first, second, third])).map(
      ({ data }) => (data!['row'] as { subject: string | null }).subject,
    );
    expect(subjects).toEqual([null, 'judge', 'clerk']);
  });

  it('stay each subject’s own through the gateway, whatever the order', async () => {
    const sdl = 'type Query { row: Row } type Row { number: Int subject: String }';
    const gateway = createGateway({
      supergraphSdl: smallSupergraph([sdl]),
      transports: new Map([['s0', transport]]),
    });
    const folder = mkdtempSync(join(tmpdir(), 'countygraph-issuer-'));
    const issuer = await testIssuer(folder, ['judge', 'clerk']);
    const file = readIdentityFile(issuer.file);
    const anonymous = { identity: identityOfRole('guest'), purposes: [] };
    const authenticate = await openAuthenticator({ file, anonymous });
    const server = await serveGateway(gateway, { port: 0, authenticate });
    const subjects = Array.from({ length: 30 }, (_, i) => [undefined, 'judge', 'clerk'][i % 3]);
    const answers = subjects.map(async subject => {
      const url = `${server.url}/graphql?${new URLSearchParams({ query: read.query })}`;
      const headers = subject === undefined ? {} : await issuer.bearer(subject);
      return (await fetch(url, { headers })).json() as Promise<{ data: { row: { subject: string } } }>;
    });
    const answering = setInterval(answerAll, 5);
    const got = (await Promise.all(answers)).map(({ data }) => data.row.subject);
    clearInterval(answering);
    expect(got).toEqual(subjects.map(subject => (subject === undefined ? 'guest' : `sso/${subject}`)));
    rmSync(folder, { recursive: true });
    await server.close();
    await gateway.close();
  });

  it('go on for those who stay, and end when all have gone away', async () => {
    const callers = Array.from({ length: 3 }, () => new AbortController());
    const answers = callers.map(({ signal }) => transport.execute(read, { signal }));
    await expectAsked(1);
    let ended = false;
    asked[0]!.response.once('close', () => (ended = !asked[0]!.response.writableFinished));
    callers[0]!.abort();
    await expect(answers[0]).rejects.toMatchObject({ code: 'SUBGRAPH_UNAVAILABLE' });
    callers[2]!.abort();
    await expect(answers[2]).rejects.toMatchObject({ code: 'SUBGRAPH_UNAVAILABLE' });
    expect(ended).toBe(false);
    answerAll();
    expect((await answers[1])?.data).toEqual({ row: { number: 0, subject: null } });
    const [one, other] = [new AbortController(), new AbortController()];
    const left = [one, other].map(({ signal }) => transport.execute(read, { signal }));
    await expectAsked(2);
    const closed = new Promise(resolve => asked[1]!.response.once('close', resolve));
    one.abort();
    other.abort();
    expect((await Promise.allSettled(left)).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    await closed;
    // Nobody joins what was ended.
    const next = transport.execute(read, {});
    await expectAsked(3);
    answerAll();
    expect((await next).data).toEqual({ row: { number: 2, subject: null } });
  });

  it('fail for all alike, each with its own repetition', async () => {
    const answers = [1, 2].map(() => transport.execute(read, {}));
    await expectAsked(1);
    asked[0]!.response.destroy();
    await expect.poll(() => asked.length).toBeGreaterThan(1);
    const answering = setInterval(answerAll, 5);
    for (const { data } of await Promise.all(answers)) expect(data).toMatchObject({ row: { subject: null } });
    clearInterval(answering);
  });
});

describe('what is not shared', () => {
  it('mutations, and reads that began before one', async () => {
    const before = transport.execute(read, {});
    await expectAsked(1);
    const changes = [1, 2, 3].map(() => transport.execute(change, {}));
    await expectAsked(4);
    const during = transport.execute(read, {});
    await expectAsked(5);
    for (const { query, response } of asked.slice(0, 4))
      if (query.startsWith('mutation')) response.end(JSON.stringify({ data: { change: {} } }));
    await Promise.all(changes);
    const after = transport.execute(read, {});
    await expectAsked(6);
    answerAll();
    const rows = (await Promise.all([before, during, after])).map(({ data }) => data!['row'] as { number: number });
    expect(rows.map(({ number }) => number)).toEqual([0, 4, 5]);
  });

  it('anything where it is switched off', async () => {
    const plain = open({ shareReads: false });
    const answers = [1, 2].map(() => plain.execute(read, {}));
    await expectAsked(2);
    answerAll();
    await Promise.all(answers);
    await plain.close?.();
  });
});
