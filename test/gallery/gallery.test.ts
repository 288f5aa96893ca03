import { join } from 'node:path';
import { build } from 'esbuild';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from '../servers/browser.ts';

// Each chart as a browser draws it, beside this file: looked at once, compared ever after.
// `npx vitest run test/gallery -u` writes them anew.

const names = [
  'trend-with-interval',
  'trend-with-gaps-and-provisional-end',
  'trend-with-open-upper-end',
  'trend-with-a-break-and-a-change',
  'trend-of-complete-counts',
  'trend-without-values',
  'grid-map-by-town',
  'grid-map-with-unknown-town-and-choice',
  'pipeline-with-interval-and-open-end',
];

let browser: Browser;
let page: Page;

beforeAll(async () => {
  const { outputFiles } = await build({
    entryPoints: [join(import.meta.dirname, 'charts.ts')],
    bundle: true,
    write: false,
    format: 'iife',
    target: 'chrome86',
  });
  browser = await launchBrowser();
  page = await browser.newPage();
  await page.setContent('<!doctype html><body></body>');
  await page.addScriptTag({ content: outputFiles[0]?.text ?? '' });
});

afterAll(async () => {
  await browser?.close();
});

test('the gallery shows every example', async () => {
  expect(await page.evaluate('galleryNames')).toEqual(names);
});

test.each(names)('%s', async name => {
  const svg = await page.evaluate<string>(`drawExample('${name}')`);
  expect(svg).not.toMatch(/NaN|undefined|Infinity/);
  await expect(svg.replaceAll('><', '>\n<') + '\n').toMatchFileSnapshot(`${name}.svg`);
});
