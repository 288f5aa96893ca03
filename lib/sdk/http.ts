import { ClientError } from './client-error.ts';
import type { Execute, RawAnswer } from './client.ts';

export interface HttpOptions {
  /** Address of the gateway's GraphQL endpoint; a page on the gateway's own origin writes `/graphql`. */
  readonly url: string;
  /** Default: the platform's `fetch`. */
  readonly fetch?: typeof fetch;
  /**
   * The token of whoever asks, or a function that gives it, called for each request so that it may be renewed; sent as
   * `Authorization: Bearer`. Default: none, and the gateway takes the asker for the public.
   */
  readonly token?: string | (() => string | Promise<string>);
  /** The registered purpose of the requests; sent as `countygraph-purpose`. Default: the only one that the token has. */
  readonly purpose?: string;
}

/** GraphQL over HTTP: POST with JSON. */
export function httpExecute({ url, token, purpose, ...options }: HttpOptions): Execute {
  // Called as a plain function: browsers refuse their own fetch as the method of another object.
  const send = options.fetch ?? ((input: string, init: RequestInit) => fetch(input, init));
  return async (request, { signal }) => {
    const bearer = typeof token === 'function' ? await token() : token;
    const response = await send(url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        accept: 'application/graphql-response+json, application/json',
        ...(bearer === undefined ? {} : { authorization: `Bearer ${bearer}` }),
        ...(purpose === undefined ? {} : { 'countygraph-purpose': purpose }),
      },
      body: JSON.stringify(request),
      ...(signal === undefined ? {} : { signal }),
    }).catch((cause: unknown) => {
      if (signal?.aborted === true) throw signal.reason ?? cause;
      throw new ClientError(
        'GATEWAY_UNREACHABLE',
        {
          expected: 'a gateway at the address given',
          got: 'no connection',
          todo: 'check the address and that the gateway runs',
        },
        [],
        { cause },
      );
    });
    const body: unknown = await response.json().catch((cause: unknown) => {
      // Older browsers give no reason.
      if (signal?.aborted === true) throw signal.reason ?? cause;
      return undefined;
    });
    if (isAnswer(body)) return body;
    throw new ClientError('NOT_A_GATEWAY', {
      expected: 'a GraphQL answer',
      got: `something else with HTTP status ${response.status}`,
      todo: 'check that the address is that of the gateway and ends in /graphql',
    });
  };
}

function isAnswer(body: unknown): body is RawAnswer {
  return (
    typeof body === 'object' && body !== null && ('data' in body || ('errors' in body && Array.isArray(body.errors)))
  );
}
