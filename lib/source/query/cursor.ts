import { callerError } from '../../kernel/coded-error.ts';

/** Where a page ends: the value ordered by (null when missing) and the key. */
export interface Cursor {
  readonly value: string | number | null;
  readonly key: string;
  /** What the list was ordered by; undefined for its key. */
  readonly order?: string | undefined;
}

export function writeCursor(cursor: Cursor): string {
  const { value, key, order } = cursor;
  return Buffer.from(JSON.stringify([value, key, ...(order === undefined ? [] : [order])])).toString('base64url');
}

/** Reads a cursor; anything but one of ours is refused with BAD_CURSOR. */
export function readCursor(text: string): Cursor {
  try {
    const parsed: unknown = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
    if (Array.isArray(parsed) && (parsed.length === 2 || parsed.length === 3)) {
      const [value, key, order] = parsed as unknown[];
      const isValue = value === null || typeof value === 'string' || typeof value === 'number';
      const isOrder = order === undefined || typeof order === 'string';
      if (isValue && typeof key === 'string' && isOrder) return { value, key, order };
    }
  } catch {
    // falls through to the refusal
  }
  throw badCursor();
}

export function badCursor(): Error {
  return callerError('BAD_CURSOR', {
    expected: 'a cursor of an earlier page of this list',
    got: 'something else',
    todo: 'pass endCursor of the page before, or leave `after` out',
  });
}
