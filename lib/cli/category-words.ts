import { categoryWord, type CategoryWords, type Figure, type Indicator, typesOf } from '../indicators/index.ts';
import type { Language } from '../kernel/text.ts';

/** Figures whose categories are told in words, for the eye; programs keep the codes. */
export function figuresInWords(
  figures: readonly Figure[],
  catalogue: readonly Indicator[],
  words: CategoryWords,
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
