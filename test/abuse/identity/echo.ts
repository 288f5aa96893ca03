import { compose, createGateway, inProcessTransport, serveGateway } from '../../../gateway/index.ts';
import type { ServeOptions } from '../../../gateway/index.ts';
import type { Identity } from '../../../lib/kernel/identity.ts';

/** A gateway over one department that answers with whom it was asked for. */
export interface Echo {
  readonly url: string;
  /** How often the department was asked. */
  asked(): number;
  close(): Promise<void>;
}

export async function serveEcho(options: Omit<ServeOptions, 'port'>): Promise<Echo> {
  let asked = 0;
  const transport = inProcessTransport((_, { identity }) => {
    asked += 1;
    return Promise.resolve({ data: { who: JSON.stringify(identity ?? null) } });
  });
  const gateway = createGateway({
    ...compose([{ name: 'echo', url: 'http://127.0.0.1:9/', sdl: 'type Query { who: String }' }]),
    transports: new Map([['echo', transport]]),
  });
  const server = await serveGateway(gateway, { port: 0, ...options });
  return {
    url: `${server.url}/graphql`,
    asked: () => asked,
    async close() {
      await server.close();
      await gateway.close();
    },
  };
}

/** What an answer says: the identity, or the status and code of a refusal. */
export function readEcho(status: number, text: string): Identity | [number, string] {
  const { data, errors } = JSON.parse(text) as {
    data?: { who: string };
    errors?: { extensions: { code: string } }[];
  };
  return data ? (JSON.parse(data.who) as Identity) : [status, errors?.[0]?.extensions.code ?? 'none'];
}
