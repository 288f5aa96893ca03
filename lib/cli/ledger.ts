import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { callerError } from '../kernel/coded-error.ts';
import { loadCounty } from '../kernel/county.ts';
import {
  acceptCosignature,
  beijingTime,
  checkpointsIn,
  checkProof,
  lastSeen,
  offer,
  openLedger,
  proveRecord,
  pruneLedger,
  readHead,
  verifyLedger,
  witness,
  type Cosignature,
  type Finding,
  type Offer,
  type VerifyReport,
  type Witnessed,
} from '../trust/ledger/index.ts';
import { ledgersFolder } from './department-ledger.ts';

export interface LedgerCommandOptions {
  readonly county: string;
  readonly data?: string;
  readonly ledger?: string;
}

/** The folder of the ledgers, and the departments that have one in it. */
export function ledgersOf(options: LedgerCommandOptions): { folder: string; departments: string[] } {
  const folder = ledgersFolder(loadCounty(options.county), options);
  const names = existsSync(folder) ? readdirSync(folder) : [];
  return { folder, departments: names.filter(name => existsSync(join(folder, name, 'ledger.json'))).toSorted() };
}

/** What the other departments beside this one saw of its ledger. */
function seenBeside(folder: string, departments: readonly string[], department: string): Witnessed[] {
  return departments
    .filter(other => other !== department)
    .flatMap(other => {
      const seen = lastSeen(join(folder, other), department);
      return seen ? [{ by: other, checkpoint: seen.checkpoint }] : [];
    });
}

function printReport(report: VerifyReport, seconds: number): void {
  const { department, size, from, hash, signature, signed, checkpoints, witnesses, torn, findings, counts } = report;
  const names = [...new Set(witnesses.map(({ by, size: upTo }) => `${by.replace(' (cosignature)', '')} ${upTo}`))];
  console.log(
    `${department}: ${size - from} records${from > 0 ? ` from ${from} on (those before were pruned)` : ''}, ${hash} and ${signature}, ` +
      `${checkpoints} checkpoints for ${signed} records, seen by ${names.join(', ') || 'nobody'}  (${seconds.toFixed(1)} s)`,
  );
  if (torn > 0)
    console.log(`  the last line is not finished (${torn} bytes): the department was killed, its next start cuts it`);
  if (size > signed) console.log(`  ${size - signed} records after the last checkpoint`);
  for (const { code, place, what } of findings) console.log(`  ${code} ${place}: ${what}`);
  for (const [code, count] of Object.entries(counts)) if (count > 20) console.log(`  ${code}: ${count} in all`);
  console.log(findings.length === 0 ? '  完整 nothing is wrong' : '  有问题 something is wrong');
}

export interface VerifyCommandOptions extends LedgerCommandOptions {
  readonly department?: readonly string[];
  /** Files with checkpoints that somebody kept. */
  readonly from?: readonly string[];
  /** A file of `prove` or `consistency`, in place of a ledger. */
  readonly proof?: string;
  readonly json?: boolean;
}

function verifyProof(file: string, [from]: readonly string[]): 0 | 1 {
  const trusted = from === undefined ? undefined : checkpointsIn(from).at(-1);
  const checked = checkProof(readFileSync(file, 'utf8'), trusted && { checkpoint: trusted });
  if ('shows' in checked) console.log(`完整 genuine: ${checked.shows}`);
  else printFinding(checked.finding);
  return 'shows' in checked ? 0 : 1;
}

function printFinding({ code, place, what }: Finding): void {
  console.log(`${code} ${place}: ${what}`);
}

/** Verifies ledgers, all of the folder or those named. 1 where anything is wrong. */
export function verifyLedgers(options: VerifyCommandOptions): 0 | 1 {
  const { from = [], proof } = options;
  if (proof !== undefined) return verifyProof(proof, from);
  const { folder, departments } = ledgersOf(options);
  const asked = options.department ?? departments;
  if (asked.length === 0) readHead(folder);
  const keys = new Map(departments.map(each => [each, readHead(join(folder, each)).key.key]));
  const reports = asked.map(department => {
    const began = performance.now();
    const kept = from.flatMap(file =>
      checkpointsIn(file)
        .filter(c => c.department === department)
        .map(checkpoint => ({ by: basename(file), checkpoint })),
    );
    const witnessed = [...seenBeside(folder, departments, department), ...kept];
    const report = verifyLedger(join(folder, department), { witnessed, keys });
    if (!options.json) printReport(report, (performance.now() - began) / 1000);
    return report;
  });
  if (options.json) console.log(JSON.stringify(reports, null, 2));
  return reports.every(({ findings }) => findings.length === 0) ? 0 : 1;
}

interface ToFile {
  readonly out?: string;
}

function give(value: object, { out }: ToFile): void {
  const text = JSON.stringify(value, null, 2);
  if (out === undefined) console.log(text);
  else writeFileSync(out, `${JSON.stringify(value)}\n`);
}

function number(text: string): number {
  const read = Number(text);
  if (Number.isInteger(read) && read >= 0) return read;
  throw callerError('BAD_RECORD_NUMBER', { expected: 'a whole number from 0 on', got: text, todo: 'correct it' });
}

export function prove(options: LedgerCommandOptions & ToFile & { department: string; record: string }): 0 {
  give(proveRecord(join(ledgersOf(options).folder, options.department), number(options.record)), options);
  return 0;
}

export function consistency(options: LedgerCommandOptions & ToFile & { department: string; since: string }): 0 {
  give(offer(join(ledgersOf(options).folder, options.department), number(options.since)), options);
  return 0;
}

export interface WitnessOptions extends LedgerCommandOptions, ToFile {
  readonly department: string;
  /** Whose ledger is looked at. */
  readonly of?: string;
  /** A file of `consistency`, where that ledger is elsewhere. */
  readonly offer?: string;
  /** A file of a cosignature that another department gave, to be kept. */
  readonly take?: string;
}

/** Looks at another department's checkpoint and signs it, or keeps what another one signed. */
export function witnessLedger(options: WitnessOptions): 0 {
  const { folder } = ledgersOf(options);
  const own = join(folder, options.department);
  if (options.take !== undefined) {
    acceptCosignature(own, JSON.parse(readFileSync(options.take, 'utf8')) as Cosignature);
    console.log(`${options.department} keeps it`);
    return 0;
  }
  const { of, offer: file } = options;
  if (of === undefined) {
    throw callerError('BAD_OPTION', { expected: '--of DEPARTMENT or --take FILE', got: 'neither', todo: 'name one' });
  }
  const shown =
    file === undefined
      ? offer(join(folder, of), lastSeen(own, of)?.checkpoint.size ?? 0)
      : (JSON.parse(readFileSync(file, 'utf8')) as Offer);
  const said = witness(own, shown, beijingTime(Date.now()));
  if (file === undefined) acceptCosignature(join(folder, of), said);
  if (file !== undefined || options.out !== undefined) give(said, options);
  console.error(`${options.department} has seen ${said.size} records of ${of}`);
  return 0;
}

export async function prune(options: LedgerCommandOptions & { department: string; months?: string }): Promise<0> {
  const folder = join(ledgersOf(options).folder, options.department);
  readHead(folder);
  const ledger = await openLedger(folder, { department: options.department });
  try {
    const pruned = await pruneLedger(ledger, options.months === undefined ? undefined : number(options.months));
    console.log(
      pruned
        ? `${options.department}: ${pruned.months.join(', ')} pruned`
        : `${options.department}: nothing is old enough`,
    );
  } finally {
    await ledger.close();
  }
  return 0;
}
