import type { Language } from '../../lib/kernel/text.ts';
import type { Figure, Indicator } from '../../lib/indicators/index.ts';
import { drawTrend } from '../chart/trend/draw.ts';
import { trendLayout } from '../chart/trend/layout.ts';
import { type TrendState, trendState } from '../chart/trend/state.ts';
import trendStyle from '../chart/trend/trend.css';
import * as text from '../page/figure-text.ts';
import { formWords, statusWords, words } from '../page/words.ts';
import { build, drawing } from './build.ts';
import style from './figure-card.css';
import { shadow } from './shadow.ts';

export interface FigureCardModel {
  readonly indicator: Indicator;
  readonly language: Language;
  /** The chosen period: all forms and parts, the one to show first. Empty while they are on their way. */
  readonly figures: readonly Figure[];
  /** The first figure by month. */
  readonly trend: readonly Figure[];
}

const trendHeight = 84;

/** One indicator: value, how sure, status, trend, and behind a disclosure its definition and sources. */
export class FigureCard extends HTMLElement {
  readonly #root = shadow(this, trendStyle, style);
  readonly #size = new ResizeObserver(() => this.#draw());
  #trend: TrendState | undefined;
  #open = false;

  set model(model: FigureCardModel) {
    const { indicator, language, figures } = model;
    const [first, ...others] = figures;
    this.#trend = first && trendOf(model);
    const card = build('article', { class: 'panel card', 'aria-busy': first ? 'false' : 'true' });
    card.append(build('h3', { title: indicator.question[language] }, indicator.name[language]));
    if (first)
      card.append(
        ...headline(first, indicator, language),
        this.#trendFigure(language),
        ...otherFigures(others, indicator, language),
        this.#definition(first, indicator, language),
      );
    else
      card.append(
        build('div', { class: 'bone value-bone' }),
        build('div', { class: 'bone line-bone' }),
        build('div', { class: 'bone trend-bone' }),
      );
    this.#root.replaceChildren(card);
    this.#draw();
  }

  connectedCallback(): void {
    this.#size.observe(this);
  }

  disconnectedCallback(): void {
    this.#size.disconnect();
  }

  #trendFigure(language: Language): HTMLElement {
    const state = this.#trend;
    const figure = build(
      'figure',
      { class: 'trend-figure' },
      build('figcaption', { class: 'quiet' }, words.trend[language]),
    );
    if (!state?.domain) return build('p', { class: 'quiet trend-figure' }, words.noTrend[language]);
    figure.append(drawing(`${words.trend[language]}. ${state.points.map(point => point.text).join('; ')}`));
    return figure;
  }

  #definition(figure: Figure, indicator: Indicator, language: Language): HTMLElement {
    const details = build(
      'details',
      {},
      build('summary', {}, words.definition[language]),
      definitionList(figure, indicator, language),
    );
    details.open = this.#open;
    details.addEventListener('toggle', () => (this.#open = details.open));
    return details;
  }

  #draw(): void {
    const svg = this.#root.querySelector('svg');
    if (!svg || !this.#trend) return;
    const width = svg.getBoundingClientRect().width;
    if (width > 0) drawTrend(svg, trendLayout(this.#trend, Math.round(width), trendHeight));
  }
}

function trendOf({ trend, language, indicator }: FigureCardModel): TrendState {
  const points = trend.map(figure => ({
    label: figure.period.label,
    value: figure.value,
    low: figure.interval?.lower ?? null,
    high: figure.interval?.upper ?? null,
    firm: figure.status === 'ok',
    text: text.sentence(figure, language, text.periodText(figure.period, language)),
  }));
  const share = indicator.unit === 'percent' && trend.every(({ form }) => form !== 'in-period');
  return trendState(points, value => text.numberText(value, indicator.unit), share ? { ceiling: 100 } : {});
}

function headline(figure: Figure, indicator: Indicator, language: Language): HTMLElement[] {
  const part = partName(figure, indicator, language);
  const value =
    figure.value === null
      ? build('span', { class: 'absent' }, statusWords[figure.status][language])
      : build('span', { class: 'number' }, text.numberText(figure.value, figure.unit));
  const status =
    figure.status === 'provisional' &&
    build(
      'span',
      { class: 'status', title: text.reasonText(figure, language) },
      `${statusWords.provisional[language]} · ${text.reasonText(figure, language)}`,
    );
  const counts = text.countsText(figure);
  const complete = text.completenessText(figure);
  return [
    build(
      'p',
      { class: 'value' },
      value,
      figure.value !== null && build('span', { class: 'unit' }, text.unitText(figure.unit, language)),
      part !== '' && build('span', { class: 'part quiet' }, part),
    ),
    build('p', { class: 'certainty' }, text.certaintyText(figure, language)),
    build(
      'p',
      { class: 'quiet basis' },
      [counts, complete && `${words.complete[language]} ${complete}`].filter(Boolean).join(' · '),
    ),
    ...(status ? [build('p', {}, status)] : []),
  ];
}

function otherFigures(figures: readonly Figure[], indicator: Indicator, language: Language): HTMLElement[] {
  const rows = figures.map(figure =>
    build(
      'div',
      {},
      build('dt', { class: 'quiet' }, partName(figure, indicator, language) || formWords[figure.form][language]),
      build(
        'dd',
        {},
        build('b', {}, text.valueText(figure, language)),
        ' ',
        build('span', { class: 'quiet' }, text.certaintyText(figure, language)),
      ),
    ),
  );
  return rows.length > 0 ? [build('dl', { class: 'others' }, ...rows)] : [];
}

function definitionList(figure: Figure, indicator: Indicator, language: Language): HTMLElement {
  const origins = [
    ...new Set(figure.computedFrom.map(({ department, type, measure }) => `${department}: ${type}.${measure}`)),
  ];
  const entries: [string, string][] = [
    [formWords[figure.form][language], indicator.question[language]],
    [words.basis[language], indicator.source[language]],
    [words.perverse[language], indicator.perverse[language]],
    [words.computedFrom[language], origins.join('; ')],
    [words.asOf[language], figure.asOf ?? ''],
    [words.leftOut[language], text.leftOutText(figure, language)],
    [words.version[language], String(figure.definitionVersion)],
  ];
  const shown = entries.filter(([, value]) => value !== '');
  return build(
    'dl',
    { class: 'definition' },
    ...shown.flatMap(([term, value]) => [build('dt', { class: 'quiet' }, term), build('dd', {}, value)]),
  );
}

function partName(figure: Figure, indicator: Indicator, language: Language): string {
  const parts = indicator.forms.find(({ form }) => form === figure.form)?.parts ?? [];
  return parts.find(({ id }) => id === figure.part)?.name?.[language] ?? '';
}
