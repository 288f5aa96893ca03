import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { printAlerts } from '../../../lib/cli/alerts.ts';
import { figuresInWords } from '../../../lib/cli/category-words.ts';
import { wordsOfCounty } from '../../../lib/cli/county-indicators.ts';
import { catalogue, type Figure } from '../../../lib/indicators/index.ts';
import type { Alert } from '../../../lib/store/index.ts';
import { fengxi } from '../../county.ts';

const words = wordsOfCounty(fengxi);

test('every code of a dimension of the county has a Chinese word', () => {
  const codes = Object.values(words).flatMap(fields => Object.values(fields).flatMap(each => Object.values(each)));
  expect(codes.length).toBeGreaterThan(100);
  expect(codes.filter(({ zh }) => !/\p{Script=Han}/u.test(zh))).toEqual([]);
});

const figure = (value: string | null, name = 'channel') =>
  ({ id: 'petition_closed_on_time', dimension: { name, value } }) as Figure;

test('categories of figures are told in words; rows without a known code stay so', () => {
  const asked = [figure('LETTER'), figure(null), figure('NEW'), figure('LETTER', 'place')];
  const told = (language: 'zh' | 'en') =>
    figuresInWords(asked, catalogue, words, language).map(({ dimension }) => dimension?.value);
  expect(told('zh')).toEqual(['来信', null, 'NEW', 'LETTER']);
  expect(told('en')).toEqual(['letter', null, 'NEW', 'LETTER']);
});

test('an alert names its category in words, and its code in JSON', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'countygraph-words-'));
  const alert = {
    id: 'a',
    month: '2026-09',
    area: '330199001',
    type: 'dispute',
    dimension: 'kind',
    category: 'FAMILY',
    observed: 9,
    expected: 2,
    limit: 6,
    rule: 'ears-c2',
    state: 'new',
    owner: 'justice',
    raisedAt: '2026-10-01T00:00:00Z',
  } as Alert;
  const output = join(folder, 'out');
  const printed = async (language: 'zh' | 'en', format: 'csv' | 'json') => {
    await printAlerts([alert], fengxi, { county: fengxi.folder, language, format, output });
    return readFileSync(output, 'utf8');
  };
  expect(await printed('zh', 'csv')).toContain('矛盾纠纷 · 婚姻家庭');
  expect(await printed('en', 'csv')).toContain('disputes · family');
  expect(await printed('zh', 'json')).toContain('"category": "FAMILY"');
  rmSync(folder, { recursive: true, force: true });
});
