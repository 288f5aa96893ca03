import fs from 'node:fs';
import { ServerResponse, type IncomingMessage } from 'node:http';
import { syncBuiltinESMExports } from 'node:module';
import { brotliDecompressSync, gunzipSync, inflateSync, zstdDecompressSync } from 'node:zlib';
import { folderVariable, Report, type Kind } from './report.ts';

/*
 * Loaded into every Node process of a test run (NODE_OPTIONS, see run.ts): holds each answer of each HTTP server, all that is written
 * to standard output and error, and all that is written to files, against the canaries in the databases.
 */

/** The most that the project takes of an answer; what grows beyond is a test's bomb, and looked at packed. */
const largest = { maxOutputLength: 64 * 1024 * 1024 };

const decoders: Readonly<Record<string, (bytes: Buffer, options: typeof largest) => Buffer>> = {
  gzip: gunzipSync,
  deflate: inflateSync,
  br: brotliDecompressSync,
  zstd: zstdDecompressSync,
};

type Chunk = string | Uint8Array;

function bytesOf(chunk: unknown, encoding: unknown): Buffer | undefined {
  if (typeof chunk === 'string')
    return Buffer.from(chunk, typeof encoding === 'string' ? (encoding as BufferEncoding) : 'utf8');
  return chunk instanceof Uint8Array ? Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength) : undefined;
}

function decoded(bytes: Buffer, header: string): Buffer {
  const coding = /^content-encoding: *(\w+)/im.exec(header)?.[1]?.toLowerCase() ?? '';
  try {
    return decoders[coding]?.(bytes, largest) ?? bytes;
  } catch {
    // Cut off, or a bomb: what came is looked at as it is.
    return bytes;
  }
}

interface Written {
  readonly chunks: Buffer[];
  looked: boolean;
}

/** The head as it was sent; Node keeps it there. */
function headOf(response: ServerResponse): string {
  return String((response as unknown as { _header?: unknown })._header ?? '');
}

function watchAnswers(report: Report): void {
  const written = new WeakMap<ServerResponse, Written>();
  const prototype = ServerResponse.prototype as unknown as Record<
    'write' | 'end',
    (this: ServerResponse, chunk?: unknown, encoding?: unknown, done?: unknown) => unknown
  >;
  const { write, end } = prototype;
  const keep = (response: ServerResponse, chunk: unknown, encoding: unknown): Written => {
    let own = written.get(response);
    if (!own) {
      const fresh = (own = { chunks: [], looked: false });
      written.set(response, fresh);
      response.once('close', () => look(response, fresh));
    }
    const bytes = bytesOf(chunk, encoding);
    // Whoever writes may use his bytes again.
    if (bytes) own.chunks.push(Buffer.from(bytes));
    return own;
  };
  const look = (response: ServerResponse, own: Written): void => {
    if (own.looked) return;
    own.looked = true;
    const head = headOf(response);
    const { method = '', url = '' } = response.req as IncomingMessage;
    const body = decoded(Buffer.concat(own.chunks), head);
    report.look('answers', `${method} ${url.split('?')[0]}`, Buffer.concat([Buffer.from(head), body]));
  };
  let inside = false;
  prototype.write = function (chunk, encoding, done) {
    if (!inside) keep(this, chunk, encoding);
    return write.call(this, chunk, encoding, done);
  };
  prototype.end = function (chunk, encoding, done) {
    const own = keep(this, chunk, encoding);
    inside = true;
    try {
      return end.call(this, chunk, encoding, done);
    } finally {
      inside = false;
      look(this, own);
    }
  };
}

function watchOutput(report: Report): void {
  for (const name of ['stdout', 'stderr'] as const) {
    const stream = process[name];
    const write = stream.write.bind(stream) as (...args: unknown[]) => boolean;
    stream.write = ((chunk: Chunk, encoding?: unknown, done?: unknown) => {
      const bytes = bytesOf(chunk, encoding);
      if (bytes) report.look('output', `${name} of ${process.argv.slice(1, 5).join(' ')}`, bytes);
      return write(chunk, encoding, done);
    }) as typeof stream.write;
  }
}

type Anything = (...args: unknown[]) => unknown;

/** Logs that go past the streams, ledgers, key files, snapshots: whatever is written by its bytes. */
function watchFiles(report: Report): void {
  const look = (target: unknown, data: unknown, encoding: unknown): void => {
    const kind: Kind = target === 1 || target === 2 ? 'output' : 'files';
    const where =
      typeof target === 'number' ? `file ${target} of ${process.argv.slice(1, 5).join(' ')}` : String(target);
    // Programs of the tests as their runner keeps them.
    if (where.includes('/node_modules/')) return;
    const parts = Array.isArray(data) ? (data as unknown[]) : [data];
    for (const part of parts) {
      const bytes = bytesOf(part, encoding);
      if (bytes) report.look(kind, where, bytes);
    }
  };
  const functions = fs as unknown as Record<string, Anything>;
  // `appendFile` writes by `writeFile`.
  for (const name of ['write', 'writeSync', 'writev', 'writevSync', 'writeFile', 'writeFileSync']) {
    const original = functions[name];
    if (!original) continue;
    functions[name] = function (this: unknown, ...args: unknown[]) {
      look(args[0], args[1], typeof args[2] === 'string' ? args[2] : undefined);
      return original.apply(this, args);
    };
    // `util.promisify(fs.write)` and the like.
    Object.assign(functions[name], original);
  }
  const promises = fs.promises as unknown as Record<string, Anything>;
  for (const name of ['writeFile', 'appendFile']) {
    const original = promises[name];
    if (!original) continue;
    promises[name] = (...args) => {
      look(args[0], args[1], undefined);
      return original(...args);
    };
  }
  syncBuiltinESMExports();
}

const folder = process.env[folderVariable];
const installed = globalThis as { countygraphCanaries?: Report };
if (folder !== undefined && installed.countygraphCanaries === undefined) {
  const report = new Report(folder);
  installed.countygraphCanaries = report;
  watchAnswers(report);
  watchOutput(report);
  watchFiles(report);
}

/** For what goes neither through a server of ours, nor a file: an export of traces, an answer without HTTP. */
export function lookForCanaries(kind: Kind, where: string, text: string): void {
  installed.countygraphCanaries?.look(kind, where, Buffer.from(text));
}
