import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { identityOfRole, publicIdentity, type Identity } from '../../lib/kernel/identity.ts';
import { analyst, openTestCounty, townOfficial, type TestCounty } from '../county.ts';

const courtClerk = identityOfRole('court-clerk', { department: 'court', purpose: 'adjudication' });
const civilOfficer = identityOfRole('civil-affairs-officer', {
  department: 'civil-affairs',
  purpose: 'social-assistance',
});
const auditor = identityOfRole('auditor', { purpose: 'audit' });

/** What is given of rows and of figures, by a word each. */
type Given = Record<string, string>;

const types = {
  courtCase: ['courtCases', 'FILED'],
  dispute: ['disputes', 'ACCEPTED'],
  petition: ['petitions', 'RECEIVED'],
  policeIncident: ['policeIncidents', 'CALLS'],
  assistanceCase: ['assistanceCases', 'IDENTIFIED'],
} as const;

describe('who may have what in the made-up county', () => {
  let county: TestCounty;
  beforeAll(async () => {
    county = await openTestCounty('sqlite', 0.05);
  });
  afterAll(() => county.close());

  async function given(identity: Identity): Promise<{ rows: Given; figures: Given }> {
    const parts = Object.entries(types).map(([type, [list, measure]]) => {
      const period = 'period: { unit: YEAR, from: "2025", to: "2025" }';
      return `${type}s: ${list}(first: 1000) { totalCount nodes { place { code } } } ${type}: ${type}Stats(measures: [${measure}], ${period}, level: TOWN) { profile rows { area values } }`;
    });
    const { data, errors } = await county.gateway.execute({ query: `{ ${parts.join(' ')} }` }, { identity });
    const codeOf = (path: string): string =>
      String(errors?.find(error => error.path?.[0] === path)?.extensions?.['code'] ?? 'no error');
    const rows: Given = {};
    const figures: Given = {};
    for (const type of Object.keys(types)) {
      const list = data?.[`${type}s`] as { nodes: { place: { code: string } | null }[] } | null;
      const towns = new Set(list?.nodes.map(({ place }) => place?.code.slice(0, 9)));
      rows[type] = list ? (towns.size > 1 ? 'all' : [...towns].join()) : codeOf(`${type}s`);
      const stats = data?.[type] as { profile: string; rows: { area: string }[] } | null;
      const areas = new Set(stats?.rows.map(({ area }) => area));
      figures[type] = stats ? `${stats.profile}${areas.size > 1 ? '' : ` of ${[...areas].join()}`}` : codeOf(type);
    }
    return { rows, figures };
  }

  const every = (word: string, other: Given = {}): Given => ({
    ...Object.fromEntries(Object.keys(types).map(type => [type, word])),
    ...other,
  });

  test.each<[string, Identity, Given, Given]>([
    ['an analyst', analyst, every('all'), every('EXACT')],
    ['a town official', townOfficial, every('330199001'), every('EXACT of 330199001')],
    [
      'a court clerk',
      courtClerk,
      every('FORBIDDEN_TYPE', { courtCase: 'all' }),
      every('PROTECTED', { courtCase: 'EXACT' }),
    ],
    [
      'an officer of civil affairs',
      civilOfficer,
      every('FORBIDDEN_TYPE', { assistanceCase: 'all' }),
      every('PROTECTED', { assistanceCase: 'EXACT' }),
    ],
    ['an auditor', auditor, every('FORBIDDEN_TYPE'), every('PROTECTED')],
    [
      'the public',
      publicIdentity,
      every('FORBIDDEN_TYPE'),
      every('PUBLIC', { petition: 'FORBIDDEN_TYPE', policeIncident: 'FORBIDDEN_TYPE' }),
    ],
  ])('%s', async (_, identity, rows, figures) => {
    expect(await given(identity)).toEqual({ rows, figures });
  });

  test.each<[string, Identity, string]>([
    ['no purpose', { ...analyst, purpose: undefined }, 'PURPOSE_REQUIRED'],
    ['another’s purpose', { ...analyst, purpose: 'audit' }, 'PURPOSE_NOT_GRANTED'],
    ['a purpose that nobody has registered', { ...analyst, purpose: 'curiosity' }, 'PURPOSE_UNKNOWN'],
    ['a purpose that needs a permit', { ...civilOfficer, purpose: 'judicial-aid-assistance' }, 'PERMIT_REQUIRED'],
  ])('%s opens nothing', async (_, identity, code) => {
    const before = county.statements();
    const type = code === 'PERMIT_REQUIRED' ? 'judicialAids' : 'petitions';
    const { data, errors } = await county.gateway.execute({ query: `{ ${type} { totalCount } }` }, { identity });
    expect([data?.[type] ?? null, errors?.[0]?.extensions?.['code']]).toEqual([null, code]);
    expect(county.statements()).toEqual(before);
  });
});
