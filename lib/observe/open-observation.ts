import { operatorError } from '../kernel/coded-error.ts';
import type { LogLevel } from './log-lines.ts';
import type { Metrics } from './metrics.ts';
import { type Observer, together } from './observer.ts';
import { type Sink, recorder } from './recorded.ts';

export interface ObservationOptions {
  /** Lines of JSON on standard error, from this level on: error, warn, info or debug. Default: none. */
  readonly logLevel?: string | undefined;
  /** Figures at `/metrics`. Default false. */
  readonly metrics?: boolean | undefined;
  /** The http(s) address of a collector that takes traces over OTLP. Default: none, and nothing is sent. */
  readonly otlp?: string | undefined;
}

export interface Observation {
  /** Undefined where nothing is asked for. */
  readonly observer: Observer | undefined;
  readonly metrics: Metrics | undefined;
  /** Sends what has not been sent. */
  close(): Promise<void>;
}

/** What a process called `name` tells of its work; loads what is asked for and nothing else. Throws BAD_OPTION. */
export async function openObservation(name: string, options: ObservationOptions): Promise<Observation> {
  const level = levelOf(options.logLevel);
  const url = collectorOf(options.otlp);
  const metrics = options.metrics ? new (await import('./metrics.ts')).Metrics() : undefined;
  const lines = level && (await import('./log-lines.ts')).logLines(name, level);
  const sent = url && (await import('./otlp.ts')).otlpTraces(name, url);
  const sinks = [lines, metrics].filter((sink): sink is Sink => sink !== undefined);
  const observers = [sinks.length > 0 ? recorder(sinks) : undefined, sent?.observer];
  return {
    observer: together(observers.filter(one => one !== undefined)),
    metrics,
    close: async () => sent?.close(),
  };
}

function levelOf(level: string | undefined): LogLevel | undefined {
  const levels: readonly LogLevel[] = ['error', 'warn', 'info', 'debug'];
  const known = levels.find(one => one === level);
  if (level !== undefined && known === undefined) throw badOption('--log-level error, warn, info or debug', level);
  return known;
}

function collectorOf(otlp: string | undefined): URL | undefined {
  if (otlp === undefined) return undefined;
  const url = URL.parse(otlp);
  if (url === null || !/^https?:$/.test(url.protocol)) throw badOption('--otlp with an http(s) address', otlp);
  return url;
}

function badOption(expected: string, got: string): Error {
  const todo = 'see docs/observability.md';
  return operatorError('BAD_OPTION', { expected, got: JSON.stringify(got), todo });
}
