import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { CodedError, operatorError } from '../kernel/coded-error.ts';
import type { County } from '../kernel/county.ts';
import { readContract } from '../subgraph/index.ts';
import {
  newPseudonymKeys,
  pseudonymAlgorithms,
  readPseudonymKeys,
  rotatePseudonymKeys,
  type PseudonymAlgorithm,
  type PseudonymKeys,
} from '../trust/index.ts';

export interface PseudonymKeyOptions {
  readonly purpose: string;
  readonly out: string;
  readonly algorithm?: string;
  readonly rotate?: boolean;
  /** Moment from which a further key is used. */
  readonly from?: string;
}

/** Whole or not at all, and for its owner's eyes: a department may be reading it. */
function write(file: string, keys: PseudonymKeys): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(`${file}.part`, `${JSON.stringify(keys, null, 2)}\n`, { mode: 0o600 });
  renameSync(`${file}.part`, file);
}

function algorithmOf(word = 'HMAC-SHA-256'): PseudonymAlgorithm {
  const found = pseudonymAlgorithms.find(algorithm => algorithm === word);
  if (found) return found;
  throw operatorError('BAD_OPTION', {
    expected: `--algorithm to be one of ${pseudonymAlgorithms.join(', ')}`,
    got: word,
    todo: 'correct it',
  });
}

function momentOf(word: string | undefined, now: Date): Date {
  const moment = word === undefined ? now : new Date(word);
  if (!Number.isNaN(moment.getTime()) && moment >= now) return moment;
  throw operatorError('BAD_OPTION', {
    expected: '--from to be a moment from now on, as 2026-12-01T00:00:00+08:00',
    got: word ?? '',
    todo: 'correct it',
  });
}

function rotated(file: string, purpose: string, from: Date, now: Date): PseudonymKeys {
  const keys = existsSync(file) ? readPseudonymKeys(readFileSync(file, 'utf8'), file) : undefined;
  if (keys?.purpose === purpose) return rotatePseudonymKeys(keys, from, now);
  throw operatorError('BAD_PSEUDONYM_KEYS', {
    expected: `a key file of ${purpose} in ${file}`,
    got: keys ? 'one of another purpose' : 'none',
    todo: 'leave --rotate out to make the first',
  });
}

/** Makes a key file of a purpose, or gives it a further key. Says what to do with it, and nothing of the key. */
export function pseudonymKeys({ purpose, out, algorithm, rotate = false, from }: PseudonymKeyOptions): void {
  const now = new Date();
  if (!rotate && existsSync(out))
    throw operatorError('FILE_EXISTS', {
      expected: `no file ${out} yet`,
      got: 'one',
      todo: 'say --rotate to give it a further key, or name another',
    });
  const keys = rotate
    ? rotated(out, purpose, momentOf(from, now), now)
    : newPseudonymKeys(purpose, algorithmOf(algorithm), momentOf(from, now));
  write(out, keys);
  const epochs = keys.epochs.map(each => `  ${each.epoch}: ${each.from} – ${each.until}`);
  console.log(`${out}  ${purpose}, ${keys.algorithm}
${epochs.join('\n')}
同一文件经安全渠道交给两个部门，不交给网关 goes to both departments, and not to the gateway:
  countygraph serve subgraph ID --pseudonym-keys FILE`);
}

function purposesOf(county: County, id: string): string[] {
  try {
    const { pseudonyms, meetings } = readContract(id, { county: county.folder }).model;
    return [...new Set([...pseudonyms, ...meetings].map(({ purpose }) => purpose))];
  } catch (error) {
    // A department without a readable schema says so when it starts.
    if (error instanceof CodedError) return [];
    throw error;
  }
}

function fileOf(dataFolder: string, purpose: string): string {
  return join(dataFolder, 'keys', `${purpose}.json`);
}

/** Key files for a made-up county, whose departments all run here; made at its first start. */
export function ensurePseudonymKeys(county: County, dataFolder: string): void {
  if (county.seed === undefined) return;
  for (const purpose of new Set(county.departments.flatMap(({ id }) => purposesOf(county, id)))) {
    const file = fileOf(dataFolder, purpose);
    if (!existsSync(file)) write(file, newPseudonymKeys(purpose, 'HMAC-SHA-256', new Date()));
  }
}

/** The key files in a county's data folder that a department shares in. */
export function pseudonymKeyFiles(county: County, id: string, dataFolder: string): string[] {
  return purposesOf(county, id)
    .map(purpose => fileOf(dataFolder, purpose))
    .filter(file => existsSync(file));
}
