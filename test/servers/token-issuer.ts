import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type JWTPayload, SignJWT, exportJWK, generateKeyPair } from 'jose';
import { stringify } from 'yaml';
import { type Authenticate, openAuthenticator, readIdentityFile } from '../../lib/identity/index.ts';

/** An issuer of tokens as a county has one, whose keys lie in a file. */
export interface TestIssuer {
  /** The identity.yaml that names it. */
  readonly file: string;
  /** A token that is good for ten minutes, of a subject with one role unless `claims` say otherwise. */
  token(role: string, claims?: JWTPayload): Promise<string>;
  /** The header with it. */
  bearer(role: string, claims?: JWTPayload): Promise<{ authorization: string }>;
  authenticator(): Promise<Authenticate>;
}

export const issuerName = 'https://sso.fengxi.example/realms/county';

/** Writes an issuer's keys and an identity.yaml into a folder. `roles`: that it may give. */
export async function testIssuer(folder: string, roles: readonly string[]): Promise<TestIssuer> {
  mkdirSync(folder, { recursive: true });
  const { publicKey, privateKey } = await generateKeyPair('ES256');
  const jwk = { ...(await exportJWK(publicKey)), kid: 'k1', alg: 'ES256', use: 'sig' };
  writeFileSync(join(folder, 'jwks.json'), JSON.stringify({ keys: [jwk] }));
  const file = join(folder, 'identity.yaml');
  const claims = { roles: 'roles', department: 'department', areas: 'areas', purposes: 'purposes' };
  const entry = { id: 'sso', issuer: issuerName, audience: 'countygraph', jwks: 'jwks.json', algorithms: ['ES256'] };
  writeFileSync(file, stringify({ version: 1, issuers: [{ ...entry, claims, roles }] }));
  const token = (role: string, more: JWTPayload = {}): Promise<string> =>
    new SignJWT({ sub: role, roles: [role], ...more })
      .setProtectedHeader({ alg: 'ES256', kid: 'k1' })
      .setIssuer(issuerName)
      .setAudience('countygraph')
      .setIssuedAt()
      .setExpirationTime('10m')
      .sign(privateKey);
  return {
    file,
    token,
    bearer: async (role, more) => ({ authorization: `Bearer ${await token(role, more)}` }),
    authenticator: () => openAuthenticator({ file: readIdentityFile(file) }),
  };
}
