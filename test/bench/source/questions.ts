import type { Source } from '../../../lib/source/index.ts';
import type { Line } from './bare-driver.ts';
import type { ByHand } from './by-hand.ts';
import { fields, right } from './court.ts';

/** One question, asked by hand and through the mapping; both give the same answer. */
export interface Question {
  readonly name: string;
  readonly rounds: number;
  readonly byHand: (hand: ByHand) => Promise<unknown>;
  readonly wrapped: (source: Source) => Promise<unknown>;
}

const key = (n: number): string => `(2024)浙0199民初${String(n).padStart(8, '0')}号`;
const dispute = (n: number): string => `TJ${String(n).padStart(8, '0')}`;

/** Some numbers below `most`, spread over all of it. */
function spread(count: number, most: number): number[] {
  return Array.from({ length: count }, (_, i) => 1 + Math.floor((i * most) / count));
}

function order(line: Line): string {
  return [line['period'], line['area'], line['kind']].join();
}

function sorted(lines: Line[]): Line[] {
  return lines.sort((a, b) => (order(a) < order(b) ? -1 : 1));
}

/** The four questions of the bench over a table of so many rows. */
export function questions(rows: number): Question[] {
  const keys = spread(500, rows).map(key);
  const disputes = spread(200, Math.floor(rows / 40) - 1).map(dispute);
  return [
    {
      name: '(a) 1,000 rows by filter and order',
      rounds: 30,
      byHand: hand => hand.civilCasesOf('20250301', '20250314'),
      wrapped: async source => {
        const filter = { kind: { in: ['CIVIL'] }, filedOn: { gte: '2025-03-01', lte: '2025-03-14' } };
        const order = { field: 'filedOn', descending: true };
        const page = await source.session().list(right, { fields, first: 1000, filter, order, count: false });
        return page.rows;
      },
    },
    {
      name: '(b) 500 entities by key',
      rounds: 50,
      byHand: hand => hand.byKeys(keys),
      wrapped: source => {
        const session = source.session();
        return Promise.all(keys.map(id => session.one(right, 'id', id, fields)));
      },
    },
    {
      name: '(c) first 10 children of 200 parents',
      rounds: 30,
      byHand: hand => hand.firstCasesOf(disputes),
      wrapped: async source => {
        const session = source.session();
        const query = { fields, first: 10, count: false };
        const pages = await Promise.all(disputes.map(id => session.children(right, 'dispute', id, query)));
        return pages.map(page => page.rows);
      },
    },
    {
      name: `(d) counts by month, town, kind over ${rows.toLocaleString('en')} rows`,
      rounds: 5,
      byHand: async hand => sorted(await hand.countsByMonthTownAndKind()),
      wrapped: async source => {
        const period = { unit: 'MONTH', from: '2023-10', to: '2026-09' } as const;
        const query = {
          measures: ['FILED'],
          by: ['kind'],
          period,
          level: 'TOWN',
          asOf: '2026-09-30',
          leftOut: false,
        } as const;
        const { rows: cells } = await source.session().statistics(right, query);
        return sorted(
          cells.map(cell => ({
            period: cell.period,
            area: cell.area,
            kind: cell.dimensions['kind'],
            count: cell.values[0],
          })),
        );
      },
    },
  ];
}
