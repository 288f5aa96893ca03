import type { ResponseError } from '../../../../gateway/index.ts';

export interface Answer {
  readonly data?: unknown;
  readonly errors?: readonly Pick<ResponseError, 'path' | 'message'>[] | undefined;
}

/**
 * How two answers differ, or undefined.
 *
 * Data must be the same text: values, nulls and the order of keys. Of errors the specification fixes the following, which is
 * compared: a field that is null because of its own error has exactly one error at its path; a place that is null because
 * an error rose to it has at least one error below. Which of several errors below one such null are told is left
 * open by the specification (a sibling may be cancelled), and so is the order of errors: neither is compared.
 */
export function difference(expected: Answer, got: Answer): string | undefined {
  const [wanted, had] = [JSON.stringify(expected.data), JSON.stringify(got.data)];
  if (wanted !== had) return `data: ${wanted} was expected, ${had} was got`;
  const [errors, others] = [placesOf(expected), placesOf(got)];
  return errors === others ? undefined : `errors: ${errors} was expected, ${others} was got`;
}

/** The nulls that errors explain: each with `=` and the count of errors at its own path, or `<` when they rose from below. */
function placesOf({ data, errors = [] }: Answer): string {
  const own = new Map<string, number>();
  const risen = new Set<string>();
  for (const { path = [] } of errors) {
    const place = nullOn(data, path);
    if (place === path.length) own.set(path.join('.'), (own.get(path.join('.')) ?? 0) + 1);
    else risen.add(path.slice(0, place).join('.'));
  }
  return [...[...own].map(([path, count]) => `${path} = ${count}`), ...[...risen].map(path => `${path} <`)]
    .sort()
    .join(', ');
}

/** How far a path leads into the data before it meets a null. */
function nullOn(data: unknown, path: readonly (string | number)[]): number {
  let value = data;
  for (const [index, key] of path.entries()) {
    if (value === null || value === undefined) return index;
    value = (value as Record<string | number, unknown>)[key];
  }
  return path.length;
}
