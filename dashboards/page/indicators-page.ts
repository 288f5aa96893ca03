import type { Figure, Indicator } from '../../lib/indicators/index.ts';
import { gridMapLayout, type GridMapLayout } from '../chart/grid-map/layout.ts';
import { houseDefinitions } from '../data/definitions.ts';
import { personOf } from '../data/demo.ts';
import { indicatorFigures } from '../data/indicator-figures.ts';
import { indicatorsByOwner, isFound, type OwnerGroup } from '../data/indicators-by-owner.ts';
import { isRefusal, openScene, PlacesAway, type Scene } from '../data/open-scene.ts';
import { build } from '../element/build.ts';
import { ChoiceBar } from '../element/choice-bar.ts';
import { IdentitySwitch } from '../element/identity-switch.ts';
import { type Companion, IndicatorRow, type IndicatorRowModel } from '../element/indicator-row.ts';
import { shadow } from '../element/shadow.ts';
import { type Choice, readChoice, settled, trendMonths } from './choice.ts';
import { periodText, valueText } from './figure-text.ts';
import { type IndicatorsChoice, readIndicatorsChoice, writeIndicatorsChoice } from './indicators-choice.ts';
import style from './indicators-page.css';
import { ownerWords } from './owner-words.ts';
import { words } from './words.ts';

/** What was asked for one indicator alone. */
type Asked = Pick<IndicatorRowModel, 'map' | 'categories' | 'compared'>;

const nothingAsked: Asked = { map: undefined, categories: undefined, compared: undefined };

/** The page at `/indicators`: every indicator of the county in a line, by owner, with a search. */
export class IndicatorsPage extends HTMLElement {
  readonly #root = shadow(this, style);
  readonly #title = build('h1');
  readonly #asOfLine = build('p', { class: 'quiet' });
  readonly #bar = new ChoiceBar();
  readonly #switch = new IdentitySwitch();
  readonly #notice = build('div', { class: 'notice', role: 'alert', hidden: '' });
  readonly #search = build('input', { type: 'search', id: 'search', autocomplete: 'off' });
  readonly #searchLabel = build('label', { for: 'search' });
  readonly #found = build('span', { class: 'quiet', role: 'status' });
  readonly #owners = build('nav', { class: 'owners' });
  readonly #none = build('p', { class: 'quiet', hidden: '' });
  readonly #groups = build('div');
  readonly #footer = build('footer', { class: 'quiet' });
  readonly #rows = new Map<string, IndicatorRow>();
  /** What each row was last drawn from. */
  readonly #drawn = new Map<string, readonly unknown[]>();
  readonly #sections = new Map<string, { section: HTMLElement; heading: HTMLElement; count: HTMLElement }>();

  #choice: IndicatorsChoice = readIndicatorsChoice(location.hash);
  /** undefined until it is known who asks, for which county. */
  #scene: Scene | undefined;
  /** The scene before, while another one is opened: its people and places stay to be chosen from. */
  #before: Scene | undefined;
  #figures = new Map<string, readonly Figure[]>();
  #months = new Map<string, readonly Figure[]>();
  #asked = new Map<string, Asked>();
  readonly #compared = new Set<string>();
  #layout: Promise<GridMapLayout | undefined> | undefined;
  /** Answers to an earlier choice are dropped. */
  #turn = 0;

  connectedCallback(): void {
    const pick = build('div', { class: 'pick' }, this.#searchLabel, this.#search, this.#found);
    const header = build('header', {}, build('div', {}, this.#title, this.#asOfLine), this.#bar);
    const parts = [header, this.#switch, this.#notice, pick, this.#owners, this.#none, this.#groups, this.#footer];
    this.#root.replaceChildren(build('main', {}, ...parts));
    this.#search.value = this.#choice.search;
    this.#search.addEventListener('input', () => this.#choose({ search: this.#search.value }));
    this.#bar.addEventListener('choose', event => this.#choose((event as CustomEvent<Partial<Choice>>).detail));
    this.#switch.addEventListener('choose', event => this.#become((event as CustomEvent<{ as: string }>).detail.as));
    addEventListener('hashchange', () => this.#follow());
    this.#render();
    void this.#start();
  }

  /** The address was changed by hand. */
  #follow(): void {
    if (!this.#scene) return;
    const { places, asOf, person } = this.#scene;
    const choice = readIndicatorsChoice(location.hash);
    this.#search.value = choice.search;
    if (choice.as === this.#choice.as) this.#choose(settled(choice, places, asOf, person?.areas));
    else this.#become(choice.as);
  }

  async #start(): Promise<void> {
    const turn = ++this.#turn;
    await this.#guard(async () => {
      const scene = await openScene(this.#choice.as);
      // Somebody else may have been chosen meanwhile.
      if (turn !== this.#turn) return;
      this.#scene = scene;
      this.#choice = settled(this.#choice, scene.places, scene.asOf, scene.person?.areas);
      this.#render();
      for (const id of this.#choice.open.slice(0, 1)) this.#rows.get(id)?.scrollIntoView({ block: 'center' });
      await this.#load();
    });
  }

  /** Everything is asked anew: nothing that one identity was answered is shown to another. */
  #become(as: string): void {
    this.#choice = { ...this.#choice, area: '', as };
    history.replaceState(null, '', writeIndicatorsChoice(this.#choice));
    this.#before = this.#scene ?? this.#before;
    this.#scene = undefined;
    this.#layout = undefined;
    this.#forget();
    this.#render();
    void this.#start();
  }

  #forget(): void {
    [this.#figures, this.#months, this.#asked] = [new Map(), new Map(), new Map()];
    this.#compared.clear();
  }

  #choose(change: Partial<IndicatorsChoice>): void {
    const before = this.#choice;
    this.#choice = { ...before, ...change };
    history.replaceState(null, '', writeIndicatorsChoice(this.#choice));
    const { area, period } = this.#choice;
    if (area !== before.area || period?.label !== before.period?.label) void this.#guard(() => this.#load());
    else this.#compareOpened();
    this.#render();
  }

  async #load(): Promise<void> {
    const { area, period } = this.#choice;
    if (!period || !this.#scene) return;
    const { data, asOf, definitions } = this.#scene;
    const turn = ++this.#turn;
    this.#forget();
    this.#compareOpened();
    const wanted = { area, period, months: trendMonths(period, asOf), isWanted: () => turn === this.#turn };
    await indicatorFigures(data, indicatorsByOwner(definitions.catalogue), wanted, (what, group, figures) => {
      const kept = what === 'figures' ? this.#figures : this.#months;
      for (const { id } of group.indicators)
        kept.set(
          id,
          figures.filter(figure => figure.id === id),
        );
      this.#renderGroups();
    });
  }

  /** Comparisons need periods and places that nothing else needs: they are asked for where somebody reads them. */
  #compareOpened(): void {
    const { catalogue = [] } = this.#scene?.definitions ?? {};
    const unasked = catalogue.filter(({ id }) => this.#choice.open.includes(id) && !this.#compared.has(id));
    for (const indicator of unasked) {
      this.#compared.add(indicator.id);
      void this.#guard(() => this.#compare(indicator));
    }
  }

  async #compare(indicator: Indicator): Promise<void> {
    const { area, period } = this.#choice;
    if (!this.#scene || !period) return;
    const keep = this.#keeper(indicator);
    try {
      const all = await this.#scene.data.compare(indicator.id, area, period);
      const [form] = indicator.forms;
      const [part] = form.parts;
      const first = all.find(({ figure }) => figure.form === form.form && figure.part === (part?.id ?? null));
      // Beside a figure without a value nothing can be said but why it has none, which stands there already.
      keep({ compared: first && first.figure.value !== null ? first : null });
    } catch (error) {
      if (!isRefusal(error)) throw error;
      keep({ compared: null });
    }
  }

  async #askMap(indicator: Indicator): Promise<void> {
    const { period } = this.#choice;
    if (!this.#scene || !period) return;
    const { data, places } = this.#scene;
    const keep = this.#keeper(indicator);
    keep({ map: 'asked' });
    this.#layout ??= data.outlines('TOWN').then(towns => towns && gridMapLayout(towns, towns));
    try {
      const figures = data.figuresByPlace(indicator.id, period, places.county.code, 'TOWN');
      const [layout, all] = await Promise.all([this.#layout, figures]);
      keep({ map: layout ? { layout, figures: firstOf(all, indicator) } : 'away' });
    } catch (error) {
      // Without the list of towns there is no map, and everything else goes on.
      if (!isRefusal(error)) throw error;
      keep({ map: 'away' });
    }
  }

  async #askCategories(indicator: Indicator, dimension: string): Promise<void> {
    const { area, period } = this.#choice;
    const keep = this.#keeper(indicator);
    if (dimension === '' || !this.#scene || !period) {
      keep({ categories: undefined });
      return;
    }
    keep({ categories: { dimension, figures: 'asked' } });
    const figures = await this.#scene.data.figures([indicator.id], area, [period], dimension);
    if (this.#asked.get(indicator.id)?.categories?.dimension === dimension)
      keep({ categories: { dimension, figures } });
  }

  /** Keeps what was answered for one indicator, unless something else has been chosen since. */
  #keeper(indicator: Indicator): (change: Partial<Asked>) => void {
    const turn = this.#turn;
    return change => {
      if (turn !== this.#turn) return;
      this.#asked.set(indicator.id, { ...nothingAsked, ...this.#asked.get(indicator.id), ...change });
      this.#renderGroups();
    };
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
    const { language, area, period } = this.#choice;
    const { asOf, isRefused } = this.#scene ?? {};
    const { places, demo } = this.#scene ?? this.#before ?? {};
    const person = demo && personOf(demo, this.#choice.as);
    const county = places?.county.name ?? '';
    const place = places?.towns.find(({ code }) => code === area)?.name ?? '';
    document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
    document.title = [county, place, words.catalogueTitle[language]].filter(Boolean).join(language === 'zh' ? '' : ' ');
    this.#title.textContent = document.title;
    const lastDay = asOf === undefined || isRefused ? '' : `${words.asOf[language]} ${asOf}`;
    const refused = isRefused ? words.nothingGranted[language] : '';
    this.#asOfLine.textContent =
      [period && periodText(period, language), lastDay, refused].filter(Boolean).join(' · ') || words.loading[language];
    this.#switch.hidden = !person;
    if (demo && person && places)
      this.#switch.model = { language, demo, person, places: [places.county, ...places.towns] };
    this.#bar.model = { choice: { ...readChoice(''), ...this.#choice }, places, asOf };
    this.#searchLabel.textContent = words.search[language];
    this.#search.placeholder = words.searchHint[language];
    const docs = `indicators/index${language === 'zh' ? '' : '?language=en'}`;
    const home = `./${writeIndicatorsChoice({ ...this.#choice, search: '', open: [] })}`;
    this.#footer.replaceChildren(
      build('a', { href: home }, words.countyPage[language]),
      ' · ',
      build('a', { href: docs }, words.catalogueDocs[language]),
      build('p', {}, words.boundary[language]),
    );
    this.#renderGroups();
  }

  #renderGroups(): void {
    const { language, search } = this.#choice;
    const { catalogue } = (this.#scene ?? this.#before)?.definitions ?? houseDefinitions;
    const groups = indicatorsByOwner(catalogue);
    if (this.#scene && this.#rows.size !== catalogue.length) this.#build(groups);
    const found = catalogue.filter(indicator => isFound(indicator, search, language));
    this.#found.textContent = `${found.length} / ${catalogue.length} ${words.found[language]}`;
    this.#none.textContent = words.noneFound[language];
    this.#none.hidden = found.length > 0;
    this.#owners.setAttribute('aria-label', words.indicator[language]);
    for (const group of groups) this.#renderGroup(group, found);
  }

  #build(groups: readonly OwnerGroup[]): void {
    this.#rows.clear();
    this.#drawn.clear();
    this.#sections.clear();
    for (const { owner, indicators } of groups) {
      const heading = build('h2', { id: owner, tabindex: '-1' });
      const count = build('p', { class: 'quiet' });
      const rows = indicators.map(indicator => this.#makeRow(indicator));
      const section = build(
        'section',
        { 'aria-labelledby': owner },
        build('div', { class: 'head' }, heading, count),
        build('div', { class: 'panel' }, ...rows),
      );
      this.#sections.set(owner, { section, heading, count });
    }
    this.#groups.replaceChildren(...[...this.#sections.values()].map(({ section }) => section));
  }

  #makeRow(indicator: Indicator): IndicatorRow {
    const row = new IndicatorRow();
    row.id = indicator.id;
    row.addEventListener('choose', event => {
      const others = this.#choice.open.filter(id => id !== indicator.id);
      const { open } = (event as CustomEvent<{ open: boolean }>).detail;
      this.#choose({ open: open ? [...others, indicator.id] : others });
    });
    row.addEventListener('companion', event => this.#go((event as CustomEvent<string>).detail));
    row.addEventListener('map', () => void this.#guard(() => this.#askMap(indicator)));
    row.addEventListener('categories', event => {
      const dimension = (event as CustomEvent<string>).detail;
      void this.#guard(() => this.#askCategories(indicator, dimension));
    });
    this.#rows.set(indicator.id, row);
    return row;
  }

  /** Opens an indicator and brings the reader there. */
  #go(id: string): void {
    this.#search.value = '';
    this.#choose({ search: '', open: [...new Set([...this.#choice.open, id])] });
    const row = this.#rows.get(id);
    row?.scrollIntoView({ block: 'center' });
    row?.focus();
  }

  #renderGroup({ owner, indicators }: OwnerGroup, found: readonly Indicator[]): void {
    const parts = this.#sections.get(owner);
    if (!parts) return;
    const { language } = this.#choice;
    const shown = indicators.filter(each => found.includes(each));
    parts.section.hidden = shown.length === 0;
    parts.heading.textContent = ownerWords[owner][language];
    const known = indicators.filter(({ id }) => (this.#figures.get(id)?.[0]?.value ?? null) !== null).length;
    const isKnown = indicators.every(({ id }) => this.#figures.has(id));
    const [having, lacking] = [words.withValue[language], words.withoutValue[language]];
    const counts = ` · ${having} ${known} · ${lacking} ${indicators.length - known}`;
    const all = `${indicators.length} ${words.found[language]}`;
    parts.count.textContent = `${all}${isKnown ? counts : ''} · ${words.trendsByMonth[language]}`;
    this.#renderOwnerLink(owner, ownerWords[owner][language], shown.length);
    for (const indicator of indicators) {
      const row = this.#rows.get(indicator.id);
      if (!row) continue;
      row.hidden = !shown.includes(indicator);
      this.#renderRow(row, indicator);
    }
  }

  /** Draws a row where something of it is new: a letter typed into the search does not draw seventy trends. */
  #renderRow(row: IndicatorRow, indicator: Indicator): void {
    const { id } = indicator;
    const model = this.#modelOf(indicator);
    const beside = model.companions.map(({ value }) => value).join();
    const { language, isOpen } = model;
    const inputs = [this.#figures.get(id), this.#months.get(id), this.#asked.get(id), language, isOpen, beside];
    if (this.#drawn.get(id)?.every((each, index) => each === inputs[index])) return;
    this.#drawn.set(id, inputs);
    row.model = model;
  }

  #renderOwnerLink(owner: string, name: string, count: number): void {
    const known = [...this.#owners.children].find(each => each.getAttribute('data-owner') === owner);
    const link = known ?? build('button', { type: 'button', 'data-owner': owner });
    link.textContent = `${name} ${count}`;
    link.toggleAttribute('disabled', count === 0);
    if (known) return;
    link.addEventListener('click', () => {
      const heading = this.#sections.get(owner)?.heading;
      heading?.scrollIntoView({ block: 'start' });
      heading?.focus({ preventScroll: true });
    });
    this.#owners.append(link);
  }

  #modelOf(indicator: Indicator): IndicatorRowModel {
    const { language, open } = this.#choice;
    const definitions = (this.#scene ?? this.#before)?.definitions ?? houseDefinitions;
    const figures = this.#figures.get(indicator.id) ?? [];
    return {
      indicator,
      definitions,
      language,
      figures,
      trend: firstOf(this.#months.get(indicator.id) ?? [], indicator),
      isOpen: open.includes(indicator.id),
      companions: this.#companionsOf(indicator, definitions.catalogue),
      ...nothingAsked,
      ...this.#asked.get(indicator.id),
    };
  }

  #companionsOf({ companions }: Indicator, catalogue: readonly Indicator[]): Companion[] {
    const { language } = this.#choice;
    return companions.map(id => {
      const name = catalogue.find(each => each.id === id)?.name[language] ?? id;
      const [first] = this.#figures.get(id) ?? [];
      return { id, name, value: first ? valueText(first, language) : '' };
    });
  }
}

/** Of an indicator's figures those of the number that is shown first. */
function firstOf(figures: readonly Figure[], { forms: [form] }: Indicator): readonly Figure[] {
  const [part] = form.parts;
  return figures.filter(figure => figure.form === form.form && figure.part === (part?.id ?? null));
}
