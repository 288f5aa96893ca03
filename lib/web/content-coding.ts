import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

export type ContentCoding = 'br' | 'gzip';

/** Bytes from which an answer is worth compressing: below, it is a packet or two in any case. */
export const leastCompressed = 2048;

const [brotli, gzipped] = [promisify(brotliCompress), promisify(gzip)];

/** What a reader takes compressed, by its Accept-Encoding: brotli before gzip, where it likes them alike. */
export function acceptedCoding(acceptEncoding: string | undefined): ContentCoding | undefined {
  if (acceptEncoding === undefined) return undefined;
  let best: { coding: ContentCoding; quality: number } | undefined;
  for (const one of acceptEncoding.toLowerCase().split(',')) {
    const [, coding, text = '1'] = /^\s*(br|gzip)\s*(?:;\s*q=([\d.]+)\s*)?$/.exec(one) ?? [];
    const quality = Number(text);
    if ((coding !== 'br' && coding !== 'gzip') || !(quality > 0)) continue;
    if (!best || quality > best.quality || (quality === best.quality && coding === 'br')) best = { coding, quality };
  }
  return best?.coding;
}

/** Compresses at the level that costs least, beside this thread. */
export function compress(body: Buffer, coding: ContentCoding): Promise<Buffer> {
  return coding === 'br'
    ? brotli(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 1, [constants.BROTLI_PARAM_SIZE_HINT]: body.length } })
    : gzipped(body, { level: 1 });
}
