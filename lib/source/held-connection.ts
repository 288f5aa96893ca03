import type { Knex } from 'knex';

/** What is used of knex's pool and of its way to end a statement from a connection beside it. */
interface Client {
  acquireConnection(): Promise<object>;
  releaseConnection(raw: object): Promise<void>;
  cancelQuery(raw: object): Promise<unknown>;
}

/** A connection taken from the pool. */
export interface HeldConnection {
  /** The driver's. */
  readonly raw: object;
  /** Gives it back, after a statement that is being ended has ended. */
  release(): Promise<void>;
}

/** Takes a connection. When the signal fires while it is held, the statement that runs on it is ended in the server. */
export async function holdConnection(db: Knex, signal?: AbortSignal): Promise<HeldConnection> {
  const client = db.client as Client;
  const raw = await client.acquireConnection();
  let ending: Promise<void> | undefined;
  const end = (): void => void (ending = endStatement(client, raw));
  signal?.addEventListener('abort', end, { once: true });
  return {
    raw,
    async release() {
      signal?.removeEventListener('abort', end);
      await ending;
      await client.releaseConnection(raw);
    },
  };
}

async function endStatement(client: Client, raw: object): Promise<void> {
  // Where it cannot be done (no connection to spare), the statement's deadline ends it.
  await client.cancelQuery(raw).catch(() => undefined);
  // An end that came late would meet the next statement: the pool throws the connection away.
  Object.assign(raw, { __knex__disposed: 'its statement was ended' });
}
