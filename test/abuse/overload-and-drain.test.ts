import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { type Gateway, createGateway, inProcessTransport, serveGateway } from '../../gateway/index.ts';
import { departmentTransport, departmentTransports, supergraph } from '../unit/gateway/small-county.ts';

/** The small county with a court that answers when it may. */
function slowCounty(mayAnswer: () => Promise<unknown>, requests?: number): Gateway {
  const court = departmentTransport('court');
  const slow = inProcessTransport(async (request, context) => {
    await mayAnswer();
    return court.execute(request, context);
  });
  return createGateway({
    supergraphSdl: supergraph(),
    transports: departmentTransports().set('court', slow),
    ...(requests === undefined ? {} : { limits: { requests } }),
  });
}

function ask(url: string): Promise<Response> {
  return fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: '{ lawsuits { id } }' }),
  });
}

function codeOf(error: unknown): string | undefined {
  return ((error as { cause?: { code?: string } }).cause ?? {}).code;
}

test('ten times as many requests as may run: the rest is told at once to come back, those admitted are answered', async () => {
  const others = Promise.withResolvers<void>();
  const gateway = slowCounty(() => others.promise, 20);
  const server = await serveGateway(gateway, { port: 0 });
  let toldToWait = 0;
  const client = async (): Promise<Response> => {
    const answer = await ask(server.url);
    toldToWait += Number(answer.status === 503);
    // Those admitted are answered after all others were refused.
    if (toldToWait === 180) others.resolve();
    return answer;
  };
  const answers = await Promise.all(Array.from({ length: 200 }, client));
  const bodies = await Promise.all(answers.map(answer => answer.json() as Promise<Record<string, unknown>>));
  const refused = answers.filter(({ status }) => status === 503);
  expect([answers.filter(({ status }) => status === 200).length, refused.length]).toEqual([20, 180]);
  expect(new Set(refused.map(({ headers }) => headers.get('retry-after')))).toEqual(new Set(['1']));
  for (const [i, { status }] of answers.entries())
    expect(bodies[i]).toEqual(
      status === 200
        ? { data: { lawsuits: expect.any(Array) } }
        : { errors: [{ message: expect.stringMatching(/20 requests at once/), extensions: { code: 'OVERLOADED' } }] },
    );
  expect((await ask(server.url)).status).toBe(200);
  await server.close();
  await gateway.close();
});

test('20 ends under load: every request that the server took is answered', async () => {
  const slow = slowCounty(() => wait(2));
  let [taken, answered] = [0, 0];
  const gateway: Gateway = {
    ...slow,
    execute(...request) {
      taken += 1;
      return slow.execute(...request);
    },
  };
  for (let round = 0; round < 20; round += 1) {
    const server = await serveGateway(gateway, { port: 0 });
    const enough = Promise.withResolvers<void>();
    const failures: unknown[] = [];
    let here = 0;
    const client = async (): Promise<void> => {
      // Until the address takes no connection any more.
      for (;;) {
        try {
          const answer = await ask(server.url);
          const body = (await answer.json()) as { errors?: unknown };
          if (answer.status !== 200 || body.errors) failures.push(body);
          answered += 1;
          here += 1;
          if (here === 30) enough.resolve();
        } catch (error) {
          // A connection that waited to be taken is reset by the system; one that was taken must not break.
          const code = codeOf(error);
          if (code !== 'ECONNREFUSED' && code !== 'ECONNRESET') failures.push(code ?? error);
          return;
        }
      }
    };
    const clients = Array.from({ length: 10 }, client);
    await enough.promise;
    await server.close();
    await Promise.all(clients);
    expect(failures).toEqual([]);
  }
  expect(answered).toBeGreaterThanOrEqual(20 * 30);
  expect(answered).toBe(taken);
  await gateway.close();
});
