import { callerError } from '../../kernel/coded-error.ts';

/** Where a page ends: the value ordered by (null when missing) and the key. */
export interface Cursor {
  readonly value: string | number | null;
  readonly key: string;
}

export function writeCursor(cursor: Cursor): string {
  return Buffer.from(JSON.stringify([cursor.value, cursor.key])).toString('base64url');
}

/** Reads a cursor; anything but one of ours is refused with BAD_CURSOR. */
export function readCursor(text: string): Cursor {
  try {
    const parsed: unknown = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
    if (Array.isArray(parsed) && parsed.length === 2 && typeof parsed[1] === 'string') {
      const value: unknown = parsed[0];
      if (value === null || typeof value === 'string' || typeof value === 'number') return { value, key: parsed[1] };
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
