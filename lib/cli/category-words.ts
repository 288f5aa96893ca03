import type { Figure, Indicator } from '../indicators/index.ts';
import type { Language } from '../kernel/text.ts';
import type { ValueWords } from '../subgraph/index.ts';

/** What a code of a field is called, in the first of some types that has it; the code itself where nobody says. */
export function categoryWord(
  words: ValueWords,
  types: readonly string[],
  field: string,
  code: string,
  language: Language,
): string {
  const word = types.map(type => words.get(type)?.get(field)?.get(code)).find(each => each !== undefined);
  return word?.[language] ?? code;
}

/** Figures whose categories are told in words, for the eye; programs keep the codes. */
export function figuresInWords(
  figures: readonly Figure[],
  catalogue: readonly Indicator[],
  words: ValueWords,
  language: Language,
): Figure[] {
  const byId = new Map(catalogue.map(each => [each.id, typesOf(each)]));
  return figures.map(figure => {
    const { dimension, id } = figure;
    if (dimension === null || dimension.value === null) return figure;
    const value = categoryWord(words, byId.get(id) ?? [], dimension.name, dimension.value, language);
    return { ...figure, dimension: { ...dimension, value } };
  });
}

function typesOf({ forms }: Indicator): string[] {
  return forms.flatMap(({ parts }) => parts.flatMap(({ formula }) => formula.terms.map(({ type }) => type)));
}
