import type { Language, Text } from '../kernel/text.ts';
import type { Indicator } from './indicator.ts';

/** What the codes of the departments' fields are called: by type of record, field and code. Plain data, to be sent. */
export type CategoryWords = Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, Text>>>>>>;

/** What a code of a field is called, in the first of some types that has it; the code itself where nobody says. */
export function categoryWord(
  words: CategoryWords,
  types: readonly string[],
  field: string,
  code: string,
  language: Language,
): string {
  const word = types.map(type => words[type]?.[field]?.[code]).find(each => each !== undefined);
  return word?.[language] ?? code;
}

/** The types of record that an indicator is computed from. */
export function typesOf({ forms }: Pick<Indicator, 'forms'>): string[] {
  const terms = forms.flatMap(({ parts }) => parts.flatMap(({ formula }) => formula.terms));
  return [...new Set(terms.map(({ type }) => type))];
}
