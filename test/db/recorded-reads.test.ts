import { execFileSync } from 'node:child_process';
import { appendFileSync, mkdirSync, readdirSync, renameSync, rmSync, statSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { openRecorded } from '../../lib/cli/department-ledger.ts';
import { departmentUrl } from '../../lib/kernel/county.ts';
import { identityOfRole, writeIdentity, type Identity } from '../../lib/kernel/identity.ts';
import { serveDepartment, type Department, type ServedDepartment } from '../../lib/subgraph/index.ts';
import type { LedgerRecord, ReadEntry } from '../../lib/trust/ledger/index.ts';
import { publicError } from '../../lib/subgraph/context.ts';
import { verifyLedger } from '../../lib/trust/ledger/verify-ledger.ts';
import { analyst, fengxi, makeTestCounty, townOfficial } from '../county.ts';

let made: Awaited<ReturnType<typeof makeTestCounty>>;
beforeAll(async () => {
  made = await makeTestCounty('sqlite', 0.05);
});
afterAll(() => made.drop());

interface Opened {
  readonly department: Department;
  readonly served: ServedDepartment;
  readonly folder: string;
  close(): Promise<void>;
}

async function open(ledgers: string): Promise<Opened> {
  const databaseUrl = departmentUrl(fengxi, 'court', made.dataDir, made.target);
  const department = await openRecorded(
    { county: fengxi, id: 'court', databaseUrl, disclosureKey: 'k'.repeat(32) },
    ledgers,
  );
  const served = await serveDepartment(department, 0, { gateways: 'demo' });
  return { department, served, folder: join(ledgers, 'court'), close: () => served.close() };
}

function recordsOf(folder: string): LedgerRecord[] {
  const text = execFileSync('sh', ['-c', 'cat records/*.jsonl'], { cwd: folder, encoding: 'utf8' });
  return text
    .trim()
    .split('\n')
    .map(line => JSON.parse(line) as LedgerRecord);
}

interface Answer {
  readonly data: Record<string, { nodes: { id: string; kind: string; claimAmount: string | null }[] }> | null;
  readonly errors?: { extensions: { code: string } }[];
}

async function askHttp({ url }: ServedDepartment, query: string, identity: Identity): Promise<Answer> {
  const headers = { 'content-type': 'application/json', 'countygraph-identity': writeIdentity(identity) };
  const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify({ query }) });
  return (await response.json()) as Answer;
}

/** Both doors of a department. */
const doors = {
  'over HTTP': ({ served }: Opened, query: string, identity: Identity) => askHttp(served, query, identity),
  'in its process': async ({ department }: Opened, query: string, identity: Identity) => {
    const { data, errors } = await department.execute({ query }, identity);
    const codes = errors?.map(e => ({ extensions: { code: publicError(e).code } }));
    return { data: data ?? null, ...(codes ? { errors: codes } : {}) } as Answer;
  },
};

describe.each(Object.entries(doors))('a department asked %s', (door, ask) => {
  let opened: Opened;
  beforeAll(async () => {
    opened = await open(join(made.dataDir, `ledger ${door}`));
  });
  afterAll(() => opened.close());

  async function recorded(
    query: string,
    identity: Identity,
  ): Promise<{ answer: Answer; entry: ReadEntry | undefined }> {
    const before = recordsOf(opened.folder).length;
    const answer = await ask(opened, query, identity);
    const [entry, ...more] = recordsOf(opened.folder).slice(before);
    expect(more).toEqual([]);
    return { answer, entry: entry?.kind === 'read' ? entry : undefined };
  }

  test('records who read which fields how, of how many rows, and for what', async () => {
    const { answer, entry } = await recorded(
      `query Cases { courtCases(first: 7, filter: { filedOn: { gte: "2024-01-01" } }, orderBy: FILED_ON_DESC) {
        totalCount nodes { id kind } } }`,
      { ...townOfficial, department: 'grid', subject: 'u-17' },
    );
    expect(answer.errors).toBeUndefined();
    const rows = answer.data?.['courtCases']?.nodes.length ?? 0;
    expect(rows).toBe(7);
    expect(entry).toMatchObject({
      subject: 'u-17',
      roles: ['town-official'],
      department: 'grid',
      purpose: 'town-governance',
      via: door === 'over HTTP' ? 'unsigned' : 'command',
      operation: { name: 'Cases', hash: expect.stringMatching(/^[0-9a-f]{64}$/) as string },
      reads: [
        {
          type: 'CourtCase',
          uses: { read: ['id', 'kind'], filter: ['filedOn'], order: ['filedOn'], count: [] },
          areas: ['330199001'],
          rows,
          decision: 'granted',
          grant: 1,
          policy: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
        },
      ],
    });
    // Names and numbers, never a value.
    const [first] = answer.data?.['courtCases']?.nodes ?? [];
    expect(JSON.stringify(entry)).not.toContain(first?.id);
  });

  test('records the registered operation that the gateway tells', async () => {
    const { entry } = await recorded('{ courtCases { totalCount } }', { ...analyst, operation: 'MonthlyBriefing' });
    expect(entry?.operation.name).toBe('MonthlyBriefing');
  });

  test('records statistics with their profile, and many objects of one selection once', async () => {
    const period = 'period: { unit: YEAR, from: "2025", to: "2025" }';
    const { entry } = await recorded(
      `{ courtCaseStats(measures: [FILED], by: [KIND], ${period}) { rows { values } } }`,
      analyst,
    );
    expect(entry?.reads).toMatchObject([
      { uses: { measure: ['FILED'], group: ['kind'] }, statistics: 'exact', decision: 'granted' },
    ]);
    const { answer, entry: children } = await recorded(
      '{ courtCases(first: 20) { nodes { id enforcements(first: 5) { nodes { id } } } } }',
      analyst,
    );
    expect(answer.errors).toBeUndefined();
    expect(children?.reads.map(r => [r.type, r.uses])).toEqual([
      ['CourtCase', { read: ['id'] }],
      ['Enforcement', { read: ['id'], filter: ['courtCase'] }],
    ]);
  });

  test('records what is refused: a type, a field, a purpose', async () => {
    const stranger = await recorded('{ courtCases(first: 1) { nodes { id } } }', identityOfRole('stranger'));
    expect(stranger.entry?.reads).toMatchObject([
      { type: 'CourtCase', rows: 0, decision: 'refused', code: 'FORBIDDEN_TYPE' },
    ]);
    const aimless = await recorded('{ enforcements(first: 1) { nodes { id } } }', identityOfRole('analyst'));
    expect(aimless.entry?.reads).toEqual([
      { type: 'Enforcement', uses: {}, rows: 0, decision: 'refused', code: 'PURPOSE_REQUIRED' },
    ]);
    const auditor = identityOfRole('auditor', { purpose: 'audit' });
    const rows = await recorded('{ courtCases(first: 1) { nodes { id } } }', auditor);
    expect(rows.answer.errors).toHaveLength(1);
    expect(rows.entry?.reads).toMatchObject([{ type: 'CourtCase', decision: 'refused', rows: 0 }]);
    const everybody = identityOfRole('public', { purpose: 'public-information' });
    const period = 'period: { unit: YEAR, from: "2025", to: "2025" }';
    const field = await recorded(`{ courtCaseStats(measures: [CLAIMED], ${period}) { rows { values } } }`, everybody);
    const code = field.answer.errors?.[0]?.extensions.code;
    expect(field.entry?.reads).toMatchObject([
      { type: 'CourtCase', decision: 'refused', code, uses: { measure: ['CLAIMED'] } },
    ]);
  });

  test('does not record what reads nothing that is graded', async () => {
    expect((await recorded('{ __typename }', analyst)).entry).toBeUndefined();
  });
});

/** A small file system of its own, which the machine's root alone may make. */
function mountSmall(at: string): { remount(how: string): void; unmount(): void } {
  mkdirSync(at, { recursive: true });
  execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=256k', 'tmpfs', at]);
  return {
    remount: how => void execFileSync('mount', ['-o', `remount,${how}`, at]),
    unmount: () => void execFileSync('umount', [at]),
  };
}

/** Ways in which a ledger that is in use can no longer be written, and back. */
const faults: Record<string, (at: string, remount: (how: string) => void) => { break(): void; mend(): void }> = {
  'the disk is full': at => ({
    break: () => {
      expect(() => execFileSync('dd', ['if=/dev/zero', `of=${at}/filler`, 'bs=1k'], { stdio: 'ignore' })).toThrow('dd');
    },
    mend: () => rmSync(join(at, 'filler')),
  }),
  'its files were taken away': at => ({
    break: () => renameSync(join(at, 'court/records'), join(at, 'court/taken')),
    mend: () => renameSync(join(at, 'court/taken'), join(at, 'court/records')),
  }),
  'somebody else wrote into it': at => {
    const file = (): string => join(at, 'court/records', readdirSync(join(at, 'court/records'))[0] ?? '');
    let size = 0;
    return {
      break: () => {
        size = statSync(file()).size;
        appendFileSync(file(), '{}\n');
      },
      mend: () => truncateSync(file(), size),
    };
  },
};

describe.each(Object.entries(faults))('when %s', (fault, faultOf) => {
  test.each(Object.entries(doors))('nothing is given out %s, and all is once that is mended', async (door, ask) => {
    const at = join(made.dataDir, `small ${fault} ${door}`);
    const { remount, unmount } = mountSmall(at);
    onTestFinished(unmount);
    const opened = await open(at);
    const { break: breakIt, mend } = faultOf(at, remount);
    const query = '{ courtCases(first: 1) { nodes { id } } }';
    try {
      expect((await ask(opened, query, analyst)).data?.['courtCases']?.nodes).toHaveLength(1);
      breakIt();
      // The last page of the file may have room for some more.
      let [answer, given] = [await ask(opened, query, analyst), 1];
      for (; answer.data !== null && given < 20; given += 1) answer = await ask(opened, query, analyst);
      expect(answer).toMatchObject({ data: null, errors: [{ extensions: { code: 'AUDIT_UNAVAILABLE' } }] });
      expect(JSON.stringify(answer)).not.toContain('nodes');
      mend();
      expect((await ask(opened, query, analyst)).data?.['courtCases']?.nodes).toHaveLength(1);
      expect(recordsOf(opened.folder).filter(r => r.kind === 'read')).toHaveLength(given + 1);
    } finally {
      await opened.close();
    }
    expect(verifyLedger(opened.folder).findings).toEqual([]);
  });
});

test('a ledger on a read-only file system keeps the department from starting', async () => {
  const at = join(made.dataDir, 'read-only');
  const { remount, unmount } = mountSmall(at);
  onTestFinished(unmount);
  await (await open(at)).close();
  remount('ro');
  await expect(open(at)).rejects.toMatchObject({ code: 'LEDGER_UNWRITABLE' });
});

test('a ledger that is closed gives nothing out', async () => {
  const at = join(made.dataDir, 'closed');
  const opened = await open(at);
  await opened.department.ledger?.close();
  const answer = await askHttp(opened.served, '{ courtCases(first: 1) { nodes { id } } }', analyst);
  expect(answer).toMatchObject({ data: null, errors: [{ extensions: { code: 'AUDIT_UNAVAILABLE' } }] });
  await opened.close();
});
