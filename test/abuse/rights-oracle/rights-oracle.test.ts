import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { openDepartment } from '../../../lib/subgraph/index.ts';
import { run } from '../../db/legacy/database.ts';
import { databaseKinds, freshDatabase } from '../../servers/databases.ts';
import { archiveCounty, writeFiles } from '../one-department.ts';
import { answerOf, questionOf, rightsOf, secretsOf, textsOf, type Answer, type Rights } from './ask.ts';
import { pageThrough } from './pages.ts';
import { randomOf } from './random.ts';
import { mapping, sdl, statements } from './records.ts';
import { askerOf, worldOf, written } from './world.ts';

const seed = Number(process.env['COUNTYGRAPH_SEED'] ?? 20_261_128);
const most = Number(process.env['COUNTYGRAPH_RUNS'] ?? 12_000);

/** Nothing of an answer, its errors and cursors included, is a value that no right of the asker gives. */
function expectNoSecret(rights: Rights, answer: Answer & { messages: readonly string[] }): void {
  const secrets = secretsOf(rights);
  for (const text of textsOf(answer.data)) if (secrets.has(text)) throw new Error(`Expected no ${text} in the answer`);
  for (const secret of secrets)
    for (const message of answer.messages)
      if (message.includes(secret)) throw new Error(`Expected no ${secret} in ${message}`);
}

describe.each(databaseKinds)('an oracle beside a department over %s', kind => {
  const folder = mkdtempSync(join(tmpdir(), 'countygraph-oracle-'));
  let database: Awaited<ReturnType<typeof freshDatabase>>;
  beforeAll(async () => {
    database = await freshDatabase(kind);
    await run(kind, database.url, statements());
  });
  afterAll(async () => {
    await database.drop();
    rmSync(folder, { recursive: true, force: true });
  });

  const cells = kind === 'sqlite' ? most : Math.ceil(most / 10);
  test(
    `says of ${cells} random subjects, purposes, rows and fields what it does: no cell beyond the right`,
    { timeout: 1_800_000 },
    async () => {
      const county = archiveCounty(folder, { 'archive.schema.graphql': sdl, 'archive.mapping.yaml': mapping });
      const random = randomOf(seed);
      let [compared, questions, worlds] = [0, 0, 0];
      while (compared < cells) {
        const world = worldOf(random);
        const files = written(world);
        const policy = {
          'archive.access.yaml': files.access,
          'purposes.yaml': files.purposes,
          'permits.yaml': files.permits,
        };
        const texts = Object.entries(policy).map(([name, content]) => [
          name,
          stringify(content, { aliasDuplicateObjects: false }),
        ]);
        writeFiles(folder, Object.fromEntries(texts) as Record<string, string>);
        const department = await openDepartment({
          county,
          id: 'archive',
          databaseUrl: database.url,
          ledger: undefined,
        });
        worlds += 1;
        for (let asked = 0; asked < 30; asked += 1) {
          const asker = askerOf(random);
          const rights = rightsOf(world, asker);
          const ask = async (query: string): Promise<Answer> => {
            questions += 1;
            const result = await department.execute({ query }, { ...asker, scopes: [] });
            const answer = answerOf(result);
            expectNoSecret(rights, { ...answer, messages: (result.errors ?? []).map(({ message }) => message) });
            return answer;
          };
          let query = 'pages';
          try {
            if (random.chance(0.12)) compared += await pageThrough(random, rights, ask);
            else {
              const question = questionOf(random, rights);
              ({ query } = question);
              compared += question.check(await ask(query));
            }
          } catch (error) {
            const story = { seed, worlds, asked, query, asker, world: files };
            throw new Error(`${String(error)}\n${JSON.stringify(story)}`, { cause: error });
          }
        }
        await department.close();
      }
      console.log(
        `rights oracle on ${kind}: ${compared} cells, ${questions} questions, ${worlds} policies, seed ${seed}, 0 beyond the right`,
      );
      expect(compared).toBeGreaterThanOrEqual(cells);
    },
  );
});
