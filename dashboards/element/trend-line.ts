import type { Language } from '../../lib/kernel/text.ts';
import type { Figure, Indicator } from '../../lib/indicators/index.ts';
import { drawTrend } from '../chart/trend/draw.ts';
import { trendLayout } from '../chart/trend/layout.ts';
import { type TrendState, trendState } from '../chart/trend/state.ts';
import trendStyle from '../chart/trend/trend.css';
import * as text from '../page/figure-text.ts';
import { versionMarks } from '../page/version-marks.ts';
import { words } from '../page/words.ts';
import { build, drawing } from './build.ts';
import { shadow } from './shadow.ts';

export interface TrendLineModel {
  readonly language: Language;
  /** One figure by month, oldest first; empty while they are on their way. */
  readonly figures: readonly Figure[];
  /** Tells where its definition has changed. */
  readonly indicator: Indicator;
}

/** Of the drawing, in pixels; an element that is `compact` has no caption, and its changes stand in the drawing alone. */
const heights = { usual: 84, compact: 58 } as const;

/** A figure over the last months, with its interval. */
export class TrendLine extends HTMLElement {
  readonly #root = shadow(
    this,
    trendStyle,
    `:host { min-height: 104px; font-size: 12px; } svg { height: ${heights.usual}px; } .bone { height: ${heights.usual}px; margin-top: 6px; }`,
    `:host([compact]) { min-height: 0; } :host([compact]) svg, :host([compact]) .bone { height: ${heights.compact}px; margin: 0; }
    :host([compact]) figcaption, :host([compact]) p.mark { display: none; } p.mark { color: var(--quiet); } p.breaks { color: var(--warn); }`,
  );
  readonly #size = new ResizeObserver(() => this.#draw());
  #state: TrendState | undefined;

  set model({ language, figures, indicator }: TrendLineModel) {
    this.#state = figures.length > 0 ? stateOf(figures, indicator, language) : undefined;
    if (!this.#state) this.#root.replaceChildren(build('div', { class: 'bone' }));
    else if (!this.#state.domain) {
      const why = figures[0] ? text.reasonText(figures[0], language) : '';
      const line = [words.noTrend[language], why].filter(Boolean).join(' · ');
      this.#root.replaceChildren(build('p', { class: 'quiet' }, line));
    } else {
      const { points, marks } = this.#state;
      const texts = [...points, ...marks].map(({ text: each }) => each).join('; ');
      const caption = build('figcaption', { class: 'quiet' }, words.trend[language]);
      const changes = marks.map(mark => build('p', { class: mark.breaks ? 'mark breaks' : 'mark' }, mark.text));
      const picture = drawing(`${words.trend[language]}. ${texts}`);
      this.#root.replaceChildren(build('figure', {}, caption, picture, ...changes));
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
    const height = this.hasAttribute('compact') ? heights.compact : heights.usual;
    if (svg && this.#state && width > 0) drawTrend(svg, trendLayout(this.#state, width, height));
  }
}

function stateOf(figures: readonly Figure[], indicator: Indicator, language: Language): TrendState {
  const points = figures.map(figure => ({
    label: figure.period.label,
    value: figure.value,
    low: figure.interval?.lower ?? null,
    high: figure.interval?.upper ?? null,
    firm: figure.status === 'ok',
    text: text.sentence(figure, language, text.periodText(figure.period, language)),
  }));
  const share = figures.every(({ unit, form }) => unit === 'percent' && form !== 'in-period');
  return trendState(points, value => text.numberText(value, figures[0]?.unit ?? 'count'), {
    ...(share ? { ceiling: 100 } : {}),
    marks: versionMarks(figures, indicator, language),
  });
}
