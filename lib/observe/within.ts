import { CodedError } from '../kernel/coded-error.ts';
import type { Work, WorkKind } from './observer.ts';

/**
 * Does something as a part of work, where somebody sees it. `goesOn`: of what was thrown, when the part ends that others do; it is
 * undefined for a fault.
 */
export function within<T>(
  work: Work | undefined,
  kind: WorkKind,
  run: () => T,
  goesOn: (thrown: unknown) => Promise<void> | undefined = () => undefined,
): T {
  if (work === undefined) return run();
  const part = work.begin(kind);
  try {
    const result = run();
    part.end('OK');
    return result;
  } catch (error) {
    const elsewhere = goesOn(error);
    if (elsewhere) void elsewhere.then(() => part.end('OK'));
    else part.end(error instanceof CodedError ? error.code : 'REFUSED');
    throw error;
  }
}
