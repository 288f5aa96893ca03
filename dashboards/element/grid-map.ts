import type { Language } from '../../lib/kernel/text.ts';
import type { Figure } from '../../lib/indicators/index.ts';
import { drawFills, drawOutlines } from '../chart/grid-map/draw.ts';
import mapStyle from '../chart/grid-map/grid-map.css';
import type { GridMapLayout } from '../chart/grid-map/layout.ts';
import { type GridMapState, gridMapState, holderOf } from '../chart/grid-map/state.ts';
import * as text from '../page/figure-text.ts';
import { statusWords, words } from '../page/words.ts';
import { build, drawing } from './build.ts';
import style from './grid-map.css';
import { shadow } from './shadow.ts';

export interface GridMapModel {
  readonly language: Language;
  /** One figure a town or village; empty while they are on their way. */
  readonly figures: readonly Figure[];
  /** Code of the chosen place. */
  readonly chosen: string;
}

/** The grids, coloured by the figure of the town or village that holds them. A click on a grid fires `town`, with the town's code. */
export class GridMap extends HTMLElement {
  readonly #root = shadow(this, mapStyle, style);
  readonly #svg = drawing('');
  readonly #tip = build('div', { class: 'tip panel', hidden: '', role: 'presentation' });
  readonly #legend = build('div', { class: 'legend' });
  readonly #table = build('details');
  readonly #names = new Map<string, string>();
  #state: GridMapState | undefined;

  constructor() {
    super();
    this.#root.append(build('div', { class: 'stage' }, this.#svg, this.#tip), this.#legend, this.#table);
    this.#svg.addEventListener('pointermove', event => this.#point(event));
    this.#svg.addEventListener('pointerleave', () => (this.#tip.hidden = true));
    this.#svg.addEventListener('click', event => {
      const grid = codeUnder(event);
      if (grid !== undefined) this.dispatchEvent(new CustomEvent('town', { detail: grid.slice(0, 9) }));
    });
  }

  /** The outlines change never, so they are drawn once. */
  set layout(layout: GridMapLayout) {
    for (const { code, name } of [...layout.grids, ...layout.towns]) this.#names.set(code, name);
    drawOutlines(this.#svg, layout);
    if (this.#state) drawFills(this.#svg, this.#state);
  }

  set model({ language, figures, chosen }: GridMapModel) {
    const values = new Map(
      figures.map(figure => {
        const name = figure.area.name ?? figure.area.code;
        return [figure.area.code, { value: figure.value, text: text.sentence(figure, language, name) }] as const;
      }),
    );
    const unit = figures[0]?.unit ?? 'count';
    this.#state = gridMapState(values, value => text.numberText(value, unit), chosen);
    this.#svg.setAttribute('aria-label', words.mapLabel[language]);
    this.#svg.setAttribute('aria-busy', String(figures.length === 0));
    drawFills(this.#svg, this.#state);
    this.#legend.replaceChildren(...legend(this.#state, text.unitText(unit, language), language));
    this.#table.replaceChildren(build('summary', {}, words.mapTable[language]), table(figures, language));
  }

  #point(event: PointerEvent): void {
    const grid = codeUnder(event);
    const holder = grid && this.#state && holderOf(grid, this.#state.values);
    this.#tip.hidden = grid === undefined;
    if (grid === undefined) return;
    const value = holder === undefined ? '' : (this.#state?.values.get(holder)?.text ?? '');
    this.#tip.replaceChildren(build('b', {}, this.#names.get(grid) ?? grid), build('div', {}, value));
    const box = this.getBoundingClientRect();
    const left = Math.min(event.clientX - box.left + 14, Math.max(0, box.width - this.#tip.offsetWidth));
    this.#tip.style.setProperty('transform', `translate(${left}px, ${event.clientY - box.top + 16}px)`);
  }
}

function codeUnder({ target }: Event): string | undefined {
  return target instanceof SVGPathElement ? (target.getAttribute('data-code') ?? undefined) : undefined;
}

function legend({ values, thresholds, format }: GridMapState, unit: string, language: Language): HTMLElement[] {
  const known = [...values.values()].flatMap(({ value }) => value ?? []);
  const texts = thresholds.map(format);
  // Without thresholds there is one class; it spans whatever is known.
  const ends = [Math.min(...known), Math.max(...known)].map(format);
  const ranges =
    texts.length > 0
      ? [
          `< ${texts[0]}`,
          ...texts.slice(1).map((high, index) => `${texts[index]} – ${high}`),
          `≥ ${texts[texts.length - 1]}`,
        ]
      : known.length > 0
        ? [[...new Set(ends)].join(' – ')]
        : [];
  const classes = ranges.map((range, index) => entry(`class-${index}`, range + unit));
  return [...classes, entry('unknown', words.unknown[language])];
}

function entry(swatch: string, words: string): HTMLElement {
  return build('span', { class: 'entry' }, build('span', { class: `swatch ${swatch}` }), words);
}

function table(figures: readonly Figure[], language: Language): HTMLElement {
  const head = [words.place, words.value, words.sure].map(word => build('th', { scope: 'col' }, word[language]));
  const rows = figures.map(figure =>
    build(
      'tr',
      {},
      build('th', { scope: 'row' }, figure.area.name ?? figure.area.code),
      build('td', {}, text.valueText(figure, language)),
      build(
        'td',
        {},
        [text.certaintyText(figure, language), figure.status === 'provisional' && statusWords.provisional[language]]
          .filter(Boolean)
          .join(' · '),
      ),
    ),
  );
  return build(
    'div',
    { class: 'scroll', tabindex: '0', role: 'region', 'aria-label': words.mapTable[language] },
    build('table', {}, build('thead', {}, build('tr', {}, ...head)), build('tbody', {}, ...rows)),
  );
}
