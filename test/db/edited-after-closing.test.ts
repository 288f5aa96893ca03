import { expect, test } from 'vitest';
import type { RatioCell } from '../../lib/synthetic/index.ts';
import { analyst, openTestCounty } from '../county.ts';
import { databaseKinds } from '../servers/databases.ts';

const statistics = `{
  court: courtCaseStats(measures: [CLOSED, EDITED_AFTER_CLOSING], period: { unit: MONTH, from: "2024-01", to: "2025-12" }) { rows { period values } }
  petitions: petitionStats(measures: [CLOSED, EDITED_AFTER_CLOSING], period: { unit: MONTH, from: "2024-01", to: "2025-12" }) { rows { period values } }
}`;
const list = `{
  courtCases(first: 1000, filter: { closedOn: { gte: "2025-03-01", lte: "2025-03-31" } }) {
    nodes { closedOn modifiedOn } pageInfo { hasNextPage }
  }
}`;
interface Row {
  readonly period: string;
  readonly values: readonly number[];
}
interface Listed {
  readonly nodes: readonly { readonly closedOn: string; readonly modifiedOn: string }[];
  readonly pageInfo: { readonly hasNextPage: boolean };
}

test.each(databaseKinds)(
  'what was changed on a day after its closing is counted on %s as it happened, and as the list has it',
  async kind => {
    const county = await openTestCounty(kind, 0.15);
    try {
      const ask = async (query: string) =>
        (await county.gateway.execute({ query }, { identity: analyst })).data as Record<string, unknown>;
      const answer = (await ask(statistics)) as Record<'court' | 'petitions', { rows: readonly Row[] }>;
      const truth = county.truth.figures['edited_after_closing'];
      for (const [rows, happened] of [
        [answer.court.rows, truth?.['court_cases']],
        [answer.petitions.rows, truth?.['petitions']],
      ] as const) {
        expect(rows.length).toBe(24);
        for (const { period, values } of rows) {
          const cell = happened?.[period]?.['330199'] as RatioCell;
          expect([period, ...values]).toEqual([
            period,
            cell.denominator - cell.left.denominator,
            cell.numerator - cell.left.numerator,
          ]);
        }
        const [closed, edited] = [0, 1].map(i => rows.reduce((sum, { values }) => sum + (values[i] ?? 0), 0));
        expect(edited).toBeGreaterThan(20);
        expect(edited).toBeLessThan(0.25 * (closed ?? 0));
      }
      const { nodes, pageInfo } = (await ask(list))['courtCases'] as Listed;
      expect(pageInfo.hasNextPage).toBe(false);
      const edited = nodes.filter(({ closedOn, modifiedOn }) => modifiedOn > closedOn);
      expect(nodes.every(({ closedOn, modifiedOn }) => modifiedOn >= closedOn)).toBe(true);
      expect(answer.court.rows.find(({ period }) => period === '2025-03')?.values).toEqual([
        nodes.length,
        edited.length,
      ]);
    } finally {
      await county.close();
    }
  },
  120_000,
);
