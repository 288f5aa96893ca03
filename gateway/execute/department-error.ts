import type { DepartmentError } from '../transport/transport.ts';
import { type Failure, failureOf } from './failure.ts';

/**
 * What a reader may learn of a department's error. An error with a code of its own was written for readers and passes;
 * anything else may hold a host, SQL or a row and is replaced.
 */
export function publicError(service: string, error: DepartmentError): Failure {
  const code = error.extensions?.code;
  if (typeof code === 'string' && /^[A-Z_]+$/.test(code) && code !== 'INTERNAL_SERVER_ERROR') {
    return { service, code, message: error.message, told: false };
  }
  return failureOf(service);
}
