/** A client of GraphQL over server-sent events that reads what comes as it is written. */
export interface EventClient {
  readonly status: number;
  readonly type: string | null;
  /** The next event's lines, comments left out; undefined at the end. */
  next(): Promise<string | undefined>;
  /** The answer of the next event, which must be a `next`. */
  answer(): Promise<unknown>;
  /** All that is still to come. */
  rest(): Promise<string[]>;
  leave(): void;
}

export const complete = 'event: complete\ndata:';

/** Opens a stream. Blocks of comments alone are counted in `beats`. */
export async function openEvents(
  url: string,
  query: string,
  { headers = {}, beats = { count: 0 } }: { headers?: Record<string, string>; beats?: { count: number } } = {},
): Promise<EventClient> {
  const leaving = new AbortController();
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'text/event-stream', ...headers },
    body: JSON.stringify({ query }),
    signal: leaving.signal,
  });
  const blocks = readBlocks(response.body!);
  async function next(): Promise<string | undefined> {
    for (;;) {
      const { value } = await blocks.next();
      if (value !== ':') return value;
      beats.count += 1;
    }
  }
  return {
    status: response.status,
    type: response.headers.get('content-type'),
    next,
    async answer() {
      const [head, ...data] = ((await next()) ?? '').split('\ndata: ');
      if (head !== 'event: next') throw new Error(`Expected a next event, got ${head}`);
      return JSON.parse(data.join(''));
    },
    async rest() {
      const all: string[] = [];
      for (let one = await next(); one !== undefined; one = await next()) all.push(one);
      return all;
    },
    leave: () => leaving.abort(),
  };
}

async function* readBlocks(body: ReadableStream<Uint8Array>): AsyncGenerator<string, undefined> {
  let text = '';
  const decoder = new TextDecoder();
  for await (const chunk of body) {
    const blocks = (text + decoder.decode(chunk, { stream: true })).split('\n\n');
    text = blocks.pop()!;
    yield* blocks;
  }
  return undefined;
}
