import { X509Certificate } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request as httpsRequest } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { openAuthenticator, readIdentityFile } from '../../../lib/identity/index.ts';
import { type Certificate, makeAuthority } from '../../servers/certificates.ts';
import { type TestIssuer, testIssuer } from '../../servers/token-issuer.ts';
import { type Echo, readEcho, serveEcho } from './echo.ts';

const folder = mkdtempSync(join(tmpdir(), 'countygraph-certificates-'));
const [ours, strangers] = [makeAuthority('County'), makeAuthority('County')];
const name = { CN: 'case-system', O: '法院' };
const byName = ours.issue(name);
const byFingerprint = ours.issue({ CN: 'relief' });

let issuer: TestIssuer;
let echo: Echo;
beforeAll(async () => {
  issuer = await testIssuer(folder, ['analyst']);
  const file = join(folder, 'systems.yaml');
  const fingerprint = new X509Certificate(byFingerprint.cert).fingerprint256;
  const systems = [
    { id: 'case-system', certificate: { subject: name }, roles: ['case-system'], department: 'court' },
    { id: 'relief', certificate: { fingerprint }, roles: ['relief'] },
  ];
  const { issuers } = readIdentityFile(issuer.file).value;
  const purposes = ['adjudication'];
  writeFileSync(file, stringify({ version: 1, issuers, systems: systems.map(one => ({ ...one, purposes })) }));
  const authenticate = await openAuthenticator({ file: readIdentityFile(file) });
  const own = ours.issue({ CN: 'gateway' });
  const tls = { key: Buffer.from(own.key), cert: Buffer.from(own.cert), clientCa: Buffer.from(ours.cert) };
  echo = await serveEcho({ authenticate, tls });
});
afterAll(async () => {
  await echo.close();
  rmSync(folder, { recursive: true, force: true });
});

function ask(client: Partial<Certificate>, headers = {}): Promise<ReturnType<typeof readEcho>> {
  const { promise, resolve, reject } = Promise.withResolvers<ReturnType<typeof readEcho>>();
  const options = { method: 'POST', agent: false, ca: ours.cert, ...client };
  const request = httpsRequest(
    echo.url,
    { ...options, headers: { 'content-type': 'application/json', ...headers } },
    response => {
      let text = '';
      response.on('data', (chunk: Buffer) => (text += chunk.toString()));
      response.on('end', () => resolve(readEcho(response.statusCode ?? 0, text)));
    },
  );
  request.on('error', reject).end('{"query":"{ who }"}');
  return promise;
}

const system = { areas: [], scopes: [], purpose: 'adjudication' };

test('a system is known by the subject of its certificate, or by its fingerprint', async () => {
  const court = { subject: 'system/case-system', system: 'case-system', roles: ['case-system'], department: 'court' };
  expect(await ask(byName)).toEqual({ ...court, ...system });
  const relief = { subject: 'system/relief', system: 'relief', roles: ['relief'] };
  expect(await ask(byFingerprint)).toEqual({ ...relief, ...system });
});

test('people come without a certificate, and say by a token who they are', async () => {
  expect(await ask({})).toMatchObject({ subject: 'public' });
  expect(await ask({}, await issuer.bearer('analyst'))).toMatchObject({ subject: 'sso/analyst' });
  expect(await ask(byName, await issuer.bearer('analyst'))).toMatchObject({ subject: 'sso/analyst' });
});

test.each<[string, Certificate]>([
  ['of another authority of the same name', strangers.issue(name)],
  ['that it signed for itself', strangers],
  ['that has ended', ours.issue(name, [-9, -1])],
  ['that is not yet valid', ours.issue(name, [1, 9])],
  ['of the right name at another organisation', ours.issue({ ...name, O: '检察院' })],
  ['of the right name at no organisation', ours.issue({ CN: name.CN })],
  ['of the same name as the one known by its fingerprint', ours.issue({ CN: 'relief' })],
])('a certificate %s is refused, also beside a good token', async (_, client) => {
  expect(await ask(client)).toEqual([401, 'UNAUTHENTICATED']);
  expect(await ask(client, await issuer.bearer('analyst'))).toEqual([401, 'UNAUTHENTICATED']);
});
