import { CodedError } from '../../kernel/coded-error.ts';
import { operatorRight } from '../../trust/index.ts';
import { bind, type Bound, type Live } from '../bind/bind.ts';
import { probe } from '../bind/probe.ts';
import { refuseSharedKeys } from '../bind/shared-keys.ts';
import { connect } from '../connect.ts';
import type { TableShape } from '../inspect/table-shape.ts';
import type { ReadMapping } from '../mapping/read-mapping.ts';
import type { Register } from '../query/statistics.ts';
import type { RecordType } from '../record-type.ts';
import { codesMet, isCoded } from './codes-met.ts';
import { dictionaryCodes } from './dictionary-codes.ts';
import { distinctValues } from './distinct-values.ts';
import { finding, type Finding, type Met } from './finding.ts';
import { latestDates } from './latest-dates.ts';
import type { Examined, MetCode, Ways } from './examined.ts';
import { questionsOf } from './questions.ts';
import { recordQuality, type RecordQuality } from './record-quality.ts';
import { shownValues } from './shown-value.ts';
import { usableRows, type UsableRows } from './usable-rows.ts';

/** What was found out about one type. */
export interface TypeReport {
  readonly quality: RecordQuality;
  readonly findings: readonly Finding[];
  /** Codes met, by field, as they may be shown. */
  readonly codes: Readonly<Record<string, readonly string[]>>;
  /** The latest day of each date field. */
  readonly latest: Readonly<Record<string, string>>;
}

/** A department's database held against its mapping, type by type, for the operator: nothing here asks for a grant. */
export interface Examination {
  readonly tables: ReadonlyMap<string, TableShape>;
  /** Why types could not be tied to the database. A fault of the mapping as a whole stands under `''`. */
  readonly faults: ReadonlyMap<string, CodedError>;
  /** Types that the source keeps and that could be tied. */
  readonly types: ReadonlySet<string>;
  report(type: string, ways: Ways): Promise<TypeReport>;
  /** What is found in code lists, for the department as a whole. */
  codeLists(): Promise<Finding[]>;
  /** The different values of a field, batch after batch. */
  values(type: string, field: string): AsyncGenerator<readonly Met[]>;
  /** How many rows measures can use, up to a last day of data. */
  usable(type: string, measures: readonly string[], asOf: string): Promise<UsableRows[]>;
  close(): Promise<void>;
}

/** A whole table may be read for one question: ten minutes. */
const statementTimeout = 600_000;

function coded(error: unknown): CodedError {
  if (error instanceof CodedError) return error;
  throw error;
}

async function bindAll(
  live: Live,
  types: readonly RecordType[],
): Promise<{ bounds: Map<string, Bound>; faults: Map<string, CodedError> }> {
  const bounds = new Map<string, Bound>();
  const faults = new Map<string, CodedError>();
  try {
    refuseSharedKeys(live.read);
  } catch (error) {
    faults.set('', coded(error));
  }
  for (const type of types) {
    try {
      const bound = await bind(live, type);
      await probe(live.connection, live.read, bound);
      bounds.set(type.name, bound);
    } catch (error) {
      faults.set(type.name, coded(error));
    }
  }
  return { bounds, faults };
}

/** A question that the database refuses costs its own answer only. */
async function ask<T>(question: () => Promise<T> | T, otherwise: (error: CodedError) => T): Promise<T> {
  try {
    return await question();
  } catch (error) {
    return otherwise(coded(error));
  }
}

function notChecked(what: string, error: CodedError): Finding[] {
  return [finding('NOT_CHECKED', { field: what, about: { why: error.code, sentence: error.message } })];
}

async function report(
  live: Live,
  register: Register,
  bounds: Map<string, Bound>,
  type: string,
  ways: Ways,
): Promise<TypeReport> {
  const { connection, read } = live;
  const bound = bounds.get(type);
  const mapping = read.mapping.types[type];
  const obligation = operatorRight(type);
  if (!bound || !mapping) throw new TypeError(`${type} was not tied`);
  const quality = await recordQuality(connection, bound, obligation, register);
  if ('absent' in mapping || !bound.rows)
    return {
      quality,
      findings: [finding('NOT_KEPT', { about: { reason: bound.absent ?? '' } })],
      codes: {},
      latest: {},
    };
  const findings: Finding[] = [];
  const codes = new Map<string, readonly MetCode[]>();
  const uncoded = { live, register, bound, rows: bound.rows, mapping, ways, quality, bounds };
  for (const field of [...bound.columns.keys()].filter(each => isCoded(uncoded, each))) {
    const failed = (error: CodedError): MetCode[] => {
      findings.push(...notChecked(field, error));
      return [];
    };
    codes.set(field, await ask(() => codesMet(uncoded, field), failed));
  }
  const examined: Examined = { ...uncoded, codes };
  for (const [name, question] of questionsOf(examined))
    findings.push(...(await ask(question, error => notChecked(name, error))));
  const latest = await ask(
    () => latestDates(examined),
    () => ({}),
  );
  return { quality, findings, codes: shownCodes(codes), latest };
}

function shownCodes(codes: ReadonlyMap<string, readonly MetCode[]>): Record<string, readonly string[]> {
  return Object.fromEntries(
    [...codes].map(([field, met]) => [
      field,
      shownValues(met, met.length)
        .map(({ value }) => value)
        .sort(),
    ]),
  );
}

/** Opens a database for a check. Faults: BAD_DATABASE_URL, DATABASE_UNAVAILABLE; those of single types are kept. */
export async function openExamination(
  url: string,
  read: ReadMapping,
  types: readonly RecordType[],
  register: Register,
): Promise<Examination> {
  const connection = connect(url, { poolSize: 1, statementTimeout });
  try {
    const live: Live = { connection, read, tables: await connection.tables() };
    const { bounds, faults } = await bindAll(live, types);
    return {
      tables: live.tables,
      faults,
      types: new Set(bounds.keys()),
      report: (type, ways) => report(live, register, bounds, type, ways),
      codeLists: () =>
        ask(
          () => dictionaryCodes(live),
          error => notChecked('codes', error),
        ),
      async *values(type, field) {
        const bound = bounds.get(type);
        if (bound) yield* distinctValues(connection, bound, field);
      },
      usable: async (type, measures, asOf) => {
        const bound = bounds.get(type);
        return bound ? usableRows(connection, bound, measures, asOf) : [];
      },
      close: () => connection.close(),
    };
  } catch (error) {
    await connection.close();
    throw error;
  }
}
