import type { IncomingMessage } from 'node:http';
import { dirname } from 'node:path';
import type { CheckedYaml } from '../kernel/checked-yaml.ts';
import { type CodedError, callerError } from '../kernel/coded-error.ts';
import { type Identity, publicIdentity } from '../kernel/identity.ts';
import { type Caller, type Intent, askingFor } from './caller.ts';
import { certificateReader } from './certificate.ts';
import type { IdentityFile } from './file/identity-file.ts';
import type { KeySetOptions } from './token/key-set.ts';
import { oidcIssuer } from './token/oidc-issuer.ts';
import { systemIssuer } from './token/system-issuer.ts';
import type { TokenIssuer } from './token/token-issuer.ts';
import { tokenVerifier } from './token/verify-token.ts';
import { unauthenticated } from './unauthenticated.ts';

/**
 * Who makes a request, by its certificate or token, and for what; undefined where it brings neither and nothing is said of such
 * requests. Throws, or rejects with, UNAUTHENTICATED, IDENTITY_UNAVAILABLE or PURPOSE_NOT_ALLOWED.
 */
export type Authenticate = (request: IncomingMessage) => Identity | undefined | Promise<Identity>;

export interface AuthenticatorOptions extends KeySetOptions {
  /** The county's identity.yaml. Absent: no token or certificate is valid. */
  readonly file?: CheckedYaml<IdentityFile> | undefined;
  /** Further issuers. */
  readonly issuers?: readonly TokenIssuer[];
  /** Who asks where a request brings neither certificate nor token. Default: with a file the public. */
  readonly anonymous?: Caller;
  /** Told of issuers that do not give their keys. */
  readonly tell?: (fault: CodedError) => void;
}

/** Gets the issuers' keys; one that does not answer is told of, and its tokens are refused until it does. Throws BAD_IDENTITY_FILE. */
export async function openAuthenticator(options: AuthenticatorOptions = {}): Promise<Authenticate> {
  const { file, issuers: others = [], anonymous, tell, ...keySet } = options;
  const { clockTolerance = 30, issuers = [], systems = [], public: everybody } = file?.value ?? {};
  const places = { folder: dirname(file?.file ?? '.'), clockTolerance };
  const known = [
    ...issuers.map(entry => oidcIssuer(entry, { ...places, ...keySet })),
    ...systems.flatMap(({ key, ...system }) => (key === undefined ? [] : [systemIssuer({ ...system, key }, places)])),
    ...others,
  ];
  await Promise.all(known.map(issuer => issuer.open?.().catch((fault: unknown) => tell?.(fault as CodedError))));
  const callerOfToken = tokenVerifier(known);
  const callerOfCertificate = certificateReader(systems);
  const nobody = anonymous ?? (file && { identity: publicIdentity, purposes: everybody?.purposes ?? [] });

  return request => {
    const intent = { purpose: only(request, 'countygraph-purpose'), permit: only(request, 'countygraph-permit') };
    // Looked at first: a bad certificate is not made good by a token.
    const system = callerOfCertificate(request);
    const token = bearerOf(request);
    if (token === undefined) return anonymousOr(system ?? nobody, intent);
    const caller = callerOfToken(token);
    return 'then' in caller ? caller.then(one => askingFor(one, intent)) : askingFor(caller, intent);
  };
}

function anonymousOr(caller: Caller | undefined, intent: Intent): Identity | undefined {
  if (caller === undefined && intent.purpose === undefined && intent.permit === undefined) return undefined;
  return askingFor(caller ?? { identity: publicIdentity, purposes: [] }, intent);
}

/** A header that may stand there once. */
function only({ headersDistinct }: IncomingMessage, name: string): string | undefined {
  const values = headersDistinct[name];
  if (values === undefined || values.length === 1) return values?.[0];
  const parts = { expected: `${name} once`, got: 'several', todo: 'send one' };
  throw callerError('PURPOSE_NOT_ALLOWED', parts);
}

/** The token of `Authorization: Bearer …`. Two such headers, or another scheme, are not taken for none. */
function bearerOf({ headersDistinct }: IncomingMessage): string | undefined {
  const values = headersDistinct['authorization'];
  if (values === undefined) return undefined;
  if (values.length > 1) throw unauthenticated('several authorization headers', 'send one');
  const [, token] = /^bearer +([\w.~+/=-]+)$/i.exec(values[0] ?? '') ?? [];
  if (token === undefined) throw unauthenticated('an authorization header of another form', 'send Bearer and a token');
  return token;
}
