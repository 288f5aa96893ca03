import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type AlertFigures, openStore, type Store } from '../../lib/store/index.ts';
import { databaseKinds, type FreshDatabase, freshDatabase } from '../servers/databases.ts';

const figures: AlertFigures = {
  type: 'dispute',
  measure: 'ACCEPTED',
  dimension: 'kind',
  category: 'LABOUR',
  area: '330199003',
  month: '2026-01',
  department: 'justice',
  observed: 38,
  expected: 11.25,
  limit: 26.8,
  rule: 'farrington-flexible',
  rules: ['farrington-flexible', '2-of-3-beyond-2-sigma'],
  falseAlarms: { allowed: 12, expected: 11.9 },
  asOf: '2026-09-30',
};
const at = new Date('2026-10-01T08:00:00Z');

describe.each(databaseKinds)('alerts in a store on %s', kind => {
  let database: FreshDatabase;
  let store: Store;
  beforeAll(async () => {
    database = await freshDatabase(kind);
    store = await openStore(database.url);
  });
  afterAll(async () => {
    await store.close();
    await database.drop();
  });

  test('what is found becomes an alert with its figures, of its department, new', async () => {
    const { raised, known } = await store.alerts.raise([figures], at);
    expect(known).toEqual([]);
    const moment = at.toISOString();
    expect(raised).toEqual([
      { ...figures, id: raised[0]?.id, owner: 'justice', state: 'new', raisedAt: moment, changedAt: moment },
    ]);
    expect(await store.alerts.list()).toEqual(raised);
  });

  test('the same again raises nothing; other figures of it are written down and noted', async () => {
    const again = await store.alerts.raise([figures], new Date('2026-10-02T08:00:00Z'));
    expect([again.raised.length, again.known.length]).toEqual([0, 1]);
    const id = again.known[0]?.id ?? '';
    expect((await store.alerts.show(id)).events).toHaveLength(1);
    await store.alerts.raise([{ ...figures, observed: 40 }], new Date('2026-10-03T08:00:00Z'));
    const { alert, events } = await store.alerts.show(id);
    expect(alert.observed).toBe(40);
    expect(events.map(({ action, reason }) => [action, reason])).toEqual([
      ['new', ''],
      ['revised', '38 -> 40'],
    ]);
    expect(await store.alerts.list()).toHaveLength(1);
  });

  test('acknowledged, explained, closed: who, why and when stay; nothing comes after closed', async () => {
    const [alert] = await store.alerts.list();
    const id = alert?.id ?? '';
    const change = (to: 'acknowledged' | 'explained' | 'closed', by: string) =>
      store.alerts.change(id, { to, by, reason: `理由 of ${by}`, at });
    expect((await change('acknowledged', '张三')).owner).toBe('张三');
    expect((await change('explained', '李四')).owner).toBe('张三');
    const closings = await Promise.allSettled([change('closed', '王五'), change('closed', '赵六')]);
    expect(closings.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    await expect(change('acknowledged', '张三')).rejects.toMatchObject({ code: 'ALERT_STATE' });
    const { events } = await store.alerts.show(id);
    expect(events.slice(2, 4)).toEqual([
      { at: at.toISOString(), action: 'acknowledged', by: '张三', reason: '理由 of 张三' },
      { at: at.toISOString(), action: 'explained', by: '李四', reason: '理由 of 李四' },
    ]);
    expect(events).toHaveLength(5);
  });

  test('a closed alert is neither raised again nor changed', async () => {
    await store.alerts.raise([{ ...figures, observed: 99 }], at);
    const alerts = await store.alerts.list();
    expect(alerts.map(({ state, observed }) => [state, observed])).toEqual([['closed', 40]]);
    expect(await store.alerts.list(['new'])).toEqual([]);
  });

  test('all of it is there for whoever opens the store next', async () => {
    const next = await openStore(database.url);
    expect(await next.alerts.list()).toEqual(await store.alerts.list());
    await next.close();
  });

  test('an id that nobody gave is refused', async () => {
    await expect(store.alerts.show('nobody')).rejects.toMatchObject({ code: 'UNKNOWN_ALERT' });
  });
});

test('an address that is none, and a server that is away, are refused without a word of them', async () => {
  await expect(openStore('oracle://secret')).rejects.toMatchObject({ code: 'BAD_DATABASE_URL' });
  for (const url of ['mysql://root:secret@127.0.0.1:1/x', 'postgres://root:secret@127.0.0.1:1/x'])
    await expect(openStore(url)).rejects.toMatchObject({
      code: 'DATABASE_UNAVAILABLE',
      message: expect.not.stringMatching(/secret|127\.0\.0\.1/),
    });
});
