import type { Language } from '../../lib/kernel/text.ts';
import type { ComparedFigure, Figure, Indicator } from '../../lib/indicators/index.ts';
import type { GridMapLayout } from '../chart/grid-map/layout.ts';
import { type Definitions, originOf } from '../data/definitions.ts';
import * as text from '../page/figure-text.ts';
import { dimensionWords } from '../page/dimension-words.ts';
import { versionMarks } from '../page/version-marks.ts';
import { formWords, statusWords, words } from '../page/words.ts';
import { build } from './build.ts';
import { categoryTable } from './category-table.ts';
import { comparedList, noteList } from './compared-list.ts';
import { definitionList, otherFigures, partName } from './figure-parts.ts';
import { GridMap } from './grid-map.ts';
import style from './indicator-row.css';
import { monthTable } from './month-table.ts';
import { shadow } from './shadow.ts';
import { TrendLine } from './trend-line.ts';

/** Another indicator, to be read beside this one. */
export interface Companion {
  readonly id: string;
  readonly name: string;
  /** Its value, or the words of its status; empty while it is on its way. */
  readonly value: string;
}

export interface IndicatorRowModel {
  readonly indicator: Indicator;
  readonly definitions: Definitions;
  readonly language: Language;
  readonly isOpen: boolean;
  /** The chosen period: all forms and parts, the one to show first. Empty while they are on their way. */
  readonly figures: readonly Figure[];
  /** The first figure by month; empty while they are on their way. */
  readonly trend: readonly Figure[];
  readonly companions: readonly Companion[];
  /** Figures of the towns and their outlines, once they were asked for; `away`: there are none. */
  readonly map: { readonly figures: readonly Figure[]; readonly layout: GridMapLayout } | 'asked' | 'away' | undefined;
  /** The figure beside others; undefined while it is on its way, null where nothing is said. */
  readonly compared: ComparedFigure | null | undefined;
  /** Figures by a dimension, once they were asked for. */
  readonly categories: { readonly dimension: string; readonly figures: readonly Figure[] | 'asked' } | undefined;
}

/**
 * One indicator in a line; opened, how it came about and what to read beside it. Fires `choose` with `{ open }`, `companion` with an
 * id, `map`, and `categories` with a dimension.
 */
export class IndicatorRow extends HTMLElement {
  readonly #root = shadow(this, style);
  readonly #button = build('button', { type: 'button', 'aria-expanded': 'false', 'aria-controls': 'more' });
  readonly #note = build('p', { class: 'quiet note' });
  readonly #value = build('p', { class: 'value' });
  readonly #sure = build('p', { class: 'sure' });
  readonly #trend = new TrendLine();
  readonly #facts = build('div');
  readonly #companions = build('div', { class: 'companions' });
  readonly #compared = build('div');
  readonly #months = build('details', { class: 'months' });
  readonly #askMap = build('button', { type: 'button', class: 'ask' });
  readonly #map = new GridMap();
  readonly #dimension = build('select', { id: 'dimension' });
  readonly #dimensionLabel = build('label', { for: 'dimension' });
  readonly #categories = build('div', { class: 'scroll', 'aria-live': 'polite' });
  readonly #more = build('div', { id: 'more', class: 'more', hidden: '' });
  readonly #row = build('article', {});
  #isDrawn = false;

  constructor() {
    super();
    this.#trend.toggleAttribute('compact', true);
    const title = build('div', { class: 'title' }, build('h3', {}, this.#button), this.#note);
    const asks = build('div', { class: 'asks' }, this.#askMap, this.#dimensionLabel, this.#dimension);
    const right = build('div', {}, this.#compared, this.#companions, asks, this.#categories, this.#map);
    this.#more.append(build('div', {}, this.#facts, this.#months), right);
    this.#row.append(title, this.#value, this.#sure, this.#trend, this.#more);
    this.#root.append(this.#row);
    this.#button.addEventListener('click', () => this.#tell('choose', { open: this.#more.hidden }));
    this.#askMap.addEventListener('click', () => this.#tell('map', undefined));
    this.#dimension.addEventListener('change', () => this.#tell('categories', this.#dimension.value));
  }

  set model(model: IndicatorRowModel) {
    const { indicator, language, figures, trend, isOpen } = model;
    const [first] = figures;
    this.#row.setAttribute('aria-busy', String(!first));
    this.#button.textContent = indicator.name[language];
    this.#button.title = indicator.question[language];
    this.#button.setAttribute('aria-expanded', String(isOpen));
    this.#note.textContent = noteOf(model);
    this.#value.replaceChildren(...(first ? valueOf(first, language) : [build('span', { class: 'bone' })]));
    this.#sure.replaceChildren(...(first ? sureOf(first, language) : [build('span', { class: 'bone' })]));
    this.#trend.model = { language, figures: first ? trend : [], indicator };
    this.#more.hidden = !isOpen;
    if (isOpen) this.#open(model);
  }

  #open(model: IndicatorRowModel): void {
    const { indicator, definitions, language, figures, trend, map, categories } = model;
    const [first, ...others] = figures;
    this.#facts.replaceChildren(
      ...versionMarks(trend, indicator, language).map(mark => build('p', { class: markClass(mark) }, mark.text)),
      ...(others.length > 0 ? [otherFigures(others, indicator, language)] : []),
      ...(first ? [definitionList(first, indicator, definitions.words, language)] : []),
      build('p', {}, build('a', { href: documentOf(indicator.id, language) }, words.document[language])),
    );
    const months = trend.length === 0 ? [] : [build('summary', {}, words.byMonth[language])];
    const table = build('div', { class: 'scroll' }, monthTable(trend, indicator, language));
    this.#months.replaceChildren(...months, ...(months.length === 0 ? [] : [table]));
    this.#compared.replaceChildren(...comparedOf(model));
    this.#companions.replaceChildren(...this.#companionList(model));
    this.#renderMap(map, language, first?.area.code ?? '');
    const { dimensions } = indicator;
    this.#dimension.hidden = this.#dimensionLabel.hidden = dimensions.length === 0;
    this.#dimensionLabel.textContent = words.byCategory[language];
    const names = dimensions.map(each => build('option', { value: each }, dimensionWords[each]?.[language] ?? each));
    this.#dimension.replaceChildren(build('option', { value: '' }, words.chooseDimension[language]), ...names);
    this.#dimension.value = categories?.dimension ?? '';
    const split = categories?.figures;
    if (split === undefined) this.#categories.replaceChildren();
    else if (split === 'asked') this.#categories.replaceChildren(words.loading[language]);
    else this.#categories.replaceChildren(categoryTable(split, indicator, definitions.words, language));
  }

  #renderMap(map: IndicatorRowModel['map'], language: Language, chosen: string): void {
    this.#askMap.textContent = map === 'away' ? words.mapAway[language] : words.showMap[language];
    this.#askMap.hidden = typeof map === 'object';
    this.#askMap.disabled = map === 'asked' || map === 'away';
    this.#map.hidden = typeof map !== 'object';
    if (typeof map !== 'object') return;
    if (!this.#isDrawn) this.#map.layout = map.layout;
    this.#isDrawn = true;
    this.#map.model = { language, figures: map.figures, chosen };
  }

  #companionList({ companions, language }: IndicatorRowModel): HTMLElement[] {
    if (companions.length === 0) return [];
    const entries = companions.map(({ id, name, value }) => {
      const link = build('button', { type: 'button', class: 'link' }, name);
      link.addEventListener('click', () => this.#tell('companion', id));
      return build('li', {}, link, value && ' ', value && build('b', {}, value));
    });
    return [build('h4', {}, words.companions[language]), build('ul', {}, ...entries)];
  }

  #tell(name: string, detail: unknown): void {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }

  override focus(): void {
    this.#button.focus();
  }
}

/** Form and part where they say something, and whether the indicator is the county's own. */
function noteOf({ indicator, language, figures }: IndicatorRowModel): string {
  const [first] = figures;
  const origin = originOf(indicator);
  const county = { own: words.own[language], changed: words.changedHere[language], house: '' }[origin];
  const part = first ? partName(first, indicator, language) : '';
  const form = indicator.forms.length > 1 ? formWords[indicator.forms[0].form][language] : '';
  return [part, form, county].filter(Boolean).join(' · ');
}

function valueOf(figure: Figure, language: Language): HTMLElement[] {
  if (figure.value === null) return [build('span', { class: 'absent' }, statusWords[figure.status][language])];
  return [
    build('span', { class: 'number' }, text.about(figure) + text.numberText(figure.value, figure.unit)),
    build('span', { class: 'unit' }, text.unitText(figure.unit, language)),
  ];
}

function sureOf(figure: Figure, language: Language): HTMLElement[] {
  const status = figure.status === 'provisional' ? statusWords.provisional[language] : '';
  return [
    build('span', {}, text.certaintyText(figure, language)),
    build('span', { class: 'quiet counts' }, text.countsText(figure)),
    ...(status ? [build('span', { class: 'status', title: text.reasonText(figure, language) }, status)] : []),
  ];
}

function comparedOf({ compared, language }: IndicatorRowModel): HTMLElement[] {
  if (compared === null) return [];
  const list = compared ? comparedList(compared, language) : build('p', { class: 'quiet' }, words.loading[language]);
  const notes = compared ? noteList(compared, language) : [];
  return [...notes, build('h4', {}, words.compared[language]), list];
}

function markClass({ breaks }: { readonly breaks: boolean }): string {
  return breaks ? 'mark breaks' : 'mark';
}

function documentOf(id: string, language: Language): string {
  return `indicators/${id}${language === 'zh' ? '' : '?language=en'}`;
}
