import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { openAuthenticator, readIdentityFile } from '../../../lib/identity/index.ts';

const folder = mkdtempSync(join(tmpdir(), 'countygraph-identity-file-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const good = `version: 1
issuers:
  - id: sso
    issuer: https://sso.example
    audience: countygraph
    jwks: https://sso.example/jwks
    algorithms: [RS256]
    claims: { roles: roles }
    roles: [analyst]
    purposes: { analyst: [governance-analysis] }
systems:
  - id: relief
    certificate: { subject: { CN: relief } }
    roles: [relief]
    purposes: [audit]
`;

function read(text: string) {
  const file = join(folder, 'identity.yaml');
  writeFileSync(file, text);
  return readIdentityFile(file);
}

test('a file that is right', () => {
  expect(read(good).value.issuers?.[0]).toMatchObject({ id: 'sso', claims: { roles: 'roles' } });
});

test.each<[string, string, RegExp]>([
  ['no YAML', `${good}: [`, /in YAML.*identity\.yaml:16/],
  ['no version', good.replace('version: 1', ''), /identity\.yaml:1/],
  ['an unknown word', good.replace('audience:', 'audiences:'), /"?audience/],
  ['a symmetric algorithm', good.replace('RS256', 'HS256'), /algorithms.*one of.*identity\.yaml:7/],
  ['no algorithm at all', good.replace('[RS256]', '[]'), /identity\.yaml:7/],
  ['none as an algorithm', good.replace('RS256', 'none'), /identity\.yaml:7/],
  ['no list of roles', good.replace('    roles: [analyst]\n', ''), /roles/],
  ['no claim of roles', good.replace('{ roles: roles }', '{}'), /identity\.yaml:8/],
  ['keys over a line that others may change', good.replace('jwks: https', 'jwks: http'), /https.*identity\.yaml:6/],
  ['a purpose of a role that it may not give', good.replace('{ analyst: [', '{ auditor: ['), /auditor.*:10/],
  ['an id twice', good.replace('id: relief', 'id: sso'), /each id once.*identity\.yaml:12/],
  ['an issuer that has the name of a system', good.replace('issuer: https://sso.example', 'issuer: relief'), /:4/],
  ['a system that nobody can know', good.replace('    certificate: { subject: { CN: relief } }\n', ''), /systems\.0/],
  ['a certificate by its organisation alone', good.replace('CN: relief', 'O: relief'), /identity\.yaml:13/],
  ['a fingerprint of another form', good.replace('subject: { CN: relief }', "fingerprint: 'ab'"), /identity\.yaml:13/],
  ['clocks an hour apart', `${good}clockTolerance: 3600\n`, /identity\.yaml:16/],
])('%s is BAD_IDENTITY_FILE with its line', (_, text, message) => {
  expect(() => read(text)).toThrow(
    expect.objectContaining({ code: 'BAD_IDENTITY_FILE', kind: 'operator', message: expect.stringMatching(message) }),
  );
});

test('a file that is not there', () => {
  expect(() => readIdentityFile(join(folder, 'none.yaml'))).toThrow(
    expect.objectContaining({ code: 'BAD_IDENTITY_FILE' }),
  );
});

const pem = (kind: 'spki' | 'pkcs8', bits = 2048): string => {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: bits });
  const key = kind === 'spki' ? publicKey : privateKey;
  return key.export({ type: kind as 'spki', format: 'pem' }).toString();
};

test.each<[string, string | undefined]>([
  ['that is not there', undefined],
  ['that is private', pem('pkcs8')],
  ['that is too short', pem('spki', 1024)],
  ['that is none', 'key'],
])('a key of a system %s is BAD_IDENTITY_FILE', async (_, text) => {
  rmSync(join(folder, 'relief.pem'), { force: true });
  if (text !== undefined) writeFileSync(join(folder, 'relief.pem'), text);
  const file = read(
    good
      .replace('jwks: https://sso.example/jwks', 'jwks: none.json')
      .replace('certificate: { subject: { CN: relief } }', 'key: relief.pem'),
  );
  await expect(openAuthenticator({ file })).rejects.toMatchObject({ code: 'BAD_IDENTITY_FILE' });
});
