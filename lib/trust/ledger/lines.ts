import {
  appendFileSync,
  closeSync,
  existsSync,
  openSync,
  readFileSync,
  readSync,
  renameSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';

/** A line of a file: its bytes without the end of line, where it begins, and whether it has that end. */
export interface Line {
  readonly bytes: Buffer;
  readonly offset: number;
  readonly isWhole: boolean;
}

const chunkSize = 1 << 20;

/** Lines of a file from an offset on, one after the other, so that a file of any length can be read. */
export function* readLines(file: string, from = 0): Generator<Line> {
  if (!existsSync(file)) return;
  const descriptor = openSync(file, 'r');
  try {
    let [rest, offset] = [Buffer.alloc(0), from];
    for (let at = from; ;) {
      const chunk = Buffer.allocUnsafe(chunkSize);
      const got = readSync(descriptor, chunk, 0, chunkSize, at);
      if (got === 0) break;
      at += got;
      const bytes = rest.length === 0 ? chunk.subarray(0, got) : Buffer.concat([rest, chunk.subarray(0, got)]);
      let begin = 0;
      for (let end = bytes.indexOf(10); end >= 0; end = bytes.indexOf(10, begin)) {
        yield { bytes: bytes.subarray(begin, end), offset: offset + begin, isWhole: true };
        begin = end + 1;
      }
      offset += begin;
      rest = bytes.subarray(begin);
    }
    if (rest.length > 0) yield { bytes: rest, offset, isWhole: false };
  } finally {
    closeSync(descriptor);
  }
}

/** What the whole lines of a file hold; undefined for a line that is no JSON. */
export function readJsonLines(file: string): unknown[] {
  return [...readLines(file)].filter(line => line.isWhole).map(line => parsed(line.bytes));
}

/** The same for the end of a file that may be long. */
export function readLastJsonLines(file: string, bytes = 256 * 1024): unknown[] {
  if (!existsSync(file)) return [];
  const from = Math.max(0, statSync(file).size - bytes);
  // The first of them may have lost its beginning.
  const lines = [...readLines(file, from)].slice(from === 0 ? 0 : 1);
  return lines.filter(line => line.isWhole).map(line => parsed(line.bytes));
}

/** What a file holds; undefined for none, or one that is no JSON. */
export function readJson(file: string): unknown {
  return existsSync(file) ? parsed(readFileSync(file)) : undefined;
}

/** Puts a small file in the place of another, whole or not at all. */
export function replaceJson(file: string, value: unknown): void {
  const part = `${file}.${process.pid}.part`;
  writeFileSync(part, `${JSON.stringify(value)}\n`, { flush: true, mode: 0o600 });
  renameSync(part, file);
}

export function parsed(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8')) as unknown;
  } catch {
    return undefined;
  }
}

/** Adds a line to a small file and waits until it is on the disk. */
export function appendLine(file: string, value: unknown): void {
  appendFileSync(file, `${JSON.stringify(value)}\n`, { flush: true, mode: 0o600 });
}

/** Cuts the end of a small file that was begun and never finished: what it was to say has been told to nobody. */
export function cutTornLine(file: string): void {
  if (!existsSync(file)) return;
  let end = 0;
  for (const { isWhole, offset, bytes } of readLines(file)) if (isWhole) end = offset + bytes.length + 1;
  if (end < statSync(file).size) truncateSync(file, end);
}
