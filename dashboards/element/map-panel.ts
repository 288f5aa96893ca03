import { headline, type Figure } from '../../lib/indicators/index.ts';
import type { GridMapLayout } from '../chart/grid-map/layout.ts';
import { allSeries, type Choice, type Series, seriesKey } from '../page/choice.ts';
import { words } from '../page/words.ts';
import { build } from './build.ts';
import { GridMap } from './grid-map.ts';
import style from './map-panel.css';
import { shadow } from './shadow.ts';

export interface MapPanelModel {
  readonly choice: Choice;
  readonly figures: readonly Figure[];
}

/** The map with the choice of what colours it. Fires `choose` with the part of the choice that changed. */
export class MapPanel extends HTMLElement {
  readonly #root = shadow(this, style);
  readonly #series = build('select', { id: 'series' });
  readonly #level = build('select', { id: 'level' });
  readonly #labels = [this.#series, this.#level].map(({ id }) => build('label', { for: id }));
  readonly #map = new GridMap();
  readonly #bone = build('div', { class: 'bone' });
  readonly #away = build('p', { class: 'status', hidden: '' });

  constructor() {
    super();
    const fields = [this.#series, this.#level].map((field, index) => build('div', {}, this.#labels[index], field));
    this.#map.hidden = true;
    this.#root.append(build('div', { class: 'choice' }, ...fields), this.#bone, this.#away, this.#map);
    this.#series.addEventListener('change', () => {
      const series = allSeries.find(each => seriesKey(each) === this.#series.value);
      if (series) this.#choose({ series });
    });
    this.#level.addEventListener('change', () =>
      this.#choose({ level: this.#level.value === 'VILLAGE' ? 'VILLAGE' : 'TOWN' }),
    );
    this.#map.addEventListener('town', event => this.#choose({ area: (event as CustomEvent<string>).detail }));
  }

  /** `away` when the department that keeps the outlines does not answer. */
  set layout(layout: GridMapLayout | 'away') {
    this.#bone.hidden = true;
    this.#away.hidden = layout !== 'away';
    this.#map.hidden = layout === 'away';
    if (layout !== 'away') this.#map.layout = layout;
  }

  set model({ choice, figures }: MapPanelModel) {
    const { language, series, level, area } = choice;
    for (const [index, word] of [words.indicator, words.colourBy].entries()) {
      this.#labels[index]?.replaceChildren(word[language]);
    }
    this.#series.replaceChildren(
      ...allSeries.map(each => build('option', { value: seriesKey(each) }, seriesName(each, language))),
    );
    this.#series.value = seriesKey(series);
    this.#level.replaceChildren(
      ...(['TOWN', 'VILLAGE'] as const).map(each => build('option', { value: each }, words[each][language])),
    );
    this.#level.value = level;
    this.#away.textContent = words.mapAway[language];
    this.#map.model = { language, figures, chosen: area };
  }

  #choose(change: Partial<Choice>): void {
    this.dispatchEvent(new CustomEvent('choose', { detail: change }));
  }
}

function seriesName({ id, part }: Series, language: Choice['language']): string {
  const indicator = headline.find(each => each.id === id);
  const name = indicator?.forms[0].parts.find(each => each.id === part)?.name?.[language];
  return [indicator?.name[language] ?? id, name].filter(Boolean).join(' · ');
}
