import type { ServerResponse } from 'node:http';
import type { Response } from '../execute/response.ts';
import { HttpFault } from './fault.ts';
import { replyCompressed, replyJson } from './reply.ts';
import { type StreamFormat, eventStream, multipart } from './stream-reply.ts';

export type GraphqlMediaType = 'application/graphql-response+json' | 'application/json';

/** How a client takes answers. */
export interface Accepted {
  /** The type of an answer in one part; undefined: only as a stream. */
  readonly single: GraphqlMediaType | undefined;
  /** How answers are sent that come one after the other; only what the client names. */
  readonly stream: StreamFormat | undefined;
}

const nothingNamed: Accepted = { single: 'application/json', stream: undefined };

/** Reads a client's Accept header. Throws HttpFault 406 when it takes nothing that we have. */
export function negotiate(accept: string | undefined): Accepted {
  if (accept === undefined || accept.trim() === '') return nothingNamed;
  let single: GraphqlMediaType | undefined;
  let stream: StreamFormat | undefined;
  for (const one of accept.toLowerCase().split(',')) {
    const type = one.split(';')[0]!.trim();
    if (type === 'application/graphql-response+json') single ??= type;
    if (type === 'application/json' || type === 'application/*' || type === '*/*') single ??= 'application/json';
    if (type === 'text/event-stream') stream = eventStream;
    // Who names `deferSpec` reads the form of an older draft only.
    if (type === 'multipart/mixed' && !one.includes('deferspec')) stream ??= multipart;
  }
  if (single !== undefined || stream !== undefined) return { single, stream };
  const message =
    'Expected to answer as application/graphql-response+json, application/json, text/event-stream or multipart/mixed, got none of them in Accept; allow one.';
  throw new HttpFault(406, 'NOT_ACCEPTABLE', message);
}

/**
 * Sends an answer. The older media type carries faults of GraphQL with status 200, the newer one with 400. What is refused
 * by a limit or because it is not registered has 400 in both.
 */
export function replyGraphql(
  response: ServerResponse,
  type: GraphqlMediaType,
  answer: Response,
  compression: boolean,
): Promise<void> | void {
  const reply = compression ? replyCompressed : replyJson;
  return reply(response, statusOf(type, answer), answer, { 'content-type': `${type}; charset=utf-8` });
}

const refusedAlways: ReadonlySet<unknown> = new Set([
  'FRAGMENT_CYCLE',
  'INTROSPECTION_DISABLED',
  'DOCUMENT_NOT_FOUND',
  'OPERATION_NOT_REGISTERED',
]);

function statusOf(type: GraphqlMediaType, { data, errors }: Response): number {
  if (data !== undefined) return 200;
  const { code, limit } = errors?.[0]?.extensions ?? {};
  if (code === 'MUTATION_NEEDS_POST') return 405;
  if (code === 'INTERNAL') return 500;
  if (limit !== undefined || refusedAlways.has(code)) return 400;
  return type === 'application/json' ? 200 : 400;
}
