import type { Language } from '../../lib/kernel/text.ts';
import type { Figure } from '../../lib/indicators/index.ts';
import { drawTrend } from '../chart/trend/draw.ts';
import { trendLayout } from '../chart/trend/layout.ts';
import { type TrendState, trendState } from '../chart/trend/state.ts';
import trendStyle from '../chart/trend/trend.css';
import * as text from '../page/figure-text.ts';
import { words } from '../page/words.ts';
import { build, drawing } from './build.ts';
import { shadow } from './shadow.ts';

export interface TrendLineModel {
  readonly language: Language;
  /** One figure by month, oldest first; empty while they are on their way. */
  readonly figures: readonly Figure[];
}

const height = 84;

/** A figure over the last months, with its interval. */
export class TrendLine extends HTMLElement {
  readonly #root = shadow(
    this,
    trendStyle,
    `:host { min-height: 104px; font-size: 12px; } svg { height: ${height}px; } .bone { height: ${height}px; margin-top: 6px; }`,
  );
  readonly #size = new ResizeObserver(() => this.#draw());
  #state: TrendState | undefined;

  set model({ language, figures }: TrendLineModel) {
    this.#state = figures.length > 0 ? stateOf(figures, language) : undefined;
    if (!this.#state) this.#root.replaceChildren(build('div', { class: 'bone' }));
    else if (!this.#state.domain) {
      const why = figures[0] ? text.reasonText(figures[0], language) : '';
      const line = [words.noTrend[language], why].filter(Boolean).join(' · ');
      this.#root.replaceChildren(build('p', { class: 'quiet' }, line));
    } else {
      const texts = this.#state.points.map(point => point.text).join('; ');
      const caption = build('figcaption', { class: 'quiet' }, words.trend[language]);
      this.#root.replaceChildren(build('figure', {}, caption, drawing(`${words.trend[language]}. ${texts}`)));
    }
    this.#draw();
  }

  connectedCallback(): void {
    this.#size.observe(this);
  }

  disconnectedCallback(): void {
    this.#size.disconnect();
  }

  #draw(): void {
    const svg = this.#root.querySelector('svg');
    const width = Math.round(this.getBoundingClientRect().width);
    if (svg && this.#state && width > 0) drawTrend(svg, trendLayout(this.#state, width, height));
  }
}

function stateOf(figures: readonly Figure[], language: Language): TrendState {
  const points = figures.map(figure => ({
    label: figure.period.label,
    value: figure.value,
    low: figure.interval?.lower ?? null,
    high: figure.interval?.upper ?? null,
    firm: figure.status === 'ok',
    text: text.sentence(figure, language, text.periodText(figure.period, language)),
  }));
  const share = figures.every(({ unit, form }) => unit === 'percent' && form !== 'in-period');
  return trendState(
    points,
    value => text.numberText(value, figures[0]?.unit ?? 'count'),
    share ? { ceiling: 100 } : {},
  );
}
