import { GraphiQL } from 'graphiql';
import { createElement } from 'react';
import { createRoot } from 'react-dom/client';
import { chosenIdentity, offerIdentities } from './demo-identity.ts';

const defaultQuery = `# 县域治理联邦图 countygraph
#
# 运行 run           Ctrl-Enter
# 补全 complete      Ctrl-Space
# 整理 prettify      Shift-Ctrl-P
# 接口文档 docs      左上角书本图标 book icon
#
# 示例：全县乡镇（街道）的区划代码和名称
# Example: code and name of every town

query Towns {
  places(level: TOWN) {
    code
    name
  }
}
`;

interface FetcherOptions {
  readonly headers?: Record<string, string>;
}

/** The graph stands beside the page: `/graphql` for `/graphiql`, also below the prefix of a reverse proxy. */
async function fetcher(params: object, { headers }: FetcherOptions = {}): Promise<object | AsyncIterable<object>> {
  try {
    const response = await fetch('graphql', {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        accept: 'application/graphql-response+json, application/json;q=0.9, text/event-stream;q=0.8',
        ...(await chosenIdentity()),
        ...headers,
      },
      body: JSON.stringify(params),
    });
    const type = response.headers.get('content-type') ?? '';
    if (type.startsWith('text/event-stream') && response.body) return readAnswers(response.body);
    return /json/.test(type) ? await response.json() : noAnswer(`HTTP ${response.status} without JSON`);
  } catch {
    return noAnswer('no answer');
  }
}

/** The answers of a subscription, or the parts of one with @defer. Leaving them ends the request. */
function readAnswers(body: ReadableStream<Uint8Array>): AsyncIterableIterator<object> {
  const reader = body.getReader();
  const answers = parseAnswers(reader);
  const iterator: AsyncIterableIterator<object> = {
    [Symbol.asyncIterator]: () => iterator,
    next: () => answers.next(),
    async return() {
      // The next answer may never come.
      await reader.cancel();
      return answers.return(undefined);
    },
  };
  return iterator;
}

async function* parseAnswers(reader: ReadableStreamDefaultReader<Uint8Array>): AsyncGenerator<object, undefined> {
  const decoder = new TextDecoder();
  let unread = '';
  try {
    for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read()) {
      const events = (unread + decoder.decode(chunk.value, { stream: true })).split('\n\n');
      unread = events.pop() ?? '';
      for (const event of events) {
        const [, data] = /^event: next\ndata: (.*)$/.exec(event) ?? [];
        if (data !== undefined) yield JSON.parse(data);
      }
    }
  } catch {
    yield noAnswer('a connection that broke');
  }
  return undefined;
}

/** An error of ours as a GraphQL result: GraphiQL would show the stack of a thrown one. */
function noAnswer(got: string): object {
  return {
    errors: [{ message: `Expected a GraphQL answer, got ${got}; check that the gateway is running. 网关未应答` }],
  };
}

const workerFiles: Readonly<Record<string, string>> = { json: 'json-worker.js', graphql: 'graphql-worker.js' };

/** Monaco asks here for its background threads. They are files of the bundle, so the page needs no blob: scripts. */
function getWorker(_id: string, label: string): Worker {
  const file = workerFiles[label] ?? 'editor-worker.js';
  return new Worker(new URL(`./${file}`, import.meta.url), { type: 'module', name: label });
}

Object.assign(globalThis, { MonacoEnvironment: { getWorker } });

const choice = document.querySelector<HTMLSelectElement>('#asker select');
if (choice) void offerIdentities(choice);

const container = document.querySelector('#graphiql');
if (container) {
  createRoot(container).render(createElement(GraphiQL, { fetcher, defaultQuery }));
}
