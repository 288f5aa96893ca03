import type { Language } from '../../lib/kernel/text.ts';
import type { CategoryWords, Figure, Indicator } from '../../lib/indicators/index.ts';
import { words } from '../page/words.ts';
import { build } from './build.ts';
import { definitionList, figureLines, otherFigures, partName } from './figure-parts.ts';
import style from './figure-card.css';
import { shadow } from './shadow.ts';
import { TrendLine } from './trend-line.ts';

export interface FigureCardModel {
  readonly indicator: Indicator;
  readonly categories: CategoryWords;
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

  set model(model: FigureCardModel) {
    const { indicator, language, figures, trend } = model;
    const [first, ...others] = figures;
    const card = build('article', { class: 'panel', 'aria-busy': String(!first) });
    const part = first && partName(first, indicator, language);
    const heading = build('h3', { title: indicator.question[language] }, indicator.name[language]);
    if (part) heading.append(build('span', { class: 'quiet' }, ` · ${part}`));
    card.append(heading);
    this.#trend.model = { language, figures: first ? trend : [], indicator };
    if (first) {
      card.append(...figureLines(first, language), this.#trend);
      if (others.length > 0) card.append(otherFigures(others, indicator, language));
      card.append(this.#definition(first, model));
    } else
      card.append(build('div', { class: 'bone value-bone' }), build('div', { class: 'bone line-bone' }), this.#trend);
    this.#root.replaceChildren(card);
  }

  #definition(figure: Figure, { indicator, categories, language }: FigureCardModel): HTMLElement {
    const details = build('details', {}, build('summary', {}, words.definition[language]));
    details.append(definitionList(figure, indicator, categories, language));
    details.open = this.#open;
    details.addEventListener('toggle', () => (this.#open = details.open));
    return details;
  }
}
