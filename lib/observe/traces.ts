import {
  type Context,
  ROOT_CONTEXT,
  type Span,
  SpanKind,
  SpanStatusCode,
  type Tracer,
  trace,
} from '@opentelemetry/api';
import type { Facts, Observer, Work, WorkKind } from './observer.ts';

const kinds: Readonly<Record<WorkKind, SpanKind>> = {
  request: SpanKind.SERVER,
  compile: SpanKind.INTERNAL,
  plan: SpanKind.INTERNAL,
  fetch: SpanKind.CLIENT,
  statement: SpanKind.CLIENT,
};

/** Work as spans of OpenTelemetry, joined over processes by W3C's traceparent. */
export function traces(tracer: Tracer): Observer {
  return { begin: (kind, facts = {}) => new Traced(tracer, kind, facts, parentOf(facts)) };
}

/** The span of whoever asks. */
function parentOf({ headers = {} }: Facts): Context {
  const { traceparent } = headers;
  const [, traceId, spanId, flags] =
    /^00-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})$/.exec(typeof traceparent === 'string' ? traceparent : '') ?? [];
  if (traceId === undefined || spanId === undefined) return ROOT_CONTEXT;
  return trace.setSpanContext(ROOT_CONTEXT, {
    traceId,
    spanId,
    traceFlags: Number.parseInt(flags ?? '00', 16) & 1,
    isRemote: true,
  });
}

class Traced implements Work {
  readonly headers: Readonly<Record<string, string>>;
  readonly #tracer: Tracer;
  readonly #span: Span;
  readonly #context: Context;

  constructor(tracer: Tracer, kind: WorkKind, facts: Facts, parent: Context) {
    this.#tracer = tracer;
    const name = facts.department === undefined ? kind : `${kind} ${facts.department}`;
    this.#span = tracer.startSpan(name, { kind: kinds[kind], attributes: attributesOf(facts) }, parent);
    this.#context = trace.setSpan(parent, this.#span);
    const { traceId, spanId, traceFlags } = this.#span.spanContext();
    this.headers = { traceparent: `00-${traceId}-${spanId}-0${traceFlags & 1}` };
  }

  begin(kind: WorkKind, facts: Facts = {}): Work {
    return new Traced(this.#tracer, kind, facts, this.#context);
  }

  tell(facts: Facts): void {
    this.#span.setAttributes(attributesOf(facts));
  }

  end(code: string): void {
    this.#span.setAttribute('countygraph.code', code);
    if (code !== 'OK' && code !== 'PARTIAL') this.#span.setStatus({ code: SpanStatusCode.ERROR, message: code });
    this.#span.end();
  }
}

/** Under the names of OpenTelemetry's conventions where it has one. */
function attributesOf({ operationName, documentId, department, entities, statement, status }: Facts) {
  return {
    ...(operationName !== undefined && { 'graphql.operation.name': operationName.slice(0, 100) }),
    ...(documentId !== undefined && { 'countygraph.document.id': documentId }),
    ...(department !== undefined && { 'countygraph.department': department }),
    ...(entities !== undefined && { 'countygraph.entities': entities }),
    ...(statement !== undefined && { 'db.query.text': statement }),
    ...(status !== undefined && { 'http.response.status_code': status }),
  };
}
