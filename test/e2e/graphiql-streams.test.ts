import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bundleGraphiql, graphiqlRoutes } from '../../gateway/graphiql/index.ts';
import { type RunningServer, createGateway, serveGateway } from '../../gateway/index.ts';
import { launchBrowser } from '../servers/browser.ts';
import { type CaseDepartments, caseDepartments, caseSupergraph } from '../unit/gateway/event-department.ts';

const folder = mkdtempSync(join(tmpdir(), 'countygraph-graphiql-'));
let departments: CaseDepartments;
let server: RunningServer;
let browser: Browser;

beforeAll(async () => {
  departments = await caseDepartments();
  const gateway = createGateway({
    supergraphSdl: caseSupergraph,
    transports: departments.transports,
    introspection: true,
  });
  await bundleGraphiql(folder);
  server = await serveGateway(gateway, { port: 0, routes: graphiqlRoutes(folder) });
  browser = await launchBrowser();
}, 300_000);

afterAll(async () => {
  await browser?.close();
  await server?.close();
  departments?.close();
  rmSync(folder, { recursive: true });
});

/** GraphiQL with a query that it remembers, run. */
async function run(query: string): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  await page.addInitScript(text => localStorage.setItem('graphiql:query', text), query);
  await page.goto(`${server.url}/graphiql`);
  const editor = page.locator('.graphiql-query-editor .view-lines');
  // The editor shows spaces that do not break.
  await expect.poll(async () => (await editor.innerText()).replaceAll('\u00A0', ' '), { timeout: 30_000 }).toBe(query);
  await page.locator('.graphiql-execute-button').click();
  return page;
}

const shown = (page: Page): Promise<string> => page.locator('.result-window .view-lines').innerText();

test('GraphiQL shows the events of a subscription as they come, and ends it', async () => {
  const page = await run('subscription { caseChanged { title officer } }');
  await expect.poll(() => departments.streams.length, { timeout: 30_000 }).toBe(1);
  for (const title of ['盗窃', '诈骗']) {
    departments.streams[0]!.send([{ __typename: 'Case', id: '1', title }]);
    await expect.poll(() => shown(page), { timeout: 30_000 }).toContain(title);
  }
  await page.locator('.graphiql-execute-button').click();
  await expect.poll(departments.open, { timeout: 30_000 }).toBe(0);
  await page.close();
});

test('GraphiQL puts the parts of a deferred answer together', async () => {
  const page = await run('{ case { title ... @defer { officer } } }');
  await expect.poll(() => shown(page), { timeout: 30_000 }).toMatch(/盗窃[\s\S]*警员1/);
  expect(await shown(page)).not.toContain('errors');
  await page.close();
});
