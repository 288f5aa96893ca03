import { join } from 'node:path';
import { CodedError } from '../kernel/coded-error.ts';
import type { County } from '../kernel/county.ts';
import type { Text } from '../kernel/text.ts';
import {
  openExamination,
  readMapping,
  type Examination,
  type ReadMapping,
  type RecordQuality,
} from '../source/index.ts';
import { readContract } from '../subgraph/index.ts';
import { driftOf } from './drift.ts';
import { told, toldDrift, toldFault, type CheckFinding } from './report.ts';
import { readSnapshot, tablesOf, writeSnapshot, type Snapshot, type TypeSnapshot } from './snapshot.ts';

export type Model = ReturnType<typeof readContract>['model'];

/** A department to check. */
export interface Candidate {
  readonly id: string;
  readonly name: Text;
  readonly databaseUrl: string;
  /** Default: `<id>.mapping.yaml` in the county's folder. */
  readonly mapping?: string;
}

/** A department while the county is checked. */
export interface Opened {
  readonly candidate: Candidate;
  readonly model: Model | undefined;
  readonly read: ReadMapping | undefined;
  /** Undefined where the database or the mapping cannot be opened; `findings` says why. */
  readonly examination: Examination | undefined;
  readonly types: Record<string, RecordQuality>;
  readonly findings: CheckFinding[];
}

function fault(error: unknown): CodedError {
  if (error instanceof CodedError && error.kind !== 'invariant') return error;
  throw error;
}

/** Opens a department as far as it goes. */
export async function openCandidate(county: County, candidate: Candidate): Promise<Opened> {
  const findings: CheckFinding[] = [];
  let [model, read, examination]: [Model?, ReadMapping?, Examination?] = [];
  try {
    model = readContract(candidate.id, { county: county.folder }).model;
    read = readMapping(candidate.mapping ?? join(county.folder, `${candidate.id}.mapping.yaml`));
    const register = { county: county.code, has: (code: string) => county.areas.has(code) };
    examination = await openExamination(candidate.databaseUrl, read, [...model.records.values()], register);
    for (const [type, error] of examination.faults) findings.push(toldFault(type || null, error));
  } catch (error) {
    findings.push(toldFault(null, fault(error)));
  }
  return { candidate, model, read, examination, types: {}, findings };
}

/** Asks all questions about a department's types. `onType` is told before each. */
export async function askAll(opened: Opened, onType: (type: string) => void): Promise<Record<string, TypeSnapshot>> {
  const { model, examination, findings } = opened;
  const snapshots: Record<string, TypeSnapshot> = {};
  if (!model || !examination) return snapshots;
  for (const type of examination.types) {
    onType(type);
    const fields = model.records.get(type)?.fields;
    const links = new Map([...(model.links.get(type) ?? [])].filter(([field]) => fields?.get(field) === 'link'));
    const askedBy = new Set(model.children.filter(child => child.child === type).map(child => child.via));
    try {
      const { quality, codes, latest, findings: found } = await examination.report(type, { links, askedBy });
      opened.types[type] = quality;
      findings.push(...found.map(each => told(type, each)));
      if (quality.notKept === null) snapshots[type] = { rows: quality.rows, counted: quality.counted, codes, latest };
    } catch (error) {
      findings.push(toldFault(type, fault(error)));
    }
  }
  findings.push(...(await examination.codeLists()).map(each => told(null, each)));
  return snapshots;
}

/** Says what has changed since the last check, and keeps what is there now unless `record` is false. */
export function compareWithLast(
  { candidate, read, examination, findings }: Opened,
  types: Record<string, TypeSnapshot>,
  { folder, today, record }: { readonly folder: string; readonly today: string; readonly record: boolean },
): void {
  if (!read || !examination) return;
  const before = readSnapshot(folder, candidate.id);
  const now: Snapshot = { takenOn: today, tables: tablesOf(read, examination.tables), types };
  if (before) findings.push(...driftOf(before, now).map(toldDrift));
  // What could not be looked at today is compared with what it was before.
  if (record) writeSnapshot(folder, candidate.id, { ...now, types: { ...before?.types, ...types } });
}
