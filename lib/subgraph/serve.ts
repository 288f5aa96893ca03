import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ApolloServer, HeaderMap, type HTTPGraphQLResponse } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled';
import type { GatewayInterface, GatewaySchemaLoadOrUpdateCallback } from '@apollo/server-gateway-interface';
import { GraphQLError, type ExecutionResult } from 'graphql';
import { operatorError } from '../kernel/coded-error.ts';
import { type RequestKey, type VerifyRequest, requestVerifier } from '../identity/index.ts';
import { ObservedRequest, type Observer } from '../observe/index.ts';
import { acceptedCoding, compress, leastCompressed } from '../web/index.ts';
import { publicError, type Context } from './context.ts';
import type { Department } from './department.ts';
import { type KnownRequest, originOf, readRequest, refusalOf } from './read-request.ts';

export interface ServeDepartmentOptions {
  /**
   * Public keys of the gateways that may ask, several while one replaces the other; `demo`: whoever asks is whom he says, for
   * made-up data on this machine alone.
   */
  readonly gateways: readonly RequestKey[] | 'demo';
  /** How far the clocks of gateway and department may be apart, in milliseconds. Default 60,000. */
  readonly skew?: number;
  /** Default 127.0.0.1: this machine only. */
  readonly host?: string;
  /** Sees each request. Default: nobody. */
  readonly observer?: Observer | undefined;
  /** Further addresses; true when it has answered. */
  readonly routes?: ((request: IncomingMessage, response: ServerResponse) => Promise<boolean>) | undefined;
}

export interface ServedDepartment {
  readonly url: string;
  close(): Promise<void>;
}

function refuse(response: ServerResponse, status: number, code: string, message: string): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' });
  response.end(JSON.stringify({ errors: [{ message, extensions: { code } }] }));
}

function headersOf(request: IncomingMessage): HeaderMap {
  const headers = new HeaderMap();
  for (const [name, value] of Object.entries(request.headers))
    if (value !== undefined) headers.set(name, [value].flat().join(', '));
  return headers;
}

/** Sends an answer, compressed where the gateway asks for that. */
async function send(
  request: IncomingMessage,
  response: ServerResponse,
  status: number,
  headers: HeaderMap,
  body: Buffer,
): Promise<void> {
  const coding = body.length < leastCompressed ? undefined : acceptedCoding(request.headers['accept-encoding']);
  const bytes = coding === undefined ? body : await compress(body, coding);
  if (coding !== undefined) headers.set('content-encoding', coding);
  headers.set('content-length', String(bytes.length));
  response.writeHead(status, Object.fromEntries(headers));
  response.end(bytes);
}

/** Errors stand first in a body that has any. */
function codeOf({ status = 200, body }: HTTPGraphQLResponse): string {
  if (status >= 400) return 'REFUSED';
  return body.kind === 'complete' && body.string.startsWith('{"errors"') ? 'PARTIAL' : 'OK';
}

/** A department at its door. */
interface Door extends ServeDepartmentOptions {
  readonly server: ApolloServer<Context>;
  readonly department: Department;
  /** Absent in demo mode. */
  readonly verify: VerifyRequest | undefined;
}

async function answer(door: Door, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { department, observer, routes, verify } = door;
  if (await routes?.(request, response)) return;
  if (request.url === '/health') {
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ department: department.id, status: 'up' }));
    return;
  }
  const observed = observer && new ObservedRequest(observer, request, response);
  let known: KnownRequest;
  try {
    known = await readRequest(request, verify);
  } catch (error) {
    const { status, code, message } = refusalOf(error);
    if (observed) observed.code = code;
    return refuse(response, status, code, message);
  }
  if (request.url === '/rights' && request.method === 'GET') return answerRights(door, response, known, observed);
  if (request.url === '/rights' && request.method === 'POST')
    return takeRefusals(door, request, response, known, observed);
  await answerGraphql(door, request, response, known, observed);
}

/** What the department refuses to who asks: to him alone, as it is signed. */
function answerRights(
  { department }: Door,
  response: ServerResponse,
  { identity }: KnownRequest,
  observed: ObservedRequest | undefined,
): void {
  if (observed) observed.code = 'OK';
  response.writeHead(200, { 'content-type': 'application/json', 'cache-control': 'no-store' });
  response.end(JSON.stringify(department.refusals(identity)));
}

/** Writes down what the gateway refuses in the department's stead. Without a record the gateway leaves it to the department. */
async function takeRefusals(
  { department, verify }: Door,
  request: IncomingMessage,
  response: ServerResponse,
  { identity, body }: KnownRequest,
  observed: ObservedRequest | undefined,
): Promise<void> {
  try {
    await department.recordRefusals(identity, body, originOf(request, verify));
  } catch (error) {
    const { code, message } = publicError(error);
    if (observed) observed.code = code;
    return refuse(response, 503, code, message);
  }
  if (observed) observed.code = 'OK';
  response.writeHead(204).end();
}

async function answerGraphql(
  { server, department, verify }: Door,
  request: IncomingMessage,
  response: ServerResponse,
  { identity, body }: KnownRequest,
  observed: ObservedRequest | undefined,
): Promise<void> {
  const gone = new AbortController();
  response.once('close', () => {
    if (!response.writableFinished) gone.abort();
  });
  const result = await server.executeHTTPGraphQLRequest({
    httpGraphQLRequest: {
      method: request.method ?? 'GET',
      headers: headersOf(request),
      body,
      search: new URL(request.url ?? '/', 'http://localhost').search,
    },
    context: () =>
      Promise.resolve(department.context(identity, gone.signal, observed?.work, originOf(request, verify))),
  });
  if (observed) observed.code = codeOf(result);
  if (result.body.kind === 'complete') {
    await send(request, response, result.status ?? 200, result.headers, Buffer.from(result.body.string));
  } else {
    response.writeHead(result.status ?? 200, Object.fromEntries(result.headers));
    for await (const chunk of result.body.asyncIterator) response.write(chunk);
    response.end();
  }
}

/** Errors of a compiled operation have no extensions, without which Apollo Server cannot read them. */
function withExtensions(result: ExecutionResult): ExecutionResult {
  const { errors } = result;
  if (!errors?.some(error => (error.extensions as unknown) === undefined)) return result;
  const told = errors.map(({ message, path, originalError }) => new GraphQLError(message, { path, originalError }));
  return { ...result, errors: told };
}

/** Apollo Server takes an executor other than graphql-js only from what it calls a gateway. */
function executedBy({ schema, executor }: Department): GatewayInterface {
  let tell: GatewaySchemaLoadOrUpdateCallback | undefined;
  return {
    onSchemaLoadOrUpdate(callback) {
      tell = callback;
      return () => undefined;
    },
    async load() {
      tell?.({ apiSchema: schema, coreSupergraphSdl: '' });
      return {
        executor: async ({ document, request, operationName, context }) =>
          withExtensions(
            await executor({
              document,
              variables: request.variables,
              operationName: operationName ?? undefined,
              context: context as Context,
            }),
          ),
      };
    },
    stop: () => Promise.resolve(),
  };
}

/** Undefined in demo mode. What is said of persons is never left to whoever asks: a department that meets them has no such mode. */
function verifierOf(
  { id, meetsPersons }: Department,
  { gateways: keys, skew }: ServeDepartmentOptions,
): VerifyRequest | undefined {
  if (keys !== 'demo') return requestVerifier({ department: id, keys, ...(skew === undefined ? {} : { skew }) });
  if (!meetsPersons) return undefined;
  throw operatorError('GATEWAY_KEY_MISSING', {
    expected: 'a public key of the gateway, for a department that has keys of pseudonyms',
    got: 'none',
    todo: 'say --gateway-key, or leave --pseudonym-keys out',
  });
}

/** A department's HTTP door. Port 0 takes a free one. Faults: PORT_IN_USE, GATEWAY_KEY_MISSING. */
export async function serveDepartment(
  department: Department,
  port: number,
  options: ServeDepartmentOptions,
): Promise<ServedDepartment> {
  const { host = '127.0.0.1' } = options;
  const verify = verifierOf(department, options);
  const server = new ApolloServer<Context>({
    gateway: executedBy(department),
    introspection: true,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    // The landing page loads from a CDN; traces would tell the gateway how the department works inside; hints for caches, which
    // no schema gives, would cost a call for each field.
    plugins: [
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginInlineTraceDisabled(),
      ApolloServerPluginCacheControlDisabled(),
    ],
    persistedQueries: false,
    formatError: (formatted, error) => {
      const { message, code } = publicError(error);
      return { message, ...(formatted.path ? { path: formatted.path } : {}), extensions: { code } };
    },
  });
  await server.start();
  const door = { ...options, server, department, verify };
  const http = createServer((request, response) => {
    answer(door, request, response).catch(() => {
      if (!response.headersSent)
        refuse(response, 500, 'INTERNAL', 'Expected an answer, got a fault of this department; try again.');
      else response.destroy();
    });
  });
  http.keepAliveTimeout = 65_000;
  await new Promise<void>((resolve, reject) => {
    http.once('error', (error: NodeJS.ErrnoException) =>
      reject(
        error.code === 'EADDRINUSE'
          ? operatorError('PORT_IN_USE', {
              expected: `the port ${port} to be free`,
              got: 'a port in use',
              todo: 'choose another with --port',
            })
          : error,
      ),
    );
    http.listen(port, host, resolve);
  });
  return {
    url: `http://${host}:${(http.address() as AddressInfo).port}/`,
    async close() {
      await new Promise<void>(resolve => {
        http.close(() => resolve());
        http.closeIdleConnections();
      });
      await server.stop();
      await department.close();
    },
  };
}
