import type { ListQuery, Row, Session, StatisticsQuery } from '../source/index.ts';
import type { Obligation } from '../trust/index.ts';
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

/** A question as it is told: its right, what makes it the same question, and what it asks. */
interface Question<T> {
  readonly right: Obligation;
  readonly key: unknown;
  readonly uses: () => FieldUses;
  readonly rows: (answer: T) => number;
}

async function told<T>(reads: RequestReads, question: Question<T>, asking: () => Promise<T>): Promise<T> {
  const { right, key, uses, rows } = question;
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

const rowsOf = (answer: { readonly rows: readonly unknown[] }): number => answer.rows.length;

/** The only way from a request to records, with each question told to `reads`: no resolver can ask past it. */
export function recordedSession(session: Session, reads: RequestReads): Session {
  return {
    one(right, by, value, fields) {
      const uses = (): FieldUses => ({ read: fields, filter: [by] });
      const question = { right, key: fields, uses, rows: (row: Row | undefined) => (row === undefined ? 0 : 1) };
      return told(reads, question, () => session.one(right, by, value, fields));
    },
    children(right, via, parent, query) {
      const question = { right, key: query, uses: () => listUses(query, via), rows: rowsOf };
      return told(reads, question, () => session.children(right, via, parent, query));
    },
    list(right, query) {
      const question = { right, key: query, uses: () => listUses(query), rows: rowsOf };
      return told(reads, question, () => session.list(right, query));
    },
    statistics(right, query) {
      const question = { right, key: query, uses: () => statisticsUses(query), rows: rowsOf };
      return told(reads, question, () => session.statistics(right, query));
    },
    placeStatistics(right, code, query) {
      const key = `${right.type} ${query.measures.join(' ')} ${query.by.join(' ')} ${query.leftOut}`;
      const question = { right, key, uses: () => statisticsUses(query), rows: rowsOf };
      return told(reads, question, () => session.placeStatistics(right, code, query));
    },
    personOf(right, pass, name, by) {
      const question = {
        right,
        key: pass,
        uses: () => ({ person: [name], filter: ['id'] }),
        rows: (answer: unknown) => (answer === 'absent' ? 0 : 1),
      };
      return told(reads, question, () => session.personOf(right, pass, name, by));
    },
    recordsOf(right, pass, name, pseudonym, by, fields) {
      const uses = (): FieldUses => ({ read: fields, person: [name] });
      const question = { right, key: pass, uses, rows: (rows: readonly Row[]) => rows.length };
      return told(reads, question, () => session.recordsOf(right, pass, name, pseudonym, by, fields));
    },
    quality(right) {
      const question = { right, key: right, uses: () => ({ quality: [] }), rows: () => 1 };
      return told(reads, question, () => session.quality(right));
    },
  };
}
