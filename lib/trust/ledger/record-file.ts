import {
  closeSync,
  constants,
  fdatasync,
  fstatSync,
  fsyncSync,
  ftruncateSync,
  openSync,
  statSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { promisify } from 'node:util';

const waitForDisk = promisify(fdatasync);

/**
 * When a record counts as written: `disk` once the disk has it (fdatasync), so that it outlives a power cut; `system` once the
 * operating system has it, so that it outlives the end of the process only.
 */
export type LedgerSync = 'disk' | 'system';

/** The file that a ledger grows by. Written at known places only, so that it is seen when anybody else writes or cuts it. */
export class RecordFile {
  readonly #sync: LedgerSync;
  #descriptor: number | undefined;
  #path: string;
  /** Bytes that are answered for. */
  #length: number;
  /** Whether bytes after them may be there that a failed write has left, which nobody was answered for. */
  #mayHaveRest = false;

  constructor(path: string, length: number, sync: LedgerSync) {
    this.#path = path;
    this.#length = length;
    this.#sync = sync;
  }

  get length(): number {
    return this.#length;
  }

  /** Adds bytes to the file, or to a new one. When it returns they are there; when it throws they count as not written. */
  async add(path: string, bytes: Buffer): Promise<void> {
    if (path !== this.#path) this.#turnTo(path);
    try {
      const descriptor = this.#opened();
      for (let at = 0; at < bytes.length;) at += writeSync(descriptor, bytes, at, bytes.length - at, this.#length + at);
      if (this.#sync === 'disk') await waitForDisk(descriptor);
      this.#length += bytes.length;
    } catch (error) {
      // After a failed fdatasync the system may take pages for written that are not: the next write begins anew.
      this.#mayHaveRest = true;
      this.close();
      throw error;
    }
  }

  /** For a checkpoint, which must not promise what the disk does not have. */
  async flush(): Promise<void> {
    if (this.#descriptor !== undefined) await waitForDisk(this.#descriptor);
  }

  close(): void {
    const descriptor = this.#descriptor;
    this.#descriptor = undefined;
    if (descriptor !== undefined) closeSync(descriptor);
  }

  #turnTo(path: string): void {
    this.close();
    [this.#path, this.#length, this.#mayHaveRest] = [path, 0, false];
  }

  #opened(): number {
    if (this.#descriptor === undefined) {
      const make = this.#length === 0 ? constants.O_CREAT : 0;
      this.#descriptor = openSync(this.#path, constants.O_RDWR | make, 0o600);
      if (make !== 0) flushFolder(dirname(this.#path));
    }
    const { size, ino } = fstatSync(this.#descriptor);
    if (size > this.#length && this.#mayHaveRest) ftruncateSync(this.#descriptor, this.#length);
    else if (size !== this.#length) throw new Error(`the file has ${size} bytes where ${this.#length} were written`);
    if (statSync(this.#path).ino !== ino) throw new Error('another file in its place');
    this.#mayHaveRest = false;
    return this.#descriptor;
  }
}

/** A new file's name must be on the disk as well. */
function flushFolder(folder: string): void {
  const descriptor = openSync(folder, 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
