import knex, { type Knex } from 'knex';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeKeyPair } from '../../lib/identity/index.ts';
import { openStore, type Store } from '../../lib/store/index.ts';
import { signVeto, type VetoFinding, type VetoStatement, verifyVetoes } from '../../lib/trust/veto/index.ts';
import { databaseKinds, type FreshDatabase, freshDatabase } from '../servers/databases.ts';

const county = '330199';
const { signing, verifying } = makeKeyPair();
const stranger = makeKeyPair();
const signers = [verifying];
const said: VetoStatement = {
  action: 'record',
  card: 'town-quarter',
  area: '330199100',
  period: '2026-Q3',
  ground: 'grave-accident',
  by: '县考核领导小组',
  reason: '六月较大事故，镇政府负主要责任 “𠮷”',
  basis: '枫考领〔2026〕3号',
  at: '2026-10-08T08:00:00.000Z',
  withdraws: null,
};

function rawOf(url: string): Knex {
  if (url.startsWith('sqlite:'))
    return knex({ client: 'better-sqlite3', connection: { filename: url.slice(7) }, useNullAsDefault: true });
  return knex({ client: url.startsWith('mysql') ? 'mysql2' : 'pg', connection: url });
}

describe.each(databaseKinds)('vetoes in a store on %s', kind => {
  let database: FreshDatabase;
  let store: Store;
  let raw: Knex;
  const add = (statement: VetoStatement, key = signing) =>
    store.vetoes.add(last => signVeto(county, statement, last, key));
  const found = async (): Promise<VetoFinding[]> => verifyVetoes(county, await store.vetoes.all(), signers);
  const table = () => raw('countygraph_veto');

  beforeAll(async () => {
    database = await freshDatabase(kind);
    store = await openStore(database.url);
    raw = rawOf(database.url);
    await add(said);
    await add({ ...said, area: '330199106' });
    await add({ ...said, action: 'withdraw', reason: '复核后不成立', withdraws: 1 });
    await add({ ...said, period: '2026-Q2' });
  });
  afterAll(async () => {
    await raw.destroy();
    await store.close();
    await database.drop();
  });

  test('come back as they were signed, whoever opens the store next', async () => {
    const next = await openStore(database.url);
    const records = await next.vetoes.all();
    await next.close();
    expect(records.map(({ number }) => number)).toEqual([1, 2, 3, 4]);
    expect(records[0]).toMatchObject(said);
    expect(verifyVetoes(county, records, signers)).toEqual([]);
  });

  test.each([
    ['action', 'withdraw'],
    ['card', 'other-card'],
    ['area', '330199101'],
    ['period', '2026-Q4'],
    ['ground', 'hidden-report'],
    ['said_by', '某人'],
    ['reason', '另有原因'],
    ['basis', '另一文件'],
    ['said_at', '2026-10-09T08:00:00.000Z'],
    ['withdraws', 1],
    ['key_id', 'anotherkeyanotherkey22'],
    ['previous', '0'.repeat(64)],
    ['signature', 'ab'.repeat(64)],
  ])('a changed %s is found, by the number of its record', async (column, value) => {
    const [before] = (await table().where({ number: 2 })) as Record<string, unknown>[];
    await table()
      .where({ number: 2 })
      .update({ [column]: value });
    const own = (await found()).filter(({ number }) => number === 2).map(({ fault }) => fault);
    expect(own).toContain(column === 'key_id' ? 'UNKNOWN_KEY' : 'SIGNATURE');
    await table()
      .where({ number: 2 })
      .update({ [column]: before?.[column] });
    expect(await found()).toEqual([]);
  });

  test('signatures that are swapped, a number that is changed and a record that is gone are found', async () => {
    const [one, two] = (await table().whereIn('number', [1, 2]).orderBy('number')) as { signature: string }[];
    const swap = async (first?: string, second?: string): Promise<void> => {
      await table().where({ number: 1 }).update({ signature: first });
      await table().where({ number: 2 }).update({ signature: second });
    };
    await swap(two?.signature, one?.signature);
    expect((await found()).filter(({ fault }) => fault === 'SIGNATURE').map(({ number }) => number)).toEqual([1, 2]);
    await swap(one?.signature, two?.signature);

    await table().where({ number: 4 }).update({ number: 5 });
    expect((await found()).map(({ number, fault }) => `${number} ${fault}`)).toEqual(['5 NUMBER', '5 SIGNATURE']);
    await table().where({ number: 5 }).update({ number: 4 });

    const [gone] = (await table().where({ number: 2 })) as Record<string, unknown>[];
    await table().where({ number: 2 }).delete();
    expect((await found()).map(({ number, fault }) => `${number} ${fault}`)).toEqual(['3 NUMBER', '3 PREVIOUS']);
    await table().insert(gone ?? {});
    expect(await found()).toEqual([]);
  });

  test('a record that is copied for another area, and one of another county, are not sound', async () => {
    const records = await store.vetoes.all();
    const last = records.at(-1);
    const [first] = records;
    if (first === undefined || last === undefined) throw new Error('no records');
    const copy = { ...first, number: 5, area: '330199108' };
    const replayed = verifyVetoes(county, [...records, copy], signers);
    expect(replayed.map(({ number, fault }) => `${number} ${fault}`)).toEqual(['5 PREVIOUS', '5 SIGNATURE']);
    const elsewhere = verifyVetoes('330198', records, signers);
    expect(elsewhere.filter(({ fault }) => fault === 'SIGNATURE')).toHaveLength(4);
  });

  test('a key that the county does not know, and a withdrawal of what is not there, are found', async () => {
    const records = await store.vetoes.all();
    const last = records.at(-1);
    const unknown = signVeto(county, said, last, stranger.signing);
    const faultsOf = (record: typeof unknown): string[] =>
      verifyVetoes(county, [...records, record], signers).map(({ number, fault }) => `${number} ${fault}`);
    expect(faultsOf(unknown)).toEqual(['5 UNKNOWN_KEY']);
    // With the known key's id, and the stranger's signature.
    expect(faultsOf({ ...unknown, key: verifying.id })).toEqual(['5 SIGNATURE']);
    const elsewhere = { ...said, action: 'withdraw', withdraws: 2 } as const;
    expect(faultsOf(signVeto(county, elsewhere, last, signing))).toEqual(['5 WITHDRAWS']);
    expect(faultsOf(signVeto(county, { ...elsewhere, area: '330199106' }, last, signing))).toEqual([]);
  });

  test('of several that are added at once each follows another', async () => {
    const before = (await store.vetoes.all()).length;
    const others = await Promise.all([1, 2, 3].map(() => openStore(database.url)));
    await Promise.all(
      others.map(({ vetoes }, n) =>
        vetoes.add(last => signVeto(county, { ...said, reason: `同时 ${n}` }, last, signing)),
      ),
    );
    await Promise.all(others.map(each => each.close()));
    expect(await store.vetoes.all()).toHaveLength(before + 3);
    expect(await found()).toEqual([]);
  });
});
