import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { parseDocument } from 'yaml';
import { fengxi, startCounty } from '../county.ts';
import { launchBrowser } from '../servers/browser.ts';

// A county without made-up people: the page as before, asked as whoever the county's own sign-in says.

let county: Awaited<ReturnType<typeof startCounty>>;
let browser: Browser;
const folder = mkdtempSync(join(tmpdir(), 'countygraph-plain-'));
const wait = { timeout: 60_000, interval: 200 };

beforeAll(async () => {
  cpSync(fengxi.folder, folder, { recursive: true });
  const file = join(folder, 'county.yaml');
  const written = parseDocument(readFileSync(file, 'utf8'));
  written.delete('demo');
  writeFileSync(file, written.toString());
  county = await startCounty({ scale: 0.02, folder });
  browser = await launchBrowser();
}, 300_000);

afterAll(async () => {
  await browser?.close();
  await county?.close();
  rmSync(folder, { recursive: true, force: true });
});

test('no switch, no token; the page answers as the gateway takes whoever asks', async () => {
  const page = await browser.newPage();
  const tokens: (string | undefined)[] = [];
  page.on('request', request => {
    if (request.url().endsWith('/graphql')) tokens.push(request.headers()['authorization']);
  });
  await page.goto(new URL('/#language=en', county.url).href);
  await expect.poll(() => page.locator('figure-card article[aria-busy=false]').count(), wait).toBe(12);
  await expect.poll(() => page.locator('grid-map .grids path').count(), wait).toBe(12);
  expect(await page.locator('identity-switch').isVisible()).toBe(false);
  expect(await page.locator('footer a').allInnerTexts()).toEqual(['Query the graph']);
  expect(tokens.length).toBeGreaterThan(5);
  expect(new Set(tokens)).toEqual(new Set([undefined]));
});

test('the comparison says that it needs a demonstration; decisions and records are not told', async () => {
  const page = await browser.newPage();
  await page.goto(new URL('/compare#language=en', county.url).href);
  await expect.poll(() => page.locator('.notice').innerText(), wait).toMatch(/made-up people of a demonstration/);
  expect(await page.locator('answer-table').isVisible()).toBe(false);
  for (const path of ['county', 'decision?department=court&type=CourtCase', 'records?request=x']) {
    expect((await fetch(new URL(`/demo/${path}`, county.url))).status).toBe(404);
  }
});
