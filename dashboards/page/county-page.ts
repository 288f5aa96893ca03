import { headline, type Figure } from '../../lib/indicators/index.ts';
import { gridMapLayout } from '../chart/grid-map/layout.ts';
import { headlineOf, houseDefinitions } from '../data/definitions.ts';
import { personOf } from '../data/demo.ts';
import { isRefusal, openScene, PlacesAway, type Scene } from '../data/open-scene.ts';
import { build } from '../element/build.ts';
import { CasePipeline } from '../element/case-pipeline.ts';
import { ChoiceBar } from '../element/choice-bar.ts';
import { FigureCard } from '../element/figure-card.ts';
import { IdentitySwitch } from '../element/identity-switch.ts';
import { MapPanel } from '../element/map-panel.ts';
import { shadow } from '../element/shadow.ts';
import { type Choice, readChoice, settled, trendMonths, writeChoice } from './choice.ts';
import style from './county-page.css';
import { periodText } from './figure-text.ts';
import { words } from './words.ts';

/** The page at `/`: what is chosen, what the gateway answered, and the elements that show it. */
export class CountyPage extends HTMLElement {
  readonly #root = shadow(this, style);
  readonly #switch = new IdentitySwitch();
  readonly #title = build('h1');
  readonly #asOfLine = build('p', { class: 'quiet' });
  readonly #bar = new ChoiceBar();
  readonly #notice = build('div', { class: 'notice', role: 'alert', hidden: '' });
  readonly #headings = ['h2', 'h2', 'h2'].map(() => build('h2'));
  readonly #cards = headline.map(() => new FigureCard());
  readonly #map = new MapPanel();
  readonly #note = build('p', { class: 'quiet note' });
  readonly #pipeline = new CasePipeline();
  readonly #all = build('p', { class: 'all' });
  readonly #footer = build('footer', { class: 'quiet' });

  #choice: Choice = readChoice(location.hash);
  /** undefined until it is known who asks, for which county. */
  #scene: Scene | undefined;
  /** The scene before, while another one is opened: its people and places stay to be chosen from. */
  #before: Scene | undefined;
  #figures: readonly Figure[] = [];
  #months: readonly Figure[] = [];
  #mapFigures: readonly Figure[] = [];
  /** Answers to an earlier choice are dropped. */
  #turn = { start: 0, figures: 0, map: 0 };

  connectedCallback(): void {
    this.#build();
    this.#bar.addEventListener('choose', event => this.#choose((event as CustomEvent<Partial<Choice>>).detail));
    this.#switch.addEventListener('choose', event => this.#become((event as CustomEvent<{ as: string }>).detail.as));
    this.#map.addEventListener('choose', event => this.#choose((event as CustomEvent<Partial<Choice>>).detail));
    addEventListener('hashchange', () => {
      if (!this.#scene) return;
      const { places, asOf, person } = this.#scene;
      const choice = readChoice(location.hash);
      if (choice.as === this.#choice.as) this.#choose(settled(choice, places, asOf, person?.areas));
      else this.#become(choice.as);
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
        this.#switch,
        this.#notice,
        build('section', {}, cards, build('div', { class: 'cards' }, ...this.#cards), this.#all),
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

  /** Who asks, places and the last day of the data, then everything that depends on them. */
  async #start(): Promise<void> {
    const turn = ++this.#turn.start;
    await this.#guard(async () => {
      const scene = await openScene(this.#choice.as);
      // Somebody else may have been chosen meanwhile.
      if (turn !== this.#turn.start) return;
      this.#scene = scene;
      this.#choice = settled(this.#choice, scene.places, scene.asOf, scene.person?.areas);
      this.#render();
      await Promise.all([this.#loadFigures(), this.#loadMap(), this.#loadOutlines()]);
    });
  }

  /** Everything is asked anew: nothing that one identity was answered is shown to another. */
  #become(as: string): void {
    this.#choice = { ...readChoice(location.hash), language: this.#choice.language, area: '', as };
    history.replaceState(null, '', writeChoice(this.#choice));
    [this.#figures, this.#months, this.#mapFigures] = [[], [], []];
    this.#turn = { start: this.#turn.start, figures: this.#turn.figures + 1, map: this.#turn.map + 1 };
    this.#before = this.#scene ?? this.#before;
    this.#scene = undefined;
    this.#render();
    void this.#start();
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
    if (!period || !this.#scene) return;
    const { data, asOf } = this.#scene;
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
      data.headline(area, [period], keepFigures),
      data.headline(area, trendMonths(period, asOf), keepMonths),
    ]);
  }

  async #loadMap(): Promise<void> {
    const { period, series, level } = this.#choice;
    if (!period || !this.#scene) return;
    const { data, places } = this.#scene;
    const turn = ++this.#turn.map;
    this.#mapFigures = [];
    try {
      const figures = await data.figuresByPlace(series.id, period, places.county.code, level);
      if (turn !== this.#turn.map) return;
      this.#mapFigures = figures;
    } catch (error) {
      // The list of villages is the grid department's: without it the map cannot be coloured, all else can be shown.
      if (!isRefusal(error)) throw error;
    }
    this.#render();
  }

  async #loadOutlines(): Promise<void> {
    const turn = this.#turn.start;
    const data = this.#scene?.data;
    const [grids = [], towns] = await Promise.all([data?.outlines('GRID'), data?.outlines('TOWN')]);
    if (turn !== this.#turn.start) return;
    // Not everybody is granted the grids: a town without any is drawn as one.
    const bare = (towns ?? []).filter(({ code }) => !grids.some(grid => grid.code.startsWith(code)));
    this.#map.layout = towns ? gridMapLayout([...grids, ...bare], towns) : 'away';
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
    const { asOf, isRefused } = this.#scene ?? {};
    const { places, demo } = this.#scene ?? this.#before ?? {};
    const person = demo && personOf(demo, this.#choice.as);
    const county = places?.county.name ?? '';
    const place = places?.towns.find(({ code }) => code === area)?.name ?? '';
    document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
    document.title = [county, place, words.title[language]].filter(Boolean).join(language === 'zh' ? '' : ' ');
    this.#title.textContent = document.title;
    const lastDay = asOf === undefined || isRefused ? '' : `${words.asOf[language]} ${asOf}`;
    const refused = isRefused ? words.nothingGranted[language] : '';
    this.#asOfLine.textContent =
      [period && periodText(period, language), lastDay, refused].filter(Boolean).join(' · ') || words.loading[language];
    for (const [index, word] of [words.figures, words.map, words.pipeline].entries()) {
      this.#headings[index]?.replaceChildren(word[language]);
    }
    this.#note.textContent = words.pipelineNote[language];
    this.#switch.hidden = !person;
    if (demo && person && places)
      this.#switch.model = { language, demo, person, places: [places.county, ...places.towns] };
    this.#bar.model = { choice: this.#choice, places, asOf };
    this.#renderFigures();
    const shown = this.#mapFigures.filter(({ form, part }) => form === firstForm(series.id) && part === series.part);
    this.#map.model = { choice: this.#choice, figures: shown };
    const all = { href: `indicators${writeChoice(this.#choice)}` };
    this.#all.replaceChildren(build('a', all, words.allIndicators[language]));
    this.#footer.replaceChildren(
      words.boundary[language],
      ' ',
      build('a', { href: 'graphiql' }, words.query[language]),
    );
  }

  #renderFigures(): void {
    const { language } = this.#choice;
    const definitions = this.#scene?.definitions ?? houseDefinitions;
    for (const [index, indicator] of headlineOf(definitions).entries()) {
      const figures = this.#figures.filter(({ id }) => id === indicator.id);
      const months = this.#months.filter(({ id }) => id === indicator.id);
      const trend = months.filter(({ form, part }) => form === figures[0]?.form && part === figures[0].part);
      const card = this.#cards[index];
      if (card) card.model = { indicator, categories: definitions.words, language, figures, trend };
      if (indicator.id === 'pipeline_stage_duration')
        this.#pipeline.model = { indicator, language, figures, trend: months };
    }
  }
}

function firstForm(id: string): string | undefined {
  return headline.find(indicator => indicator.id === id)?.forms[0].form;
}
