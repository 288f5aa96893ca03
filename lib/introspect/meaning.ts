import { readComment, readName, rolesOf, spoken, type Reading, type Segment } from './reading.ts';
import type { Role } from './dictionary.ts';

/** What is known of a table or column from its name and comment. */
export interface Meaning {
  readonly readings: readonly Reading[];
  readonly comment: Reading | undefined;
  /** From the comment where it says one, else from the plainest reading of the name. */
  readonly roles: ReadonlySet<Role>;
  /** For the reader: the comment, or the name in Chinese words. */
  readonly words: string;
}

/** Reads a name and its comment. */
export function meaningOf(name: string, comment: string | undefined): Meaning {
  const said = comment === undefined ? undefined : readComment(comment);
  const names = readName(name);
  const fromComment = said ? rolesOf(said) : new Set<Role>();
  const plain = names.filter(reading => reading.cost === 0);
  return {
    readings: [...(said ? [said] : []), ...names.map(r => (said ? { ...r, cost: r.cost + 1 } : r))],
    comment: said,
    roles: fromComment.size > 0 ? fromComment : new Set(plain.flatMap(reading => [...rolesOf(reading)])),
    words: comment ?? (names[0] ? spoken(names[0]) : ''),
  };
}

/** A word looked for: any of these concepts will do. */
export interface WantedWord {
  readonly concepts: ReadonlySet<string>;
  readonly weight: number;
}

/** What is looked for in a name. */
export interface Wanted {
  readonly words: readonly WantedWord[];
  /** Concepts that say nothing here, because the whole table is about them. */
  readonly neutral: ReadonlySet<string>;
}

/** Words that say what kind of a thing a column is, not which. */
const generic = new Set(['date', 'number', 'id', 'name', 'code', 'basic', 'information', 'record', 'registry']);
/** A word that clerks use for the same counts a little less than the word. */
const nearness = 0.65;

function match(segment: Segment, word: WantedWord): number {
  if (segment.senses.some(sense => word.concepts.has(sense.concept))) return 1;
  return segment.senses.some(sense => sense.near.some(concept => word.concepts.has(concept))) ? nearness : 0;
}

/** How well a name says what is wanted, 0 (nothing of it) to 1, and how it is read to do so. */
export interface Likeness {
  readonly value: number;
  readonly words: string;
}

function senseFor(segment: Segment, wanted: Wanted): string {
  const fits = (concepts: ReadonlySet<string>) =>
    segment.senses.find(sense => concepts.has(sense.concept) || sense.near.some(concept => concepts.has(concept)));
  const found = wanted.words.map(word => fits(word.concepts)).find(sense => sense !== undefined);
  return (found ?? fits(wanted.neutral) ?? segment.senses[0])?.zh ?? segment.text;
}

/** The harmonic mean of how much of what is wanted is said, and how much of what is said is wanted. */
function fit(reading: Reading, wanted: Wanted): number {
  const found = wanted.words.map(() => 0);
  let [hits, all] = [0, 0];
  for (const segment of reading.segments) {
    const matches = wanted.words.map(word => match(segment, word));
    const value = Math.max(0, ...matches);
    matches.forEach((m, i) => (found[i] = Math.max(found[i] ?? 0, m)));
    if (value === 0 && segment.senses.some(sense => wanted.neutral.has(sense.concept))) continue;
    const weight = segment.senses.some(sense => generic.has(sense.concept)) ? 0.2 : 1;
    hits += value * weight;
    all += weight;
  }
  if (hits === 0) return 0;
  const total = wanted.words.reduce((sum, word) => sum + word.weight, 0);
  const recall = wanted.words.reduce((sum, word, i) => sum + word.weight * (found[i] ?? 0), 0) / total;
  const precision = hits / all;
  return (2 * precision * recall) / (precision + recall);
}

/** Compares a name or comment with what is wanted, by the reading that suits it best. */
export function likeness(meaning: Meaning, wanted: Wanted): Likeness {
  let best: Likeness = { value: 0, words: '' };
  for (const reading of meaning.readings) {
    const value = fit(reading, wanted) / (1 + 0.5 * reading.cost);
    if (value <= best.value) continue;
    best = { value, words: reading.segments.map(segment => senseFor(segment, wanted)).join(' ') };
  }
  return best;
}

/** The best of several ways of saying it; the first, the name in the schema, goes before the others. */
export function likenessOfAny(
  meaning: Meaning,
  ways: readonly (readonly WantedWord[])[],
  neutral: ReadonlySet<string>,
): Likeness {
  let best: Likeness = { value: 0, words: '' };
  ways.forEach((words, i) => {
    const found = likeness(meaning, { words, neutral });
    const value = found.value * (i === 0 ? 1 : 0.97);
    if (value > best.value) best = { ...found, value };
  });
  return best;
}
