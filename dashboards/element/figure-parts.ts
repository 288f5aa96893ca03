import type { Language } from '../../lib/kernel/text.ts';
import {
  categoryWord,
  type CategoryWords,
  definitionOn,
  type Figure,
  type Indicator,
  typesOf,
} from '../../lib/indicators/index.ts';
import { dimensionWords } from '../page/dimension-words.ts';
import * as text from '../page/figure-text.ts';
import { formWords, statusWords, words } from '../page/words.ts';
import { build } from './build.ts';

/** The value in large, how sure it is, what it is made of, and its status. */
export function figureLines(figure: Figure, language: Language): HTMLElement[] {
  const value = build('p', { class: 'value' });
  if (figure.value === null) value.append(build('span', { class: 'absent' }, statusWords[figure.status][language]));
  else {
    const unit = build('span', { class: 'unit' }, text.unitText(figure.unit, language));
    value.append(
      build('span', { class: 'number' }, text.about(figure) + text.numberText(figure.value, figure.unit)),
      unit,
    );
  }
  const lines = [
    value,
    build('p', { class: 'small' }, text.certaintyText(figure, language)),
    build(
      'p',
      { class: 'small quiet' },
      [text.countsText(figure), text.completenessText(figure, language)].filter(Boolean).join(' · '),
    ),
  ];
  if (figure.status !== 'provisional') return lines;
  const status = `${statusWords.provisional[language]} · ${text.reasonText(figure, language)}`;
  return [...lines, build('p', {}, build('span', { class: 'status' }, status))];
}

/** The other forms and parts of an indicator. */
export function otherFigures(figures: readonly Figure[], indicator: Indicator, language: Language): HTMLElement {
  const rows = figures.map(figure => {
    const name = partName(figure, indicator, language) || formWords[figure.form][language];
    const provisional = figure.status === 'provisional' && statusWords.provisional[language];
    const sure = [text.certaintyText(figure, language), provisional].filter(Boolean).join(' · ');
    const value = build('b', {}, text.valueText(figure, language));
    return build(
      'div',
      {},
      build('dt', { class: 'quiet' }, name),
      build('dd', {}, value, ' ', build('span', { class: 'quiet' }, sure)),
    );
  });
  return build('dl', { class: 'small others' }, ...rows);
}

function basisText({ title, article }: Indicator['references'][number], language: Language): string {
  return article === undefined ? title[language] : `${title[language]} ${article[language]}`;
}

/** How a figure came about. */
export function definitionList(
  figure: Figure,
  latest: Indicator,
  categories: CategoryWords,
  language: Language,
): HTMLElement {
  const indicator = definitionOn(latest, figure.period.to);
  const origins = figure.computedFrom.map(({ department, type, measure }) => `${department}: ${type}.${measure}`);
  const { unplaced } = figure.completeness;
  const entries: [string, string][] = [
    [formWords[figure.form][language], indicator.question[language]],
    [words.basis[language], indicator.references.map(reference => basisText(reference, language)).join('; ')],
    [words.counted[language], `${indicator.numerator[language]} / ${indicator.denominator[language]}`],
    [words.excluded[language], excludedText(indicator, categories, language)],
    [words.countedPeriod[language], `${figure.period.from} – ${figure.period.to}`],
    [words.band[language], indicator.band === undefined ? '' : `${indicator.band.low} – ${indicator.band.high}`],
    [words.perverse[language], indicator.perverse[language]],
    [words.computedFrom[language], [...new Set(origins)].join('; ')],
    [words.asOf[language], figure.asOf ?? ''],
    [
      words.registers[language],
      figure.registers.map(({ year, value, source }) => `${source} ${year}: ${value}`).join('; '),
    ],
    [words.complete[language], text.shareText(figure)],
    [words.leftOut[language], text.leftOutText(figure, language)],
    [words.unplaced[language], unplaced === null || unplaced === 0 ? '' : unplaced.toLocaleString('en')],
    [words.roundedTo[language], figure.roundedTo === null ? '' : String(figure.roundedTo)],
    [words.version[language], versionText(figure, latest, language)],
  ];
  const shown = entries.filter(([, value]) => value !== '');
  const nodes = shown.flatMap(([term, value]) => [build('dt', { class: 'quiet' }, term), build('dd', {}, value)]);
  return build('dl', { class: 'definition' }, ...nodes);
}

/** What is left out: `类别: 行政`. */
function excludedText(indicator: Indicator, categories: CategoryWords, language: Language): string {
  const types = typesOf(indicator);
  const parts = Object.entries(indicator.exclude ?? {}).map(([field, codes]) => {
    const named = codes.map(code => categoryWord(categories, types, field, code, language));
    return `${dimensionWords[field]?.[language] ?? field}: ${named.join(', ')}`;
  });
  return parts.join('; ');
}

/** The version that holds for the figure: from when, and what is different since. */
function versionText({ definitionVersion }: Figure, { versions }: Indicator, language: Language): string {
  const held = versions.find(({ version }) => version === definitionVersion);
  if (held === undefined || versions.length === 1) return String(definitionVersion);
  return [`${definitionVersion} (${held.from})`, held.change?.[language]].filter(Boolean).join(': ');
}

/** Its stage or quantile; empty where the indicator is one number. */
export function partName(figure: Figure, indicator: Indicator, language: Language): string {
  const parts = indicator.forms.find(({ form }) => form === figure.form)?.parts ?? [];
  return parts.find(({ id }) => id === figure.part)?.name?.[language] ?? '';
}
