import { Pool } from 'undici';
import type { SignRequest } from '../../lib/identity/index.ts';
import { operatorError } from '../../lib/kernel/coded-error.ts';
import { type BreakerOptions, withCircuitBreaker } from './circuit-breaker.ts';
import { Exchange } from './exchange.ts';
import { httpEvents } from './http-events.ts';
import { identityHeaders, identityOf } from './identity.ts';
import { isRead } from './is-read.ts';
import { readAnswer } from './read-answer.ts';
import { withRetry } from './retry.ts';
import { httpRights } from './http-rights.ts';
import { SharedReads } from './shared-reads.ts';
import {
  type DepartmentAnswer,
  type DepartmentRequest,
  type RequestContext,
  type Transport,
  defaultDeadline,
} from './transport.ts';

export interface HttpTransportOptions {
  /** Wait for a whole answer, in milliseconds. Default 10,000. */
  readonly deadline?: number;
  /** Connections kept to one department. Default 64. */
  readonly connections?: number;
  /** Bytes of an answer; a longer one is given up. Default 64 MiB. */
  readonly longest?: number;
  /** Signs of one event of a subscription; at a longer one the subscription ends. Default 1 Mi. */
  readonly longestEvent?: number;
  /** How often a query is sent again when a connection breaks, 0 to 2. Default 2. */
  readonly retries?: number;
  /** Whether the department is asked to compress its answers, which costs both CPU: for one behind a thin line. Default false. */
  readonly compress?: boolean;
  /** Whether equal reads of one subject that are under way at the same time share one answer. Default true. */
  readonly shareReads?: boolean;
  /** Signs each request; a department that is not in demo mode takes no other. Default: unsigned. */
  readonly sign?: SignRequest | undefined;
  /** Whether the department says at `rights`, beside its address, what it refuses to whom: for a countygraph department. Default false. */
  readonly rights?: boolean;
  /** When a department that hangs is left alone. */
  readonly breaker?: BreakerOptions;
}

/**
 * A department over HTTP, with connections kept open, queries repeated where a connection breaks, and left alone while it hangs.
 * Throws BAD_DEPARTMENT_URL for an address that is not http(s).
 */
export function httpTransport(url: string, options: HttpTransportOptions = {}): Transport {
  const { deadline = defaultDeadline, longestEvent = 1024 * 1024, retries = 2, breaker } = options;
  const address = checkUrl(url);
  const asked = withCircuitBreaker(withRetry(plainTransport(address, options), retries), breaker);
  const rights = options.rights ? httpRights(address, { sign: options.sign }) : undefined;
  const events = httpEvents(address, { deadline, longest: longestEvent, sign: options.sign });
  return {
    ...asked,
    subscribe: events.subscribe,
    ...(rights && { rights: rights.ask, tellRefused: rights.tell }),
    async close() {
      await Promise.all([asked.close?.(), events.close(), rights?.close()]);
    },
  };
}

function plainTransport({ origin, pathname, search }: URL, options: HttpTransportOptions): Transport {
  const { deadline = defaultDeadline, connections = 64, longest = 64 * 1024 * 1024, shareReads = true } = options;
  const pool = new Pool(origin, { connections, connect: { timeout: deadline }, headersTimeout: 0, bodyTimeout: 0 });
  const path = pathname + search;
  const reads = new SharedReads();
  const headers = {
    'content-type': 'application/json',
    accept: 'application/graphql-response+json, application/json',
    ...(options.compress && { 'accept-encoding': 'gzip' }),
  };

  function ask(request: DepartmentRequest, context: RequestContext): Promise<string> {
    const body = request.text ?? JSON.stringify(request);
    const identity = identityOf(context);
    const { signal, work } = context;
    const begin = (over?: () => void): Exchange =>
      new Exchange(pool, {
        path,
        // The ids of the work are not part of what tells reads apart.
        headers: { ...headers, ...identityHeaders(options.sign, { path, body, identity }), ...work?.headers },
        body,
        deadline,
        longest,
        ...(over && { over }),
      });
    if (!isRead(request)) {
      reads.forget();
      return begin(() => reads.forget()).text(signal);
    }
    if (!shareReads) return begin().text(signal);
    return reads.ask({ query: request.query, identity, body }, signal, begin);
  }

  async function execute(request: DepartmentRequest, context: RequestContext): Promise<DepartmentAnswer> {
    return readAnswer(await ask(request, context));
  }

  return { execute, close: () => pool.destroy() };
}

function checkUrl(url: string): URL {
  const parsed = URL.parse(url);
  if (parsed === null || !/^https?:$/.test(parsed.protocol)) {
    throw operatorError('BAD_DEPARTMENT_URL', {
      expected: "a department's address as http://host:port/graphql",
      got: JSON.stringify(url),
      todo: 'correct it where the supergraph is composed',
    });
  }
  return parsed;
}
