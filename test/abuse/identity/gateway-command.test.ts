import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { type IncomingHttpHeaders, type Server, createServer } from 'node:http';
import { request as httpsRequest } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { compose } from '../../../gateway/index.ts';
import { readIdentityFile, writeKeyPair } from '../../../lib/identity/index.ts';
import { type Identity, readIdentity } from '../../../lib/kernel/identity.ts';
import { makeAuthority } from '../../servers/certificates.ts';
import { Program } from '../../servers/running-program.ts';
import { type TestIssuer, testIssuer } from '../../servers/token-issuer.ts';

const folder = mkdtempSync(join(tmpdir(), 'countygraph-gateway-command-'));
const supergraph = join(folder, 'supergraph.graphql');
const authority = makeAuthority('County');

/** A department that writes down the headers that it gets. */
let department: Server;
const got: IncomingHttpHeaders[] = [];
let issuer: TestIssuer;
const programs: Program[] = [];

beforeAll(async () => {
  issuer = await testIssuer(folder, ['analyst']);
  department = createServer((request, response) => {
    got.push(request.headers);
    request.resume().on('end', () => response.end('{"data":{"a":1}}'));
  });
  await new Promise<void>(resolve => department.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(department.address() as AddressInfo).port}/`;
  writeFileSync(supergraph, compose([{ name: 'a', url, sdl: 'type Query { a: Int }' }]).supergraphSdl);
});
afterEach(() => Promise.all(programs.splice(0).map(program => program.end())));
afterAll(() => {
  department.closeAllConnections();
  department.close();
  rmSync(folder, { recursive: true, force: true });
});

function start(...options: string[]): Program {
  const program = new Program(['gateway/main.ts', '--supergraph', supergraph, '--port', '0', ...options]);
  programs.push(program);
  return program;
}

function write(name: string, text: string): string {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
}

const request = { method: 'POST', body: '{"query":"{ a }"}' };
const json = { 'content-type': 'application/json' };
const lastIdentity = (): Identity | undefined => readIdentity(String(got.at(-1)?.['countygraph-identity']));

test('a department gets the verified identity, and nothing of what the client sent', async () => {
  const url = await start('--identity', issuer.file).url();
  const asserted = {
    'countygraph-subject': 'root',
    'countygraph-identity': Buffer.from('{"subject":"root","roles":["root"],"areas":[],"scopes":[]}').toString(
      'base64url',
    ),
    'countygraph-signature': 'x',
    'x-forwarded-user': 'root',
    cookie: 'session=root',
  };
  const bearer = await issuer.bearer('analyst', { purposes: ['audit'] });
  await fetch(url, { ...request, headers: { ...json, ...asserted, ...bearer } });
  const expected = { subject: 'sso/analyst', roles: ['analyst'], areas: [], scopes: [], purpose: 'audit' };
  expect(lastIdentity()).toEqual(expected);
  const names = Object.keys(got.at(-1)!).filter(name => !/^(host|connection|content-|accept)/.test(name));
  expect(names).toEqual(['countygraph-identity']);
  await fetch(url, { ...request, headers: { ...json, ...asserted } });
  expect(lastIdentity()).toEqual({ subject: 'public', roles: ['public'], areas: [], scopes: [] });
});

test('a gateway that signs gives a request one id, for the ledgers of all departments', async () => {
  const url = await start('--sign-with', writeKeyPair(join(folder, 'keys')).signing).url();
  await fetch(url, { ...request, headers: json });
  expect(got.at(-1)).toMatchObject({
    'countygraph-signature': expect.any(String),
    'x-request-id': expect.stringMatching(/^[\w-]{1,64}$/),
  });
});

test('without an identity file nobody is believed, and everybody without a token is the public', async () => {
  const url = await start().url();
  const count = got.length;
  expect((await fetch(url, { ...request, headers: { ...json, ...(await issuer.bearer('analyst')) } })).status).toBe(
    401,
  );
  expect(got.length).toBe(count);
  await fetch(url, { ...request, headers: json });
  expect(lastIdentity()?.subject).toBe('public');
});

test('a system comes over TLS with its certificate', async () => {
  const [own, client] = [authority.issue({ CN: 'gateway' }), authority.issue({ CN: 'relief' })];
  const system = { id: 'relief', certificate: { subject: { CN: 'relief' } }, roles: ['relief'], purposes: ['audit'] };
  const { issuers } = readIdentityFile(issuer.file).value;
  const url = await start(
    '--identity',
    write('systems.yaml', stringify({ version: 1, issuers, systems: [system] })),
    '--tls-key',
    write('tls.key', own.key),
    '--tls-cert',
    write('tls.cert', own.cert),
    '--client-ca',
    write('ca.cert', authority.cert),
  ).url();
  expect(url).toMatch(/^https:/);
  const text = await new Promise<string>((resolve, reject) => {
    const sent = httpsRequest(url, { method: 'POST', headers: json, ca: authority.cert, ...client }, response => {
      let body = '';
      response.on('data', (chunk: Buffer) => (body += chunk.toString()));
      response.on('end', () => resolve(body));
    });
    sent.on('error', reject).end(request.body);
  });
  expect(JSON.parse(text)).toEqual({ data: { a: 1 } });
  expect(lastIdentity()).toMatchObject({ subject: 'system/relief', system: 'relief', purpose: 'audit' });
});

test.each([
  ['an identity file that is not there', ['--identity', join(folder, 'none.yaml')], 'BAD_IDENTITY_FILE'],
  ['a TLS key without its certificate', ['--tls-key', supergraph], 'BAD_OPTION'],
  ['an authority without TLS', ['--client-ca', supergraph], 'BAD_OPTION'],
  ['a TLS key that is none', ['--tls-key', supergraph, '--tls-cert', supergraph], 'BAD_OPTION'],
  ['a TLS key that is not there', ['--tls-key', join(folder, 'no'), '--tls-cert', join(folder, 'no')], 'BAD_OPTION'],
  ['a subject', ['--subject', 'analyst'], 'BAD_OPTION'],
])('%s keeps the gateway from starting', async (_, options, code) => {
  const program = start(...options);
  await program.ended();
  expect(program.err).toMatch(new RegExp(`^${code}: Expected .+, got .+; .+\\.\n$`));
  expect(program.code).toBe(1);
});
