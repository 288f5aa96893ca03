import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { type AddressInfo, Server as TcpServer } from 'node:net';
import { operatorError } from '../lib/kernel/coded-error.ts';
import type { Identity } from '../lib/kernel/identity.ts';
import { type Authenticate, openAuthenticator } from '../lib/identity/index.ts';
import { ObservedRequest, type Observer } from '../lib/observe/index.ts';
import type { Response } from './execute/response.ts';
import type { Gateway, GatewayRequest, ResponseStream } from './gateway.ts';
import { refuseMessage } from './http/broken-message.ts';
import { HttpFault } from './http/fault.ts';
import { type Accepted, negotiate, replyGraphql } from './http/graphql-reply.ts';
import { readGraphqlRequest } from './http/graphql-request.ts';
import { replyJson } from './http/reply.ts';
import { eventStream, replyStream } from './http/stream-reply.ts';
import { untilTaken } from './http/until-taken.ts';
import { whoAsks } from './http/who-asks.ts';
import { answerCode } from './observe/answer-code.ts';
import { type TlsOptions, createHttpServer } from './tls-server.ts';

export interface ServeOptions {
  /** 0: any free port. */
  readonly port: number;
  /** Default 127.0.0.1: this machine only. */
  readonly host?: string;
  /** Who makes a request. Default: any credentials are refused, and who brings none has the gateway's default identity. */
  readonly authenticate?: Authenticate | undefined;
  /** Serve over TLS. Default: without. */
  readonly tls?: TlsOptions | undefined;
  /** Whether answers of 2 KiB and more are compressed for clients that take them so. Default true. */
  readonly compression?: boolean;
  /** How long a client may take to send a request, or leave its answer unread, in milliseconds. Default 30,000. */
  readonly patience?: number;
  /** Between two signs of life on a stream where nothing happens, in milliseconds. Default 12,000. */
  readonly heartbeat?: number;
  /** Sees each request of the graph. Default: nobody. */
  readonly observer?: Observer | undefined;
  /** Further addresses, asked after the gateway's own; true when it has answered. */
  readonly routes?: (request: IncomingMessage, response: ServerResponse) => Promise<boolean> | boolean;
}

export interface RunningServer {
  readonly url: string;
  readonly port: number;
  /**
   * Takes no new connections, answers the requests that still come on those there are and asks their clients to close them, ends
   * subscriptions with SUBSCRIPTION_ENDED, and ends, after 5 seconds at most. The gateway stays open.
   */
  close(): Promise<void>;
}

const drainTime = 5_000;
/** A connection that has been idle for so long since the end began has nothing on its way. */
const graceTime = 500;

/** Serves a gateway over HTTP. Throws PORT_IN_USE, CANNOT_LISTEN or BAD_OPTION. */
export async function serveGateway(gateway: Gateway, options: ServeOptions): Promise<RunningServer> {
  const { port, host = '127.0.0.1', patience = 30_000, heartbeat = 12_000, tls } = options;
  const authenticate = options.authenticate ?? (await openAuthenticator());
  const draining = new AbortController();
  const state = { stopping: false, arriving: 0, underWay: 0, draining: draining.signal };
  const times = { requestTimeout: patience, headersTimeout: patience, connectionsCheckingInterval: patience / 10 };
  const server = createHttpServer(times, tls, (request, response) => {
    if (state.stopping) response.setHeader('connection', 'close');
    handle(request, response, { ...options, authenticate, patience, heartbeat, gateway, state }).catch(error =>
      refuse(response, error),
    );
  });
  server.on('clientError', refuseMessage);
  await listen(server, port, host);
  const actual = (server.address() as AddressInfo).port;
  return {
    url: `${tls ? 'https' : 'http'}://${host.includes(':') ? `[${host}]` : host}:${actual}`,
    port: actual,
    close() {
      state.stopping = true;
      draining.abort();
      const grace = setTimeout(() => server.closeIdleConnections(), graceTime);
      const end = setTimeout(() => server.closeAllConnections(), drainTime);
      return new Promise(resolve => {
        // The HTTP server's own close would cut idle connections off, with a request perhaps already on its way.
        TcpServer.prototype.close.call(server, () => {
          clearTimeout(grace);
          clearTimeout(end);
          resolve();
        });
      });
    },
  };
}

interface Serving extends ServeOptions {
  readonly authenticate: Authenticate;
  readonly gateway: Gateway;
  readonly patience: number;
  readonly heartbeat: number;
  readonly state: { readonly stopping: boolean; arriving: number; underWay: number; readonly draining: AbortSignal };
}

async function handle(request: IncomingMessage, response: ServerResponse, serving: Serving): Promise<void> {
  const url = URL.parse(request.url ?? '/', 'http://gateway');
  if (url === null) throw new HttpFault(400, 'BAD_REQUEST', 'Expected an address, got text that is none; correct it.');
  if (url.pathname === '/graphql') return answerGraphql(request, response, url, serving);
  if (url.pathname === '/health/live' || url.pathname === '/health/ready') {
    onlyGet(request);
    return url.pathname === '/health/live'
      ? replyJson(response, 200, { status: 'live' })
      : answerReady(response, serving);
  }
  if (await serving.routes?.(request, response)) return;
  throw new HttpFault(404, 'NOT_FOUND', 'Expected an address of this server, got another; the graph is at /graphql.');
}

async function answerGraphql(
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
  serving: Serving,
): Promise<void> {
  const { gateway, state, observer } = serving;
  const { requests, body } = gateway.limits;
  const observed = observer && new ObservedRequest(observer, request, response);
  let accepted: Accepted | undefined;
  let subscription: ResponseStream | undefined;
  try {
    const taken = (accepted = negotiate(request.headers.accept));
    const arriving = requests * arrivingForEach;
    const [identity, read] = await counted(state, 'arriving', arriving, async () => [
      await whoAsks(request, serving.authenticate),
      await readGraphqlRequest(request, url, body),
    ]);
    const call = { identity, read, accepted: taken, response, observed };
    subscription = await counted(state, 'underWay', requests, () => execute(call, serving));
  } catch (error) {
    if (observed) observed.code = error instanceof HttpFault ? error.code : 'INTERNAL';
    refuse(response, error, accepted?.single);
  }
  // No longer a request: the gateway has a limit of its own for subscriptions.
  if (subscription) await replyStream(response, eventStream, subscription.answers, serving);
}

/** So many times as many requests may arrive as are answered: who sends slowly is not to shut out the others. */
const arrivingForEach = 4;

/** Does a part of a request's work while no more than `most` requests are at it. Throws OVERLOADED. */
async function counted<T>(
  state: Serving['state'],
  part: 'arriving' | 'underWay',
  most: number,
  work: () => Promise<T>,
): Promise<T> {
  if (state[part] >= most) throw overloaded(most);
  state[part] += 1;
  try {
    return await work();
  } finally {
    state[part] -= 1;
  }
}

/** A request that has come whole. */
interface Call {
  readonly identity: Identity | undefined;
  readonly read: GatewayRequest;
  readonly accepted: Accepted;
  readonly response: ServerResponse;
  readonly observed: ObservedRequest | undefined;
}

/** Answers a request until the client has taken the answer; gives what is to be answered by a subscription. */
async function execute(
  { identity, read, accepted, response, observed }: Call,
  serving: Serving,
): Promise<ResponseStream | undefined> {
  const { gateway, state, patience } = serving;
  const { req: request } = response;
  const gone = new AbortController();
  response.once('close', () => {
    if (!response.writableFinished) gone.abort();
  });
  const context = {
    identity,
    signal: gone.signal,
    queriesOnly: request.method === 'GET',
    work: observed?.work,
  };
  const { stream } = accepted;
  const subscriptions = stream === eventStream;
  const answer = stream
    ? await gateway.stream(read, { ...context, draining: [state.draining], subscriptions })
    : await gateway.execute(read, context);
  if ('answers' in answer && answer.kind === 'subscription') return answer;
  if (observed && !('answers' in answer)) observed.code = answerCode(answer);
  if (response.destroyed) return undefined;
  if ('answers' in answer) await replyStream(response, stream!, answer.answers, serving);
  else await reply(response, accepted, answer, serving);
  await untilTaken(response, patience);
  return undefined;
}

/** One answer, as a stream of one where the client takes nothing else. */
async function reply(
  response: ServerResponse,
  { single, stream }: Accepted,
  answer: Response,
  serving: Serving,
): Promise<void> {
  const isOfHttp = answer.errors?.[0]?.extensions?.code === 'MUTATION_NEEDS_POST';
  if (single === undefined && stream && !isOfHttp) return replyStream(response, stream, [answer], serving);
  const { compression = true } = serving;
  await replyGraphql(response, single ?? 'application/json', answer, compression);
}

function overloaded(most: number): HttpFault {
  const sentence = `Expected at most ${most} requests at once, got one more; try again in a second.`;
  return new HttpFault(503, 'OVERLOADED', sentence, { 'retry-after': '1' });
}

/** Ready while any department answers: the others cost their own fields only. */
async function answerReady(response: ServerResponse, { gateway, state: { stopping } }: Serving): Promise<void> {
  const departments = await gateway.health();
  const isReady = !stopping && departments.some(one => one.state === 'up');
  replyJson(response, isReady ? 200 : 503, {
    status: stopping ? 'stopping' : isReady ? 'ready' : 'waiting',
    departments,
  });
}

function onlyGet({ method }: IncomingMessage): void {
  if (method === 'GET' || method === 'HEAD') return;
  throw new HttpFault(405, 'METHOD_NOT_ALLOWED', 'Expected GET, got another method; use GET.', { allow: 'GET, HEAD' });
}

function refuse(response: ServerResponse, error: unknown, type = 'application/json'): void {
  const message = 'Expected an answer, got a fault of the server; report this as a fault of countygraph.';
  const fault = error instanceof HttpFault ? error : new HttpFault(500, 'INTERNAL', message);
  if (response.headersSent || response.destroyed) return void response.destroy();
  replyJson(response, fault.status, fault.body, { 'content-type': `${type}; charset=utf-8`, ...fault.headers });
}

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(error.code === 'EADDRINUSE' ? portInUse(port, error) : cannotListen(port, error));
    });
    server.listen(port, host, () => resolve());
  });
}

function portInUse(port: number, cause: Error): Error {
  const parts = {
    expected: `port ${port} to be free`,
    got: 'another program on it',
    todo: 'stop that or choose another with --port',
  };
  return operatorError('PORT_IN_USE', parts, { cause });
}

function cannotListen(port: number, cause: NodeJS.ErrnoException): Error {
  const parts = {
    expected: `to listen on port ${port}`,
    got: cause.code ?? 'a refusal',
    todo: 'choose another port or host',
  };
  return operatorError('CANNOT_LISTEN', parts, { cause });
}
