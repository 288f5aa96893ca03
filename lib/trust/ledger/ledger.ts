import { callerError, type CodedError } from '../../kernel/coded-error.ts';
import { canonicalJson } from './canonical-json.ts';
import { checkpointHash, signCheckpoint, type KeptCheckpoint } from './checkpoint.ts';
import type { Frontier } from './frontier.ts';
import { ledgerFiles, type LedgerHead } from './ledger-folder.ts';
import { asJson, beijingTime, monthOf, type LedgerEntry } from './ledger-record.ts';
import { appendLine } from './lines.ts';
import { RecordFile, type LedgerSync } from './record-file.ts';
import { logId, type KeyPair } from './signing.ts';
import { recentCheckpoints, type Tail } from './tail.ts';
import { leafHash } from './tree-hash.ts';

export interface LedgerOptions {
  /** Default `disk`. */
  readonly sync?: LedgerSync | undefined;
  /** Milliseconds from a record to the checkpoint after it. Default five minutes; ten with SM2, whose signatures cost more. */
  readonly checkpointEvery?: number | undefined;
  /** Tells the operator, in one sentence, why records cannot be written. Default: nobody. */
  readonly tell?: ((sentence: string) => void) | undefined;
  /** The clock, in milliseconds. Default the machine's. */
  readonly now?: (() => number) | undefined;
}

interface Waiting {
  readonly entry: LedgerEntry;
  resolve(seq: number): void;
  reject(error: Error): void;
}

interface Parts {
  readonly folder: string;
  readonly head: LedgerHead;
  readonly keys: KeyPair;
  readonly tail: Tail;
  readonly unlock: () => void;
}

function unavailable(cause: unknown): CodedError {
  return callerError(
    'AUDIT_UNAVAILABLE',
    {
      expected: "the department's ledger to take the record of this read",
      got: 'one that could not be written',
      todo: 'try again later; without a record nothing is given out',
    },
    { cause },
  );
}

/** A department's ledger, open for writing. One process has it at a time. */
export class Ledger {
  readonly folder: string;
  readonly head: LedgerHead;
  readonly keys: KeyPair;
  readonly #options: LedgerOptions;
  readonly #file: RecordFile;
  readonly #unlock: () => void;
  #tail: Tail;
  #waiting: Waiting[] = [];
  #writing: Promise<void> | undefined;
  #isClosed = false;
  #lastFault = '';
  #lastCheckpoint: KeptCheckpoint | undefined;
  #timer: NodeJS.Timeout | undefined;

  constructor({ folder, head, keys, tail, unlock }: Parts, options: LedgerOptions) {
    this.folder = folder;
    this.head = head;
    this.keys = keys;
    this.#tail = tail;
    this.#unlock = unlock;
    this.#options = options;
    this.#file = new RecordFile(ledgerFiles(folder).segment(tail.month), tail.offset, options.sync ?? 'disk');
    this.#lastCheckpoint = recentCheckpoints(folder).at(-1);
  }

  /** Records written. */
  get size(): number {
    return this.#tail.frontier.size;
  }

  /** The place after the last record. */
  get tail(): Tail {
    return this.#tail;
  }

  now(): string {
    return beijingTime((this.#options.now ?? Date.now)());
  }

  /**
   * Writes a record; what comes in the same turn, or while the disk is at work, shares one write. The place of the record, once it is
   * written. Refusal: AUDIT_UNAVAILABLE, and then it is not there.
   */
  append(entry: LedgerEntry): Promise<number> {
    return new Promise((resolve, reject) => {
      if (this.#isClosed) {
        reject(unavailable('closed'));
        return;
      }
      this.#waiting.push({ entry, resolve, reject });
      this.#writing ??= this.#writeAll();
    });
  }

  async #writeAll(): Promise<void> {
    await new Promise(resolve => setImmediate(resolve));
    while (this.#waiting.length > 0) {
      const group = this.#waiting;
      this.#waiting = [];
      const first = this.size;
      try {
        this.#tail = await this.#write(group.map(({ entry }) => entry));
        this.#lastFault = '';
        for (const [i, { resolve }] of group.entries()) resolve(first + i);
      } catch (error) {
        this.#tellFault(error);
        for (const { reject } of group) reject(unavailable(error));
      }
    }
    // In the same turn as the last look at what waits: what comes a turn later must find nobody at work.
    this.#writing = undefined;
    this.#timer ??= setTimeout(
      () => void this.checkpoint().catch((error: unknown) => this.#tellFault(error)),
      this.#options.checkpointEvery ?? (this.keys.algorithm === 'sm2' ? 600_000 : 300_000),
    ).unref();
  }

  async #write(entries: readonly LedgerEntry[]): Promise<Tail> {
    const { lastTime } = this.#tail;
    const clock = this.now();
    const isBack = clock < lastTime;
    const time = isBack ? lastTime : clock;
    const frontier = this.#tail.frontier.copy();
    let last = this.#tail.last;
    const lines = entries.map((entry, i) => {
      const envelope = { seq: frontier.size, time, prev: last, ...(isBack && i === 0 ? { clock } : {}) };
      const line = Buffer.from(`${canonicalJson(asJson({ ...entry, ...envelope }))}\n`);
      last = addLeaf(frontier, line.subarray(0, -1));
      return line;
    });
    const month = monthOf(time);
    await this.#file.add(ledgerFiles(this.folder).segment(month), Buffer.concat(lines));
    return { frontier, month, offset: this.#file.length, last, lastTime: time };
  }

  /** Told once for each kind of fault, not for each request. */
  #tellFault(error: unknown): void {
    const { code, message } = error as NodeJS.ErrnoException;
    const fault = code ?? message;
    if (fault === this.#lastFault) return;
    this.#lastFault = fault;
    this.#options.tell?.(
      `AUDIT_UNAVAILABLE: Expected to write the ledger ${this.folder}, got ${fault}; make room or give rights, until then every read is refused.`,
    );
  }

  /** Signs what is written, if anything was since the last time. */
  async checkpoint(): Promise<KeptCheckpoint | undefined> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const tail = this.#tail;
    const { size, nodes } = tail.frontier;
    const before = this.#lastCheckpoint;
    if (size === (before?.size ?? 0)) return before;
    await this.#file.flush();
    if (this.#lastCheckpoint !== before) return this.#lastCheckpoint;
    const body = {
      log: logId(this.head.key),
      department: this.head.department,
      size,
      root: tail.frontier.root().toString('hex'),
      time: this.now(),
      previous: before ? checkpointHash(before) : '',
    };
    const kept: KeptCheckpoint = {
      ...signCheckpoint(body, this.keys),
      month: tail.month,
      offset: tail.offset,
      frontier: nodes.map(node => node.toString('hex')),
      last: tail.last,
      lastTime: tail.lastTime,
    };
    appendLine(ledgerFiles(this.folder).checkpoints, kept);
    this.#lastCheckpoint = kept;
    return kept;
  }

  /** Writes what is waiting, signs it and gives the ledger free. */
  async close(): Promise<void> {
    if (this.#isClosed) return;
    this.#isClosed = true;
    await this.#writing;
    // A disk that is full must not keep a department from ending; the next start signs what is there.
    await this.checkpoint().catch((error: unknown) => this.#tellFault(error));
    this.abandon();
  }

  /** Gives it free as it is. */
  abandon(): void {
    this.#isClosed = true;
    clearTimeout(this.#timer);
    this.#file.close();
    this.#unlock();
  }
}

function addLeaf(frontier: Frontier, bytes: Buffer): string {
  const leaf = leafHash(frontier.algorithm, bytes);
  frontier.append(leaf);
  return leaf.toString('hex');
}
