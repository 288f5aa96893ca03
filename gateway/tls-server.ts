import { type RequestListener, type Server, type ServerOptions, createServer } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { badOption } from './bad-option.ts';

export interface TlsOptions {
  /** PEM. */
  readonly key: Buffer;
  /** PEM, with the certificates between it and its root. */
  readonly cert: Buffer;
  /** The authority whose client certificates are looked at (PEM). Default: clients are not asked for any. */
  readonly clientCa?: Buffer;
}

/** A server with or without TLS. Throws BAD_OPTION for a key or certificate that cannot be used. */
export function createHttpServer(
  options: ServerOptions,
  tls: TlsOptions | undefined,
  listener: RequestListener,
): Server {
  if (tls === undefined) return createServer(options, listener);
  const { key, cert, clientCa } = tls;
  // People come without a certificate; who comes with a bad one is told so by an answer, not by a broken connection.
  const client = clientCa && { ca: clientCa, requestCert: true, rejectUnauthorized: false };
  try {
    return createTlsServer({ ...options, minVersion: 'TLSv1.2', key, cert, ...client }, listener);
  } catch {
    throw badOption('a key, a certificate of it and an authority in PEM', 'files that do not fit together');
  }
}
