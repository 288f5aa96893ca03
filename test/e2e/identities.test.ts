import type { Browser, Page, Request } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fengxi, startCounty } from '../county.ts';
import { launchBrowser } from '../servers/browser.ts';

// The page as each person of a demonstration sees it, and what the gateway sends each of them.

interface Stats {
  readonly profile: string;
  readonly roundedTo: number | null;
  readonly rows: readonly {
    readonly area: string | null;
    readonly values: readonly (number | null)[];
    readonly margins: readonly (number | null)[] | null;
    readonly durations: readonly { readonly closed: readonly number[]; readonly open: readonly number[] }[];
  }[];
  readonly leftOut: readonly { readonly rows: number }[];
}

interface Answer {
  readonly data?: Readonly<Record<string, unknown>> & { readonly stats?: Stats | null };
}

let county: Awaited<ReturnType<typeof startCounty>>;
let browser: Browser;
const faults: string[] = [];
const wait = { timeout: 60_000, interval: 200 };

beforeAll(async () => {
  county = await startCounty({ scale: 0.1 });
  browser = await launchBrowser();
}, 300_000);

afterAll(async () => {
  await browser?.close();
  await county?.close();
});

/** A new page that notes what the gateway answers, and to whom. */
async function openPage(path: string) {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  const answers: { readonly who: string; readonly answer: Answer }[] = [];
  const bodies: Promise<void>[] = [];
  page.on('pageerror', error => faults.push(error.message));
  page.on('console', message => message.type() === 'error' && faults.push(message.text()));
  page.on('response', response => {
    if (!response.url().endsWith('/graphql')) return;
    const told = async (): Promise<void> => {
      answers.push({ who: askerOf(response.request()), answer: (await response.json()) as Answer });
    };
    bodies.push(told().catch(() => undefined));
  });
  await page.goto(new URL(path, county.url).href);
  return { page, answers: async () => (await Promise.all(bodies), answers) };
}

/** Who a request says to be, in its token. */
function askerOf(request: Request): string {
  const [, payload = ''] = (request.headers()['authorization'] ?? '').split('.');
  return payload === ''
    ? ''
    : String((JSON.parse(Buffer.from(payload, 'base64url').toString()) as { sub: string }).sub);
}

async function settled(page: Page): Promise<void> {
  await expect.poll(() => page.locator('figure-card article[aria-busy=false]').count(), wait).toBe(12);
  await expect.poll(() => page.locator('grid-map .grids path').count(), wait).toBeGreaterThan(0);
  await expect.poll(() => page.locator('grid-map tbody tr').count(), wait).toBeGreaterThan(0);
}

/** Every number that counts rows of records in an answer; amounts, which have no margin, are rounded in another way. */
function countsIn({ rows }: Stats): number[] {
  const values = rows.flatMap(row => row.values.filter((value, at) => value !== null && row.margins?.[at] !== null));
  const lengths = rows.flatMap(({ durations }) => durations.flatMap(({ closed, open }) => [...closed, ...open]));
  return [...values, ...lengths].filter(count => count !== null);
}

const ownGrids = [...fengxi.areas.values()].filter(
  ({ level, code }) => level === 'GRID' && code.startsWith('330199001'),
).length;

const cases = [
  { id: 'analyst', profiles: ['EXACT'], grids: 1900 },
  // His own grids, and eleven other towns.
  { id: 'town-official', profiles: ['EXACT'], grids: ownGrids + 11 },
  { id: 'court-clerk', profiles: ['EXACT', 'PROTECTED'], grids: 12 },
  { id: 'civil-affairs-officer', profiles: ['EXACT', 'PROTECTED'], grids: 12 },
  { id: 'procurator', profiles: ['PUBLIC'], grids: 12 },
  { id: 'auditor', profiles: ['PROTECTED'], grids: 12 },
  { id: 'public', profiles: ['PUBLIC'], grids: 12 },
];

describe.each(cases)('as $id', ({ id, profiles, grids }) => {
  test('the whole page holds, rounded values say so, and the network brought nothing more', async () => {
    const { page, answers } = await openPage(`/#language=en&as=${id}`);
    await settled(page);
    expect(await page.locator('#as').inputValue()).toBe(id);
    expect(await page.locator('#facts').innerText()).toMatch(/Role[^]*Department[^]*Place[^]*Purpose/);
    expect(await page.locator('.notice').isVisible()).toBe(false);
    expect(await page.locator('grid-map .grids path').count()).toBe(grids);

    const cards = await page.locator('figure-card article').all();
    const texts = await Promise.all(cards.map(card => card.innerText()));
    const values = await Promise.all(cards.map(card => card.locator('.value').innerText()));
    const isExact = profiles.length === 1 && profiles[0] === 'EXACT';
    for (const [at, value] of values.entries()) {
      if (/^Not (given out|computable)$/.test(value)) continue;
      expect(value).toMatch(isExact ? /^\d/ : /\d/);
      if (!profiles.includes('EXACT')) expect(texts[at]).toMatch(/≈ [^]*rounded to \d+/);
    }
    if (id === 'public') {
      expect(texts.filter(text => text.includes('the department has not granted it')).length).toBeGreaterThan(4);
      expect(values.filter(value => value.startsWith('≈')).length).toBeGreaterThan(1);
    }

    const noted = await answers();
    expect(new Set(noted.map(({ who }) => who))).toEqual(new Set([id]));
    const stats = noted.flatMap(({ answer }) => answer.data?.stats ?? []);
    expect(stats.length).toBeGreaterThan(2);
    expect([...new Set(stats.map(({ profile }) => profile))].toSorted()).toEqual(profiles);
    for (const one of stats) {
      const base = one.roundedTo;
      if (one.profile === 'EXACT') expect(base).toBe(null);
      else {
        expect(countsIn(one).filter(count => count % (base ?? 0) !== 0)).toEqual([]);
        // Records that cannot be used are rounded to ten, whatever the profile.
        expect(one.leftOut.filter(({ rows }) => rows % 10 !== 0 || rows === 0)).toEqual([]);
      }
      if (id !== 'town-official') continue;
      expect(one.rows.filter(({ area }) => area !== null && !area.startsWith('330199001'))).toEqual([]);
    }
    await page.close();
  }, 120_000);
});

test('another person by keyboard: everything is asked anew, nothing of the first stays', async () => {
  const { page, answers } = await openPage('/#language=en');
  await settled(page);
  expect(await page.locator('#as').inputValue()).toBe('analyst');
  const left = await page.evaluate(() => {
    const root = document.querySelector('county-page')?.shadowRoot;
    const select = root?.querySelector('identity-switch')?.shadowRoot?.querySelector<HTMLSelectElement>('#as');
    if (!root || !select) return undefined;
    select.value = 'public';
    select.dispatchEvent(new Event('change'));
    return [...root.querySelectorAll('figure-card')].map(
      card => card.shadowRoot?.querySelector('.number')?.textContent ?? '',
    );
  });
  expect(left).toEqual(Array(12).fill(''));
  await settled(page);
  expect(page.url()).toContain('as=public');
  await page.locator('#as').focus();
  await page.keyboard.press('ArrowUp');
  await expect.poll(() => page.locator('#as').inputValue()).toBe('auditor');
  await settled(page);
  expect(page.url()).toContain('as=auditor');
  expect(new Set((await answers()).map(({ who }) => who))).toEqual(new Set(['analyst', 'public', 'auditor']));
  await page.reload();
  await settled(page);
  expect(await page.locator('#as').inputValue()).toBe('auditor');
  await page.close();
});

test('villages are not given to the public: hatched, with the reason', async () => {
  const { page } = await openPage('/#language=en&as=public&level=VILLAGE');
  await settled(page);
  await expect.poll(() => page.locator('map-panel p.status').last().innerText(), wait).toMatch(/in this detail/);
  expect(await page.locator('grid-map .grids path:not(.unknown)').count()).toBe(0);
  await page.close();
});

test('nothing failed on the way', () => {
  expect(faults).toEqual([]);
});
