import type { IncomingMessage } from 'node:http';
import { type Row, isRow } from '../execute/response.ts';
import type { GatewayRequest } from '../gateway.ts';
import { HttpFault } from './fault.ts';
import { readBody } from './request-body.ts';

/** Reads a client's GraphQL request (GraphQL over HTTP: POST with a JSON body, GET for queries). Throws HttpFault. */
export async function readGraphqlRequest(request: IncomingMessage, url: URL, maxBody: number): Promise<GatewayRequest> {
  if (request.method === 'GET') return checkParameters(readSearch(url));
  if (request.method !== 'POST') {
    throw new HttpFault(405, 'METHOD_NOT_ALLOWED', 'Expected GET or POST, got another method; send a query by POST.', {
      allow: 'GET, POST',
    });
  }
  checkContentType(request.headers['content-type']);
  return checkParameters(parseJson(await readBody(request, maxBody), 'the body'));
}

/** Only JSON: a form or plain text could be sent by another site's page without the browser asking first. */
function checkContentType(header = ''): void {
  const [type = '', ...parameters] = header
    .toLowerCase()
    .split(';')
    .map(part => part.trim());
  const charset = parameters.find(one => one.startsWith('charset='));
  if (type === 'application/json' && (charset === undefined || /^charset="?utf-8"?$/.test(charset))) return;
  throw new HttpFault(
    415,
    'CONTENT_TYPE_REFUSED',
    'Expected a body of application/json in UTF-8, got another; set content-type.',
  );
}

function readSearch({ search, searchParams }: URL): Record<string, unknown> {
  checkSearch(search);
  const json = (name: string) => {
    const text = searchParams.get(name);
    return text === null || text === '' ? undefined : parseJson(text, name);
  };
  return {
    query: searchParams.get('query') ?? undefined,
    documentId: searchParams.get('documentId') ?? undefined,
    operationName: searchParams.get('operationName') ?? undefined,
    variables: json('variables'),
    extensions: json('extensions'),
  };
}

/** URLSearchParams would take a sign for bytes that are none. */
function checkSearch(text: string): void {
  try {
    decodeURIComponent(text);
  } catch {
    const message = 'Expected an address of UTF-8 in percent encoding, got other bytes; encode it so.';
    throw new HttpFault(400, 'BAD_ENCODING', message);
  }
}

function parseJson(text: string, what: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new HttpFault(400, 'BAD_JSON', `Expected JSON in ${what}, got text that is not; correct it.`);
  }
}

function checkParameters(value: unknown): GatewayRequest {
  if (Array.isArray(value)) {
    throw new HttpFault(400, 'BATCH_REFUSED', 'Expected one operation, got a list; send each by a request of its own.');
  }
  if (!isRow(value)) throw wanted('a JSON object with a query', 'something else');
  const { operationName, variables, extensions } = value;
  if (!isAbsent(operationName) && typeof operationName !== 'string')
    throw wanted('operationName as text', 'something else');
  if (!isAbsent(variables) && !isRow(variables)) throw wanted('variables as an object', 'something else');
  if (!isAbsent(extensions) && !isRow(extensions)) throw wanted('extensions as an object', 'something else');
  return { ...documentOf(value), operationName: operationName || undefined, variables: variables ?? undefined };
}

/** The document itself or the id of one, which older clients send as a bare hash, beside the document or without it. */
function documentOf({ query, documentId, extensions }: Row): Pick<GatewayRequest, 'query' | 'documentId'> {
  if (!isAbsent(documentId)) {
    if (typeof documentId !== 'string' || documentId === '') throw wanted('documentId as text', 'something else');
    if (!isAbsent(query)) throw wanted('a query or a documentId', 'both');
    return { documentId };
  }
  const persisted = isRow(extensions) ? extensions['persistedQuery'] : undefined;
  const hash = isRow(persisted) ? persisted['sha256Hash'] : undefined;
  if (isAbsent(query) && typeof hash === 'string') return { documentId: `sha256:${hash}` };
  if (typeof query === 'string' && query !== '') return { query };
  throw wanted('a query as text, or a documentId', isAbsent(query) ? 'none' : 'something else');
}

function wanted(what: string, got: string): HttpFault {
  return new HttpFault(400, 'BAD_REQUEST', `Expected ${what}, got ${got}; see GraphQL over HTTP.`);
}

function isAbsent(value: unknown): value is undefined | null {
  return value === undefined || value === null;
}
