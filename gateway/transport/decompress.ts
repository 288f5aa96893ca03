import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { TransportError } from './transport.ts';

const unzip = promisify(gunzip);

/** Whether a department's answer is in a coding that we read: as it is, or gzip. */
export function isReadable(contentEncoding: string | undefined): boolean {
  return contentEncoding === undefined || contentEncoding === 'identity' || contentEncoding === 'gzip';
}

/** Unpacks gzip, to `longest` bytes at most: a few bytes may unpack to gigabytes. Rejects with SUBGRAPH_ERROR. */
export function decompress(body: Buffer, longest: number): Promise<Buffer> {
  return unzip(body, { maxOutputLength: longest }).catch((cause: unknown) => {
    throw new TransportError('SUBGRAPH_ERROR', { cause });
  });
}
