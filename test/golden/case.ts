import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
export type JsonObject = { [key: string]: Json };

/** A known answer: inputs, what they must give, and how closely. */
export interface GoldenCase {
  readonly id: string;
  readonly inputs: JsonObject;
  readonly expected: JsonObject;
  readonly tolerance: JsonObject;
}

export interface GoldenFile {
  readonly kind: string;
  readonly cases: readonly GoldenCase[];
}

export function readGolden(folder: string): GoldenFile[] {
  return readdirSync(folder)
    .filter(name => name.endsWith('.json'))
    .sort()
    .map(name => JSON.parse(readFileSync(join(folder, name), 'utf8')) as GoldenFile);
}
