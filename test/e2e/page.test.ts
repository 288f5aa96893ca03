import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startCounty } from '../county.ts';
import { launchBrowser } from '../servers/browser.ts';

// The page of a running county in a real browser.

let county: Awaited<ReturnType<typeof startCounty>>;
let browser: Browser;
let page: Page;
const requests: string[] = [];
const faults: string[] = [];

beforeAll(async () => {
  county = await startCounty({ scale: 0.1 });
  browser = await launchBrowser();
  page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  page.on('request', request => requests.push(request.url()));
  page.on('pageerror', error => faults.push(error.message));
  page.on('console', message => message.type() === 'error' && faults.push(message.text()));
  await page.goto(county.url);
}, 300_000);

afterAll(async () => {
  await browser?.close();
  await county?.close();
});

test('twelve cards each hold a value or the words why not, and how sure it is', async () => {
  // Playwright's selectors look through shadow roots.
  await expect.poll(() => page.locator('figure-card article[aria-busy=false]').count(), wait).toBe(12);
  for (const card of await page.locator('figure-card article').all()) {
    expect(await card.locator('.value').innerText()).toMatch(/\d|不予公布|无法计算|数据源暂不可用/);
    expect(await card.locator('.small').first().innerText()).not.toBe('');
  }
  await expect.poll(() => page.locator('figure-card trend-line path.line').count(), wait).toBeGreaterThan(12);
});

test('the default period is the last quarter that is over', async () => {
  expect(await page.locator('#period').inputValue()).toBe('2026-Q3');
  expect(await page.locator('h1').innerText()).toContain('枫溪县');
});

test('the map has 1,900 grids, coloured by the chosen indicator, with a table beside it', async () => {
  await expect.poll(() => page.locator('grid-map .grids path').count(), wait).toBe(1900);
  await expect.poll(() => page.locator('grid-map .grids path[class^=class-]').count(), wait).toBeGreaterThan(0);
  await page.locator('#series').selectOption('grid_coverage_rate');
  await page.locator('#level').selectOption('VILLAGE');
  await expect.poll(() => page.locator('grid-map tbody tr').count(), wait).toBe(190);
  expect(await page.locator('grid-map .entry').count()).toBeGreaterThan(1);
});

test('the pipeline has three stages', async () => {
  await expect.poll(() => page.locator('case-pipeline .stage').count(), wait).toBe(3);
});

test('the keyboard reaches every choice and changes the area', async () => {
  await page.locator('#area').focus();
  await page.keyboard.press('ArrowDown');
  await expect.poll(() => page.locator('#area').inputValue()).toMatch(/^\d{9}$/);
  await expect.poll(() => page.locator('figure-card article[aria-busy=false]').count(), wait).toBe(12);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  expect(
    await page.evaluate('document.activeElement.shadowRoot.activeElement.shadowRoot.activeElement.className'),
  ).toBe('language');
});

test('English by a switch, kept in the address', async () => {
  await page.locator('button.language').click();
  await expect.poll(() => page.locator('figure-card h3').first().innerText()).toMatch(/Dispute resolution rate/);
  expect(await page.locator('html').getAttribute('lang')).toBe('en');
  expect(page.url()).toContain('language=en');
  expect(await page.locator('figure-card article').first().innerText()).not.toMatch(/[\u4e00-\u9fff]/);
});

test('a narrow screen does not scroll sideways', async () => {
  await page.setViewportSize({ width: 390, height: 844 });
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(390);
});

test('nothing leaves the machine, nothing fails', () => {
  expect(requests.length).toBeGreaterThan(10);
  expect(requests.filter(url => new URL(url).hostname !== '127.0.0.1' && !url.startsWith('data:'))).toEqual([]);
  expect(faults).toEqual([]);
});

const wait = { timeout: 60_000, interval: 200 };
