import {
  chmodSync,
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parseDocument, stringify } from 'yaml';
import { disclosureKey } from '../../lib/cli/disclosure-key.ts';
import { openCounty, type InProcessCounty } from '../../lib/cli/in-process-county.ts';
import { ensurePseudonymKeys, pseudonymKeyFiles } from '../../lib/cli/pseudonym-keys.ts';
import { departmentUrl, loadCounty } from '../../lib/kernel/county.ts';
import { identityOfRole, type Identity } from '../../lib/kernel/identity.ts';
import type { Column } from '../../lib/source/column.ts';
import { sqlite } from '../../lib/source/dialect/sqlite.ts';
import { PersonalColumn } from '../../lib/source/persons/personal-column.ts';
import { openDepartment, publicErrors, serveDepartment, type Department } from '../../lib/subgraph/index.ts';
import type { AidTruth } from '../../lib/synthetic/index.ts';
import { CasePass, newPseudonymKeys, readPseudonymKeys, rotatePseudonymKeys } from '../../lib/trust/index.ts';
import { findMarks } from '../canaries/marks.ts';
import { lookForCanaries } from '../canaries/watch.ts';
import { makeTestCounty } from '../county.ts';
import { databaseKinds } from '../servers/databases.ts';

const purpose = 'judicial-aid-assistance';

/** The county with a permit for each of some cases. */
function countyWithPermits(cases: readonly string[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'countygraph-aid-'));
  cpSync(join(import.meta.dirname, '../../counties/fengxi'), folder, { recursive: true });
  const permits = cases.map(id => ({
    id: `P-${id}`,
    purpose,
    matter: { type: 'JudicialAid', id },
    holder: { role: 'procurator' },
    until: '2030-12-31',
  }));
  writeFileSync(join(folder, 'permits.yaml'), stringify({ permits }));
  return folder;
}

function procurator(permit: string | undefined, more: Partial<Identity> = {}): Identity {
  return identityOfRole('procurator', { department: 'procuratorate', purpose, permit, ...more });
}

interface Answer {
  readonly data: Record<string, unknown> | null;
  readonly errors?: readonly {
    readonly path?: unknown;
    readonly message: string;
    readonly extensions: { readonly code: string };
  }[];
}

/** What a comparison of numbers can find. */
function outcomeOf({ readable, comparable }: AidTruth): string {
  if (!readable) return 'NOT_COMPARABLE';
  return comparable.length > 0 ? 'ASSISTED' : 'NOT_ASSISTED';
}

/** The example of GB 11643-1999. */
const aNumber = '11010519491231002X';

const question = `query ($id: ID!) { judicialAid(id: $id) { id grantedOn assistance { outcome kind since status } } }`;

describe.each(databaseKinds)('judicial aid meets social assistance on %s', kind => {
  let county: InProcessCounty;
  let made: Awaited<ReturnType<typeof makeTestCounty>>;
  let folder: string;
  let cases: [string, AidTruth][];

  beforeAll(async () => {
    made = await makeTestCounty(kind, 0.3);
    cases = Object.entries(made.truth.judicialAid);
    folder = countyWithPermits(cases.map(([id]) => id));
    const own = loadCounty(folder);
    ensurePseudonymKeys(own, made.dataDir);
    county = await openCounty(own, made.target, made.dataDir, join(made.dataDir, 'ledger'));
  });
  afterAll(async () => {
    await county?.close();
    await made?.drop();
    rmSync(folder, { recursive: true, force: true });
  });

  async function ask(query: string, variables: Record<string, unknown>, identity: Identity) {
    const answer = await county.gateway.execute({ query, variables }, { identity });
    lookForCanaries('answers', 'judicial aid', JSON.stringify(answer));
    return answer as unknown as Answer;
  }

  async function codesOf(query: string, variables: Record<string, unknown>, identity: Identity): Promise<string[]> {
    const { errors = [] } = await ask(query, variables, identity);
    return errors.map(({ extensions }) => extensions.code).sort();
  }

  /** Cases with this outcome, by the truth. */
  function casesWith(outcome: string): string[] {
    return cases.filter(([, truth]) => outcomeOf(truth) === outcome).map(([id]) => id);
  }

  function department(id: string): Department {
    const found = county.departments.get(id);
    if (!found) throw new Error(`${id} was not opened`);
    return found;
  }

  /** What the procuratorate gives a gateway under a permit. */
  async function sealedOf(id: string): Promise<string> {
    const query = `{ judicialAid(id: "${id}") { recipient } }`;
    const { data } = await department('procuratorate').execute({ query }, procurator(`P-${id}`));
    return String((data as { judicialAid?: { recipient?: unknown } } | null)?.judicialAid?.recipient);
  }

  /** Civil affairs asked for some cases, each with what is said to be its recipient. */
  async function askCivilAffairs(aid: readonly { id: string; recipient: unknown }[], identity: Identity) {
    const query =
      'query ($r: [_Any!]!) { _entities(representations: $r) { ... on JudicialAid { assistance { outcome } } } }';
    const representations = aid.map(each => ({ __typename: 'JudicialAid', ...each }));
    const { data, errors } = await department('civil-affairs').execute(
      { query, variables: { r: representations } },
      identity,
    );
    const found = (data?.['_entities'] ?? []) as readonly ({ assistance: { outcome: string } | null } | null)[];
    return [
      found.map(each => each?.assistance?.outcome ?? null),
      publicErrors({ errors: errors ?? [] })?.map(({ extensions }) => extensions.code) ?? [],
    ];
  }

  test('every case: what the truth says', async () => {
    const met = new Set<string>();
    for (const [id, truth] of cases) {
      const { data, errors } = await ask(question, { id }, procurator(`P-${id}`));
      expect(errors).toBeUndefined();
      const { assistance } = (data as { judicialAid: { assistance: Record<string, unknown> } }).judicialAid;
      const expected = outcomeOf(truth);
      expect([id, assistance['outcome']]).toEqual([id, expected]);
      if (expected !== 'ASSISTED') expect(assistance).toMatchObject({ kind: null, since: null, status: null });
      else expect(assistance['status']).toMatch(/IDENTIFIED|AIDED|PAUSED|LEFT/);
      met.add(expected);
    }
    expect([...met].sort()).toEqual(['ASSISTED', 'NOT_ASSISTED', 'NOT_COMPARABLE']);
  });

  test('without the right, the purpose or the permit: refused, and nothing is looked up', async () => {
    const [id = '', other = ''] = casesWith('ASSISTED');
    const analyst = identityOfRole('analyst', { purpose: 'governance-analysis' });
    const before = department('civil-affairs').source.statements;
    expect(await codesOf(question, { id }, analyst)).toEqual(['FORBIDDEN_FIELD', 'FORBIDDEN_FIELD']);
    expect(await codesOf(question, { id }, procurator(undefined))).toEqual(['PERMIT_REQUIRED']);
    expect(await codesOf(question, { id }, procurator('P-none'))).toEqual(['PERMIT_UNKNOWN']);
    expect(await codesOf(question, { id }, procurator(`P-${id}`, { purpose: undefined }))).toEqual([
      'PURPOSE_REQUIRED',
    ]);
    expect(await codesOf(question, { id }, procurator(`P-${id}`, { roles: ['analyst'] }))).toEqual([
      'PURPOSE_NOT_GRANTED',
    ]);
    // Under the permit of one case the other is not there at all.
    expect(await ask(question, { id: other }, procurator(`P-${id}`))).toEqual({ data: { judicialAid: null } });
    expect(department('civil-affairs').source.statements).toBe(before);
  });

  test('one case, never a list', async () => {
    const [id = '', other = ''] = casesWith('ASSISTED');
    const list = '{ judicialAids { nodes { id assistance { outcome } } } }';
    expect(await codesOf(list, {}, procurator(`P-${id}`))).toEqual(['PERMIT_SINGLE_CASE']);
    const edges = '{ judicialAids { edges { node { assistance { outcome } } } } }';
    expect(await codesOf(edges, {}, procurator(`P-${id}`))).toEqual(['PERMIT_SINGLE_CASE']);
    const [recipient, another] = [await sealedOf(id), await sealedOf(other)];
    const both = [
      { id, recipient },
      { id: other, recipient: another },
    ];
    const [outcomes, codes] = await askCivilAffairs(both, procurator(`P-${id}`));
    expect(outcomes).toEqual([null, null]);
    expect(codes).toEqual(expect.arrayContaining(['PERMIT_SINGLE_CASE', 'PERMIT_REQUIRED']));
    const query = 'query ($r: [_Any!]!) { _entities(representations: $r) { ... on JudicialAid { id recipient } } }';
    const r = [id, other].map(each => ({ __typename: 'JudicialAid', id: each }));
    const asked = await department('procuratorate').execute({ query, variables: { r } }, procurator(`P-${id}`));
    expect(JSON.stringify(asked.data)).not.toContain(another);
    // The same case under two names is one case.
    const twice = `{ a: judicialAid(id: "${id}") { assistance { outcome } } b: judicialAid(id: "${id}") { assistance { outcome } } }`;
    expect((await ask(twice, {}, procurator(`P-${id}`))).data).toEqual({
      a: { assistance: { outcome: 'ASSISTED' } },
      b: { assistance: { outcome: 'ASSISTED' } },
    });
  });

  test('what the procuratorate seals is of no use for anything else', async () => {
    const [id = '', other = ''] = casesWith('ASSISTED');
    const recipient = await sealedOf(id);
    expect(recipient).toMatch(/^1\.[\w-]{150,}$/);
    expect(await sealedOf(id)).not.toBe(recipient);
    expect(await askCivilAffairs([{ id, recipient }], procurator(`P-${id}`))).toEqual([['ASSISTED'], []]);
    expect(await askCivilAffairs([{ id: other, recipient }], procurator(`P-${other}`))).toEqual([
      [null],
      ['PSEUDONYM_REFUSED'],
    ]);
    expect(await askCivilAffairs([{ id, recipient }], procurator(`P-${other}`))).toEqual([[null], ['PERMIT_REQUIRED']]);
    for (const forged of [aNumber, `1.${'A'.repeat(200)}`, `2${recipient.slice(1)}`, ''])
      expect(await askCivilAffairs([{ id, recipient: forged }], procurator(`P-${id}`))).toEqual([
        [null],
        ['PSEUDONYM_REFUSED'],
      ]);
    for (const none of [null, undefined, 7])
      expect(await askCivilAffairs([{ id, recipient: none }], procurator(`P-${id}`))).toEqual([[null], []]);
  });

  test('is recorded by both departments, with purpose and permit and without a person', async () => {
    const [id = ''] = casesWith('ASSISTED');
    await ask(question, { id }, procurator(`P-${id}`));
    const files = readdirSync(join(made.dataDir, 'ledger'), { recursive: true, encoding: 'utf8' });
    const text = (name: string): string =>
      files
        .filter(file => file.startsWith(`${name}/`) && statSync(join(made.dataDir, 'ledger', file)).isFile())
        .map(file => readFileSync(join(made.dataDir, 'ledger', file), 'utf8'))
        .join('\n');
    const given =
      text('procuratorate')
        .split('\n')
        .findLast(line => line.includes('"person":["recipient"]')) ?? '';
    const met =
      text('civil-affairs')
        .split('\n')
        .findLast(line => line.includes('"person":["head"]')) ?? '';
    for (const line of [given, met]) {
      expect(line).toContain(`"permit":"P-${id}"`);
      expect(line).toContain(`"purpose":"${purpose}"`);
      expect(line).not.toMatch(/(?<!\d)\d{17}[\dX](?!\d)/);
    }
    expect(met).toContain('AssistanceCase');
  });

  test('rotation needs no restart; keys that differ are noticed', async () => {
    const [id = ''] = casesWith('ASSISTED');
    const file = join(made.dataDir, 'keys', `${purpose}.json`);
    const old = readFileSync(file, 'utf8');
    const keys = readPseudonymKeys(old, file);
    const sealed = await sealedOf(id);
    writeFileSync(file, JSON.stringify(rotatePseudonymKeys(keys, new Date(), new Date())), { mode: 0o600 });
    utimesSync(file, new Date(), new Date(Date.now() + 5000));
    expect(await sealedOf(id)).toMatch(/^2\./);
    expect((await ask(question, { id }, procurator(`P-${id}`))).data).toMatchObject({
      judicialAid: { assistance: { outcome: 'ASSISTED' } },
    });
    // What was under way when the key changed.
    expect(await askCivilAffairs([{ id, recipient: sealed }], procurator(`P-${id}`))).toEqual([['ASSISTED'], []]);
    writeFileSync(file, JSON.stringify(newPseudonymKeys(purpose, 'HMAC-SM3', new Date())), { mode: 0o600 });
    utimesSync(file, new Date(), new Date(Date.now() + 10_000));
    expect(await askCivilAffairs([{ id, recipient: sealed }], procurator(`P-${id}`))).toEqual([
      [null],
      ['PSEUDONYM_REFUSED'],
    ]);
    expect((await ask(question, { id }, procurator(`P-${id}`))).data).toMatchObject({
      judicialAid: { assistance: { outcome: 'ASSISTED' } },
    });
  });
});

async function compared(id: string, procuratorate: Department, civilAffairs: Department): Promise<string | undefined> {
  const identity = procurator(`P-${id}`);
  const asked = await procuratorate.execute({ query: `{ judicialAid(id: "${id}") { recipient } }` }, identity);
  const { recipient } = (asked.data as { judicialAid: { recipient: unknown } }).judicialAid;
  const query =
    'query ($r: [_Any!]!) { _entities(representations: $r) { ... on JudicialAid { assistance { outcome } } } }';
  const variables = { r: [{ __typename: 'JudicialAid', id, recipient }] };
  const { data, errors } = await civilAffairs.execute({ query, variables }, identity);
  const [code] = publicErrors({ errors: errors ?? [] }) ?? [];
  const [found] = (data?.['_entities'] ?? []) as { assistance: { outcome: string } | null }[];
  return code?.extensions.code ?? found?.assistance?.outcome;
}

describe('a department that meets persons', () => {
  let made: Awaited<ReturnType<typeof makeTestCounty>>;
  let folder: string;
  const opened: Department[] = [];
  const statements: { sql: string; bindings: readonly unknown[] }[] = [];
  const told: string[] = [];

  beforeAll(async () => {
    made = await makeTestCounty('sqlite', 0.2);
    folder = countyWithPermits(Object.keys(made.truth.judicialAid));
    ensurePseudonymKeys(loadCounty(folder), made.dataDir);
  });
  afterAll(async () => {
    for (const department of opened) await department.close();
    await made?.drop();
    rmSync(folder, { recursive: true, force: true });
  });

  async function open(id: string, keys?: readonly string[], county = folder): Promise<Department> {
    const own = loadCounty(county);
    const department = await openDepartment({
      county: own,
      id,
      databaseUrl: departmentUrl(own, id, made.dataDir),
      disclosureKey: disclosureKey(own, id, made.dataDir),
      pseudonymKeys: keys ?? pseudonymKeyFiles(own, id, made.dataDir),
      watch: (sql, bindings) => statements.push({ sql, bindings }),
      tell: sentence => told.push(sentence),
      ledger: undefined,
    });
    opened.push(department);
    return department;
  }

  test('has no number in its statements or their parameters, and sees rows that come and change', async () => {
    const [procuratorate, civilAffairs] = [await open('procuratorate'), await open('civil-affairs')];
    const [id = ''] =
      Object.entries(made.truth.judicialAid).find(([, truth]) => outcomeOf(truth) === 'NOT_ASSISTED') ?? [];
    expect(await compared(id, procuratorate, civilAffairs)).toBe('NOT_ASSISTED');
    const aid = new Database(join(made.dataDir, 'procuratorate.sqlite'));
    const number = aid.prepare<[string], string>('SELECT sqrsfzh FROM jc_sfjz WHERE jzbh = ?').pluck().get(id);
    aid.close();
    const households = new Database(join(made.dataDir, 'civil-affairs.sqlite'));
    const copy = `INSERT INTO mz_jzdx (jzdxId, jzlb, rdrq, xzDm, cwDm, wgDm, hzSfzh, delFlag)
      SELECT 'JZNEW', jzlb, rdrq, xzDm, cwDm, wgDm, ?, 0 FROM mz_jzdx WHERE delFlag = 0 LIMIT 1`;
    households.prepare(copy).run(`${number?.toLowerCase()} `);
    expect(await compared(id, procuratorate, civilAffairs)).toBe('ASSISTED');
    // The index still leads to the row; the row is somebody else's by now.
    households.prepare("UPDATE mz_jzdx SET hzSfzh = '11010519491231002X' WHERE jzdxId = 'JZNEW'").run();
    expect(await compared(id, procuratorate, civilAffairs)).toBe('NOT_ASSISTED');
    households.prepare("DELETE FROM mz_jzdx WHERE jzdxId = 'JZNEW'").run();
    households.close();
    expect(statements.some(({ sql }) => sql.includes('hzSfzh'))).toBe(true);
    expect(JSON.stringify(statements)).not.toMatch(/(?<!\d)\d{17}[\dXx](?!\d)/);
    expect(findMarks(Buffer.from(JSON.stringify(statements)))).toEqual([]);
    expect(told).toEqual([]);
  });

  test('without the keys says so, and answers everything else', async () => {
    const [id = ''] = Object.keys(made.truth.judicialAid);
    const procuratorate = await open('procuratorate', []);
    const query = `{ judicialAid(id: "${id}") { id recipient } }`;
    const answer = await procuratorate.execute({ query }, procurator(`P-${id}`));
    expect(answer.data).toMatchObject({ judicialAid: { id, recipient: null } });
    expect(publicErrors(answer)?.map(({ extensions }) => extensions.code)).toEqual(['PSEUDONYM_KEYS_MISSING']);
  });

  test('answers signed requests only', async () => {
    const department = await open('civil-affairs');
    await expect(serveDepartment(department, 0, { gateways: 'demo' })).rejects.toMatchObject({
      code: 'GATEWAY_KEY_MISSING',
    });
  });

  test('refuses a key file that is not there, that others may read, or that is none', async () => {
    const [file = ''] = pseudonymKeyFiles(loadCounty(folder), 'civil-affairs', made.dataDir);
    await expect(open('civil-affairs', ['none.json'])).rejects.toMatchObject({ code: 'BAD_PSEUDONYM_KEYS' });
    chmodSync(file, 0o644);
    await expect(open('civil-affairs')).rejects.toMatchObject({ code: 'BAD_PSEUDONYM_KEYS' });
    chmodSync(file, 0o600);
    const broken = join(made.dataDir, 'broken.json');
    writeFileSync(broken, '{"purpose":"x"}', { mode: 0o600 });
    await expect(open('civil-affairs', [broken])).rejects.toMatchObject({ code: 'BAD_PSEUDONYM_KEYS' });
  });

  test.each([
    ['a field', 'types.AssistanceCase.fields.identifiedOn', { column: 'hzSfzh', date: 'yyyyMMdd' }],
    ['the key', 'types.AssistanceCase.key', 'hzSfzh'],
    ['a condition of rows', 'types.AssistanceCase.only', { delFlag: '0', hzSfzh: '1' }],
    [
      'a column beside another',
      'types.AssistanceCase.fields.kind',
      { column: 'jzlb', codes: 'kinds', label: 'hzSfzh' },
    ],
    [
      'another type of the table',
      'types.SocialOrganisation',
      {
        from: 'mz_jzdx',
        key: 'jzdxId',
        fields: {
          name: { column: 'hzSfzh' },
          registeredOn: { column: 'djSj', date: 'epoch-seconds' },
          place: { area: ['xzDm'] },
        },
      },
    ],
    ['a query', 'queries', { heads: 'SELECT jzdxId, hzSfzh AS x FROM mz_jzdx' }],
    ['no personal entry', 'types.AssistanceCase.personal', {}],
  ])('refuses a mapping in which %s reads the column, at its line', async (_, path, value) => {
    const other = mkdtempSync(join(tmpdir(), 'countygraph-aid-'));
    cpSync(folder, other, { recursive: true });
    const file = join(other, 'civil-affairs.mapping.yaml');
    const document = parseDocument(readFileSync(file, 'utf8'));
    document.setIn(path.split('.'), value);
    writeFileSync(file, document.toString());
    await expect(open('civil-affairs', undefined, other)).rejects.toMatchObject({
      code: 'BAD_MAPPING',
      message: expect.stringMatching(/under personal.*civil-affairs\.mapping\.yaml:\d+\.$/) as unknown,
    });
    rmSync(other, { recursive: true });
  });
});

test('a column with a number cannot be read as a field: it does not compile, and has no value at run time', () => {
  const column = new PersonalColumn(sqlite, 't."SFZH"');
  // @ts-expect-error It is no column of the graph.
  const read: Column = column;
  expect(Object.keys(read)).toEqual([]);
  expect(JSON.stringify(read)).toBe('{}');
  // @ts-expect-error A pass is made by lib/trust only.
  const pass: CasePass = { purpose, permit: 'P', type: 'JudicialAid', id: 'x' };
  expect(pass).not.toBeInstanceOf(CasePass);
  expect(() => new CasePass(Symbol('case pass'), pass)).toThrow(TypeError);
});
