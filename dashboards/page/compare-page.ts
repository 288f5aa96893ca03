import { askColumn, type Column } from '../compare/ask-column.ts';
import type { Question, Scene } from '../compare/question.ts';
import { questions } from '../compare/questions.ts';
import { readScene } from '../compare/read-scene.ts';
import { type Demo, type Person, personOf, readDemo } from '../data/demo.ts';
import { AnswerTable } from '../element/answer-table.ts';
import { build } from '../element/build.ts';
import { shadow } from '../element/shadow.ts';
import { type CompareChoice, readCompareChoice, writeCompareChoice } from './compare-choice.ts';
import style from './compare-page.css';
import { compareWords as say } from './compare-words.ts';
import { words } from './words.ts';

/** The page at `/compare`: one question of the county, asked as three people, side by side. */
export class ComparePage extends HTMLElement {
  readonly #root = shadow(this, style);
  readonly #title = build('h1');
  readonly #lead = build('p', { class: 'quiet' });
  readonly #language = build('button', { type: 'button', class: 'language' });
  readonly #label = build('label', { for: 'question' });
  readonly #question = build('select', { id: 'question' });
  readonly #asked = build('p', { class: 'asked' });
  readonly #lookAt = build('p', { class: 'quiet' });
  readonly #notice = build('div', { class: 'notice', role: 'alert', hidden: '' });
  readonly #table = new AnswerTable();
  readonly #legend = build('p', { class: 'legend quiet' });
  readonly #graphql = build('details');
  readonly #footer = build('footer', { class: 'quiet' });

  #demo: Demo | undefined;
  #scene: Scene | undefined;
  #choice: CompareChoice = readCompareChoice(location.hash, [], []);
  #columns: (Column | 'away' | undefined)[] = [undefined, undefined, undefined];
  /** Answers to an earlier choice are dropped, column by column. */
  readonly #turns = [0, 0, 0];

  connectedCallback(): void {
    const pick = build('div', { class: 'pick' }, this.#label, this.#question);
    const intro = build('div', {}, this.#title, this.#lead);
    const header = build('header', {}, intro, this.#language);
    const parts = [header, this.#notice, pick, this.#asked, this.#lookAt, this.#table, this.#legend, this.#graphql];
    this.#root.replaceChildren(build('main', {}, ...parts, this.#footer));
    this.#language.addEventListener('click', () =>
      this.#choose({ language: this.#choice.language === 'zh' ? 'en' : 'zh' }),
    );
    this.#question.addEventListener('change', () => this.#choose({ question: this.#question.value }));
    this.#table.addEventListener('choose', event => {
      const { index, as } = (event as CustomEvent<{ index: number; as: string }>).detail;
      const [first, second, third] = this.#choice.as.map((id, at) => (at === index ? as : id));
      this.#choose({ as: [first ?? '', second ?? '', third ?? ''] });
    });
    this.#table.addEventListener('retry', () => this.#askAll());
    addEventListener('hashchange', () => this.#choose(this.#read()));
    this.#render();
    void this.#start();
  }

  #read(): CompareChoice {
    const people = (this.#demo?.identities ?? []).map(({ id }) => id);
    return readCompareChoice(
      location.hash,
      people,
      this.#offered().map(({ id }) => id),
    );
  }

  /** A question under a permit is not there where the county has given none. */
  #offered(): readonly Question[] {
    return questions.filter(({ underPermit }) => !underPermit || this.#scene?.permit !== undefined);
  }

  async #start(): Promise<void> {
    this.#notice.hidden = true;
    try {
      this.#demo = await readDemo();
      if (this.#demo) this.#scene = await readScene(this.#demo);
      else this.#say(say.noDemo[this.#choice.language]);
    } catch {
      const retry = build('button', { type: 'button' }, say.retry[this.#choice.language]);
      retry.addEventListener('click', () => void this.#start());
      this.#say(say.noAnswer[this.#choice.language], retry);
    }
    if (!this.#scene) return this.#render();
    this.#choice = this.#read();
    this.#askAll();
  }

  #say(...parts: readonly (string | HTMLElement)[]): void {
    this.#notice.replaceChildren(...parts);
    this.#notice.hidden = false;
  }

  #choose(change: Partial<CompareChoice>): void {
    const before = this.#choice;
    this.#choice = { ...before, ...change };
    history.replaceState(null, '', writeCompareChoice(this.#choice));
    const isOther = this.#choice.question !== before.question;
    for (const [index, id] of this.#choice.as.entries()) if (isOther || id !== before.as[index]) void this.#ask(index);
    this.#render();
  }

  #askAll(): void {
    for (const index of this.#columns.keys()) void this.#ask(index);
    this.#render();
  }

  async #ask(index: number): Promise<void> {
    const [question, person, scene] = [this.#current(), this.#people()[index], this.#scene];
    if (!question || !person || !scene) return;
    const turn = (this.#turns[index] = (this.#turns[index] ?? 0) + 1);
    this.#columns[index] = undefined;
    const column = await askColumn(question, person, scene).catch(() => 'away' as const);
    if (turn !== this.#turns[index]) return;
    this.#columns[index] = column;
    this.#render();
  }

  #current(): Question | undefined {
    return this.#offered().find(({ id }) => id === this.#choice.question);
  }

  #people(): Person[] {
    const demo = this.#demo;
    return demo ? this.#choice.as.flatMap(id => personOf(demo, id) ?? []) : [];
  }

  #render(): void {
    const { language } = this.#choice;
    document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
    document.title = say.title[language];
    this.#title.textContent = say.title[language];
    this.#lead.textContent = say.lead[language];
    this.#language.textContent = language === 'zh' ? 'English' : '中文';
    this.#language.lang = language === 'zh' ? 'en' : 'zh-CN';
    this.#label.textContent = say.question[language];
    this.#question.replaceChildren(
      ...this.#offered().map(({ id, title }) => build('option', { value: id }, title[language])),
    );
    this.#footer.replaceChildren(
      build('a', { href: `.#language=${language}` }, words.indicatorsPage[language]),
      ' · ',
      build('a', { href: 'graphiql' }, words.query[language]),
    );
    const [demo, scene, question] = [this.#demo, this.#scene, this.#current()];
    const parts = [this.#label, this.#question, this.#table, this.#legend, this.#graphql];
    for (const part of parts) part.hidden = !demo || !scene || !question;
    if (!demo || !scene || !question) return;
    this.#question.value = question.id;
    this.#asked.textContent = question.say(scene)[language];
    this.#lookAt.textContent = question.lookAt[language];
    this.#table.model = { language, demo, scene, question, people: this.#people(), columns: this.#columns };
    this.#legend.replaceChildren(...legend(language));
    this.#renderGraphql();
  }

  #renderGraphql(): void {
    const answered = this.#columns.find(column => typeof column === 'object');
    const texts = (typeof answered === 'object' ? answered.requests : []).map(({ text, variables }) =>
      build('pre', { tabindex: '0' }, `${text}\n\n${JSON.stringify(variables, null, 2)}`),
    );
    this.#graphql.replaceChildren(build('summary', {}, say.graphql[this.#choice.language]), ...texts);
  }
}

/** How values look that are not simply given. */
function legend(language: CompareChoice['language']): HTMLElement[] {
  const entries = [
    ['rounded', '≈ 60', say.roundedKey],
    ['masked', '20,000', say.masked],
    ['hatched', '', say.hatchedKey],
    ['absent', say.absent[language], say.absentKey],
  ] as const;
  return entries.map(([kind, sample, word]) =>
    build('span', { class: 'entry' }, build('span', { class: `sample ${kind}` }, sample), word[language]),
  );
}
