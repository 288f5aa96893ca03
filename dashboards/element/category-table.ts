import type { Language } from '../../lib/kernel/text.ts';
import { categoryWord, type CategoryWords, type Figure, type Indicator, typesOf } from '../../lib/indicators/index.ts';
import { certaintyText, countsText, valueText } from '../page/figure-text.ts';
import { words } from '../page/words.ts';
import { build } from './build.ts';

/** An indicator's first number for each value of a dimension, the values in words. */
export function categoryTable(
  figures: readonly Figure[],
  indicator: Indicator,
  categories: CategoryWords,
  language: Language,
): HTMLElement {
  const first = figures.filter(({ form, part }) => form === figures[0]?.form && part === figures[0].part);
  if (first.length === 0) return build('p', { class: 'quiet' }, words.noBreakdown[language]);
  const head = [words.byCategory, words.value, words.sure, words.counted].map(word =>
    build('th', { scope: 'col' }, word[language]),
  );
  const rows = first.map(figure => {
    const { name = '', value = null } = figure.dimension ?? {};
    const word =
      value === null ? words.unmapped[language] : categoryWord(categories, typesOf(indicator), name, value, language);
    const cells = [valueText(figure, language), certaintyText(figure, language), countsText(figure)];
    return build('tr', {}, build('th', { scope: 'row' }, word), ...cells.map(cell => build('td', {}, cell)));
  });
  return build('table', {}, build('thead', {}, build('tr', {}, ...head)), build('tbody', {}, ...rows));
}
