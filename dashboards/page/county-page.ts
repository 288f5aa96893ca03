import { headline, type Figure } from '../../lib/indicators/index.ts';
import { gridMapLayout } from '../chart/grid-map/layout.ts';
import { countyData, type CountyData } from '../data/county-data.ts';
import type { Places } from '../data/remembered-places.ts';
import { build } from '../element/build.ts';
import { CasePipeline } from '../element/case-pipeline.ts';
import { ChoiceBar } from '../element/choice-bar.ts';
import { FigureCard } from '../element/figure-card.ts';
import { MapPanel } from '../element/map-panel.ts';
import { shadow } from '../element/shadow.ts';
import { type Choice, lastComplete, readChoice, trendMonths, writeChoice } from './choice.ts';
import style from './county-page.css';
import { periodText } from './figure-text.ts';
import { words } from './words.ts';

/** The page at `/`: what is chosen, what the gateway answered, and the elements that show it. */
export class CountyPage extends HTMLElement {
  readonly #root = shadow(this, style);
  readonly #data: CountyData = countyData('graphql');
  readonly #title = build('h1');
  readonly #asOfLine = build('p', { class: 'quiet' });
  readonly #bar = new ChoiceBar();
  readonly #notice = build('div', { class: 'notice', role: 'alert', hidden: '' });
  readonly #headings = ['h2', 'h2', 'h2'].map(() => build('h2'));
  readonly #cards = headline.map(() => new FigureCard());
  readonly #map = new MapPanel();
  readonly #note = build('p', { class: 'quiet note' });
  readonly #pipeline = new CasePipeline();
  readonly #footer = build('footer', { class: 'quiet' });

  #choice: Choice = readChoice(location.hash);
  #places: Places | undefined;
  #asOf: string | undefined;
  #figures: readonly Figure[] = [];
  #months: readonly Figure[] = [];
  #mapFigures: readonly Figure[] = [];
  /** Answers to an earlier choice are dropped. */
  #turn = { figures: 0, map: 0 };

  connectedCallback(): void {
    this.#build();
    this.#bar.addEventListener('choose', event => this.#choose((event as CustomEvent<Partial<Choice>>).detail));
    this.#map.addEventListener('choose', event => this.#choose((event as CustomEvent<Partial<Choice>>).detail));
    addEventListener('hashchange', () => {
      if (!this.#places || this.#asOf === undefined) return;
      this.#choose(settled(readChoice(location.hash), this.#places, this.#asOf));
    });
    this.#render();
    void this.#start();
  }

  #build(): void {
    const [cards, map, pipeline] = this.#headings;
    this.#root.replaceChildren(
      build(
        'main',
        {},
        build('header', {}, build('div', {}, this.#title, this.#asOfLine), this.#bar),
        this.#notice,
        build('section', {}, cards, build('div', { class: 'cards' }, ...this.#cards)),
        build(
          'div',
          { class: 'charts' },
          build('section', { class: 'panel' }, map, this.#map),
          build('section', { class: 'panel' }, pipeline, this.#note, this.#pipeline),
        ),
        this.#footer,
      ),
    );
  }

  /** Places and the last day of the data, then everything that depends on them. */
  async #start(): Promise<void> {
    await this.#guard(async () => {
      this.#places = await this.#data.places();
      if (!this.#places) throw new PlacesAway();
      this.#asOf = await this.#data.asOf(this.#places.county.code);
      if (this.#asOf === undefined) throw new Error('no department answers');
      this.#choice = settled(this.#choice, this.#places, this.#asOf);
      this.#render();
      await Promise.all([this.#loadFigures(), this.#loadMap(), this.#loadOutlines()]);
    });
  }

  #choose(change: Partial<Choice>): void {
    const before = this.#choice;
    this.#choice = { ...before, ...change };
    history.replaceState(null, '', writeChoice(this.#choice));
    const { area, period, series, level } = this.#choice;
    const periodChanged = period?.label !== before.period?.label;
    const figuresChanged = periodChanged || area !== before.area;
    const mapChanged = periodChanged || series.id !== before.series.id || level !== before.level;
    if (figuresChanged) void this.#guard(() => this.#loadFigures());
    if (mapChanged) void this.#guard(() => this.#loadMap());
    this.#render();
  }

  async #loadFigures(): Promise<void> {
    const { area, period } = this.#choice;
    if (!period || this.#asOf === undefined) return;
    const turn = ++this.#turn.figures;
    this.#figures = [];
    this.#months = [];
    const ifCurrent = (keep: (figures: readonly Figure[]) => void) => (figures: readonly Figure[]) => {
      if (turn !== this.#turn.figures) return;
      keep(figures);
      this.#renderFigures();
    };
    const keepFigures = ifCurrent(figures => (this.#figures = [...this.#figures, ...figures]));
    const keepMonths = ifCurrent(figures => (this.#months = [...this.#months, ...figures]));
    await Promise.all([
      this.#data.figures(area, [period], keepFigures),
      this.#data.figures(area, trendMonths(period, this.#asOf), keepMonths),
    ]);
  }

  async #loadMap(): Promise<void> {
    const { period, series, level } = this.#choice;
    if (!period || !this.#places) return;
    const turn = ++this.#turn.map;
    this.#mapFigures = [];
    try {
      const figures = await this.#data.figuresByPlace(series.id, period, this.#places.county.code, level);
      if (turn !== this.#turn.map) return;
      this.#mapFigures = figures;
    } catch (error) {
      // The list of villages is the grid department's: without it the map cannot be coloured, all else can be shown.
      if (!isRefusal(error)) throw error;
    }
    this.#render();
  }

  async #loadOutlines(): Promise<void> {
    const [grids, towns] = await Promise.all([this.#data.outlines('GRID'), this.#data.outlines('TOWN')]);
    this.#map.layout = grids && towns && grids.length > 0 ? gridMapLayout(grids, towns) : 'away';
  }

  /** Says what is wrong where nothing can be shown, with a button to try again. */
  async #guard(work: () => Promise<void>): Promise<void> {
    try {
      this.#notice.hidden = true;
      await work();
    } catch (error) {
      const { language } = this.#choice;
      const word = error instanceof PlacesAway ? words.placesAway : words.noAnswer;
      const retry = build('button', { type: 'button' }, words.retry[language]);
      retry.addEventListener('click', () => void this.#start());
      this.#notice.replaceChildren(build('span', {}, word[language]), retry);
      this.#notice.hidden = false;
    }
  }

  #render(): void {
    const { language, area, period, series } = this.#choice;
    const county = this.#places?.county.name ?? '';
    const place = this.#places?.towns.find(({ code }) => code === area)?.name ?? '';
    document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
    document.title = [county, place, words.title[language]].filter(Boolean).join(language === 'zh' ? '' : ' ');
    this.#title.textContent = document.title;
    const asOf = this.#asOf === undefined ? '' : `${words.asOf[language]} ${this.#asOf}`;
    this.#asOfLine.textContent =
      [period && periodText(period, language), asOf].filter(Boolean).join(' · ') || words.loading[language];
    for (const [index, word] of [words.figures, words.map, words.pipeline].entries()) {
      this.#headings[index]?.replaceChildren(word[language]);
    }
    this.#note.textContent = words.pipelineNote[language];
    this.#bar.model = { choice: this.#choice, places: this.#places, asOf: this.#asOf };
    this.#renderFigures();
    const shown = this.#mapFigures.filter(({ form, part }) => form === firstForm(series.id) && part === series.part);
    this.#map.model = { choice: this.#choice, figures: shown };
    this.#footer.replaceChildren(
      words.boundary[language],
      ' ',
      build('a', { href: 'graphiql' }, words.query[language]),
    );
  }

  #renderFigures(): void {
    const { language } = this.#choice;
    for (const [index, indicator] of headline.entries()) {
      const figures = this.#figures.filter(({ id }) => id === indicator.id);
      const months = this.#months.filter(({ id }) => id === indicator.id);
      const trend = months.filter(({ form, part }) => form === figures[0]?.form && part === figures[0].part);
      const card = this.#cards[index];
      if (card) card.model = { indicator, language, figures, trend };
      if (indicator.id === 'pipeline_stage_duration')
        this.#pipeline.model = { indicator, language, figures, trend: months };
    }
  }
}

/** A choice without area or period, or with an area that is not of this county, takes the defaults. */
function settled(choice: Choice, { county, towns }: Places, asOf: string): Choice {
  const known = [county, ...towns].some(({ code }) => code === choice.area);
  const area = known ? choice.area : county.code;
  return { ...choice, area, period: choice.period ?? lastComplete('QUARTER', asOf) };
}

class PlacesAway extends Error {}

function firstForm(id: string): string | undefined {
  return headline.find(indicator => indicator.id === id)?.forms[0].form;
}

function isRefusal(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'REQUEST_REFUSED';
}
