import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { type Server, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type CryptoKey, type JWK, SignJWT, exportJWK, generateKeyPair } from 'jose';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { type AuthenticatorOptions, openAuthenticator, readIdentityFile } from '../../../lib/identity/index.ts';
import { type Echo, readEcho, serveEcho } from './echo.ts';

const folder = mkdtempSync(join(tmpdir(), 'countygraph-issuer-keys-'));
const issuer = 'https://sso.county.example';

/** An issuer whose address gives what the test says. */
const idp = { keys: [] as JWK[], isDown: false, answer: undefined as string | undefined, asked: 0 };
const signing = new Map<string, { key: CryptoKey; jwk: JWK }>();
let server: Server;
let file: string;
const opened: Echo[] = [];

beforeAll(async () => {
  for (const kid of ['a', 'b', 'stranger']) {
    const { publicKey, privateKey } = await generateKeyPair('ES256');
    signing.set(kid, { key: privateKey, jwk: { ...(await exportJWK(publicKey)), kid } });
  }
  server = createServer((_, response) => {
    idp.asked += 1;
    if (idp.isDown) response.writeHead(502).end();
    else response.end(idp.answer ?? JSON.stringify({ keys: idp.keys }));
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  file = join(folder, 'identity.yaml');
  const jwks = `http://127.0.0.1:${(server.address() as AddressInfo).port}/jwks`;
  const entry = { id: 'sso', issuer, audience: 'countygraph', jwks, algorithms: ['ES256'], roles: ['analyst'] };
  writeFileSync(file, stringify({ version: 1, issuers: [{ ...entry, claims: { roles: 'roles' } }] }));
});
afterEach(async () => {
  await Promise.all(opened.splice(0).map(echo => echo.close()));
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
  rmSync(folder, { recursive: true, force: true });
});

const jwk = (kid: string): JWK => signing.get(kid)!.jwk;

async function start(state: Partial<typeof idp>, options: AuthenticatorOptions = {}) {
  Object.assign(idp, { isDown: false, answer: undefined, asked: 0, keys: [jwk('a')] }, state);
  const told: string[] = [];
  const tell = ({ code }: { code: string }) => void told.push(code);
  const authenticate = await openAuthenticator({ file: readIdentityFile(file), coolDown: 200, tell, ...options });
  const echo = await serveEcho({ authenticate });
  opened.push(echo);
  let count = 0;
  /** Each token is another, so that none is remembered. */
  const ask = async (kid: string, header = kid): Promise<unknown> => {
    const token = await new SignJWT({ sub: `u${(count += 1)}`, roles: ['analyst'] })
      .setProtectedHeader({ alg: 'ES256', kid: header })
      .setIssuer(issuer)
      .setAudience('countygraph')
      .setExpirationTime('5m')
      .sign(signing.get(kid)!.key);
    const response = await fetch(echo.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: '{"query":"{ who }"}',
    });
    const answer = readEcho(response.status, await response.text());
    return Array.isArray(answer) ? answer[1] : 'answered';
  };
  return { ask, told };
}

const together = (count: number, ask: (index: number) => Promise<unknown>): Promise<unknown[]> =>
  Promise.all(Array.from({ length: count }, (_, index) => ask(index)));

test('an issuer changes its key under load: no request is refused, and it is asked twice', async () => {
  const { ask } = await start({});
  expect(new Set(await together(20, () => ask('a')))).toEqual(new Set(['answered']));
  expect(idp.asked).toBe(1);
  idp.keys = [jwk('b'), jwk('a')];
  const during = await together(60, index => ask(index % 2 ? 'a' : 'b'));
  expect(new Set(during)).toEqual(new Set(['answered']));
  expect(idp.asked).toBe(2);
});

test('a key that was taken back is not believed any more once others are known', async () => {
  const { ask } = await start({});
  expect(await ask('a')).toBe('answered');
  idp.keys = [jwk('b')];
  expect(await ask('b')).toBe('answered');
  expect(await ask('a')).toBe('UNAUTHENTICATED');
});

test('invented names of keys do not make the gateway ask more than once in a while', async () => {
  const { ask } = await start({}, { coolDown: 400 });
  const began = performance.now();
  const answers = await together(300, index => ask('stranger', `k${index}`));
  expect(new Set(answers)).toEqual(new Set(['UNAUTHENTICATED']));
  const most = 2 + Math.floor((performance.now() - began) / 400);
  expect(idp.asked).toBeLessThanOrEqual(most);
  expect(await ask('a')).toBe('answered');
});

test('the known keys go on while the issuer does not answer, and its new ones come when it does', async () => {
  const { ask } = await start({}, { maxAge: 0 });
  expect(await ask('a')).toBe('answered');
  for (const answer of [
    undefined,
    'no JSON',
    '{}',
    '{"keys":[]}',
    '{"keys":7}',
    `{"keys":["${'x'.repeat(1024 * 1024)}"]}`,
  ]) {
    Object.assign(idp, { isDown: answer === undefined, answer });
    expect(await together(5, () => ask('a'))).toEqual(Array.from({ length: 5 }, () => 'answered'));
    expect(await ask('b')).toBe('IDENTITY_UNAVAILABLE');
  }
  Object.assign(idp, { isDown: false, answer: undefined, keys: [jwk('b')] });
  expect(await ask('b')).toBe('answered');
});

test('a gateway that starts without the issuer says so, refuses, and goes on when it comes', async () => {
  const { ask, told } = await start({ isDown: true });
  expect(told).toEqual(['IDENTITY_UNAVAILABLE']);
  expect(new Set(await together(20, () => ask('a')))).toEqual(new Set(['IDENTITY_UNAVAILABLE']));
  idp.isDown = false;
  await expect.poll(() => ask('a'), { timeout: 10_000, interval: 50 }).toBe('answered');
});
