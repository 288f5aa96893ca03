import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type RunningServer, serveGateway } from '../../gateway/index.ts';
import { createAnalytics, type FiguresStep } from '../../lib/indicators/index.ts';
import { createClient } from '../../lib/sdk/index.ts';
import { connect, type Connection } from '../../lib/source/index.ts';
import { openTestCounty, type TestCounty } from '../county.ts';
import { run } from './legacy/database.ts';

/** Statements of the court's database other than this one. */
const running = `SELECT COUNT(*) AS n FROM information_schema.PROCESSLIST
  WHERE DB = DATABASE() AND COMMAND = 'Query' AND ID <> CONNECTION_ID()`;

async function drained(stream: AsyncIterable<FiguresStep>): Promise<string> {
  let steps = 0;
  for await (const { done } of stream) steps = done;
  return `${steps} answers`;
}

describe('figures that nobody waits for any more, on MariaDB over HTTP', () => {
  let county: TestCounty;
  let beside: Connection;
  let server: RunningServer;

  beforeAll(async () => {
    county = await openTestCounty('mariadb', 0.02);
    const url = county.databaseUrl('court');
    // Every row of the court's register of referrals now takes a second to read.
    await run('mariadb', url, [
      'RENAME TABLE T_SQ_TJ TO T_SQ_TJ_ROWS',
      'CREATE VIEW T_SQ_TJ AS SELECT * FROM T_SQ_TJ_ROWS WHERE SLEEP(1) = 0',
    ]);
    beside = connect(url);
    server = await serveGateway(county.gateway, { port: 0 });
  });
  afterAll(async () => {
    await server.close();
    await beside.close();
    await county.close();
  });

  const statements = async (): Promise<number> => Number((await beside.select(running, []))[0]?.['n']);
  const expectStatements = (count: number) => expect.poll(statements, { timeout: 20_000, interval: 50 }).toBe(count);
  const request = { indicators: ['prelitigation_mediation_success'], areas: ['330199'], periods: ['2026-08'] } as const;

  test.each(['figures', 'stream'] as const)('%s: the statement in the database ends', async kind => {
    const analytics = createAnalytics({ client: createClient({ url: `${server.url}/graphql` }) });
    const reader = new AbortController();
    const asked = { ...request, signal: reader.signal };
    const answer = kind === 'figures' ? analytics.figures(asked) : drained(analytics.stream(asked));
    const outcome = answer.then(
      () => 'an answer',
      (error: unknown) => error,
    );
    await expectStatements(1);
    reader.abort();
    expect(await outcome).toMatchObject({ code: 'CANCELLED' });
    await expectStatements(0);
  });

  test('leaving the loop of a stream ends the statement, too', async () => {
    const analytics = createAnalytics({ client: createClient({ url: `${server.url}/graphql` }) });
    const indicators = ['clearance_rate', 'prelitigation_mediation_success'] as const;
    for await (const { figures } of analytics.stream({ ...request, indicators })) {
      expect(figures.map(({ id }) => id)).toEqual(['clearance_rate']);
      await expectStatements(1);
      break;
    }
    await expectStatements(0);
  });
});
