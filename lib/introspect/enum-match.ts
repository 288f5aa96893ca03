import { showable, type CodeGuess } from './code-guess.ts';
import { likeness, meaningOf, type WantedWord } from './meaning.ts';
import { chineseIn, readComment, readName } from './reading.ts';
import type { WantedValue } from './wanted.ts';

/** Codes of the source and the schema's values that they mean. */
export interface EnumMatch {
  readonly map: ReadonlyMap<string, string>;
  /** Share of the rows with a code whose meaning is found. */
  readonly share: number;
}

function wordsOf(text: string): WantedWord[] {
  const segments = chineseIn(text).flatMap(run => readComment(run)?.segments ?? []);
  return segments.map(segment => ({ concepts: new Set(segment.senses.map(sense => sense.concept)), weight: 1 }));
}

/** How alike a label and a value's description are: the same, one within the other, or of the same words. */
function alike(label: string, value: WantedValue): number {
  const said = value.said;
  if (said === '') return label.toUpperCase() === value.value ? 1 : 0;
  if (label === said || label.toUpperCase() === value.value) return 1;
  if (label.includes(said)) return 0.9 + said.length / 1000;
  if (said.includes(label) && label.length >= 2) return 0.8 + label.length / 1000;
  const neutral = new Set<string>();
  const comment = likeness(meaningOf('', label), { words: wordsOf(said), neutral }).value;
  return comment > 0.4 ? comment * 0.75 : 0;
}

/** The schema's own word, or initials that clerks use for codes: WG for 网格. */
function byCode(code: string, values: readonly WantedValue[]): { value: WantedValue; score: number }[] {
  const same = values.find(({ value }) => value === code.toUpperCase());
  if (same) return [{ value: same, score: 1 }];
  if (!/^[A-Z]{2,4}$/i.test(code)) return [];
  const concepts = new Set(
    readName(code).flatMap(reading =>
      reading.segments.filter(s => s.text === code.toLowerCase()).flatMap(s => s.senses.map(sense => sense.concept)),
    ),
  );
  return values.map(value => {
    const words = wordsOf(value.said);
    const hit = words.findIndex(word => [...word.concepts].some(concept => concepts.has(concept)));
    return { value, score: hit < 0 ? 0 : hit === 0 ? 0.7 : 0.6 };
  });
}

function best(code: string, label: string | undefined, values: readonly WantedValue[]): string | undefined {
  const scored =
    label === undefined ? byCode(code, values) : values.map(value => ({ value, score: alike(label, value) }));
  const [first, second] = scored.filter(each => each.score > 0.3).toSorted((a, b) => b.score - a.score);
  // Two that fit alike are no answer.
  return first && (!second || first.score > second.score) ? first.value.value : undefined;
}

/** Finds for each code of a column the schema's value that its label, or the code itself, says. */
export function matchEnum(codes: CodeGuess, values: readonly WantedValue[]): EnumMatch {
  const map = new Map<string, string>();
  const known = new Set([...codes.met.keys(), ...(codes.from === 'values' ? [] : codes.labels.keys())]);
  for (const code of known) {
    if (!showable(code)) continue;
    const value = best(code, codes.labels.get(code), values);
    if (value !== undefined) map.set(code, value);
  }
  const total = [...codes.met.values()].reduce((a, b) => a + b, 0);
  const rows = [...codes.met].reduce((sum, [code, n]) => sum + (map.has(code) ? n : 0), 0);
  return { map, share: total === 0 ? 0 : rows / total };
}
