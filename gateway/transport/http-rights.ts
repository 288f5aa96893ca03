import { Pool } from 'undici';
import type { SignRequest } from '../../lib/identity/index.ts';
import { identityHeaders, identityOf } from './identity.ts';
import { type RequestContext, TransportError } from './transport.ts';

/** Bytes of an answer; a longer one is given up. */
const longest = 4 * 1024 * 1024;

interface HttpRights {
  /** What the department refuses to who asks, as JSON. Rejects where it does not say. */
  ask(context: RequestContext): Promise<unknown>;
  close(): Promise<void>;
}

/** Asks a department by `GET rights` beside the address of its graph, signed like any other request. */
export function httpRights(address: URL, { sign }: { readonly sign: SignRequest | undefined }): HttpRights {
  const { origin, pathname: path } = new URL('rights', address);
  const pool = new Pool(origin, { connections: 4 });
  return {
    async ask(context) {
      const identity = identityOf(context);
      const headers = identityHeaders(sign, { method: 'GET', path, body: '', identity });
      const { signal = null } = context;
      const { statusCode, body } = await pool.request({ method: 'GET', path, headers, signal });
      if (statusCode !== 200) {
        await body.dump();
        throw new TransportError('SUBGRAPH_ERROR');
      }
      const chunks: Buffer[] = [];
      let size = 0;
      for await (const chunk of body as AsyncIterable<Buffer>) {
        size += chunk.length;
        if (size > longest) throw new TransportError('SUBGRAPH_ERROR');
        chunks.push(chunk);
      }
      return JSON.parse(Buffer.concat(chunks).toString('utf8')) as unknown;
    },
    close: () => pool.destroy(),
  };
}
