import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { BatchSpanProcessor, TracerProvider } from '@opentelemetry/sdk-trace';
import type { Observer } from './observer.ts';
import { traces } from './traces.ts';

/** How long the end of the process waits for the last spans to be taken, in milliseconds. */
const patience = 2_000;

/** Traces that are sent to a collector over OTLP/HTTP, in batches. `close` sends the last ones. */
export function otlpTraces(name: string, url: URL): { readonly observer: Observer; close(): Promise<void> } {
  const address = url.pathname === '/' ? new URL('/v1/traces', url).href : url.href;
  const provider = new TracerProvider({
    resource: resourceFromAttributes({ 'service.name': name, 'service.namespace': 'countygraph' }),
    spanProcessors: [
      new BatchSpanProcessor({ exporter: new OTLPTraceExporter({ url: address, timeoutMillis: patience }) }),
    ],
  });
  return {
    observer: traces(provider.getTracer('countygraph')),
    // A collector that is away must not keep the process.
    close: () => provider.shutdown().catch(() => undefined),
  };
}
