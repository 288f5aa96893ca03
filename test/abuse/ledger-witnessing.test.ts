import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { RunningCounty } from '../../lib/cli/county.ts';
import { lastSeen, verifyLedger } from '../../lib/trust/ledger/index.ts';
import { fengxi, startCounty } from '../county.ts';

let county: RunningCounty;
beforeAll(async () => {
  county = await startCounty();
});
afterAll(() => county.close());

const ledgerOf = (id: string): string => join(county.dataFolder, 'ledger', id);

test(
  'the departments of a county that runs see and sign the ledgers of one another',
  { timeout: 120_000 },
  async () => {
    const ids = fengxi.departments.map(({ id }) => id);
    const pairs = ids.flatMap(owner => ids.filter(id => id !== owner).map(witness => [owner, witness] as const));
    const unseen = (): string[] =>
      pairs.filter(([owner, by]) => lastSeen(ledgerOf(by), owner) === undefined).map(pair => pair.join(' by '));
    await expect.poll(unseen, { timeout: 90_000, interval: 250 }).toEqual([]);
    expect(pairs).toHaveLength(56);
    for (const id of ids) {
      const { findings, witnesses } = verifyLedger(ledgerOf(id));
      expect(findings).toEqual([]);
      expect(witnesses.length).toBeGreaterThan(0);
    }
  },
);

test('what is asked of the gateway stands in the ledgers of the departments that answered, for the same request', async () => {
  const query = '{ disputes(first: 3) { nodes { id lawsuits(first: 2) { nodes { id kind } } } } }';
  const response = await fetch(new URL('/graphql', county.url), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  });
  const { errors } = (await response.json()) as { errors?: unknown };
  expect(errors).toBeUndefined();
  const asked = county.departments.filter(({ id }) => ['justice', 'court'].includes(id));
  expect(asked.map(({ fault }) => fault)).toEqual([undefined, undefined]);
  for (const { id } of asked) expect(verifyLedger(ledgerOf(id)).size).toBeGreaterThan(1);
  expect(verifyLedger(ledgerOf('police')).size).toBe(1);
});
