import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { canaries } from '../../lib/synthetic/index.ts';
import { findMarks } from './marks.ts';
import { folderVariable } from './report.ts';

const [canary] = canaries;
const { name = '', number = '', phone = '' } = canary ?? {};

function gbkOf(text: string): Buffer {
  // 亓 and 官 in GBK, and after them a character that every department has another of.
  expect(text.slice(0, 2)).toBe('亓官');
  return Buffer.from([0xd8, 0xc1, 0xb9, 0xd9]);
}

describe('canaries are known again', () => {
  test.each<readonly [string, string | Buffer]>([
    ['a name', name],
    ['a number', number],
    ['a telephone', phone],
    ['a number with a small x', canaries.find(each => each.number.endsWith('X'))?.number.toLowerCase() ?? ''],
    ['full-width digits', [...number].map(c => String.fromCodePoint(c.charCodeAt(0) + 0xfee0)).join('')],
    ['escapes of JSON', JSON.stringify(name).replaceAll(/[^\x20-\x7e]/g, c => `\\u${c.charCodeAt(0).toString(16)}`)],
    ['an address', encodeURIComponent(name)],
    ['hexadecimal digits', Buffer.from(number).toString('hex')],
    ['UTF-16', Buffer.from(name, 'utf16le')],
    ['GBK', gbkOf(name)],
    ...['', 'x', 'xy'].flatMap(before =>
      [name, number, phone].flatMap((text, i) => [
        [`base64 of ${before}, mark ${i}`, Buffer.from(`${before}${text}`).toString('base64')] as const,
        [`base64url of ${before}, mark ${i}`, Buffer.from(`${before}${text}`).toString('base64url')] as const,
      ]),
    ),
  ])('in %s', (_, text) => {
    expect(
      findMarks(Buffer.concat([Buffer.from('{"data":"'), Buffer.from(text), Buffer.from('"}')])).length,
    ).toBeGreaterThan(0);
  });

  test('and nothing else is taken for one', () => {
    const others = ['330199001001001', '1330199190101019007', '3301991901', '33019919010101900', '00099', '3301992026'];
    for (const text of others) expect(findMarks(Buffer.from(`"${text}"`))).toEqual([]);
  });
});

function childRun(leak: string): { readonly status: number | null; readonly text: string } {
  const { [folderVariable]: _, NODE_OPTIONS: __, ...env } = process.env;
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['node_modules/vitest/vitest.mjs', 'run', '--config', 'test/canaries/leak/vitest.config.ts'],
    { cwd: join(import.meta.dirname, '../..'), env: { ...env, LEAK: leak }, encoding: 'utf8' },
  );
  return { status, text: `${stdout}${stderr}` };
}

describe('a run of tests', () => {
  test('that leak fails, although each of its tests passes, and says where', () => {
    const { status, text } = childRun('some');
    expect(status).toBe(1);
    for (const line of [
      /a name of a person \(as it is\) in answers: GET \/name/,
      /a number of a person \(as it is\) in answers: GET \/gzip/,
      /a phone of a person \(base64\) in answers: GET \/cursor/,
      /a name of a person \(as it is\) in answers: GET \/stream/,
      /a number of a person \(as it is\) in answers: GET \/header/,
      /a name of a person \(as it is\) in output: stderr of/,
      /a number of a person \(as it is\) in files: .*leak\.log/,
      /a name of a person \(JSON escape\) in traces: trace \/v1\/traces/,
    ])
      expect(text).toMatch(line);
    expect(text).toMatch(/9 passed, 8 failed/);
    expect(text).not.toContain(number);
  });

  test('that do not leak succeeds, and says how much was looked at', () => {
    const { status, text } = childRun('no');
    expect(text).toMatch(/canaries: 1 answers \(\d+ bytes\), .* 0 hits/);
    expect(text).toMatch(/1 passed, 0 failed/);
    expect(status).toBe(0);
  });
});
