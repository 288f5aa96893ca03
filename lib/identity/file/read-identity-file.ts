import { Ajv } from 'ajv';
import { type CheckedYaml, readCheckedYaml } from '../../kernel/checked-yaml.ts';
import { operatorError } from '../../kernel/coded-error.ts';
import schema from '../../../schema/identity.schema.json' with { type: 'json' };
import type { IdentityFile } from './identity-file.ts';

const check = new Ajv({ allErrors: false, strict: false }).compile<IdentityFile>(schema);

const words = { code: 'BAD_IDENTITY_FILE', what: 'an identity file', write: 'write one as docs/identity.md shows' };

/** Reads a county's identity.yaml (schema/identity.schema.json). Throws BAD_IDENTITY_FILE with file and line. */
export function readIdentityFile(file: string): CheckedYaml<IdentityFile> {
  const read = readCheckedYaml(file, check, words);
  const { issuers = [], systems = [] } = read.value;
  const ids = new Set<string>();
  const issuerNames = new Set<string>();
  const refuse = (expected: string, got: string, ...path: string[]): Error =>
    operatorError(words.code, { expected, got, todo: `correct ${read.where(...path)}` });
  for (const [list, entries] of Object.entries({ issuers, systems })) {
    for (const [index, { id }] of entries.entries()) {
      if (ids.has(id)) throw refuse('each id once', id, list, String(index), 'id');
      ids.add(id);
    }
  }
  for (const [index, { issuer, jwks, roles, purposes = {} }] of issuers.entries()) {
    const path = ['issuers', String(index)];
    // A system's own tokens are issued by its id.
    if (issuerNames.has(issuer) || ids.has(issuer)) throw refuse('each issuer once', issuer, ...path, 'issuer');
    issuerNames.add(issuer);
    if (!isTrusted(jwks)) throw refuse('keys from https, from this machine or a file', jwks, ...path, 'jwks');
    const other = Object.keys(purposes).find(role => !roles.includes(role));
    if (other !== undefined) throw refuse('purposes of the roles in `roles`', other, ...path, 'purposes', other);
  }
  return read;
}

/** Who could change keys on their way could be anybody. */
function isTrusted(jwks: string): boolean {
  const url = addressOf(jwks);
  if (url === undefined) return true;
  return url.protocol === 'https:' || ['127.0.0.1', '[::1]', 'localhost'].includes(url.hostname);
}

/** Undefined for a file's name. */
export function addressOf(jwks: string): URL | undefined {
  return /^https?:\/\//.test(jwks) ? (URL.parse(jwks) ?? undefined) : undefined;
}
