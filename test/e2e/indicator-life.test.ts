import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Figure } from '../../lib/indicators/index.ts';
import { fengxi, startCounty } from '../county.ts';
import { launchBrowser } from '../servers/browser.ts';
import { firstVersion, secondVersion } from './county-indicator.ts';

// One indicator's life, in files and without code: added, documented, computed, shown, changed. COUNTYGRAPH_PICTURES=docs/images
// takes the pictures of docs/indicator-life.md on the way.

const id = 'dispute_backlog_ratio';
const pictures = process.env['COUNTYGRAPH_PICTURES'];
const main = join(import.meta.dirname, '../../lib/cli/main.ts');
const wait = { timeout: 60_000, interval: 200 };

let folder: string;
let file: string;
let county: Awaited<ReturnType<typeof startCounty>>;
let browser: Browser;
let page: Page;
const faults: string[] = [];

beforeAll(async () => {
  folder = join(mkdtempSync(join(tmpdir(), 'countygraph-life-')), 'fengxi');
  cpSync(fengxi.folder, folder, { recursive: true });
  file = join(folder, 'indicators', `${id}.yaml`);
  county = await startCounty({ scale: 0.3, folder });
  browser = await launchBrowser();
  page = await browser.newPage({ viewport: { width: 1280, height: 1200 } });
  page.on('pageerror', error => faults.push(error.message));
  page.on('console', message => message.type() === 'error' && faults.push(message.text()));
}, 300_000);

afterAll(async () => {
  await browser?.close();
  await county?.close();
  rmSync(join(folder, '..'), { recursive: true, force: true });
});

/** The page of all indicators, once all its figures are there. */
async function open(hash = ''): Promise<Locator> {
  await page.goto('about:blank');
  await page.goto(`${county.url}/indicators#language=zh${hash}`);
  await expect.poll(() => page.locator('indicator-row').count(), wait).toBeGreaterThan(70);
  await expect.poll(() => page.locator('indicator-row article[aria-busy=true]').count(), wait).toBe(0);
  await expect.poll(() => page.locator('indicator-row trend-line .bone').count(), wait).toBe(0);
  return page.locator(`indicator-row#${id}`);
}

async function picture(name: string, of: Locator | Page): Promise<void> {
  if (pictures !== undefined) await of.screenshot({ path: join(pictures, `${name}.png`) });
}

function command(...words: string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [main, 'indicators', ...words, '--county', folder], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let [out, err] = ['', ''];
    child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()));
    child.on('close', code => (code === 0 ? resolve(out) : reject(new Error(err))));
  });
}

async function figures(...periods: string[]): Promise<Figure[]> {
  const asked = ['--area', '枫溪县', '--period', ...periods, '--indicator', id, '--url', `${county.url}/graphql`];
  return JSON.parse(await command(...asked, '--format', 'json')) as Figure[];
}

test('before it is added, nobody knows it', async () => {
  expect(await (await open()).count()).toBe(0);
  expect(await page.locator('indicator-row').count()).toBe(72);
  await picture('indicators', page);
  expect((await fetch(`${county.url}/indicators/${id}`)).status).toBe(404);
  await expect(command('--list', '--json')).resolves.not.toContain(id);
}, 120_000);

test('a file adds it: it is computed, documented in two languages and on the page, and nothing was started anew', async () => {
  writeFileSync(file, firstVersion);
  const row = await open(`&open=${id}`);
  expect(await row.locator('.value').innerText()).toMatch(/^\d+\.\d\d/);
  expect(await row.locator('.note').first().innerText()).toContain('本县自定');
  expect(await row.locator('.definition:not(.compared)').innerText()).toContain('期末未化解的纠纷 / 当期受理的纠纷');
  expect(await row.locator('.companions').innerText()).toMatch(/矛盾纠纷化解率 [\d.]+%/);
  expect(await row.locator('.mark').count()).toBe(0);
  await expect.poll(() => row.locator('.compared').count(), wait).toBe(1);
  await picture('indicator-life-added', row);

  const document = await (await fetch(`${county.url}/indicators/${id}`)).text();
  expect(document).toContain('<h1>纠纷积存比</h1>');
  expect(document).toContain('justice: dispute.OPEN, justice: dispute.ACCEPTED');
  const english = await fetch(`${county.url}/indicators/${id}?language=en`);
  expect(await english.text()).toContain('<h1>Disputes pending over accepted 纠纷积存比</h1>');
  const [figure] = await figures('2026-Q3');
  expect(figure).toMatchObject({ status: 'ok', definitionVersion: 1 });
  expect(await row.locator('.counts').innerText()).toBe(
    `${figure?.numerator?.toLocaleString('en')} / ${figure?.denominator?.toLocaleString('en')}`,
  );
}, 120_000);

test('a few lines in the same file make it version 2: the trend breaks, and everything says why', async () => {
  const [before] = await figures('2026-Q3');
  writeFileSync(file, firstVersion + secondVersion);
  const row = await open(`&open=${id}`);
  const mark = row.locator('trend-line g.mark.breaks');
  expect(await mark.locator('text').textContent()).toBe('口径变更 v2');
  const words = '口径变更 v2 (2026-04-01): 物业纠纷改由住建部门登记，不再计入 · 此前数值不可比';
  expect(await mark.locator('title').textContent()).toBe(words);
  // Two lines, and nothing between March and April.
  expect((await row.locator('trend-line path.line:not(.dashed)').getAttribute('d'))?.match(/M/g)).toHaveLength(2);
  expect((await row.locator('trend-line path.band').getAttribute('d'))?.match(/M/g)).toHaveLength(2);
  const x = Number(/translate\(([\d.]+)/.exec((await mark.getAttribute('transform')) ?? '')?.[1]);
  const strips = await row
    .locator('trend-line rect')
    .evaluateAll(all => all.map(each => Number(each.getAttribute('x'))));
  expect(x).toBeCloseTo(strips[6] ?? 0, 0);

  expect(await row.locator('.definition:not(.compared)').innerText()).toMatch(/不计入\s+类别: 物业/);
  // Last year's quarter is of version 1; the quarter before is of version 2.
  await expect
    .poll(() => row.locator('.compared').innerText(), wait)
    .toMatch(/同比\s+不可比.*期间指标口径变更，前后不可比/);
  expect(await row.locator('.compared dd').first().innerText()).not.toMatch(/不可比/);
  await row.locator('.months summary').click();
  const lines = await row.locator('.months tbody tr').allInnerTexts();
  expect(lines).toHaveLength(13);
  expect(lines[5]).toMatch(/^2026年3月.*\t1$/);
  expect(lines[6]).toBe(words);
  expect(lines[7]).toMatch(/^2026年4月.*\t2$/);
  await picture('indicator-life-changed', row);

  const document = await (await fetch(`${county.url}/indicators/${id}`)).text();
  expect(document).toContain(
    '<li>2, 起用 2026-04-01: 物业纠纷改由住建部门登记，不再计入 <strong>序列中断：此前的数值不可比</strong></li>',
  );
  expect(document).toContain('<td>kind: 物业</td>');
  const all = await figures('2026-03', '2026-04', '2026-Q3');
  expect(all.map(({ definitionVersion }) => definitionVersion)).toEqual([1, 2, 2]);
  expect(all[2]?.denominator).toBeLessThan(before?.denominator ?? 0);
  expect(await command('--list', '--language', 'en')).toMatch(new RegExp(`${id} .* 2 +2026-04-01`));
}, 120_000);

test('its pages of documentation go into a folder, too', async () => {
  const output = join(folder, '..', 'pages');
  expect(await command('document', output)).toContain(id);
  expect(readFileSync(join(output, `${id}.zh-CN.md`), 'utf8')).toContain('# 纠纷积存比');
  await page.goto(`${county.url}/indicators/${id}`);
  await picture('indicator-life-document', page);
  await page.getByRole('link', { name: '全部指标的数字' }).click();
  await expect.poll(() => page.locator(`indicator-row#${id} .definition:not(.compared)`).count(), wait).toBe(1);
}, 120_000);

test('a file that is wrong takes nothing away from what was there', async () => {
  writeFileSync(file, firstVersion + secondVersion.replace('PROPERTY', 'PROPERTIES'));
  const row = await open();
  expect(await row.locator('.value').innerText()).toMatch(/^\d/);
  await expect(command('--list')).rejects.toThrow(/BAD_INDICATOR: .*got PROPERTIES; correct .*backlog_ratio\.yaml:\d+/);
}, 120_000);

test('nothing failed on the way', () => {
  expect(faults).toEqual([]);
});
