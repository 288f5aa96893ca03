import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { compose } from '../../../gateway/index.ts';
import { readContract } from '../../../lib/subgraph/index.ts';
import { fengxi, makeTestCounty } from '../../county.ts';
import { Program } from '../../servers/running-program.ts';

const folder = mkdtempSync(join(tmpdir(), 'countygraph-keys-'));
const keys = join(folder, 'keys');
const [signing, verifying] = [join(keys, 'gateway.key.pem'), join(keys, 'gateway.public.pem')];
const cli = 'lib/cli/main.ts';

let made: Awaited<ReturnType<typeof makeTestCounty>>;
const programs: Program[] = [];
beforeAll(async () => {
  made = await makeTestCounty('sqlite', 0.01);
  await run(cli, 'keys', 'new', '--out', keys);
});
afterEach(() => Promise.all(programs.splice(0).map(program => program.end())));
afterAll(async () => {
  await made.drop();
  rmSync(folder, { recursive: true, force: true });
});

function start(...args: string[]): Program {
  const program = new Program(args);
  programs.push(program);
  return program;
}

/** Runs a command to its end. */
async function run(...args: string[]): Promise<Program> {
  const program = new Program(args);
  await program.ended();
  return program;
}

const serveGrid = (...more: string[]): string[] => [
  cli,
  'serve',
  'subgraph',
  'grid',
  '--county',
  fengxi.folder,
  '--data',
  made.dataDir,
  '--databases',
  made.target,
  ...more,
];

/** Towns through a gateway's command, asked of a department's command. */
async function towns(department: string[], gateway: string[]): Promise<unknown> {
  const url = await start(...serveGrid(...department)).url();
  const file = join(folder, 'supergraph.graphql');
  writeFileSync(file, compose([{ name: 'grid', url, sdl: readContract('grid').sdl }]).supergraphSdl);
  const server = await start('gateway/main.ts', '--supergraph', file, '--port', '0', ...gateway).url();
  const response = await fetch(server, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: '{ places(level: TOWN) { code } }' }),
  });
  return response.json();
}

test('a new pair lies where it should, the private key for its owner alone', async () => {
  expect(statSync(signing).mode & 0o777).toBe(0o600);
  const again = await run(cli, 'keys', 'new', '--out', keys);
  expect(again.err).toMatch(/^FILE_EXISTS: /);
});

test('the gateway that has the private key is answered', async () => {
  const answer = await towns(['--gateway-key', verifying], ['--sign-with', signing]);
  expect(answer).toMatchObject({ data: { places: expect.arrayContaining([{ code: '330199001' }]) } });
});

test('the department says so where a gateway does not sign', async () => {
  const answer = await towns(['--gateway-key', verifying], []);
  expect(answer).toMatchObject({ errors: [{ extensions: { code: 'REQUEST_UNSIGNED', service: 'grid' } }] });
});

test.each([
  ['without a key', [], 'GATEWAY_KEY_MISSING'],
  ['with a private key', ['--gateway-key', signing], 'BAD_KEY'],
  ['with a key that is not there', ['--gateway-key', join(folder, 'none')], 'BAD_KEY'],
  ['with a key that is none', ['--gateway-key', join(fengxi.folder, 'county.yaml')], 'BAD_KEY'],
])('a department %s does not start', async (_, options, code) => {
  const { err, code: status } = await run(...serveGrid(...options));
  expect(err).toMatch(new RegExp(`^${code}: Expected .+, got .+; .+\\.\n$`));
  expect(status).toBe(1);
});

test('a gateway does not start with a public key', async () => {
  const file = 'schema/supergraph.graphql';
  const { err, code } = await run('gateway/main.ts', '--supergraph', file, '--sign-with', verifying);
  expect([err, code]).toEqual([expect.stringMatching(/^BAD_KEY: /), 1]);
});
