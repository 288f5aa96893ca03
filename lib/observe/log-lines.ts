import { type Level, pino } from 'pino';
import type { Done, Sink } from './recorded.ts';

export type LogLevel = 'error' | 'warn' | 'info' | 'debug';

/** Lines of JSON on standard error: one for each request (`info`), one for each thing it consists of (`debug`). */
export function logLines(name: string, level: LogLevel): Sink {
  const options = { level, base: { name }, timestamp: pino.stdTimeFunctions.isoTime };
  const logger = pino(options, pino.destination({ dest: 2, sync: false }));
  return { done: work => logger[levelOf(work)](lineOf(work), work.kind) };
}

function levelOf({ kind, code }: Done): Level {
  if (kind !== 'request') return 'debug';
  if (code === 'INTERNAL') return 'error';
  return code === 'PARTIAL' || code === 'OVERLOADED' ? 'warn' : 'info';
}

/** Field by field: what is added to the facts is not written by itself. */
function lineOf({ kind, facts, code, seconds, requestId, departments }: Done): object {
  const { operationName, documentId, department, entities, statement, status } = facts;
  return {
    requestId,
    code,
    ms: Math.round(seconds * 1e6) / 1000,
    status,
    operation: operationName?.slice(0, 100),
    documentId,
    ...(kind === 'request' && departments.length > 0 && { departments }),
    department,
    entities,
    statement,
  };
}
