import type { Special } from '../../lib/subgraph/index.ts';

type Row = Record<string, unknown>;

const fields = ['id', 'kind', 'identifiedOn', 'leftOn', 'aidFrom', 'aidUntil'];

function day(row: Row, field: string): string {
  const value = row[field];
  return typeof value === 'string' ? value : '';
}

function happened(row: Row, field: string, asOf: string): boolean {
  return day(row, field) !== '' && day(row, field) <= asOf;
}

function statusOf(row: Row, asOf: string): string {
  if (happened(row, 'leftOn', asOf)) return 'LEFT';
  if (!happened(row, 'aidFrom', asOf)) return 'IDENTIFIED';
  return happened(row, 'aidUntil', asOf) ? 'PAUSED' : 'AIDED';
}

/** A person may have several cases, one after the other: the open one counts, then the latest. */
function latest(rows: readonly Row[], asOf: string): Row | undefined {
  const rank = (row: Row): string => `${happened(row, 'leftOn', asOf) ? 0 : 1}${day(row, 'identifiedOn')}`;
  return rows.toSorted((a, b) => (rank(a) < rank(b) ? 1 : -1))[0];
}

/** What of a household's case a procurator is told. */
export const special: Special = ({ data: { asOf } }) => ({
  JudicialAid: {
    async assistance(aid, _args, context, info) {
      const met = await context.persons.meet(context, info, aid, fields);
      if (!met) return null;
      if (!met.comparable) return { outcome: 'NOT_COMPARABLE' };
      const row = latest(met.rows, asOf);
      if (!row) return { outcome: 'NOT_ASSISTED' };
      return { outcome: 'ASSISTED', kind: row['kind'], since: row['identifiedOn'], status: statusOf(row, asOf) };
    },
  },
});
