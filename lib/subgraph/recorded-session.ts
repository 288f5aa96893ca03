import type { ListQuery, Session, StatisticsQuery } from '../source/index.ts';
import type { FieldUses } from '../trust/ledger/index.ts';
import type { RequestReads } from './request-reads.ts';

function listUses({ fields, filter = {}, within, order, count, after }: ListQuery, via?: string): FieldUses {
  const filtered = [...(via === undefined ? [] : [via]), ...Object.keys(filter), ...(within ? ['within'] : [])];
  return {
    read: fields,
    ...(filtered.length > 0 ? { filter: filtered } : {}),
    ...(order ? { order: [order.field] } : {}),
    ...(count ? { count: [] } : {}),
    ...(after === undefined ? {} : { page: [] }),
  };
}

function statisticsUses({ measures, by, within, leftOut }: StatisticsQuery): FieldUses {
  return {
    measure: measures,
    ...(by.length > 0 ? { group: by } : {}),
    ...(within ? { filter: ['within'] } : {}),
    ...(leftOut ? { count: [] } : {}),
  };
}

/** The only way from a request to records, with each question told to `reads`: no resolver can ask past it. */
export function recordedSession(session: Session, reads: RequestReads): Session {
  async function told<T>(
    asking: () => Promise<T>,
    right: Parameters<Session['quality']>[0],
    key: unknown,
    uses: () => FieldUses,
    rows: (answer: T) => number,
  ): Promise<T> {
    let answer: T;
    try {
      answer = await asking();
    } catch (error) {
      reads.failed(right.type, uses(), error);
      throw error;
    }
    reads.granted(key, right, uses, rows(answer));
    return answer;
  }
  return {
    one: (right, by, value, fields) =>
      told(
        () => session.one(right, by, value, fields),
        right,
        fields,
        () => ({ read: fields, filter: [by] }),
        row => (row === undefined ? 0 : 1),
      ),
    children: (right, via, parent, query) =>
      told(
        () => session.children(right, via, parent, query),
        right,
        query,
        () => listUses(query, via),
        page => page.rows.length,
      ),
    list: (right, query) =>
      told(
        () => session.list(right, query),
        right,
        query,
        () => listUses(query),
        page => page.rows.length,
      ),
    statistics: (right, query) =>
      told(
        () => session.statistics(right, query),
        right,
        query,
        () => statisticsUses(query),
        answer => answer.rows.length,
      ),
    placeStatistics: (right, code, query) =>
      told(
        () => session.placeStatistics(right, code, query),
        right,
        `${right.type} ${query.measures.join(' ')} ${query.by.join(' ')} ${query.leftOut}`,
        () => statisticsUses(query),
        answer => answer.rows.length,
      ),
    quality: right =>
      told(
        () => session.quality(right),
        right,
        right,
        () => ({ quality: [] }),
        () => 1,
      ),
  };
}
