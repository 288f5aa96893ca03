import { createHmac, createPublicKey, generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request as httpRequest } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type CryptoKey,
  type JWK,
  type JWTHeaderParameters,
  type JWTPayload,
  SignJWT,
  exportJWK,
  generateKeyPair,
} from 'jose';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { openAuthenticator, readIdentityFile } from '../../../lib/identity/index.ts';
import type { Identity } from '../../../lib/kernel/identity.ts';
import { type Echo, readEcho, serveEcho } from './echo.ts';

const folder = mkdtempSync(join(tmpdir(), 'countygraph-tokens-'));
const [county, court] = ['https://sso.county.example', 'https://sso.court.example'];
const now = (): number => Math.floor(Date.now() / 1000);

/** Keys of the county's issuer by algorithm, and one of the court's under a name of the county's. */
const keys = new Map<string, { key: CryptoKey; jwk: JWK }>();
const algorithms = ['RS256', 'PS384', 'ES256', 'EdDSA'];
let strangers: CryptoKey;
let echo: Echo;

beforeAll(async () => {
  for (const alg of [...algorithms, 'ES384']) {
    const { publicKey, privateKey } = await generateKeyPair(alg);
    keys.set(alg, { key: privateKey, jwk: { ...(await exportJWK(publicKey)), kid: `k-${alg}` } });
  }
  const courts = await generateKeyPair('ES256');
  strangers = courts.privateKey;
  const write = (name: string, list: JWK[]) => writeFileSync(join(folder, name), JSON.stringify({ keys: list }));
  write(
    'county.json',
    [...keys.values()].map(({ jwk }) => jwk),
  );
  write('court.json', [{ ...(await exportJWK(courts.publicKey)), kid: 'k-ES256' }]);
  const system = generateKeyPairSync('ed25519');
  keys.set('system', { key: system.privateKey as never, jwk: {} });
  writeFileSync(join(folder, 'system.pem'), system.publicKey.export({ type: 'spki', format: 'pem' }));
  const file = join(folder, 'identity.yaml');
  const shared = { audience: 'countygraph', roles: ['analyst', 'judge'] };
  writeFileSync(
    file,
    stringify({
      version: 1,
      clockTolerance: 5,
      issuers: [
        {
          ...shared,
          id: 'county',
          issuer: county,
          jwks: 'county.json',
          algorithms,
          claims: {
            roles: 'realm_access.roles',
            department: 'https://county.example/dept',
            areas: 'areas',
            purposes: 'purposes',
          },
          purposes: { judge: ['adjudication'] },
        },
        {
          ...shared,
          id: 'court',
          issuer: court,
          jwks: 'court.json',
          algorithms: ['ES256'],
          claims: { roles: 'roles' },
          department: 'court',
        },
      ],
      systems: [
        {
          id: 'case-system',
          key: 'system.pem',
          roles: ['case-system'],
          department: 'court',
          purposes: ['adjudication', 'mediation-handover'],
        },
      ],
      public: { purposes: ['public-information'] },
    }),
  );
  echo = await serveEcho({ authenticate: await openAuthenticator({ file: readIdentityFile(file), coolDown: 20 }) });
});
afterAll(async () => {
  await echo.close();
  rmSync(folder, { recursive: true, force: true });
});

interface Made {
  readonly alg?: string;
  readonly header?: Partial<JWTHeaderParameters>;
  /** Over the usual ones; undefined takes one away. */
  readonly claims?: Readonly<Record<string, unknown>>;
  readonly key?: CryptoKey;
}

const usual = (): JWTPayload => ({
  iss: county,
  aud: 'countygraph',
  sub: 'u1',
  iat: now(),
  exp: now() + 600,
  realm_access: { roles: ['analyst', 'offline_access'] },
});

/** A token as the county's issuer signs it, but for what is said. Claims that are undefined are left out. */
function token({ alg = 'ES256', header = {}, claims = {}, key = keys.get(alg)?.key }: Made = {}): Promise<string> {
  return new SignJWT({ ...usual(), ...claims } as JWTPayload)
    .setProtectedHeader({ alg, kid: `k-${alg}`, ...header })
    .sign(key!);
}

const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/** A token of parts that no library would sign. */
function handmade(header: object, signature: (text: string) => string = () => ''): string {
  const text = `${part(header)}.${part(usual())}`;
  return `${text}.${signature(text)}`;
}

/** Headers as pairs, so that one may stand there twice. */
function ask(headers: readonly (readonly [string, string])[]): Promise<ReturnType<typeof readEcho>> {
  const { promise, resolve, reject } = Promise.withResolvers<ReturnType<typeof readEcho>>();
  const sent = ['content-type', 'application/json', 'host', 'x', ...headers.flat()];
  const request = httpRequest(echo.url, { method: 'POST', headers: sent }, response => {
    let text = '';
    response.on('data', (chunk: Buffer) => (text += chunk.toString()));
    response.on('end', () => resolve(readEcho(response.statusCode ?? 0, text)));
  });
  request.on('error', reject).end(JSON.stringify({ query: '{ who }' }));
  return promise;
}

const bearer = (text: string) => ['authorization', `Bearer ${text}`] as const;
const refused = [401, 'UNAUTHENTICATED'];

describe('a token that is right', () => {
  test.each(algorithms)('signed with %s says who asks', async alg => {
    const claims = { 'https://county.example/dept': 'grid', areas: ['330199001'], scope: 'read export' };
    expect(await ask([bearer(await token({ alg, claims }))])).toEqual({
      subject: 'county/u1',
      roles: ['analyst'],
      department: 'grid',
      areas: ['330199001'],
      scopes: ['read', 'export'],
    });
  });

  test('is right the second time, too, and until it ends', async () => {
    const ending = await token({ claims: { exp: now() - 4 } });
    expect(await ask([bearer(ending)])).toMatchObject({ subject: 'county/u1' });
    await expect.poll(() => ask([bearer(ending)]), { timeout: 20_000, interval: 200 }).toEqual(refused);
  });

  test('of another issuer names another subject, with the department of that issuer', async () => {
    const claims = { iss: court, roles: ['judge', 'auditor'] };
    expect(await ask([bearer(await token({ claims, key: strangers }))])).toEqual({
      subject: 'court/u1',
      roles: ['judge'],
      department: 'court',
      areas: [],
      scopes: [],
    });
  });

  test('of a system says what stands in its registration, whatever stands in the token', async () => {
    const claims = { iss: 'case-system', sub: 'case-system', roles: ['auditor'], areas: ['330199'], scope: 'all' };
    const signed = await token({ alg: 'EdDSA', key: keys.get('system')!.key, claims });
    expect(await ask([bearer(signed), ['countygraph-purpose', 'adjudication']])).toEqual({
      subject: 'system/case-system',
      system: 'case-system',
      roles: ['case-system'],
      department: 'court',
      areas: [],
      scopes: [],
      purpose: 'adjudication',
    });
  });
});

const publicKey = () => createPublicKey({ key: keys.get('RS256')!.jwk as never, format: 'jwk' });
const hmac = (secret: string | Buffer) => (text: string) =>
  createHmac('sha256', secret).update(text).digest('base64url');
const other = async (alg: string) => (await generateKeyPair(alg)).privateKey;

describe('a token is refused, and nobody asked,', () => {
  const attacks: [string, () => string | Promise<string>][] = [
    ['without a signature', () => handmade({ alg: 'none' })],
    ['with "None"', () => handmade({ alg: 'None', kid: 'k-ES256' })],
    ['without an algorithm', () => handmade({ kid: 'k-ES256' })],
    [
      'signed by HS256 with the public key in PEM',
      () => handmade({ alg: 'HS256', kid: 'k-RS256' }, hmac(publicKey().export({ type: 'spki', format: 'pem' }))),
    ],
    [
      'signed by HS256 with the public key in DER',
      () => handmade({ alg: 'HS256', kid: 'k-RS256' }, hmac(publicKey().export({ type: 'spki', format: 'der' }))),
    ],
    ['signed by HS256 with nothing', () => handmade({ alg: 'HS256' }, hmac(''))],
    ['by an algorithm that the issuer does not use', () => token({ alg: 'ES384' })],
    ['that has expired', () => token({ claims: { exp: now() - 10 } })],
    ['that has no end', () => token({ claims: { exp: undefined } })],
    ['that is not yet valid', () => token({ claims: { nbf: now() + 60 } })],
    ['for another audience', () => token({ claims: { aud: 'mail' } })],
    ['for no audience', () => token({ claims: { aud: undefined } })],
    ['of an unknown issuer', () => token({ claims: { iss: 'https://sso.example' } })],
    ['of no issuer', () => token({ claims: { iss: undefined } })],
    ['whose issuer is a list', () => token({ claims: { iss: [county] } })],
    ['without a subject', () => token({ claims: { sub: undefined } })],
    ['of one issuer, signed by another under the same name of a key', () => token({ key: strangers })],
    ['of the other issuer, signed by this one', () => token({ claims: { iss: court } })],
    ['signed by a stranger', async () => token({ key: await other('ES256') })],
    ['that names a key of another kind', () => token({ header: { kid: 'k-RS256' } })],
    ['that names an unknown key', () => token({ header: { kid: '../../etc/passwd' } })],
    [
      'that brings its own key',
      async () => {
        const { publicKey: open, privateKey } = await generateKeyPair('ES256', { extractable: true });
        return token({ header: { jwk: (await exportJWK(open)) as never }, key: privateKey });
      },
    ],
    [
      'that says where its key is',
      async () => token({ header: { jku: 'http://127.0.0.1:9/', kid: 'evil' }, key: await other('ES256') }),
    ],
    ['with a critical extension', () => handmade({ alg: 'ES256', kid: 'k-ES256', crit: ['x'], x: 1 }, () => 'AAAA')],
    [
      'whose claims were changed',
      async () => (await token()).replace(/\.[^.]+\./, `.${part({ ...usual(), sub: 'u2' })}.`),
    ],
    ['whose signature was cut', async () => (await token()).slice(0, -4)],
    ['whose signature was cut off', async () => (await token()).replace(/[^.]+$/, '')],
    ['in two parts', async () => (await token()).replace(/\.[^.]+$/, '')],
    ['of other text', () => 'letmein'],
    ['of more than 8 KB', () => token({ claims: { more: 'x'.repeat(8_000) } })],
    ['with areas that are none', () => token({ claims: { areas: ['33019900x'] } })],
    ['with areas that are numbers', () => token({ claims: { areas: [330199001] } })],
    ['with a role that is an object', () => token({ claims: { realm_access: { roles: [{ name: 'analyst' }] } } })],
    ['of a system, signed by the county', () => token({ claims: { iss: 'case-system', sub: 'case-system' } })],
    [
      'of a system, in the name of another',
      () => token({ alg: 'EdDSA', key: keys.get('system')!.key, claims: { iss: 'case-system', sub: 'u1' } }),
    ],
    [
      'of a system, for more than an hour',
      () =>
        token({
          alg: 'EdDSA',
          key: keys.get('system')!.key,
          claims: { iss: 'case-system', sub: 'case-system', exp: now() + 7_200 },
        }),
    ],
  ];
  test.each(attacks)('%s', async (_, make) => {
    const before = echo.asked();
    expect(await ask([bearer(await make())])).toEqual(refused);
    expect(echo.asked()).toBe(before);
  });
});

describe('a request with', () => {
  test.each<[string, (good: string) => (readonly [string, string])[]]>([
    ['two tokens', good => [bearer(good), bearer(good)]],
    ['a token and something else', good => [['authorization', 'Basic dTpw'], bearer(good)]],
    ['two tokens in one header', good => [['authorization', `Bearer ${good}, Bearer ${good}`]]],
    ['another scheme', () => [['authorization', 'Basic dTpw']]],
    ['a token without its scheme', good => [['authorization', good]]],
    ['an empty token', () => [['authorization', 'Bearer ']]],
    ['an empty header', () => [['authorization', '']]],
  ])('%s is refused, and not taken for the public', async (_, make) => {
    expect(await ask(make(await token()))).toEqual(refused);
  });

  test.each([
    ['nothing', []],
    [
      'an identity of its own making',
      [
        ['countygraph-subject', 'county/u1'],
        ['countygraph-identity', part({ subject: 'x', roles: ['analyst'], areas: [], scopes: [] })],
      ] as const,
    ],
  ])('%s is the public', async (_, headers) => {
    const identity = { subject: 'public', roles: ['public'], areas: [], scopes: [], purpose: 'public-information' };
    expect(await ask(headers)).toEqual(identity);
  });
});

describe('a purpose', () => {
  const notAllowed = [403, 'PURPOSE_NOT_ALLOWED'];
  const analyst = { purposes: ['governance-analysis'] };
  const both = { purposes: ['governance-analysis', 'audit'] };
  const judge = { realm_access: { roles: ['judge'] } };
  test.each<[string, Readonly<Record<string, unknown>>, (readonly [string, string])[], string | undefined]>([
    ['the only one of the token', analyst, [], 'governance-analysis'],
    ['the only one of the role', judge, [], 'adjudication'],
    ['none, where there are several to choose from', both, [], undefined],
    ['one of several', both, [['countygraph-purpose', 'audit']], 'audit'],
    ['none at all', {}, [], undefined],
  ])('is %s', async (_, claims, headers, purpose) => {
    const identity = (await ask([bearer(await token({ claims })), ...headers])) as Identity;
    expect([identity.subject, identity.purpose]).toEqual(['county/u1', purpose]);
  });

  test.each<[string, Readonly<Record<string, unknown>>, (readonly [string, string])[]]>([
    ['that the token does not list', analyst, [['countygraph-purpose', 'audit']]],
    [
      'of a role that the issuer may not give',
      { realm_access: { roles: ['auditor'] } },
      [['countygraph-purpose', 'audit']],
    ],
    ['that is empty', analyst, [['countygraph-purpose', '']]],
    [
      'given twice',
      both,
      [
        ['countygraph-purpose', 'audit'],
        ['countygraph-purpose', 'audit'],
      ],
    ],
    ['left open, with a permit', both, [['countygraph-permit', 'p1']]],
  ])('%s is refused', async (_, claims, headers) => {
    expect(await ask([bearer(await token({ claims })), ...headers])).toEqual(notAllowed);
  });

  test('may have a permit', async () => {
    const headers = [bearer(await token({ claims: analyst })), ['countygraph-permit', 'JZ-2026/12']] as const;
    expect(await ask(headers)).toMatchObject({ purpose: 'governance-analysis', permit: 'JZ-2026/12' });
    expect(await ask([headers[0], ['countygraph-permit', 'a b']])).toEqual(notAllowed);
  });

  test('of the public is refused where it is not the public’s', async () => {
    expect(await ask([['countygraph-purpose', 'governance-analysis']])).toEqual(notAllowed);
  });
});
