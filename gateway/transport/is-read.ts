import type { DepartmentRequest } from './transport.ts';

/** Only what changes nothing may be asked twice, or once for several. */
export function isRead({ query }: DepartmentRequest): boolean {
  return /^\s*(query\b|\{)/.test(query);
}
