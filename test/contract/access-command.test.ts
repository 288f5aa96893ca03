import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, describe, expect, test } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'countygraph-access-command-'));
cpSync('counties/fengxi', folder, { recursive: true });
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Exit code and output of `countygraph access …`. */
async function access(...args: string[]): Promise<[number, string]> {
  return promisify(execFile)(process.execPath, ['lib/cli/main.ts', 'access', ...args]).then(
    ({ stdout }) => [0, stdout],
    ({ code, stdout, stderr }: { code: number; stdout: string; stderr: string }) => [code, stdout + stderr],
  );
}

const court = ['explain', '--department', 'court'];
const official = ['--who', 'role:town-official,area:330199001', '--purpose', 'town-governance'];

describe('countygraph access explain', () => {
  test('says which grant counts, in which line, and what it comes to', async () => {
    const [code, text] = await access(...court, ...official, '--what', 'CourtCase');
    expect(code).toBe(0);
    expect(text).toMatch(/→ +counties\/fengxi\/court\.access\.yaml:\d+ +role:town-official +town-governance +适用/);
    for (const words of ['乡镇治理', '第七十六条', 'claimAmount 3', '330199001', '精确']) expect(text).toContain(words);
  });

  test('as JSON, of one field', async () => {
    const [code, text] = await access(...court, ...official, '--what', 'CourtCase.claimAmount', '--json');
    const [explained] = JSON.parse(text) as Record<string, unknown>[];
    expect(code).toBe(0);
    expect(explained).toMatchObject({
      granted: true,
      read: ['claimAmount'],
      use: [],
      count: [],
      masks: { claimAmount: 'band' },
      areas: ['330199001'],
      statistics: 'exact',
      purpose: 'town-governance',
    });
    expect(explained?.['policyVersion']).toMatch(/^[0-9a-f]{64}$/);
  });

  test('in English, why nothing is granted, and ends with 1', async () => {
    const who = ['--who', 'role:analyst', '--what', 'Enforcement', '--language', 'en'];
    const [code, text] = await access(...court, ...who);
    expect(code).toBe(1);
    expect(text).toMatch(/refused +PURPOSE_REQUIRED/);
    expect(text).toMatch(/role:analyst +governance-analysis +is for another purpose/);
  });

  test.each([
    ['a word of no identity', ['--who', 'rolle:analyst'], 'BAD_OPTION'],
    ['an unknown field', ['--who', 'role:analyst', '--what', 'CourtCase.judge'], 'BAD_OPTION'],
    ['an unknown type', ['--who', 'role:analyst', '--what', 'Judge'], 'BAD_OPTION'],
    ['another language', ['--who', 'role:analyst', '--language', 'fr'], 'BAD_LANGUAGE'],
    ['an unknown department', ['--who', 'role:analyst', '--department', 'taxes'], 'UNKNOWN_DEPARTMENT'],
  ])('%s ends with 2', async (_, args, word) => {
    const [code, text] = await access(...court, ...args);
    expect([code, text.startsWith(`${word}: Expected`)]).toEqual([2, true]);
  });
});

describe('countygraph access check', () => {
  test('finds nothing odd in the county', async () => {
    expect(await access('check', '--language', 'en')).toEqual([
      0,
      expect.stringMatching(/^grants \d+: nothing is odd\n$/),
    ]);
  });

  test('names what is odd and where, and ends with 1', async () => {
    const change = (file: string, change: (text: string) => string): void =>
      writeFileSync(join(folder, file), change(readFileSync(join(folder, file), 'utf8')));
    change('court.access.yaml', text =>
      text
        .replace("CourtCase: { '*': 2, ", 'CourtCase: { ')
        .replace('role: auditor }', 'role: analyst }')
        .replace('purpose: audit', "purpose: governance-analysis\n    where: { place: ['330199099'] }"),
    );
    change('police.access.yaml', text => text.replace('statistics: exact', 'statistics: everything'));
    change('petition.mapping.yaml', text =>
      text.replace(/types:\n {2}Petition:\n[^]*?\n(?=\S)/, 'types:\n  Petition: { absent: on paper }\n'),
    );
    change('purposes.yaml', text =>
      text.replace(
        'purposes:\n',
        'purposes:\n  curiosity: { name: { zh: 好奇, en: Curiosity }, basis: { law: 无, article: 无 }, approvedBy: { zh: 无, en: nobody }, from: 2020-01-01, until: 2020-12-31, grade: 1, retention: { zh: 无, en: none } }\n',
      ),
    );
    writeFileSync(
      join(folder, 'permits.yaml'),
      'permits: [{ id: p, purpose: audit, matter: { type: A, id: a }, holder: { role: auditor }, until: 2020-12-31 }]\n',
    );
    const [code, text] = await access('check', '--county', folder, '--json');
    const found = JSON.parse(text) as {
      broken: { code: string }[];
      remarks: { code: string; at: string; what: string }[];
    };
    expect([code, found.broken.map(each => each.code)]).toEqual([1, ['BAD_ACCESS_FILE']]);
    const codes = found.remarks.map(each => each.code);
    expect(new Set(codes)).toEqual(
      new Set([
        'FIELD_WITHOUT_GRADE',
        'GRANT_NEVER_COUNTS',
        'UNKNOWN_PLACE',
        'TYPE_NOT_KEPT',
        'PURPOSE_UNUSED',
        'PURPOSE_OVER',
        'PERMIT_OVER',
        'PERMIT_UNUSED',
      ]),
    );
    expect(found.remarks.find(each => each.code === 'GRANT_NEVER_COUNTS')?.at).toMatch(/court\.access\.yaml:\d+$/);
    expect(found.remarks.find(each => each.code === 'FIELD_WITHOUT_GRADE')?.what).toBe('CourtCase.kind');
  });
});
