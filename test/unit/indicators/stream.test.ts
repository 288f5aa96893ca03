import { expect, test } from 'vitest';
import { createAnalytics, type Figure, type FiguresStep } from '../../../lib/indicators/index.ts';
import { createClient } from '../../../lib/sdk/index.ts';
import { smallGateway } from './small-gateway.ts';

const month = { areas: ['330199'], periods: ['2026-08'] };
const disputes = () => ({ rows: [{ period: '2026-08', area: '330199', values: [8, 10, 12, 10] }] });
const cases = () => ({ rows: [{ period: '2026-08', area: '330199', values: [30, 40] }] });
const two = { ...month, indicators: ['dispute_resolution_rate', 'clearance_rate'] } as const;

async function drained(stream: AsyncIterable<FiguresStep>): Promise<string> {
  let steps = 0;
  for await (const { done } of stream) steps = done;
  return `${steps} answers`;
}

const order = (list: readonly Figure[]) => list.map(figure => JSON.stringify(figure)).sort();

test('a stream gives the figures of an ordinary answer, each once, and counts the questions', async () => {
  const { client } = smallGateway({ disputeStats: disputes, courtCaseStats: cases });
  const analytics = createAnalytics({ client });
  const figures: Figure[] = [];
  const counts: (readonly [number, number])[] = [];
  for await (const step of analytics.stream(two)) {
    figures.push(...step.figures);
    counts.push([step.done, step.total]);
  }
  expect(counts).toEqual([
    [1, 2],
    [2, 2],
  ]);
  expect(order(figures)).toEqual(order(await analytics.figures(two)));
  expect(figures).toHaveLength(3);
});

test('an indicator of two types waits for the second', async () => {
  const { client } = smallGateway({ courtCaseStats: cases, gridStats: () => ({ rows: [] }) });
  const steps = [];
  const request = { ...month, indicators: ['prelitigation_diversion_rate'] } as const;
  for await (const { figures, done, total } of createAnalytics({ client }).stream(request))
    steps.push([figures.length, done, total]);
  expect(steps).toEqual([
    [0, 1, 2],
    [1, 2, 2],
  ]);
});

test('no more than a few questions are under way, and none is asked while the reader works', async () => {
  let [underWay, most, asked] = [0, 0, 0];
  const client = createClient({
    async execute(request) {
      if (!request.query.includes('Stats')) return { data: { places: [{ code: '330199', name: '枫溪县' }] } };
      asked += 1;
      most = Math.max(most, ++underWay);
      await new Promise(resolve => setImmediate(resolve));
      underWay -= 1;
      return { data: null, errors: [{ message: 'away' }] };
    },
  });
  let first: number | undefined;
  let total = 0;
  for await (const step of createAnalytics({ client }).stream(month)) {
    total = step.total;
    if (first !== undefined) continue;
    const before = asked;
    for (let turns = 0; turns < 50; turns += 1) await new Promise(resolve => setImmediate(resolve));
    first = asked - before;
  }
  expect([most, first, asked === total, total > 20]).toEqual([6, 0, true, true]);
});

test('a signal ends figures and streams with CANCELLED, and leaving a loop ends the questions', async () => {
  const ended: boolean[] = [];
  const client = createClient({
    execute: (request, { signal }) =>
      new Promise((resolve, reject) => {
        if (!request.query.includes('Stats')) resolve({ data: { places: [{ code: '330199', name: '枫溪县' }] } });
        else if (request.query.includes('disputeStats')) resolve({ data: { stats: null } });
        else
          signal?.addEventListener('abort', () => {
            ended.push(true);
            reject(signal.reason instanceof Error ? signal.reason : new Error('ended'));
          });
      }),
  });
  const analytics = createAnalytics({ client });
  const later = AbortSignal.timeout(20);
  await expect(analytics.figures({ ...two, signal: later })).rejects.toMatchObject({ code: 'CANCELLED' });
  const stream = analytics.stream({ ...two, signal: AbortSignal.timeout(20) });
  await expect(drained(stream)).rejects.toMatchObject({ code: 'CANCELLED' });
  expect(ended).toHaveLength(2);
  for await (const { done } of analytics.stream(two)) if (done === 1) break;
  expect(ended).toHaveLength(3);
});
