import { Pool } from 'undici';
import type { SignRequest } from '../../lib/identity/index.ts';
import { identityHeaders, identityOf } from './identity.ts';
import { readAnswer } from './read-answer.ts';
import { readEvents } from './server-sent-events.ts';
import {
  type DepartmentAnswer,
  type DepartmentRequest,
  type RequestContext,
  type Transport,
  TransportError,
  isTimeout,
} from './transport.ts';

export interface HttpEventsOptions {
  /** Wait for the connection and for the stream to begin, in milliseconds. It may last as long as it likes. */
  readonly deadline: number;
  /** Signs of one event; at a longer one the stream is given up. */
  readonly longest: number;
  readonly sign?: SignRequest | undefined;
}

/**
 * Subscriptions at a department by GraphQL over server-sent events, in "distinct connections mode". Each has a connection of its
 * own, apart from those of queries.
 */
export function httpEvents(
  { origin, pathname, search }: URL,
  options: HttpEventsOptions,
): Required<Pick<Transport, 'subscribe' | 'close'>> {
  const { deadline, longest, sign } = options;
  const pool = new Pool(origin, { connect: { timeout: deadline }, headersTimeout: deadline, bodyTimeout: 0 });
  const path = pathname + search;
  const headers = { 'content-type': 'application/json', accept: 'text/event-stream, application/json;q=0.5' };

  async function* subscribe(
    request: DepartmentRequest,
    context: RequestContext,
  ): AsyncGenerator<DepartmentAnswer, void> {
    try {
      const body = JSON.stringify(request);
      const identity = identityOf(context);
      const response = await pool.request({
        path,
        method: 'POST',
        headers: { ...headers, ...identityHeaders(sign, { path, body, identity }) },
        body,
        ...(context.signal && { signal: context.signal }),
      });
      const isStream = /^text\/event-stream\b/i.test(String(response.headers['content-type']));
      if (isStream) yield* answersOf(response.body, longest);
      else yield readAnswer(await textOf(response.body, longest));
    } catch (cause) {
      if (cause instanceof TransportError) throw cause;
      throw new TransportError(isTimeout(cause) ? 'SUBGRAPH_TIMEOUT' : 'SUBGRAPH_UNAVAILABLE', { cause });
    }
  }

  return { subscribe, close: () => pool.destroy() };
}

/** What ends without `complete` was cut off. */
async function* answersOf(body: AsyncIterable<Uint8Array>, longest: number): AsyncGenerator<DepartmentAnswer, void> {
  for await (const { type, data } of readEvents(body, longest)) {
    if (type === 'complete') return;
    if (type === 'next') yield readAnswer(data);
  }
  throw new TransportError('SUBGRAPH_UNAVAILABLE');
}

/** A refusal, which comes as one answer. */
async function textOf(body: AsyncIterable<Buffer>, longest: number): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of body) {
    size += chunk.length;
    if (size > longest) throw new TransportError('SUBGRAPH_ERROR');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
