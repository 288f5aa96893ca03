import { expect, test } from 'vitest';
import { readCursor, writeCursor } from '../../../lib/source/query/cursor.ts';

test.each([
  { value: '2024-02-29', key: '（2024）浙0199民初1号' },
  { value: 12.5, key: '9007199254740993' },
  { value: null, key: '' },
  { value: '2024-02-29', key: 'a', order: 'filedOn' },
])('%j comes back as it was', cursor => {
  expect(readCursor(writeCursor(cursor))).toEqual(cursor);
});

const encoded = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

test.each([
  ['nothing', ''],
  ['a word', 'abc'],
  ['other characters', '不是游标'],
  ['text that is no JSON', Buffer.from('[1,').toString('base64url')],
  ['an object', encoded({ value: 1, key: 'a' })],
  ['one value', encoded(['a'])],
  ['four values', encoded(['a', 'b', 'c', 'd'])],
  ['an order that is a number', encoded(['a', 'b', 1])],
  ['a key that is a number', encoded(['a', 1])],
  ['a value that is an object', encoded([{ $gt: '' }, 'a'])],
  ['a value that is true', encoded([true, 'a'])],
])('%s is BAD_CURSOR', (_, text) => {
  expect(() => readCursor(text)).toThrow(expect.objectContaining({ code: 'BAD_CURSOR', kind: 'caller' }));
});
