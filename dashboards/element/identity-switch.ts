import type { Language } from '../../lib/kernel/text.ts';
import type { Demo, Person } from '../data/demo.ts';
import type { Place } from '../data/remembered-places.ts';
import { personFacts } from '../page/person-text.ts';
import { words } from '../page/words.ts';
import { build } from './build.ts';
import style from './identity-switch.css';
import { shadow } from './shadow.ts';

export interface IdentitySwitchModel {
  readonly language: Language;
  readonly demo: Demo;
  readonly person: Person;
  readonly places: readonly Place[];
}

/** At a demonstration: whose eyes the page is seen with, and what they are granted it for. Fires `choose` with `{ as }`. */
export class IdentitySwitch extends HTMLElement {
  readonly #root = shadow(this, style);
  readonly #label = build('label', { for: 'as' });
  readonly #select = build('select', { id: 'as', 'aria-describedby': 'facts' });
  readonly #compare = build('a');
  readonly #facts = build('dl', { id: 'facts', 'aria-live': 'polite' });

  constructor() {
    super();
    this.#root.append(build('div', {}, this.#label, this.#select), this.#facts, this.#compare);
    this.#select.addEventListener('change', () =>
      this.dispatchEvent(new CustomEvent('choose', { detail: { as: this.#select.value } })),
    );
  }

  set model({ language, demo, person, places }: IdentitySwitchModel) {
    this.#label.textContent = words.viewAs[language];
    this.#select.replaceChildren(
      ...demo.identities.map(({ id, name }) => build('option', { value: id }, name[language])),
    );
    this.#select.value = person.id;
    this.#compare.href = `compare#language=${language}`;
    this.#compare.textContent = words.compare[language];
    this.#facts.replaceChildren(
      ...personFacts(person, demo, places, language).map(([term, text]) =>
        build('div', {}, build('dt', {}, term), build('dd', {}, text)),
      ),
    );
  }
}
