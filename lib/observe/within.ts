import { CodedError } from '../kernel/coded-error.ts';
import type { Work, WorkKind } from './observer.ts';

/** Does something as a part of work, where somebody sees it. */
export function within<T>(work: Work | undefined, kind: WorkKind, run: () => T): T {
  if (work === undefined) return run();
  const part = work.begin(kind);
  try {
    const result = run();
    part.end('OK');
    return result;
  } catch (error) {
    part.end(error instanceof CodedError ? error.code : 'REFUSED');
    throw error;
  }
}
