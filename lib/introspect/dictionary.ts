import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { pinyinInitials } from './pinyin-initials.ts';

/** What a column is whose name ends in a word. */
export type Role =
  | 'key'
  | 'code'
  | 'date'
  | 'label'
  | 'status'
  | 'deleted'
  | 'valid'
  | 'flag'
  | 'amount'
  | 'count'
  | 'area'
  | 'geometry'
  | 'coordinate'
  | 'person'
  | 'note'
  | 'reserve'
  | 'audit';

/** One thing that a word can mean. */
export interface Sense {
  readonly concept: string;
  /** The word in Chinese, for the reader. */
  readonly zh: string;
  readonly role: Role | undefined;
  /** 1 to 4 where it names a person. */
  readonly grade: number | undefined;
  /** Concepts that clerks use for the same. */
  readonly near: readonly string[];
}

/** Words of the domain by how they are written. */
export interface Dictionary {
  readonly zh: ReadonlyMap<string, readonly Sense[]>;
  readonly pinyin: ReadonlyMap<string, readonly Sense[]>;
  readonly en: ReadonlyMap<string, readonly Sense[]>;
  readonly longest: { readonly zh: number; readonly pinyin: number };
}

interface Entry {
  readonly zh: string;
  readonly py?: string;
  readonly en?: string;
  readonly role?: Role;
  readonly grade?: number;
  readonly near?: string;
}

const files = ['general', 'people-and-places', 'justice-departments', 'service-departments'];

function words(text: string | undefined): string[] {
  return text?.split(' ') ?? [];
}

function add(index: Map<string, Sense[]>, word: string, sense: Sense): void {
  const senses = index.get(word) ?? [];
  if (!senses.some(s => s.concept === sense.concept)) senses.push(sense);
  index.set(word, senses);
}

function longest(index: ReadonlyMap<string, unknown>): number {
  return Math.max(...[...index.keys()].map(word => word.length));
}

function readDictionary(): Dictionary {
  const zh = new Map<string, Sense[]>();
  const pinyin = new Map<string, Sense[]>();
  const en = new Map<string, Sense[]>();
  for (const file of files) {
    const text = readFileSync(join(import.meta.dirname, 'dictionary', `${file}.yaml`), 'utf8');
    for (const [concept, entry] of Object.entries(parse(text) as Record<string, Entry>)) {
      const chinese = words(entry.zh);
      const sense = (word: string | undefined): Sense => ({
        concept,
        zh: word ?? concept,
        role: entry.role,
        grade: entry.grade,
        near: words(entry.near),
      });
      for (const word of chinese) add(zh, word, sense(word));
      // The reader is shown the word that the initials are of.
      for (const initials of words(entry.py))
        add(pinyin, initials, sense(chinese.find(word => pinyinInitials(word) === initials) ?? chinese[0]));
      for (const word of words(entry.en)) add(en, word.replaceAll('_', ''), sense(chinese[0]));
    }
  }
  return { zh, pinyin, en, longest: { zh: longest(zh), pinyin: longest(pinyin) } };
}

let loaded: Dictionary | undefined;

/** The dictionary of the project, read once. */
export function dictionary(): Dictionary {
  loaded ??= readDictionary();
  return loaded;
}
