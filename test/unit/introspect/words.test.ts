import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { meaningOf } from '../../../lib/introspect/meaning.ts';
import { readComment, readName, spoken } from '../../../lib/introspect/reading.ts';

const folder = join(import.meta.dirname, '../../../lib/introspect/dictionary');

test.each([
  ['LARQ', '立案日期'],
  ['SFZHM', '身份证号码'],
  ['is_deleted', '删除标志'],
  ['createBy', '创建人'],
  ['XZQHDM', '行政区划代码'],
])('%s reads %s', (name, words) => {
  expect(readName(name)[0] && spoken(readName(name)[0] ?? { segments: [], cost: 0 })).toBe(words);
});

test('a comment is read without the codes that it lists', () => {
  const reading = readComment('办理状态（0：未受理 1：已受理）');
  expect(reading?.segments.map(segment => segment.text)).toEqual(['办理状态']);
});

test('letters that are no initials of anything have no reading', () => {
  expect(meaningOf('qwxvzpk', undefined).words).toBe('');
});

test('every word of the dictionary says what it is once', () => {
  const seen = new Map<string, string>();
  for (const file of readdirSync(folder)) {
    const entries = parse(readFileSync(join(folder, file), 'utf8')) as Record<
      string,
      { zh?: string; py?: string; grade?: number; role?: string }
    >;
    for (const [concept, entry] of Object.entries(entries)) {
      expect(seen.get(concept), `${concept} in ${file}`).toBeUndefined();
      seen.set(concept, file);
      expect(
        entry.zh?.split(' ').every(word => /^\p{Script=Han}+$/u.test(word)),
        concept,
      ).toBe(true);
      expect(entry.py?.split(' ').every(word => /^[a-z]+$/.test(word)) ?? true, concept).toBe(true);
      expect(
        entry.grade === undefined || (entry.role === 'person' && entry.grade >= 1 && entry.grade <= 4),
        concept,
      ).toBe(true);
    }
  }
  expect(seen.size).toBeGreaterThan(200);
});
