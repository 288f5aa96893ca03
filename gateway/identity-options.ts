import { readFileSync } from 'node:fs';
import { type Authenticate, openAuthenticator, readIdentityFile } from '../lib/identity/index.ts';
import type { CodedError } from '../lib/kernel/coded-error.ts';
import { badOption } from './bad-option.ts';
import type { TlsOptions } from './tls-server.ts';

/** Options of the command about who asks. */
export const identityOptions = {
  identity: { type: 'string' },
  'tls-key': { type: 'string' },
  'tls-cert': { type: 'string' },
  'client-ca': { type: 'string' },
} as const;

/** The options as they are given. */
export interface IdentityOptions {
  readonly identity?: string | undefined;
  readonly 'tls-key'?: string | undefined;
  readonly 'tls-cert'?: string | undefined;
  readonly 'client-ca'?: string | undefined;
}

/** Whom the gateway believes. Throws BAD_IDENTITY_FILE; an issuer that does not answer is told of only. */
export function readAuthenticator(
  { identity }: IdentityOptions,
  tell: (fault: CodedError) => void,
): Promise<Authenticate> {
  return openAuthenticator({ file: identity === undefined ? undefined : readIdentityFile(identity), tell });
}

/** Key, certificate and authority of the door; undefined for one without TLS. Throws BAD_OPTION. */
export function readTls(options: IdentityOptions): TlsOptions | undefined {
  const { 'tls-key': key, 'tls-cert': cert, 'client-ca': clientCa } = options;
  if (key === undefined && cert === undefined && clientCa === undefined) return undefined;
  if (key === undefined || cert === undefined)
    throw badOption('--tls-key FILE and --tls-cert FILE', 'one without the other');
  const client = clientCa === undefined ? {} : { clientCa: read('--client-ca', clientCa) };
  return { key: read('--tls-key', key), cert: read('--tls-cert', cert), ...client };
}

function read(option: string, file: string): Buffer {
  try {
    return readFileSync(file);
  } catch {
    throw badOption(`${option} with a file that can be read`, JSON.stringify(file));
  }
}
