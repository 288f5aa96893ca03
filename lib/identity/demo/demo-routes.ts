import type { IncomingMessage, ServerResponse } from 'node:http';
import { json } from 'node:stream/consumers';
import type { DemoIssuer } from './demo-issuer.ts';

function reply(response: ServerResponse, status: number, body: unknown): true {
  const headers = { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' };
  response.writeHead(status, { ...headers, 'x-content-type-options': 'nosniff' }).end(JSON.stringify(body));
  return true;
}

function refuse(response: ServerResponse, status: number, code: string, message: string): true {
  return reply(response, status, { errors: [{ message, extensions: { code } }] });
}

/** The id in the body; only JSON, which another site's page could not send without the browser asking first. */
async function idOf(request: IncomingMessage): Promise<unknown> {
  const { 'content-type': type = '', 'content-length': length } = request.headers;
  if (!/^application\/json\b/i.test(type) || !(Number(length) <= 1_000)) return undefined;
  const body: unknown = await json(request).catch(() => undefined);
  return typeof body === 'object' && body !== null && 'id' in body ? body.id : undefined;
}

/** `GET /demo/identities` lists them; `POST /demo/token {"id"}` gives a token of one. */
export function demoRoutes({ demo, mint }: DemoIssuer) {
  const identities = demo.identities.map(({ id, name, roles, department, areas = [], purposes = [] }) => ({
    id,
    name,
    roles,
    department: department ?? null,
    areas,
    purposes,
  }));
  return async (request: IncomingMessage, response: ServerResponse): Promise<boolean> => {
    if (request.url === '/demo/identities' && request.method === 'GET')
      return reply(response, 200, { default: demo.default, identities });
    if (request.url !== '/demo/token' || request.method !== 'POST') return false;
    const id = await idOf(request);
    const token = typeof id === 'string' ? await mint(id) : undefined;
    if (token) return reply(response, 200, token);
    const message = 'Expected {"id"} of /demo/identities as application/json, got something else; correct it.';
    return refuse(response, 400, 'BAD_REQUEST', message);
  };
}
