import { createHmac } from 'node:crypto';

/** Draws for a cell: always the same for one key and one cell, and nothing to be foretold without the key. */
export interface Draws {
  /** 0..base - 1, each as likely as the others. */
  offset(base: number, ...cell: readonly (string | null)[]): number;
  /** From 0 to below 1. */
  fraction(...cell: readonly (string | null)[]): number;
}

/** HMAC-SHA-256 of the cell's name under the department's key; the first 48 bits as a number. */
export function drawsOf(key: string | Buffer): Draws {
  const draw = (cell: readonly (string | null)[]): number =>
    createHmac('sha256', key).update(JSON.stringify(cell)).digest().readUIntBE(0, 6);
  return {
    offset: (base, ...cell) => draw(cell) % base,
    fraction: (...cell) => draw(cell) / 2 ** 48,
  };
}
