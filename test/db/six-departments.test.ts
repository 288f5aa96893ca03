import { publicIdentity, type Identity } from '../../lib/kernel/identity.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestCounty, townOfficial, type TestCounty } from '../county.ts';
import { databaseKinds, type DatabaseKind } from '../servers/databases.ts';

const journey = `query ($code: AreaCode!) {
  place(code: $code) {
    name level parent { name }
    disputes(first: 20, filter: { resolvedOn: { missing: true } }, orderBy: ACCEPTED_ON_DESC) {
      totalCount
      nodes { id kind acceptedOn petitions { nodes { id channel } } lawsuits { nodes { id kind filedOn } } }
    }
    hazards(filter: { rectifiedOn: { missing: true } }) { totalCount nodes { id grade organisation { name } } }
    policeIncidentStats(measures: [CALLS], by: [KIND], period: { unit: YEAR, from: "2024", to: "2026" }) { rows { period kind values } }
    assistanceCases(orderBy: PERSONS_DESC) { totalCount nodes { id persons identifiedOn } }
  }
}`;

const counties = new Map<DatabaseKind, TestCounty>();
beforeAll(async () => {
  for (const kind of databaseKinds) counties.set(kind, await openTestCounty(kind));
});
afterAll(async () => {
  for (const county of counties.values()) await county.close();
});

function opened(kind: DatabaseKind): TestCounty {
  const county = counties.get(kind);
  if (!county) throw new Error(`no county on ${kind}`);
  return county;
}

async function ask(kind: DatabaseKind, query: string, variables: Record<string, unknown> = {}, identity?: Identity) {
  const county = opened(kind);
  const before = county.statements();
  const answer = await county.gateway.execute({ query, variables }, identity === undefined ? {} : { identity });
  const after = county.statements();
  const statements = Object.fromEntries(
    Object.entries(after)
      .map(([id, n]) => [id, n - (before[id] ?? 0)] as const)
      .filter(([, n]) => n !== 0),
  );
  return {
    answer: JSON.parse(JSON.stringify(answer)) as {
      data: Record<string, unknown>;
      errors?: { message: string; path: unknown; extensions: { code: string } }[];
    },
    statements,
  };
}

describe('one query through six departments', () => {
  for (const code of ['330199001', '330199001001', '330199001001001']) {
    test(`the same answer for ${code} on the three databases, each question one statement`, async () => {
      const results = await Promise.all(databaseKinds.map(kind => ask(kind, journey, { code })));
      for (const { answer, statements } of results) {
        expect(answer.errors).toBeUndefined();
        expect(answer.data).toEqual(results[0]?.answer.data);
        expect(statements).toEqual(results[0]?.statements);
      }
      const statements = results[0]?.statements ?? {};
      // Lists with a total are two statements, links and statistics one; none grows with the rows.
      expect(statements['justice']).toBe(2);
      expect(statements['police']).toBe(1);
      expect(statements['civil-affairs']).toBe(2);
      expect(Object.values(statements).reduce((a, b) => a + b)).toBeLessThanOrEqual(11);
    });
  }
});

const stats = (level: string) =>
  `{ courtCaseStats(measures: [FILED], period: { unit: YEAR, from: "2025", to: "2025" }, level: ${level}) { rows { area values } } }`;

describe.each(databaseKinds)('lists on %s', kind => {
  test('pages follow each other without gap or repeat, in both directions, with missing values last', async () => {
    for (const order of ['CLOSED_ON_ASC', 'CLOSED_ON_DESC']) {
      const seen: string[] = [];
      let after: string | null = null;
      do {
        const query = `query ($after: String) { courtCases(first: 97, after: $after, orderBy: ${order}, filter: { kind: { in: [CRIMINAL] } }) { totalCount nodes { id } pageInfo { hasNextPage endCursor } } }`;
        const { answer } = await ask(kind, query, { after });
        const page = answer.data?.['courtCases'] as {
          totalCount: number;
          nodes: { id: string }[];
          pageInfo: { hasNextPage: boolean; endCursor: string };
        };
        seen.push(...page.nodes.map(n => n.id));
        after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
        if (after === null) expect(seen.length).toBe(page.totalCount);
      } while (after !== null);
      expect(new Set(seen).size).toBe(seen.length);
    }
  });

  test('rows of a table without a key come once each, and their cursors say nothing of them', async () => {
    let after: string | null = null;
    let rows = 0;
    let total: number;
    do {
      const query = `query ($after: String) { emergencyEvents(first: 7, after: $after, orderBy: OCCURRED_ON_DESC) { totalCount nodes { occurredOn } pageInfo { hasNextPage endCursor } } }`;
      const { answer } = await ask(kind, query, { after });
      const page = answer.data['emergencyEvents'] as {
        totalCount: number;
        nodes: unknown[];
        pageInfo: { hasNextPage: boolean; endCursor: string };
      };
      rows += page.nodes.length;
      total = page.totalCount;
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
      if (after !== null) expect(JSON.parse(Buffer.from(after, 'base64url').toString())).toEqual([null, String(rows)]);
    } while (after !== null);
    expect(rows).toBe(total);
    expect(rows).toBeGreaterThan(7);
  });

  test('a null in a filter is refused and not taken for every row; a null page size is the default', async () => {
    const { answer, statements } = await ask(
      kind,
      'query ($id: ID) { disputes(filter: { id: { eq: $id } }) { totalCount } }',
      {
        id: null,
      },
    );
    expect(answer.errors?.[0]?.extensions.code).toBe('BAD_FILTER');
    expect(statements).toEqual({});
    const page = await ask(kind, '{ disputes(first: null) { nodes { id } } }');
    expect((page.answer.data['disputes'] as { nodes: unknown[] }).nodes).toHaveLength(50);
  });

  test('a criminal case goes from police through procuratorate to court', async () => {
    const { answer, statements } = await ask(
      kind,
      '{ prosecutionCases(first: 50, orderBy: RECEIVED_ON_ASC) { nodes { id policeCase { id kind filedOn } trial { id kind filedOn } } } }',
    );
    const cases = (
      answer.data['prosecutionCases'] as {
        nodes: { policeCase: { kind: string } | null; trial: { kind: string } | null }[];
      }
    ).nodes;
    expect(cases.filter(c => c.policeCase?.kind === 'CRIMINAL').length).toBeGreaterThan(20);
    expect(cases.some(c => c.trial?.kind === 'CRIMINAL')).toBe(true);
    expect(statements).toEqual({ procuratorate: 1, police: 1, court: 1 });
  });

  test('ids beyond 2^53 stay exact', async () => {
    const { answer } = await ask(kind, '{ policeIncidents(first: 1) { nodes { id } } }');
    const [first] = (answer.data['policeIncidents'] as { nodes: { id: string }[] }).nodes;
    expect(BigInt(first?.id ?? 0) > BigInt(Number.MAX_SAFE_INTEGER)).toBe(true);
    const { answer: one } = await ask(kind, 'query ($id: ID!) { policeIncident(id: $id) { id } }', { id: first?.id });
    expect(one.data?.['policeIncident']).toEqual(first);
  });

  test('a town official sees rows of the own town only, the public none', async () => {
    const query = '{ courtCases(first: 1000) { totalCount nodes { place { code } } } }';
    const { answer } = await ask(kind, query, {}, townOfficial);
    const { nodes } = answer.data['courtCases'] as { nodes: { place: { code: string } | null }[] };
    expect(nodes.length).toBeGreaterThan(0);
    expect(nodes.every(n => n.place === null || n.place.code.startsWith('330199001'))).toBe(true);
    const town = await ask(kind, stats('TOWN'), {}, townOfficial);
    expect((town.answer.data['courtCaseStats'] as { rows: { area: string }[] }).rows.map(r => r.area)).toEqual([
      '330199001',
    ]);
    // The town's rows under the county's name would pass for the county's figure.
    const county = await ask(kind, stats('COUNTY'), {}, townOfficial);
    expect(county.answer.errors?.[0]?.extensions.code).toBe('FORBIDDEN_AREA');
    const refused = await ask(kind, query, {}, publicIdentity);
    expect(refused.answer.data?.['courtCases']).toBeNull();
    expect(refused.answer.errors?.[0]?.extensions.code).toBe('FORBIDDEN_TYPE');
    expect(refused.statements).toEqual({});
  });
});
