import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serveComposed } from './composed-elsewhere/departments.ts';
import { supergraph } from './small-county.ts';

const main = fileURLToPath(new URL('../../../gateway/main.ts', import.meta.url));
const refusedFile = fileURLToPath(new URL('composed-elsewhere/refused/context.graphql', import.meta.url));
let folder: string;
let file: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gateway-'));
  file = join(folder, 'county.graphql');
  await writeFile(file, supergraph());
  await writeFile(join(folder, 'broken.graphql'), 'type Query {');
});
afterAll(() => rm(folder, { recursive: true }));

const start = (...args: string[]): ChildProcess => spawn(process.execPath, [main, ...args]);

describe('npm run gateway', () => {
  it('serves a supergraph file until it is told to stop', async () => {
    const child = start('--supergraph', file, '--port', '0');
    const [line] = (await once(child.stdout!, 'data')) as [Buffer];
    const url = /http:\S+/.exec(String(line))![0];
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: '{ __typename whoami }' }),
    });
    expect(await response.json()).toMatchObject({
      data: { __typename: 'Query', whoami: null },
      errors: [{ path: ['whoami'], extensions: { code: 'SUBGRAPH_UNAVAILABLE', service: 'grid' } }],
    });
    child.kill('SIGTERM');
    expect(await once(child, 'exit')).toEqual([0, null]);
  });

  it('takes another supergraph when the file changes, and keeps the old one when that is broken', async () => {
    const changing = join(folder, 'changing.graphql');
    await writeFile(changing, supergraph());
    const child = start('--supergraph', changing, '--port', '0');
    const said = { out: '', err: '' };
    child.stdout!.on('data', (chunk: Buffer) => (said.out += chunk.toString()));
    child.stderr!.on('data', (chunk: Buffer) => (said.err += chunk.toString()));
    await expect.poll(() => said.out, { timeout: 10_000 }).toMatch(/graphiql/);
    const url = /http:\S+/.exec(said.out)![0];
    const codeOf = async (field: string): Promise<unknown> => {
      const answer = await fetch(`${url}?${new URLSearchParams({ query: `{ ${field} }` })}`);
      return ((await answer.json()) as { errors: { extensions: { code: string } }[] }).errors[0]?.extensions.code;
    };
    await writeFile(changing, 'type Query {');
    await expect.poll(() => said.err, { timeout: 10_000 }).toMatch(/^SUPERGRAPH_INVALID: [^\n]+\n$/);
    expect(await codeOf('whoami')).toBe('SUBGRAPH_UNAVAILABLE');
    await writeFile(changing, supergraph().replaceAll('whoami', 'whoIsThere'));
    await expect.poll(() => said.out, { timeout: 10_000 }).toMatch(/taken/);
    expect(await codeOf('whoami')).toBe('GRAPHQL_VALIDATION_FAILED');
    expect(await codeOf('whoIsThere')).toBe('SUBGRAPH_UNAVAILABLE');
    child.kill('SIGTERM');
    expect(await once(child, 'exit')).toEqual([0, null]);
  });

  it('keeps the supergraph that its registered operations need, and executes those only with --safelist', async () => {
    const [changing, manifest] = [join(folder, 'needed.graphql'), join(folder, 'operations.json')];
    await writeFile(changing, supergraph());
    await writeFile(manifest, '{ "who": "query Who { whoami }" }');
    const child = start('--supergraph', changing, '--port', '0', '--operations', manifest, '--safelist');
    const said = { out: '', err: '' };
    child.stdout!.on('data', (chunk: Buffer) => (said.out += chunk.toString()));
    child.stderr!.on('data', (chunk: Buffer) => (said.err += chunk.toString()));
    await expect.poll(() => said.out, { timeout: 10_000 }).toMatch(/graphiql/);
    const url = /http:\S+/.exec(said.out)![0];
    const codeOf = async (parameters: Record<string, string>): Promise<unknown> => {
      const answer = await fetch(`${url}?${new URLSearchParams(parameters)}`);
      return ((await answer.json()) as { errors: { extensions: { code: string } }[] }).errors[0]?.extensions.code;
    };
    expect(await codeOf({ query: '{ whoami }' })).toBe('OPERATION_NOT_REGISTERED');
    await writeFile(changing, supergraph().replaceAll('whoami', 'whoIsThere'));
    await expect.poll(() => said.err, { timeout: 10_000 }).toMatch(/^OPERATION_INVALID: [^\n]*who: [^\n]+\n$/);
    expect(await codeOf({ documentId: 'who' })).toBe('SUBGRAPH_UNAVAILABLE');
    await writeFile(manifest, '{ "who": "query Who { whoIsThere }" }');
    child.kill('SIGHUP');
    await expect.poll(() => said.out, { timeout: 10_000 }).toMatch(/taken/);
    expect(await codeOf({ documentId: 'who' })).toBe('SUBGRAPH_UNAVAILABLE');
    child.kill('SIGTERM');
    expect(await once(child, 'exit')).toEqual([0, null]);
  });

  it('serves a supergraph that another composer made, with a label of an override', async () => {
    const { supergraphSdl, close } = await serveComposed('join-0.5.graphql');
    const composed = join(folder, 'composed.graphql');
    await writeFile(composed, supergraphSdl.replaceAll('percent(40)', 'trial'));
    const child = start('--supergraph', composed, '--port', '0', '--override-label', 'trial');
    const [line] = (await once(child.stdout!, 'data')) as [Buffer];
    const url = /http:\S+/.exec(String(line))![0];
    const query = '{ disputes { fee lawsuits { note } place { name } } }';
    const response = await fetch(`${url}?${new URLSearchParams({ query })}`);
    const place = { name: '桥头村' };
    expect(await response.json()).toEqual({
      data: {
        disputes: [
          { fee: 2, lawsuits: [{ note: 'archive' }], place },
          { fee: null, lawsuits: [], place },
        ],
      },
    });
    child.kill('SIGTERM');
    await once(child, 'exit');
    await close();
  });

  it('takes limits, and allows introspection when told to', async () => {
    expect(await codesWith()).toEqual([undefined, 'INTROSPECTION_DISABLED']);
    expect(await codesWith('--introspection', '--max-aliases', '1')).toEqual(['TOO_MANY_ALIASES', undefined]);
  });

  it('takes deadlines, of all and of one department', async () => {
    const hanging = createServer().listen(0, '127.0.0.1');
    await once(hanging, 'listening');
    const court = `http://127.0.0.1:${(hanging.address() as { port: number }).port}/graphql`;
    const slow = join(folder, 'slow.graphql');
    await writeFile(slow, supergraph({ court }));
    for (const option of ['--deadline=100', '--department-deadline=court=100'])
      expect((await answersTo(['{ lawsuits { id } }'], '--supergraph', slow, option))[0]!.body).toMatchObject({
        data: { lawsuits: null },
        errors: [{ extensions: { code: 'SUBGRAPH_TIMEOUT', service: 'court' } }],
      });
    hanging.close();
  });

  it('compresses long answers, unless told not to', async () => {
    const query = '{ __schema { types { name description fields { name } } } }';
    const options = ['--supergraph', file, '--introspection'];
    const codings = [
      ...(await answersTo([query], ...options)),
      ...(await answersTo([query], ...options, '--no-compression')),
    ];
    expect(codings.map(({ coding }) => coding)).toEqual(['gzip', null]);
  });

  it.each([
    ['no supergraph', [], 'BAD_OPTION'],
    ['an unknown option', ['--colour', 'red'], 'BAD_OPTION'],
    ['a limit that is none', ['--supergraph', 'x', '--max-cost', 'much'], 'BAD_OPTION'],
    ['a safelist without operations', ['--supergraph', 'x', '--safelist'], 'BAD_OPTION'],
    [
      'operations that are not there',
      ['--supergraph', 'county.graphql', '--operations', 'nowhere'],
      'OPERATIONS_NOT_FOUND',
    ],
    ['a deadline that is none', ['--supergraph', 'x', '--deadline', '0'], 'BAD_OPTION'],
    ['a deadline of nobody', ['--supergraph', 'x', '--department-deadline', '5000'], 'BAD_OPTION'],
    [
      'a deadline of a department that there is not',
      ['--supergraph', 'county.graphql', '--department-deadline', 'cuort=5000'],
      'BAD_OPTION',
    ],
    ['a port that is none', ['--supergraph', 'x', '--port', '99999'], 'BAD_OPTION'],
    ['a file that is not there', ['--supergraph', 'no-such-file'], 'SUPERGRAPH_NOT_FOUND'],
    ['a file that is no supergraph', ['--supergraph', 'broken.graphql'], 'SUPERGRAPH_INVALID'],
    ['a supergraph that rests on more', ['--supergraph', refusedFile], 'SUPERGRAPH_UNSUPPORTED'],
  ])('says in one line that it got %s', async (_, args, code) => {
    expect(await fails(args.map(arg => (arg.endsWith('.graphql') ? resolve(folder, arg) : arg)))).toMatch(
      new RegExp(`^${code}: Expected [^\\n]+\\.\\n$`),
    );
  });

  it('says in one line that the port is in use', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as { port: number };
    expect(await fails(['--supergraph', file, '--port', String(port)])).toMatch(/^PORT_IN_USE: [^\n]+\n$/);
    other.close();
  });
});

/** What a gateway with these options answers to two aliases, and to introspection. */
async function codesWith(...args: string[]): Promise<unknown[]> {
  const queries = ['{ a: __typename b: __typename }', '{ __schema { __typename } }'];
  const answers = await answersTo(queries, '--supergraph', file, ...args);
  return answers.map(({ body }) => body.errors?.[0]?.extensions.code);
}

interface Answer {
  readonly coding: string | null;
  readonly body: { readonly errors?: readonly { readonly extensions: { readonly code: string } }[] };
}

/** What a gateway with these options answers, asked by GET, and how the answer is compressed. */
async function answersTo(queries: readonly string[], ...args: string[]): Promise<Answer[]> {
  const child = start('--port', '0', ...args);
  const [line] = (await once(child.stdout!, 'data')) as [Buffer];
  const url = /http:\S+/.exec(String(line))![0];
  const answers = queries.map(async query => {
    const response = await fetch(`${url}?${new URLSearchParams({ query })}`);
    return {
      coding: response.headers.get('content-encoding'),
      body: (await response.json()) as Answer['body'],
    };
  });
  const all = await Promise.all(answers);
  child.kill('SIGTERM');
  await once(child, 'exit');
  return all;
}

async function fails(args: readonly string[]): Promise<string> {
  const child = start(...args);
  const [message, [code]] = await Promise.all([text(child.stderr!), once(child, 'exit')]);
  expect(code).toBe(1);
  return message;
}
