import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { introspect } from '../../lib/introspect/index.ts';
import { readMapping } from '../../lib/source/index.ts';
import { generateCounty } from '../../lib/synthetic/index.ts';
import { fengxi } from '../county.ts';
import { freshDatabase } from '../servers/databases.ts';
import { airports, copyCatalogue, declaredIn, scoreDeclared } from './public-schemas.ts';
import { rate, scoreDraft, scoreTable, total, type Score } from './score.ts';
import { filledTables, withoutKeys } from './undeclared.ts';

const folder = mkdtempSync(join(tmpdir(), 'countygraph-introspect-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the eight synthetic databases, without their declared keys', () => {
  const scores: [string, Score][] = [];

  beforeAll(async () => {
    await generateCounty({ county: fengxi, target: 'sqlite:{data}/{department}.sqlite', dataDir: folder, scale: 0.1 });
    for (const { id } of fengxi.departments) {
      const file = join(folder, `${id}.sqlite`);
      const bare = join(folder, `${id}.bare.sqlite`);
      withoutKeys(file, bare, filledTables(file));
      const found = await introspect({ url: `sqlite:${bare}` });
      expect(found.department).toBe(id);
      const { mapping } = readMapping(join(fengxi.folder, `${id}.mapping.yaml`));
      scores.push([id, scoreDraft(id, mapping, found.draft.mapping)]);
    }
    console.log(scoreTable([...scores, ['total', total(scores.map(([, score]) => score))]]));
  });

  test.each([
    ['types', 0.9],
    ['columns', 0.9],
    ['keys', 0.8],
    ['dates', 0.8],
    ['areas', 0.8],
    ['joins', 0.6],
    ['codes', 0.4],
    ['deletes', 0.8],
  ] as const)('%s: at least %s are right', (subject, least) => {
    const sum = total(scores.map(([, score]) => score));
    expect(rate(sum[subject])).toBeGreaterThanOrEqual(least);
  });
});

describe('public schemas, without their declared keys', () => {
  test('OurAirports: keys, joins and dates as it declares them', async () => {
    const bare = join(folder, 'airports.sqlite');
    withoutKeys(airports, bare, filledTables(airports));
    const score = scoreDeclared(declaredIn(airports), await introspect({ url: `sqlite:${bare}` }));
    console.log(scoreTable([['OurAirports', score]]));
    expect(rate(score.keys)).toBeGreaterThan(0.8);
    expect(rate(score.dates)).toBeGreaterThan(0.8);
    expect(rate(score.joins)).toBeGreaterThan(0.6);
  });

  test("PostgreSQL's own catalogue: keys and references as it declares them", async () => {
    const database = await freshDatabase('postgres');
    try {
      const truth = await copyCatalogue(database.url);
      const score = scoreDeclared(truth, await introspect({ url: database.url }));
      console.log(scoreTable([['PostgreSQL catalogue', score]]));
      expect(rate(score.keys)).toBeGreaterThan(0.8);
      expect(rate(score.joins)).toBeGreaterThan(0.6);
    } finally {
      await database.drop();
    }
  });
});
