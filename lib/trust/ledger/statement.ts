import { ledgerFiles } from './ledger-folder.ts';
import type { LedgerRecord, ReadEntry, RecordedRead } from './ledger-record.ts';
import { parsed, readLines } from './lines.ts';

/** Who used a type of a department's records, and for what: one line of its statement. */
export interface StatementLine {
  readonly department: string;
  readonly roles: string;
  readonly purpose: string;
  readonly type: string;
  /** Subjects that stand behind the line. */
  readonly subjects: number;
  readonly requests: number;
  /** Rows given out. */
  readonly rows: number;
  /** Fields given out or used, by name. */
  readonly fields: readonly string[];
  /** Ways of use: read, filter, order, group, measure, count, page, quality. */
  readonly uses: readonly string[];
  /** Requests refused, by code. */
  readonly refusals: Readonly<Record<string, number>>;
}

export interface Statement {
  readonly department: string;
  readonly month: string;
  readonly requests: number;
  readonly rows: number;
  readonly refused: number;
  readonly subjects: number;
  readonly lines: readonly StatementLine[];
}

/** Records of one month, or of all that are there. */
export function* recordsOf(folder: string, months: readonly string[]): Generator<LedgerRecord> {
  for (const month of months) {
    for (const { bytes, isWhole } of readLines(ledgerFiles(folder).segment(month))) {
      const record = isWhole ? (parsed(bytes) as LedgerRecord | undefined) : undefined;
      if (record) yield record;
    }
  }
}

class Summing {
  readonly #entry: ReadEntry;
  readonly #type: string;
  readonly #subjects = new Set<string>();
  readonly #requests = new Set<string>();
  readonly #fields = new Set<string>();
  readonly #uses = new Set<string>();
  readonly #refusals: Record<string, number> = {};
  #rows = 0;

  constructor(entry: ReadEntry, type: string) {
    this.#entry = entry;
    this.#type = type;
  }

  add({ subject, request }: ReadEntry, { uses, rows, decision, code = '' }: RecordedRead): void {
    this.#subjects.add(subject);
    this.#requests.add(request);
    this.#rows += rows;
    if (decision === 'refused') this.#refusals[code] = (this.#refusals[code] ?? 0) + 1;
    if (decision !== 'granted') return;
    for (const [use, fields] of Object.entries(uses)) {
      this.#uses.add(use);
      for (const field of fields) this.#fields.add(field);
    }
  }

  line(): StatementLine {
    const { department = '', roles, system, purpose = '' } = this.#entry;
    return {
      department,
      roles: system === undefined ? roles.join(' ') : `${roles.join(' ')} (${system})`,
      purpose,
      type: this.#type,
      subjects: this.#subjects.size,
      requests: this.#requests.size,
      rows: this.#rows,
      fields: [...this.#fields].toSorted(),
      uses: [...this.#uses].toSorted(),
      refusals: this.#refusals,
    };
  }
}

/** Who used a department's data in a month, and for what. */
export function makeStatement(folder: string, department: string, month: string): Statement {
  const sums = new Map<string, Summing>();
  const subjects = new Set<string>();
  let [requests, rows, refused] = [0, 0, 0];
  for (const record of recordsOf(folder, [month])) {
    if (record.kind !== 'read') continue;
    requests += 1;
    subjects.add(record.subject);
    if (record.reads.some(read => read.decision === 'refused')) refused += 1;
    for (const read of record.reads) {
      const key = JSON.stringify([record.department, record.roles, record.system, record.purpose, read.type]);
      const sum = sums.get(key) ?? new Summing(record, read.type);
      sums.set(key, sum);
      sum.add(record, read);
      rows += read.rows;
    }
  }
  const lines = [...sums.values()].map(sum => sum.line());
  lines.sort((a, b) => b.rows - a.rows || b.requests - a.requests || (a.type < b.type ? -1 : 1));
  return { department, month, requests, rows, refused, subjects: subjects.size, lines };
}
