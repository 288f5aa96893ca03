import type { IncomingMessage, ServerResponse } from 'node:http';
import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client';
import type { WorkKind } from './observer.ts';
import type { Done, Sink } from './recorded.ts';

const buckets = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

/**
 * Figures for Prometheus: of this process, and of its work. Labels have few values each: codes, departments and the names of
 * registered operations.
 */
export class Metrics implements Sink {
  readonly #registry = new Registry();
  readonly #requests = this.#counter('requests_total', 'Requests by outcome', ['code']);
  readonly #requestTime = this.#histogram('request_seconds', 'Time of a request', ['operation']);
  readonly #inFlight = new Gauge({
    name: 'countygraph_requests_in_flight',
    help: 'Requests under way',
    registers: [this.#registry],
  });
  readonly #fetches = this.#counter('department_requests_total', 'Requests to a department by outcome', [
    'department',
    'code',
  ]);
  readonly #fetchTime = this.#histogram('department_seconds', 'Time of a department’s answer', ['department']);
  readonly #times: Readonly<Record<Exclude<WorkKind, 'request' | 'fetch'>, Histogram>> = {
    compile: this.#histogram('compile_seconds', 'Time to read and check an operation that is new'),
    plan: this.#histogram('plan_seconds', 'Time to plan an operation that is new'),
    statement: this.#histogram('statement_seconds', 'Time of an SQL statement, waiting for a connection included'),
  };

  constructor() {
    collectDefaultMetrics({ register: this.#registry });
  }

  #counter(name: string, help: string, labelNames: string[]): Counter {
    return new Counter({ name: `countygraph_${name}`, help, labelNames, registers: [this.#registry] });
  }

  #histogram(name: string, help: string, labelNames: string[] = []): Histogram {
    return new Histogram({ name: `countygraph_${name}`, help, labelNames, buckets, registers: [this.#registry] });
  }

  /** A figure that is read when it is asked for, for each department if `read` gives several. */
  watch(name: string, help: string, read: () => number | ReadonlyMap<string, number>): void {
    const gauge = new Gauge({
      name: `countygraph_${name}`,
      help,
      labelNames: ['department'],
      registers: [],
      collect() {
        const value = read();
        this.reset();
        if (typeof value === 'number') this.set(value);
        else for (const [department, one] of value) this.set({ department }, one);
      },
    });
    this.#registry.registerMetric(gauge);
  }

  begun(kind: WorkKind): void {
    if (kind === 'request') this.#inFlight.inc();
  }

  done({ kind, facts, code, seconds }: Done): void {
    const { operationName, isRegistered = false, department = 'other' } = facts;
    if (kind === 'request') {
      this.#inFlight.dec();
      this.#requests.inc({ code });
      this.#requestTime.observe({ operation: isRegistered ? (operationName ?? 'other') : 'other' }, seconds);
    } else if (kind === 'fetch') {
      this.#fetches.inc({ department, code });
      this.#fetchTime.observe({ department }, seconds);
    } else this.#times[kind].observe(seconds);
  }

  /** Answers `/metrics`; false for any other address. */
  readonly route = async (request: IncomingMessage, response: ServerResponse): Promise<boolean> => {
    if (request.url !== '/metrics' || request.method !== 'GET') return false;
    const text = await this.#registry.metrics();
    response.writeHead(200, { 'content-type': this.#registry.contentType });
    response.end(text);
    return true;
  };
}
