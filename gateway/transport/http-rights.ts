import { Pool } from 'undici';
import type { SignRequest } from '../../lib/identity/index.ts';
import { identityHeaders, identityOf } from './identity.ts';
import { type RefusedEarly, type RequestContext, TransportError } from './transport.ts';

/** Bytes of an answer; a longer one is given up. */
const longest = 4 * 1024 * 1024;

interface HttpRights {
  /** What the department refuses to who asks, as JSON. Rejects where it does not say. */
  ask(context: RequestContext): Promise<unknown>;
  /** Rejects where the department has not written it down. */
  tell(refused: readonly RefusedEarly[], context: RequestContext): Promise<void>;
  close(): Promise<void>;
}

/**
 * Asks a department by `GET rights` beside the address of its graph, and tells it by `POST rights` what was refused, signed like any
 * other request.
 */
export function httpRights(address: URL, { sign }: { readonly sign: SignRequest | undefined }): HttpRights {
  const { origin, pathname: path } = new URL('rights', address);
  const pool = new Pool(origin, { connections: 4 });

  async function request(method: 'GET' | 'POST', text: string, context: RequestContext) {
    const identity = identityOf(context);
    const signed = identityHeaders(sign, { method, path, body: text, identity });
    const headers = { ...signed, ...context.work?.headers, ...(text !== '' && { 'content-type': 'application/json' }) };
    const { signal = null } = context;
    const answer = await pool.request({ method, path, headers, signal, ...(text !== '' && { body: text }) });
    if (answer.statusCode === 200 || answer.statusCode === 204) return answer.body;
    await answer.body.dump();
    throw new TransportError('SUBGRAPH_ERROR');
  }

  return {
    async ask(context) {
      const chunks: Buffer[] = [];
      let size = 0;
      for await (const chunk of (await request('GET', '', context)) as AsyncIterable<Buffer>) {
        size += chunk.length;
        if (size > longest) throw new TransportError('SUBGRAPH_ERROR');
        chunks.push(chunk);
      }
      return JSON.parse(Buffer.concat(chunks).toString('utf8')) as unknown;
    },
    async tell(refused, context) {
      const body = await request('POST', JSON.stringify({ refused }), context);
      await body.dump();
    },
    close: () => pool.destroy(),
  };
}
