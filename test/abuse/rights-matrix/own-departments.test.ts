import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Response, httpTransport } from '../../../gateway/index.ts';
import { makeKeyPair, requestSigner } from '../../../lib/identity/index.ts';
import { type Identity, identityOfRole } from '../../../lib/kernel/identity.ts';
import { serveDepartment } from '../../../lib/subgraph/serve.ts';
import { type OwnCounty, openOwnCounty } from './own-county.ts';

let county: OwnCounty;
beforeAll(async () => {
  county = await openOwnCounty();
});
afterAll(() => county.close());

const somebody = (role: string): Identity => ({
  ...identityOfRole(role, { purpose: 'governance-analysis' }),
  ...(role === 'town' && { areas: ['330199001'] }),
});
const roles = ['reader', 'counter', 'masked', 'town', 'whole', 'nobody'];
const period = 'period: { unit: YEAR, from: "2024", to: "2025" }';

/** Uses of what the court grants in part. */
const operations = [
  '{ courtCases(first: 3) { nodes { id kind filedOn claimAmount place { code } dispute { id } } } }',
  '{ courtCases(first: 3, filter: { claimAmount: { gte: "1" } }) { totalCount nodes { kind } } }',
  '{ courtCases(first: 3, filter: { filedOn: { gte: "2024-01-01" } }, orderBy: FILED_ON_DESC) { edges { cursor } } }',
  '{ courtCases(first: 3, filter: { within: ["330199001"] }) { totalCount } }',
  '{ courtCases(first: 3, orderBy: CLAIM_AMOUNT_ASC) { edges { cursor node { kind } } pageInfo { endCursor } } }',
  `{ courtCaseStats(measures: [FILED, PENDING], ${period}) { rows { values } } }`,
  `{ courtCaseStats(measures: [FILED], by: [KIND], ${period}) { rows { kind values } } }`,
  `{ courtCaseStats(measures: [CLAIMED], by: [PROCEDURE], ${period}) { rows { values } } }`,
  `{ place(code: "330199") { name courtCaseStats(measures: [FILED], ${period}) { rows { values } } courtCases(first: 2) { totalCount nodes { id } } } }`,
  '{ courtCaseQuality { rows fields { field } } }',
  '{ courtCase(id: "none") { id } enforcement(id: "none") { id } }',
  '{ enforcements(first: 2) { nodes { id filedOn appliedAmount courtCase { id kind closedOn } } } }',
  '{ judicialAuctions(first: 2) { nodes { id price } } judicialConfirmations(first: 2) { totalCount } }',
  '{ disputes(first: 5) { nodes { id lawsuits(first: 1) { nodes { id kind closedOn } } } } }',
  '{ prosecutionCases(first: 5) { nodes { id trial { id kind closedOn claimAmount } } } }',
  '{ places(level: TOWN) { name code ... on Town { geometry } } }',
  '{ grids: places(level: GRID, within: "330199001001") { ... on Grid { population households } } }',
];

describe('what departments say that they refuse', () => {
  it.each(roles)('is what they refuse, for %s: answers are the same with it and without', async role => {
    const identity = somebody(role);
    const late = county.gateway();
    const early = county.gateway((department, who) => department.refusals(who!));
    let saved = 0;
    for (const query of operations) {
      const one = await late.gateway.execute({ query }, { identity });
      const other = await early.gateway.execute({ query }, { identity });
      expect({ query, data: other.data, codes: codesOf(other, role) }).toEqual({
        query,
        data: one.data,
        codes: codesOf(one, role),
      });
      saved = asking(late.asked) - asking(early.asked);
    }
    if (role === 'whole') expect(saved).toBe(0);
    else expect(saved).toBeGreaterThan(0);
  });
});

/** Where no rows are granted, a list by a field is refused for both reasons: the department may name either. */
function codesOf({ errors = [] }: Response, role: string): unknown[] {
  const codes = errors.map(({ extensions }) => extensions?.code);
  return [...new Set(role === 'counter' ? codes.map(code => code?.replace('_FIELD', '_TYPE')) : codes)].sort();
}

/** Requests to the court. */
function asking(asked: readonly string[]): number {
  return asked.filter(one => one.startsWith('court:')).length;
}

describe('a department', () => {
  const secrets = [
    '{ courtCases(first: 9) { nodes { claimAmount } } }',
    '{ courtCases(filter: { claimAmount: { gte: "0" } }) { totalCount } }',
  ];

  it('is not asked at all for what it has said that it refuses', async () => {
    const { gateway, asked } = county.gateway((department, who) => department.refusals(who!));
    for (const query of [...secrets, `{ courtCaseStats(measures: [CLAIMED], ${period}) { rows { values } } }`].slice(
      1,
    )) {
      const { data, errors } = await gateway.execute({ query }, { identity: somebody('reader') });
      expect(Object.values(data ?? {})).toEqual([null]);
      expect(errors?.[0]?.extensions).toEqual({ code: 'FORBIDDEN_FIELD', service: 'court' });
    }
    expect(asked).toEqual([]);
  });

  it('refuses it in any case, where the gateway believes that more is granted', async () => {
    const { gateway, asked } = county.gateway(department => department.refusals(somebody('whole')));
    for (const query of secrets) {
      const { data, errors } = await gateway.execute({ query }, { identity: somebody('reader') });
      expect(JSON.stringify(data)).not.toMatch(/\d/);
      expect(errors?.[0]?.extensions).toEqual({ code: 'FORBIDDEN_FIELD', service: 'court' });
    }
    expect(asked.length).toBe(secrets.length);
  });

  it('says it over HTTP to a gateway that signs, and to nobody else', async () => {
    const { signing, verifying } = makeKeyPair();
    const court = county.departments.get('court')!;
    const served = await serveDepartment({ ...court, close: () => Promise.resolve() }, 0, { gateways: [verifying] });
    const identity = somebody('reader');
    const options = { sign: requestSigner(signing, 'court'), rights: true };
    const transport = httpTransport(`${served.url}graphql`, options);
    expect(await transport.rights!({ identity })).toEqual(JSON.parse(JSON.stringify(court.refusals(identity))));
    const before = county.records().length;
    await transport.tellRefused!(
      [
        { coordinate: 'CourtCase.claimAmount', code: 'FORBIDDEN_FIELD' },
        { coordinate: 'CourtCaseOrder.CLAIM_AMOUNT_ASC', code: 'FORBIDDEN_FIELD' },
        // Granted, and never heard of: nobody can have been refused these.
        { coordinate: 'CourtCase.kind', code: 'FORBIDDEN_FIELD' },
        { coordinate: '伪造.记录', code: 'FORBIDDEN_FIELD' },
      ],
      { identity },
    );
    expect(county.records().slice(before)).toMatchObject([
      {
        kind: 'read',
        subject: 'reader',
        purpose: 'governance-analysis',
        via: verifying.id,
        reads: [
          { type: 'CourtCase', uses: { read: ['claimAmount'] }, field: 'claimAmount', decision: 'refused', rows: 0 },
          { type: 'CourtCase', uses: { order: ['claimAmount'] }, code: 'FORBIDDEN_FIELD' },
        ],
      },
    ]);
    const foreign = httpTransport(served.url, { rights: true });
    await expect(foreign.tellRefused!([], { identity })).rejects.toMatchObject({ code: 'SUBGRAPH_ERROR' });
    await expect(foreign.rights!({ identity })).rejects.toMatchObject({ code: 'SUBGRAPH_ERROR' });
    expect((await fetch(`${served.url}rights`)).status).toBe(401);
    await Promise.all([transport.close?.(), foreign.close?.(), served.close()]);
  });
});
