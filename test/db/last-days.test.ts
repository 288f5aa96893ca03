import { expect, test } from 'vitest';
import { analyst, openTestCounty } from '../county.ts';
import { databaseKinds } from '../servers/databases.ts';

const statistics = `query ($from: String!, $to: String!) {
  courtCaseStats(measures: [CLOSED, CLOSED_AT_MONTH_END], period: { unit: MONTH, from: $from, to: $to }) { rows { period values } }
}`;
const list = `query ($from: Date!, $to: Date!) {
  courtCases(first: 1000, filter: { closedOn: { gte: $from, lte: $to } }) { nodes { closedOn } pageInfo { hasNextPage } }
}`;

/** The last days of months of each length: February of a leap year, of another one, of 30 and of 31 days. */
const ends: Record<string, readonly string[]> = {
  '2024-02': ['27', '28', '29'],
  '2024-04': ['28', '29', '30'],
  '2024-12': ['29', '30', '31'],
  '2025-02': ['26', '27', '28'],
};

test.each(databaseKinds)(
  'the last three days of a month are counted on %s as the list of days has them',
  async kind => {
    const county = await openTestCounty(kind, 0.15);
    try {
      const ask = async (query: string, variables: Record<string, string>) =>
        (await county.gateway.execute({ query, variables }, { identity: analyst })).data as Record<string, unknown>;
      const answer = await ask(statistics, { from: '2024-02', to: '2025-02' });
      const { rows } = answer['courtCaseStats'] as { rows: { period: string; values: number[] }[] };
      for (const [month, days] of Object.entries(ends)) {
        const listed = await ask(list, { from: `${month}-01`, to: `${month}-${days[2] ?? ''}` });
        const { nodes, pageInfo } = listed['courtCases'] as {
          nodes: { closedOn: string }[];
          pageInfo: { hasNextPage: boolean };
        };
        expect(pageInfo.hasNextPage).toBe(false);
        const atEnd = nodes.filter(({ closedOn }) => days.includes(closedOn.slice(8)));
        expect(atEnd.length).toBeGreaterThan(0);
        expect(rows.find(({ period }) => period === month)?.values).toEqual([nodes.length, atEnd.length]);
      }
    } finally {
      await county.close();
    }
  },
  120_000,
);
