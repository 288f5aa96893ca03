import type { Language } from '../../lib/kernel/text.ts';
import type { Figure, Indicator } from '../../lib/indicators/index.ts';
import { certaintyText, periodText, valueText } from '../page/figure-text.ts';
import { versionMarks } from '../page/version-marks.ts';
import { statusWords, words } from '../page/words.ts';
import { build } from './build.ts';

/** A trend as a table, with a row of its own where another version of the definition begins. */
export function monthTable(figures: readonly Figure[], indicator: Indicator, language: Language): HTMLElement {
  const marks = new Map(versionMarks(figures, indicator, language).map(mark => [mark.before, mark]));
  const columns = [words.period, words.value, words.sure, words.status, words.version];
  const rows = figures.flatMap(figure => {
    const mark = marks.get(figure.period.label);
    const isProvisional = figure.status === 'provisional';
    const cells = [
      valueText(figure, language),
      certaintyText(figure, language),
      isProvisional ? statusWords.provisional[language] : '',
      String(figure.definitionVersion),
    ];
    const row = build(
      'tr',
      {},
      build('th', { scope: 'row' }, periodText(figure.period, language)),
      ...cells.map(cell => build('td', {}, cell)),
    );
    const changed = mark && build('td', { colspan: String(columns.length) }, mark.text);
    return changed ? [build('tr', { class: mark.breaks ? 'mark breaks' : 'mark' }, changed), row] : [row];
  });
  const head = columns.map(word => build('th', { scope: 'col' }, word[language]));
  return build('table', {}, build('thead', {}, build('tr', {}, ...head)), build('tbody', {}, ...rows));
}
