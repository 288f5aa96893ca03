import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startCounty } from '../county.ts';
import { launchBrowser } from '../servers/browser.ts';

// One question, three readers: what each column shows, and what the network brought for it.

let county: Awaited<ReturnType<typeof startCounty>>;
let browser: Browser;
let page: Page;
const faults: string[] = [];
const hosts = new Set<string>();
/** Text of each answer of the gateway, by who asked. */
let answers: { readonly who: string; readonly text: string }[] = [];
const wait = { timeout: 60_000, interval: 200 };

beforeAll(async () => {
  county = await startCounty({ scale: 0.1 });
  browser = await launchBrowser();
  page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  page.on('pageerror', error => faults.push(error.message));
  page.on('console', message => message.type() === 'error' && faults.push(message.text()));
  page.on('request', request => hosts.add(new URL(request.url()).hostname));
  page.on('response', async response => {
    if (!response.url().endsWith('/graphql')) return;
    const [, payload = ''] = (response.request().headers()['authorization'] ?? '').split('.');
    const who = (JSON.parse(Buffer.from(payload, 'base64url').toString()) as { sub: string }).sub;
    answers.push({ who, text: await response.text() });
  });
  await page.goto(new URL('/compare#language=en', county.url).href);
}, 300_000);

afterAll(async () => {
  await browser?.close();
  await county?.close();
});

async function answered(): Promise<void> {
  await expect.poll(() => page.locator('.scroll[aria-busy=false]').count(), wait).toBe(1);
}

async function choose(question: string, people: readonly string[]): Promise<void> {
  await answered();
  answers = [];
  await page.evaluate(hash => (location.hash = hash), `#language=en&question=${question}&as=${people.join(',')}`);
  await expect.poll(() => page.locator('#question').inputValue(), wait).toBe(question);
  await answered();
}

/** Texts of the cells of a column, row by row. */
function column(index: number): Promise<string[]> {
  return page.evaluate(at => {
    const page = document.querySelector('compare-page')?.shadowRoot;
    const table = page?.querySelector('answer-table')?.shadowRoot?.querySelector('table');
    // Cells that begin a column carry `first`; those after them belong to it.
    return [...(table?.tBodies[0]?.rows ?? [])].flatMap(row => {
      let reader = -1;
      const cells = [...row.cells].filter(cell => {
        if (cell.classList.contains('first')) reader += 1;
        return cell.tagName === 'TD' && reader === at;
      });
      return cells.length === 0
        ? []
        : [cells.map(cell => `${cell.className.split(' ')[0]}:${cell.innerText.replace(/\s+/g, ' ')}`).join('|')];
    });
  }, index);
}

/** The last column of a refused one is one high cell, so that later rows have fewer. */
async function footers(): Promise<string[][]> {
  const rows = await page.locator('answer-table tfoot tr').all();
  return Promise.all(rows.map(row => row.locator('td').allInnerTexts()));
}

test('calls to 110: exact, own town only, refused; a record in the ledger for each', async () => {
  await choose('calls', ['analyst', 'town-official', 'public']);
  const [analyst, official, everybody] = [await column(0), await column(1), await column(2)];
  expect(analyst).toHaveLength(12);
  expect(analyst.join('')).not.toMatch(/≈|suppressed|absent/);
  expect(official[0]).toBe(analyst[0]);
  expect(official.slice(1).every(text => text === 'absent:not in the answer')).toBe(true);
  expect(everybody).toHaveLength(1);
  expect(everybody[0]).toMatch(/^refused:refused\s*FORBIDDEN_TYPE/);
  const [answer = [], grant = [], ledger = []] = await footers();
  expect(answer).toEqual([
    expect.stringMatching(/^12 rows · exact figures/),
    expect.stringMatching(/^1 row · exact figures/),
    expect.stringMatching(/^nothing is given out\s+FORBIDDEN_TYPE: Expected/),
  ]);
  expect(grant[0]).toMatch(/Governance analysis[\s\S]*Legal basis: 中华人民共和国数据安全法/);
  expect(grant[1]).toContain('Places: 枫溪街道');
  for (const text of ledger) expect(text).toMatch(/Police, record \d+: PoliceIncident/);
  expect(ledger[2]).toContain('refused FORBIDDEN_TYPE');
  const sent = answers.filter(({ who }) => who === 'public' || who === 'town-official').map(({ text }) => text);
  expect(sent.join('')).not.toMatch(/"area":"330199(?!001")\d+"/);
});

test('the auditor in place of the official: rounded, small cells withheld, nothing exact on the network', async () => {
  answers = [];
  await page.locator('#as-1').selectOption('auditor');
  await answered();
  expect(page.url()).toContain('as=analyst,auditor,public');
  const cells = (await column(1)).flatMap(row => row.split('|'));
  expect(cells).toHaveLength(60);
  for (const cell of cells) expect(cell).toMatch(/^(rounded:≈ about \d*0\s?±\d|suppressed:withheld$)/);
  expect(cells.filter(cell => cell.startsWith('suppressed')).length).toBeGreaterThan(0);
  expect(await page.locator('answer-table thead .status').innerText()).toBe('rounded to 10');
  expect([...new Set(answers.map(({ who }) => who))]).toEqual(['auditor']);
  const values = answers.flatMap(({ text }) =>
    [...text.matchAll(/"values":\[(\d+)/g)].map(([, digits]) => Number(digits)),
  );
  expect(values.length).toBeGreaterThan(0);
  expect(values.filter(value => value % 10 !== 0 || value === 0)).toEqual([]);
});

test('newest court cases: amounts in bands for the official, his own town, no records for the public', async () => {
  await choose('cases', ['analyst', 'town-official', 'public']);
  const [analyst, official, everybody] = [await column(0), await column(1), await column(2)];
  expect(analyst.filter(text => !text.startsWith('absent'))).toHaveLength(12);
  const given = official.filter(text => !text.startsWith('absent'));
  expect(given).toHaveLength(12);
  expect(given.join('')).toContain('masked: band');
  expect(analyst.join('')).not.toContain('masked');
  expect(everybody[0]).toContain('FORBIDDEN_TYPE');
  const [told = ''] = answers.flatMap(({ who, text }) => (who === 'town-official' ? [text] : []));
  const amounts = [...told.matchAll(/"claimAmount":"?([\d.]+)/g)].map(([, amount]) => Number(amount));
  expect(amounts.length).toBeGreaterThan(3);
  // Only 1, 2 or 5 times a power of ten left the department.
  expect(amounts.filter(amount => !/^[125]0*$/.test(String(amount)))).toEqual([]);
  expect(told).not.toMatch(/"code":"330199(?!001)/);
});

test('records are told to whoever made the request, and to nobody else', async () => {
  const [, , ledger = []] = await footers();
  const [id = ''] = /compare-[0-9a-f]{16}/.exec(ledger[0] ?? '') ?? [];
  const tell = async (path: string, who: string): Promise<[number, { records?: { subject: string }[] }]> => {
    const body = JSON.stringify({ id: who });
    const headers = { 'content-type': 'application/json' };
    const minted = await fetch(new URL('/demo/token', county.url), { method: 'POST', headers, body });
    const { token } = (await minted.json()) as { token: string };
    const response = await fetch(new URL(path, county.url), { headers: { authorization: `Bearer ${token}` } });
    return [response.status, (await response.json()) as { records?: { subject: string }[] }];
  };
  const [, own] = await tell(`/demo/records?request=${id}`, 'analyst');
  expect(own.records?.map(({ subject }) => subject)).toEqual(['demo/analyst']);
  expect(await tell(`/demo/records?request=${id}`, 'auditor')).toEqual([200, { records: [] }]);
  for (const path of ['decision?department=court&type=Hazard', 'decision?department=..&type=CourtCase', 'decision'])
    expect((await tell(`/demo/${path}`, 'analyst'))[0]).toBe(400);
  const forged = { authorization: 'Bearer forged' };
  expect((await fetch(new URL(`/demo/records?request=${id}`, county.url), { headers: forged })).status).toBe(401);
});

test('disputes: the public gets rounded shares with wider intervals, the official his town', async () => {
  await choose('disputes', ['analyst', 'town-official', 'public']);
  const [analyst, official, everybody] = [await column(0), await column(1), await column(2)];
  expect([analyst.length, official.length, everybody.length]).toEqual([12, 12, 12]);
  expect(official[0]).toBe(analyst[0]);
  for (const row of everybody)
    expect(row).toMatch(
      /^(rounded:≈ about [\d.]+%\|given:([\d.]+ – [\d.]+%|[≤≥] [\d.]+%|the data determine no interval)\|rounded|suppressed:)/,
    );
  const stats = answers.flatMap(({ who, text }) => (who === 'public' && text.includes('"stats"') ? [text] : []));
  expect(stats.join('')).toContain('"profile":"PUBLIC"');
  const values = [...stats.join('').matchAll(/"values":\[([^\]]*)\]/g)].flatMap(([, list = '']) => list.split(','));
  expect(values.filter(value => value !== 'null' && Number(value) % 20 !== 0)).toEqual([]);
});

test('villages: nothing below a town for the public', async () => {
  await choose('villages', ['town-official', 'auditor', 'public']);
  expect((await column(0)).join('')).not.toMatch(/≈|suppressed/);
  expect((await column(1)).join('')).toMatch(/rounded/);
  expect((await column(2))[0]).toContain('FORBIDDEN_DETAIL');
  await choose('hazards', ['analyst', 'town-official', 'auditor']);
  expect(await column(0)).toEqual(await column(1));
  expect((await column(2))[0]).toContain('FORBIDDEN_TYPE');
});

test('judicial aid: whoever holds the permit is answered, the others not', async () => {
  await choose('aid', ['procurator', 'analyst', 'public']);
  expect((await column(0))[0]).toMatch(/(assisted household|not assisted|not comparable)/);
  expect((await column(1))[0]).toMatch(/refused:not granted\s*FORBIDDEN_FIELD$/);
  expect((await column(2))[0]).toContain('FORBIDDEN_TYPE');
  const [, grant = [], ledger = []] = await footers();
  expect(grant[0]).toContain('Permit: XK2026-0001');
  expect(ledger[0]).toMatch(/Procuratorate, record[\s\S]*Civil affairs bureau, record/);
});

test('kept in the address, in Chinese too; the query is there to read; no sideways scrolling', async () => {
  await page.reload();
  await answered();
  expect(await page.locator('#question').inputValue()).toBe('aid');
  await page.locator('details summary').click();
  expect(await page.locator('pre').first().innerText()).toContain('query JudicialAidAssistance');
  await page.locator('button.language').focus();
  await page.keyboard.press('Enter');
  await expect.poll(() => page.locator('h1').innerText()).toBe('同一问题，不同身份');
  expect(await page.locator('html').getAttribute('lang')).toBe('zh-CN');
  expect(await page.locator('tfoot').innerText()).toContain('部门没有向此身份开放');
  await page.locator('#as-0').focus();
  await page.keyboard.press('ArrowUp');
  await answered();
  expect(
    await page.locator('#as-0').evaluate(select => (select.getRootNode() as ShadowRoot).activeElement === select),
  ).toBe(true);
  await page.setViewportSize({ width: 390, height: 844 });
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(390);
});

test('a gateway that does not answer is said, and asked again by a button', async () => {
  await page.route('**/graphql', route => route.abort());
  await page.locator('#question').selectOption('calls');
  await expect.poll(() => page.locator('answer-table td button').count(), wait).toBe(3);
  await page.unroute('**/graphql');
  const before = faults.length;
  await page.locator('answer-table td button').first().click();
  await answered();
  await expect.poll(() => page.locator('answer-table td button').count(), wait).toBe(0);
  // The three requests that were cut off, and nothing since.
  expect(faults.filter(fault => !fault.includes('net::ERR_FAILED'))).toEqual([]);
  expect(faults.length).toBe(before);
  expect([...hosts]).toEqual(['127.0.0.1']);
});
