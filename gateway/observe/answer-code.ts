import type { Response } from '../execute/response.ts';

/** What an answer counts as: OK, PARTIAL where it has data and errors, else the code for which it has no data. */
export function answerCode({ data, errors }: Response): string {
  if (errors === undefined) return 'OK';
  if (data !== undefined) return 'PARTIAL';
  const code = errors[0]?.extensions?.['code'];
  return typeof code === 'string' ? code : 'INTERNAL';
}
