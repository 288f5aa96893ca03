import { checkpointHash, isGenuine, isGenuineCosignature, type Checkpoint, type KeptCheckpoint } from './checkpoint.ts';
import { Findings, type Finding, type FindingCode } from './findings.ts';
import { ledgerFiles, readHead, type LedgerHead } from './ledger-folder.ts';
import { readJsonLines } from './lines.ts';
import { RecordOrder, recordOf } from './record-order.ts';
import { logId } from './signing.ts';
import { afterPruned, linesAfter } from './tail.ts';
import { leafHash } from './tree-hash.ts';
import { readCosignatures } from './witness.ts';

/** Somebody outside of the ledger who saw one of its checkpoints. */
export interface Witnessed {
  /** The department, or the file. */
  readonly by: string;
  readonly checkpoint: Pick<Checkpoint, 'log' | 'size' | 'root' | 'time'>;
}

export interface VerifyOptions {
  /** Checkpoints that others have kept. */
  readonly witnessed?: readonly Witnessed[];
  /** Keys of witnesses, by department, where they are at hand. */
  readonly keys?: ReadonlyMap<string, string>;
}

export interface VerifyReport {
  readonly department: string;
  readonly hash: string;
  readonly signature: string;
  /** Records that are there, from `from` (those before were pruned) up to, and without, `size`. */
  readonly from: number;
  readonly size: number;
  readonly root: string;
  readonly checkpoints: number;
  /** Records that the last checkpoint vouches for. */
  readonly signed: number;
  /** Who vouches for how many records. */
  readonly witnesses: readonly { readonly by: string; readonly size: number; readonly time: string }[];
  /** The end of a line that was never finished, which the next start cuts: bytes. */
  readonly torn: number;
  readonly findings: readonly Finding[];
  readonly counts: Readonly<Partial<Record<FindingCode, number>>>;
}

/** A root that the tree must have at a size, and what it means where it has another. */
interface Claim {
  readonly root: string;
  readonly size: number;
  readonly code: FindingCode;
  readonly place: string;
  readonly by: string;
  readonly time: string;
}

/** Signatures of checkpoints, and that each names the one before. */
function checkCheckpoints(folder: string, { key }: LedgerHead, findings: Findings): KeptCheckpoint[] {
  const lines = readJsonLines(ledgerFiles(folder).checkpoints) as (KeptCheckpoint | undefined)[];
  const log = logId(key);
  let before: KeptCheckpoint | undefined;
  for (const [index, checkpoint] of lines.entries()) {
    const place = `checkpoints.jsonl:${index + 1}`;
    if (typeof checkpoint?.signature !== 'string' || checkpoint.log !== log || !isGenuine(checkpoint, key)) {
      findings.add('CHECKPOINT_FORGED', place, 'no checkpoint signed by the key of this ledger');
      continue;
    }
    if (checkpoint.previous !== (before ? checkpointHash(before) : '') || checkpoint.size <= (before?.size ?? 0))
      findings.add('CHECKPOINT_MISSING', place, 'it does not name the checkpoint before it as the one before');
    before = checkpoint;
  }
  return lines.filter(c => c !== undefined);
}

function checkpointClaims(checkpoints: readonly KeptCheckpoint[]): Claim[] {
  return checkpoints.map(({ size, root, time }, i) => ({
    root,
    size,
    time,
    code: 'ROOT_DIFFERS',
    place: `checkpoints.jsonl:${i + 1}`,
    by: `the checkpoint of ${time}, after ${checkpoints[i - 1]?.size ?? 0} records that the one before vouches for,`,
  }));
}

/** What others say, as far as it is theirs. */
function witnessClaims(
  folder: string,
  log: string,
  { witnessed = [], keys }: VerifyOptions,
  findings: Findings,
): Claim[] {
  const signed = readCosignatures(folder).filter(c => {
    const isKnown = (keys?.get(c.witness) ?? c.key.key) === c.key.key;
    if (c.log === log && isKnown && isGenuineCosignature(c)) return true;
    findings.add('WITNESS_FORGED', 'witnesses.json', `no cosignature of ${c.witness} on this ledger`);
    return false;
  });
  const claims = [
    ...signed.map(({ witness, size, root, time }) => ({
      by: `${witness} (cosignature)`,
      checkpoint: { log, size, root, time },
    })),
    ...witnessed,
  ];
  return claims.map(({ by, checkpoint: { size, root, time, log: of } }) => ({
    root,
    size,
    time,
    code: 'WITNESS_DIFFERS',
    place: by,
    by: of === log ? `what ${by} saw at ${time}` : `what ${by} saw at ${time}, of a ledger with another key,`,
  }));
}

function checkRoots(
  claims: ReadonlyMap<number, readonly Claim[]>,
  size: number,
  root: string,
  findings: Findings,
): void {
  for (const claim of claims.get(size) ?? []) {
    if (claim.root === root) continue;
    findings.add(claim.code, claim.place, `the first ${size} records are not those of ${claim.by} vouches for`);
  }
}

/** Claims about more records than there are. */
function checkLength(claims: readonly Claim[], size: number, findings: Findings): void {
  for (const claim of claims) {
    if (claim.size <= size) continue;
    const what = `records ${size} to ${claim.size - 1} are not there, which ${claim.by} vouches for`;
    findings.add('RECORDS_TRUNCATED', claim.place, what);
  }
}

/**
 * Verifies a ledger from its first record that was not pruned: the form, number, time and predecessor of each record, the roots of
 * all checkpoints, their signatures and order, and what witnesses saw.
 */
export function verifyLedger(folder: string, options: VerifyOptions = {}): VerifyReport {
  const head = readHead(folder);
  const findings = new Findings();
  const start = afterPruned(folder, head.hash);
  const checkpoints = checkCheckpoints(folder, head, findings);
  const all = [...checkpointClaims(checkpoints), ...witnessClaims(folder, logId(head.key), options, findings)];
  // What was pruned is proven by later checkpoints, whose roots rest on its right edge.
  const claims = Map.groupBy(
    all.filter(({ size }) => size >= start.frontier.size),
    ({ size }) => size,
  );
  const frontier = start.frontier.copy();
  const order = new RecordOrder(start, findings);
  let [torn, line, month] = [0, 0, ''];
  checkRoots(claims, frontier.size, frontier.root().toString('hex'), findings);
  for (const each of linesAfter(folder, start)) {
    line = each.month === month ? line + 1 : 1;
    month = each.month;
    const place = `records/${month}.jsonl:${line}`;
    if (!each.isWhole) {
      torn = each.bytes.length;
      continue;
    }
    const leaf = leafHash(head.hash, each.bytes);
    frontier.append(leaf);
    const record = recordOf(each, place, findings);
    if (record) order.see({ record, place, leaf: leaf.toString('hex') }, month);
    if (claims.has(frontier.size)) checkRoots(claims, frontier.size, frontier.root().toString('hex'), findings);
  }
  order.end(`records/${month}.jsonl:${line}`);
  checkLength(all, frontier.size, findings);
  return {
    department: head.department,
    hash: head.hash,
    signature: head.key.algorithm,
    from: start.frontier.size,
    size: frontier.size,
    root: frontier.root().toString('hex'),
    checkpoints: checkpoints.length,
    signed: checkpoints.at(-1)?.size ?? 0,
    witnesses: all
      .filter(({ code }) => code === 'WITNESS_DIFFERS')
      .map(({ place, size, time }) => ({ by: place, size, time })),
    torn,
    findings: findings.kept,
    counts: Object.fromEntries(findings.counts),
  };
}
