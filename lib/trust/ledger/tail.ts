import { fits, Frontier } from './frontier.ts';
import type { KeptCheckpoint } from './checkpoint.ts';
import { ledgerFiles, monthsOf } from './ledger-folder.ts';
import { readJsonLines, readLastJsonLines, readLines, type Line } from './lines.ts';
import { leafHash, type TreeHash } from './tree-hash.ts';

/** A place in a ledger, and what must be known of all that stands before it. */
export interface Tail {
  readonly frontier: Frontier;
  /** Month of the file of the last record; empty where there is none. */
  readonly month: string;
  /** Length of that file up to this place. */
  readonly offset: number;
  /** Leaf hash of the last record, in hex. */
  readonly last: string;
  readonly lastTime: string;
}

/** What is kept of pruned months, a line of pruned.jsonl: the tree's right edge after them, and where their last record led. */
export interface Pruned {
  readonly months: readonly string[];
  readonly size: number;
  readonly frontier: readonly string[];
  readonly last: string;
  readonly lastTime: string;
  readonly time: string;
}

export function beginning(algorithm: TreeHash): Tail {
  return { frontier: new Frontier(algorithm), month: '', offset: 0, last: '', lastTime: '' };
}

function frontierOf(algorithm: TreeHash, size: number, nodes: readonly string[]): Frontier | undefined {
  return fits(size, nodes.length)
    ? new Frontier(
        algorithm,
        size,
        nodes.map(node => Buffer.from(node, 'hex')),
      )
    : undefined;
}

/** Where the records that are still there begin: after the pruned ones. */
export function afterPruned(folder: string, algorithm: TreeHash): Tail {
  const { pruned } = ledgerFiles(folder);
  const last = readJsonLines(pruned).at(-1) as Pruned | undefined;
  const frontier = last && frontierOf(algorithm, last.size, last.frontier);
  return last && frontier
    ? { frontier, month: '', offset: 0, last: last.last, lastTime: last.lastTime }
    : beginning(algorithm);
}

/** Months whose records are there; the files of pruned ones may not have been deleted yet. */
export function keptMonths(folder: string): string[] {
  const pruned = readJsonLines(ledgerFiles(folder).pruned) as Pruned[];
  const gone = new Set(pruned.flatMap(({ months }) => months));
  return monthsOf(folder).filter(month => !gone.has(month));
}

/** Where a checkpoint was made; undefined where its right edge does not fold to its root. */
export function atCheckpoint(checkpoint: KeptCheckpoint, algorithm: TreeHash): Tail | undefined {
  const { size, month, offset, last, lastTime, root } = checkpoint;
  const frontier = frontierOf(algorithm, size, checkpoint.frontier);
  return frontier?.root().toString('hex') === root ? { frontier, month, offset, last, lastTime } : undefined;
}

export interface TailLine extends Line {
  readonly month: string;
}

/** Lines from a place on, file after file. */
export function* linesAfter(folder: string, { month, offset }: Pick<Tail, 'month' | 'offset'>): Generator<TailLine> {
  const files = ledgerFiles(folder);
  for (const each of keptMonths(folder)) {
    if (each < month) continue;
    for (const line of readLines(files.segment(each), each === month ? offset : 0)) yield { ...line, month: each };
  }
}

/** What a kill left: the end of the last file, without its end of line. */
export interface Torn {
  readonly month: string;
  readonly offset: number;
  readonly bytes: number;
}

/** Reads on from a place to the end. `see` gets each record's leaf hash. */
export function readOn(
  folder: string,
  from: Tail,
  see: (leaf: Buffer) => void = () => undefined,
): { tail: Tail; torn: Torn | undefined } {
  const frontier = from.frontier.copy();
  let [leaf, lastLine]: [Buffer | undefined, TailLine | undefined] = [undefined, undefined];
  let torn: Torn | undefined;
  for (const line of linesAfter(folder, from)) {
    if (!line.isWhole) {
      torn = { month: line.month, offset: line.offset, bytes: line.bytes.length };
      continue;
    }
    leaf = leafHash(frontier.algorithm, line.bytes);
    frontier.append(leaf);
    see(leaf);
    lastLine = line;
  }
  if (!leaf || !lastLine) return { tail: { ...from, frontier }, torn };
  const { time } = JSON.parse(lastLine.bytes.toString('utf8')) as { time: string };
  const offset = lastLine.offset + lastLine.bytes.length + 1;
  return { tail: { frontier, month: lastLine.month, offset, last: leaf.toString('hex'), lastTime: time }, torn };
}

/** All checkpoints of a ledger, those that cannot be read left out. */
export function readCheckpoints(folder: string): KeptCheckpoint[] {
  return readJsonLines(ledgerFiles(folder).checkpoints).filter(isCheckpoint);
}

/** The last of them, so that a start does not read the years before. */
export function recentCheckpoints(folder: string): KeptCheckpoint[] {
  return readLastJsonLines(ledgerFiles(folder).checkpoints).filter(isCheckpoint);
}

function isCheckpoint(read: unknown): read is KeptCheckpoint {
  const { size, root, frontier } = (read ?? {}) as Partial<KeptCheckpoint>;
  return typeof size === 'number' && typeof root === 'string' && Array.isArray(frontier);
}
