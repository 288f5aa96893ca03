import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { RunningCounty } from '../../lib/cli/county.ts';
import { fengxi, startCounty } from '../county.ts';
import { launchBrowser } from '../servers/browser.ts';

let county: RunningCounty;
let browser: Browser;

beforeAll(async () => {
  county = await startCounty({ scale: 0.02 });
  browser = await launchBrowser();
}, 300_000);

afterAll(async () => {
  await browser?.close();
  await county?.close();
});

test('GraphiQL loads, runs its first query and asks nobody but this machine', async () => {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  const hosts = new Set<string>();
  const faults: string[] = [];
  page.on('request', request => hosts.add(new URL(request.url()).hostname));
  page.on('pageerror', error => faults.push(error.message));
  await page.goto(new URL('graphiql', county.url).href);
  // The editor takes a moment after the button is there.
  await expect.poll(() => page.locator('.view-lines').first().innerText(), { timeout: 30_000 }).toContain('places');
  const run = async (): Promise<string> => {
    const shown = await page.locator('.result-window .view-lines').innerText();
    if (shown.trim() === '') await page.locator('.graphiql-execute-button').click();
    return shown;
  };
  await expect.poll(run, { timeout: 30_000, interval: 2000 }).toContain('枫溪街道');
  // Another asker: a town official has his own town's rows only, the public none at all.
  const ask = (who: string) => page.locator('#asker select').selectOption({ label: who });
  expect(await page.locator('#asker option').count()).toBe(fengxi.demo?.identities.length);
  const authorization = async (): Promise<string> => {
    const sent = page.waitForRequest(request => request.url().endsWith('/graphql'));
    await page.locator('.graphiql-execute-button').click();
    const header = (await (await sent).allHeaders())['authorization'] ?? '';
    return Buffer.from(header.split('.')[1] ?? '', 'base64url').toString();
  };
  expect(await authorization()).toBe('');
  await ask('公众 Public');
  expect(await authorization()).toContain('"sub":"public"');
  await ask('法院书记员 Court clerk');
  expect(await authorization()).toContain('"sub":"court-clerk"');
  expect([...hosts]).toEqual(['127.0.0.1']);
  expect(faults).toEqual([]);
});
