import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { catalogueOfCounty } from '../../lib/cli/county-indicators.ts';
import { type RunningCounty, runCounty } from '../../lib/cli/county.ts';
import { ensureData } from '../../lib/cli/synthesise.ts';
import { planQueries } from '../../lib/indicators/plan.ts';
import { parsePeriod, periodBefore } from '../../lib/kernel/period.ts';
import { fengxi } from '../county.ts';
import { launchBrowser } from '../servers/browser.ts';

// The page of all indicators, of a gateway that executes registered operations only.

const wait = { timeout: 60_000, interval: 200 };
let data: string;
let county: RunningCounty;
let browser: Browser;
let page: Page;
const requests: string[] = [];
const statistics: string[] = [];
const faults: string[] = [];

beforeAll(async () => {
  data = mkdtempSync(join(tmpdir(), 'countygraph-run-'));
  await ensureData(fengxi, { county: fengxi.folder, data, scale: 0.1 });
  const court = new Database(join(data, 'court.sqlite'));
  // The court closes its cases of July and August on one day each.
  court.exec(`UPDATE T_AJ_JBXX SET JARQ = '20260731' WHERE JARQ LIKE '202607%'`);
  court.exec(`UPDATE T_AJ_JBXX SET JARQ = '20260831' WHERE JARQ LIKE '202608%'`);
  court.close();
  county = await runCounty({ county: fengxi.folder, data, scale: 0.1, port: 0, safelist: true });
  browser = await launchBrowser();
  page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  page.on('request', request => {
    requests.push(request.url());
    if (request.postData()?.includes('stats:')) statistics.push(request.url());
  });
  page.on('pageerror', error => faults.push(error.message));
  page.on('console', message => message.type() === 'error' && faults.push(message.text()));
  await page.goto(`${county.url}/indicators`);
}, 300_000);

afterAll(async () => {
  await browser?.close();
  await county?.close();
  rmSync(data, { recursive: true, force: true });
});

const row = (id: string) => page.locator(`indicator-row#${id}`);
const allThere = () => expect.poll(() => page.locator('indicator-row article[aria-busy=false]').count(), wait).toBe(72);

test('every indicator of the county is there, by owner, with a value or the words why not', async () => {
  await allThere();
  const owners = await page.locator('section h2').allInnerTexts();
  expect(owners).toEqual(['法院', '检察', '公安', '民政', '应急', '司法', '信访', '网格', '综合']);
  for (const one of await page.locator('indicator-row article').all()) {
    expect(await one.locator('.value').innerText()).toMatch(/\d|不予公布|无法计算|数据源暂不可用/);
    expect(await one.locator('.sure').innerText()).not.toBe('');
  }
  await expect.poll(() => page.locator('indicator-row trend-line .bone').count(), wait).toBe(0);
  expect(await row('local_resolution_over_accepted').locator('.note').innerText()).toBe('本县自定');
  expect(await row('case_closure_rate').locator('trend-line g.mark.breaks text').textContent()).toBe('口径变更 v2');
});

test('each owner is one planning: a question for each of its types of record and unit of period, and no more', () => {
  const months = Array.from({ length: 12 }, (_, back) => periodBefore(parsePeriod('2026-09'), back));
  const county = [{ level: 'COUNTY' as const, within: null, areas: [] }];
  const planned = [...Map.groupBy(catalogueOfCounty(fengxi), ({ owner }) => owner).values()].flatMap(own => [
    ...planQueries(own, [parsePeriod('2026-Q3')], county),
    ...planQueries(own, months, county),
  ]);
  // Three more ask for the last day of the data; owners who ask the same at once share it.
  expect(statistics.length).toBeGreaterThan(planned.length / 2);
  expect(statistics.length).toBeLessThanOrEqual(planned.length + 3);
});

test('a search leaves what has the words, and says how many', async () => {
  await page.locator('#search').fill('结案 审限');
  await expect.poll(() => page.locator('indicator-row:not([hidden])').count()).toBe(1);
  expect(await page.locator('[role=status]').innerText()).toBe('1 / 72 项');
  expect(await page.locator('section:not([hidden])').count()).toBe(1);
  await page.locator('#search').fill('没有这样的指标');
  await expect.poll(() => page.getByText('没有符合的指标').isVisible()).toBe(true);
  await page.locator('#search').fill('');
  await expect.poll(() => page.locator('indicator-row:not([hidden])').count()).toBe(72);
});

test('the keyboard opens an indicator: how it came about, what to read beside it, what is perverse', async () => {
  const one = row('dispute_resolution_rate');
  await one.locator('h3 button').focus();
  await page.keyboard.press('Enter');
  await expect.poll(() => one.locator('h3 button').getAttribute('aria-expanded')).toBe('true');
  const text = await one.locator('.more').innerText();
  for (const word of ['需防', '纸面化解', '计算自', 'justice: dispute.ACCEPTED_RESOLVED', '完整度', '口径版本'])
    expect(text).toContain(word);
  expect(page.url()).toContain('open=dispute_resolution_rate');
  await expect.poll(() => one.locator('.compared dt').allInnerTexts(), wait).toContain('同比');
  await one.locator('.companions button').first().focus();
  await page.keyboard.press('Enter');
  await expect.poll(() => row('repeat_dispute_rate').locator('h3 button').getAttribute('aria-expanded')).toBe('true');
});

test('categories have words, and the towns a map, both when they are asked for', async () => {
  const one = row('dispute_resolution_rate');
  await one.locator('#dimension').selectOption('kind');
  await expect.poll(() => one.locator('table th[scope=row]').allInnerTexts(), wait).toContain('婚姻家庭');
  expect(await one.locator('.more table th[scope=row]').allInnerTexts()).not.toContain('FAMILY');
  await one.locator('.ask').click();
  await expect.poll(() => one.locator('grid-map .grids path[class^=class-]').count(), wait).toBeGreaterThan(5);
});

test('another town and another period are asked for anew', async () => {
  const before = await row('clearance_rate').locator('.counts').innerText();
  await page.locator('#area').selectOption({ index: 1 });
  await allThere();
  await expect.poll(() => row('clearance_rate').locator('.counts').innerText(), wait).not.toBe(before);
  await page.locator('#area').selectOption({ index: 0 });
  await allThere();
});

test('a figure that looks too good has a note, with what it rests on', async () => {
  await page.locator('#unit').selectOption('MONTH');
  await page.locator('#period').selectOption('2026-08');
  await row('clearance_rate').locator('h3 button').click();
  const note = row('clearance_rate').getByText('月末最后三天办结量异常集中');
  await expect.poll(() => note.count(), wait).toBe(1);
  expect(await note.innerText()).toMatch(/办结 \d+, 其中月末三天 \d+, 占比 100\.0%/);
  await row('clearance_rate').locator('h3 button').click();
  await page.locator('#unit').selectOption('QUARTER');
  await allThere();
});

test('to somebody else nothing is shown that was answered to another', async () => {
  expect(await row('dispute_resolution_rate').locator('.value').innerText()).toMatch(/\d/);
  await page.locator('#as').selectOption('public');
  // At once, before anything is answered: whatever is there now is of the public.
  expect(await row('dispute_resolution_rate').locator('.value').innerText()).not.toMatch(/\d/);
  expect(
    await row('dispute_resolution_rate')
      .locator('.more .compared, .more table, .more grid-map')
      .filter({ visible: true })
      .count(),
  ).toBe(0);
  await allThere();
  expect(await row('dispute_resolution_rate').locator('.value').innerText()).toBe('不予公布');
  expect(await row('dispute_resolution_rate').locator('.sure').innerText()).toContain('部门未授权');
  await page.locator('#as').selectOption('analyst');
  await allThere();
  expect(await row('dispute_resolution_rate').locator('.value').innerText()).toMatch(/\d/);
});

test('English by a switch, kept in the address, without a Chinese word in a row', async () => {
  await page.locator('button.language').click();
  await expect.poll(() => row('clearance_rate').locator('h3').innerText()).toBe('Clearance rate');
  expect(page.url()).toContain('language=en');
  expect(await row('repeat_dispute_rate').innerText()).not.toMatch(/[\u4e00-\u9fff]/);
  expect(await page.locator('section h2').first().innerText()).toBe('Court');
});

test('a narrow screen does not scroll sideways, and print shows every indicator', async () => {
  await page.setViewportSize({ width: 390, height: 844 });
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(390);
  await page.emulateMedia({ media: 'print' });
  expect(await page.locator('#search').isVisible()).toBe(false);
  expect(await page.locator('indicator-row:visible').count()).toBe(72);
  await page.emulateMedia({ media: 'screen' });
});

test('nothing leaves the machine, nothing fails', () => {
  expect(requests.filter(url => new URL(url).hostname !== '127.0.0.1' && !url.startsWith('data:'))).toEqual([]);
  expect(faults).toEqual([]);
});

test('a gateway that goes away is told of, with a button to try again', async () => {
  await county.close();
  await page.locator('#area').selectOption({ index: 2 });
  await expect.poll(() => page.getByRole('alert').innerText(), wait).toContain('The gateway does not answer');
  expect(await page.getByRole('button', { name: 'Try again' }).isVisible()).toBe(true);
});
