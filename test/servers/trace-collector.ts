import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { lookForCanaries } from '../canaries/watch.ts';

/** A span as it comes over OTLP/HTTP in JSON. */
export interface CollectedSpan {
  /** The process that it comes from. */
  readonly service: string;
  readonly name: string;
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId: string | undefined;
  readonly attributes: Readonly<Record<string, unknown>>;
  /** 2: an error. */
  readonly status: number | undefined;
}

type Values = readonly { readonly key: string; readonly value: Readonly<Record<string, unknown>> }[];

interface Export {
  readonly resourceSpans: readonly {
    readonly resource: { readonly attributes: Values };
    readonly scopeSpans: readonly { readonly spans: readonly RawSpan[] }[];
  }[];
}

interface RawSpan {
  readonly name: string;
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId?: string;
  readonly attributes: Values;
  readonly status?: { readonly code?: number };
}

/** A collector of traces that keeps what it is sent. */
export interface TraceCollector {
  readonly url: string;
  readonly spans: readonly CollectedSpan[];
  /** Connections that were made to it. */
  readonly connections: number;
  /** All that came, as text. */
  readonly text: string;
  close(): Promise<void>;
}

export async function startTraceCollector(): Promise<TraceCollector> {
  const spans: CollectedSpan[] = [];
  const state = { connections: 0, text: '' };
  const server = createServer(async (request, response) => {
    const body = (await json(request)) as Export;
    state.text += JSON.stringify(body);
    lookForCanaries('traces', `trace ${request.url}`, JSON.stringify(body));
    if (request.url === '/v1/traces') spans.push(...spansOf(body));
    response.setHeader('content-type', 'application/json').end('{}');
  });
  server.on('connection', () => (state.connections += 1));
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    spans,
    get connections() {
      return state.connections;
    },
    get text() {
      return state.text;
    },
    close: () =>
      new Promise(resolve => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

function spansOf({ resourceSpans }: Export): CollectedSpan[] {
  return resourceSpans.flatMap(({ resource, scopeSpans }) => {
    const service = String(valuesOf(resource.attributes)['service.name']);
    return scopeSpans.flatMap(scope =>
      scope.spans.map(({ name, traceId, spanId, parentSpanId, attributes, status }) => ({
        service,
        name,
        traceId,
        spanId,
        parentSpanId: parentSpanId === '' ? undefined : parentSpanId,
        attributes: valuesOf(attributes),
        status: status?.code,
      })),
    );
  });
}

function valuesOf(values: Values): Record<string, unknown> {
  return Object.fromEntries(values.map(({ key, value }) => [key, Object.values(value)[0]]));
}
