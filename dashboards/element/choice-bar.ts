import { type Period, type PeriodUnit, periodUnits } from '../../lib/kernel/period.ts';
import type { Places } from '../data/remembered-places.ts';
import { type Choice, lastComplete, periodsToChoose } from '../page/choice.ts';
import { periodText } from '../page/figure-text.ts';
import { words } from '../page/words.ts';
import { build } from './build.ts';
import style from './choice-bar.css';
import { shadow } from './shadow.ts';

export interface ChoiceBarModel {
  readonly choice: Choice;
  readonly places: Places | undefined;
  readonly asOf: string | undefined;
}

/** Area, period and language. Fires `choose` with the part of the choice that changed. */
export class ChoiceBar extends HTMLElement {
  readonly #root = shadow(this, style);
  readonly #area = build('select', { id: 'area' });
  readonly #unit = build('select', { id: 'unit' });
  readonly #period = build('select', { id: 'period' });
  readonly #language = build('button', { type: 'button', class: 'language' });
  readonly #labels = [this.#area, this.#unit, this.#period].map(({ id }) => build('label', { for: id }));
  #model: ChoiceBarModel | undefined;

  constructor() {
    super();
    const fields = [this.#area, this.#unit, this.#period].map((field, index) =>
      build('div', {}, this.#labels[index], field),
    );
    this.#root.append(...fields, this.#language);
    this.#area.addEventListener('change', () => this.#choose({ area: this.#area.value }));
    this.#unit.addEventListener('change', () => this.#chooseUnit(this.#unit.value as PeriodUnit));
    this.#period.addEventListener('change', () => {
      const period = this.#periods().find(({ label }) => label === this.#period.value);
      if (period) this.#choose({ period });
    });
    this.#language.addEventListener('click', () =>
      this.#choose({ language: this.#model?.choice.language === 'en' ? 'zh' : 'en' }),
    );
  }

  set model(model: ChoiceBarModel) {
    this.#model = model;
    const { choice, places } = model;
    const { language, period } = choice;
    for (const [index, word] of [words.area, words.unit, words.period].entries()) {
      this.#labels[index]?.replaceChildren(word[language]);
    }
    const county = places && {
      code: places.county.code,
      name: `${places.county.name} (${words.wholeCounty[language]})`,
    };
    fill(this.#area, county ? [county, ...places.towns].map(({ code, name }) => [code, name]) : [], choice.area);
    fill(
      this.#unit,
      periodUnits.map(unit => [unit, words[unit][language]]),
      period?.unit ?? 'QUARTER',
    );
    fill(
      this.#period,
      this.#periods().map(each => [each.label, periodText(each, language)]),
      period?.label ?? '',
    );
    this.#language.textContent = language === 'zh' ? 'English' : '中文';
    this.#language.lang = language === 'zh' ? 'en' : 'zh-CN';
  }

  #periods(): Period[] {
    const { choice, asOf } = this.#model ?? {};
    if (asOf === undefined || !choice?.period) return [];
    const periods = periodsToChoose(choice.period.unit, asOf);
    // A period that came with the address may lie outside of what is offered.
    return periods.some(({ label }) => label === choice.period?.label) ? periods : [choice.period, ...periods];
  }

  #chooseUnit(unit: PeriodUnit): void {
    const asOf = this.#model?.asOf;
    if (asOf !== undefined) this.#choose({ period: lastComplete(unit, asOf) });
  }

  #choose(change: Partial<Choice>): void {
    this.dispatchEvent(new CustomEvent('choose', { detail: change }));
  }
}

function fill(select: HTMLSelectElement, options: readonly (readonly [string, string])[], value: string): void {
  select.replaceChildren(...options.map(([key, name]) => build('option', { value: key }, name)));
  select.value = value;
  select.disabled = options.length === 0;
}
