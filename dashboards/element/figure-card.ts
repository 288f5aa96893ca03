import type { Language } from '../../lib/kernel/text.ts';
import type { Figure, Indicator } from '../../lib/indicators/index.ts';
import * as text from '../page/figure-text.ts';
import { formWords, statusWords, words } from '../page/words.ts';
import { build } from './build.ts';
import style from './figure-card.css';
import { shadow } from './shadow.ts';
import { TrendLine } from './trend-line.ts';

export interface FigureCardModel {
  readonly indicator: Indicator;
  readonly language: Language;
  /** The chosen period: all forms and parts, the one to show first. Empty while they are on their way. */
  readonly figures: readonly Figure[];
  /** The first figure by month; empty while they are on their way. */
  readonly trend: readonly Figure[];
}

/** One indicator: value, how sure, status, trend, and behind a disclosure its definition and sources. */
export class FigureCard extends HTMLElement {
  readonly #root = shadow(this, style);
  readonly #trend = new TrendLine();
  #open = false;

  set model({ indicator, language, figures, trend }: FigureCardModel) {
    const [first, ...others] = figures;
    const card = build('article', { class: 'panel', 'aria-busy': String(!first) });
    const part = first && partName(first, indicator, language);
    const heading = build('h3', { title: indicator.question[language] }, indicator.name[language]);
    if (part) heading.append(build('span', { class: 'quiet' }, ` · ${part}`));
    card.append(heading);
    this.#trend.model = { language, figures: first ? trend : [] };
    if (first) {
      card.append(...headline(first, language), this.#trend);
      if (others.length > 0) card.append(otherFigures(others, indicator, language));
      card.append(this.#definition(first, indicator, language));
    } else
      card.append(build('div', { class: 'bone value-bone' }), build('div', { class: 'bone line-bone' }), this.#trend);
    this.#root.replaceChildren(card);
  }

  #definition(figure: Figure, indicator: Indicator, language: Language): HTMLElement {
    const details = build('details', {}, build('summary', {}, words.definition[language]));
    details.append(definitionList(figure, indicator, language));
    details.open = this.#open;
    details.addEventListener('toggle', () => (this.#open = details.open));
    return details;
  }
}

function headline(figure: Figure, language: Language): HTMLElement[] {
  const value = build('p', { class: 'value' });
  if (figure.value === null) value.append(build('span', { class: 'absent' }, statusWords[figure.status][language]));
  else {
    const unit = build('span', { class: 'unit' }, text.unitText(figure.unit, language));
    value.append(build('span', { class: 'number' }, text.numberText(figure.value, figure.unit)), unit);
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

function otherFigures(figures: readonly Figure[], indicator: Indicator, language: Language): HTMLElement {
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

function definitionList(figure: Figure, indicator: Indicator, language: Language): HTMLElement {
  const origins = figure.computedFrom.map(({ department, type, measure }) => `${department}: ${type}.${measure}`);
  const { unplaced } = figure.completeness;
  const entries: [string, string][] = [
    [formWords[figure.form][language], indicator.question[language]],
    [words.basis[language], indicator.references.map(reference => basisText(reference, language)).join('; ')],
    [words.perverse[language], indicator.perverse[language]],
    [words.computedFrom[language], [...new Set(origins)].join('; ')],
    [words.asOf[language], figure.asOf ?? ''],
    [words.leftOut[language], text.leftOutText(figure, language)],
    [words.unplaced[language], unplaced === null || unplaced === 0 ? '' : unplaced.toLocaleString('en')],
    [words.roundedTo[language], figure.roundedTo === null ? '' : String(figure.roundedTo)],
    [words.version[language], String(figure.definitionVersion)],
  ];
  const shown = entries.filter(([, value]) => value !== '');
  const nodes = shown.flatMap(([term, value]) => [build('dt', { class: 'quiet' }, term), build('dd', {}, value)]);
  return build('dl', { class: 'definition' }, ...nodes);
}

function partName(figure: Figure, indicator: Indicator, language: Language): string {
  const parts = indicator.forms.find(({ form }) => form === figure.form)?.parts ?? [];
  return parts.find(({ id }) => id === figure.part)?.name?.[language] ?? '';
}
