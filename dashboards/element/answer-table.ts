import type { Language } from '../../lib/kernel/text.ts';
import type { Column } from '../compare/ask-column.ts';
import type { AnswerRow, Question, Scene, Value, Words } from '../compare/question.ts';
import type { Demo, Person } from '../data/demo.ts';
import { columnNotes } from '../page/column-notes.ts';
import { compareWords as words } from '../page/compare-words.ts';
import { roundedText } from '../page/figure-text.ts';
import { personFacts } from '../page/person-text.ts';
import { build } from './build.ts';
import style from './answer-table.css';
import { shadow } from './shadow.ts';

export interface AnswerTableModel {
  readonly language: Language;
  readonly demo: Demo;
  readonly scene: Scene;
  readonly question: Question;
  readonly people: readonly Person[];
  /** One for each person; `away` when nobody answered, undefined while the answer is on its way. */
  readonly columns: readonly (Column | 'away' | undefined)[];
}

/** The answers to one question, a column for each reader, the same rows side by side. Fires `choose` with `{ index, as }` and `retry`. */
export class AnswerTable extends HTMLElement {
  readonly #root = shadow(this, style);
  readonly #selects = [0, 1, 2].map(index => build('select', { id: `as-${index}` }));
  readonly #caption = build('caption', { class: 'unseen' });
  readonly #head = build('thead');
  readonly #body = build('tbody');
  readonly #foot = build('tfoot');
  readonly #scroll = build('div', { class: 'scroll', role: 'region', tabindex: '0' });

  constructor() {
    super();
    this.#scroll.append(build('table', {}, this.#caption, this.#head, this.#body, this.#foot));
    this.#root.append(this.#scroll);
    for (const [index, select] of this.#selects.entries())
      select.addEventListener('change', () => this.#tell('choose', { index, as: select.value }));
  }

  set model(model: AnswerTableModel) {
    const { language, question, scene, columns } = model;
    const active = this.#root.activeElement;
    this.#caption.textContent = question.say(scene)[language];
    this.#scroll.setAttribute('aria-label', question.title[language]);
    this.#scroll.setAttribute('aria-busy', String(columns.includes(undefined)));
    this.#head.replaceChildren(...this.#headRows(model));
    this.#body.replaceChildren(...this.#bodyRows(model));
    this.#foot.replaceChildren(...footRows(model));
    // A select that was moved in the document has lost the focus.
    if (active instanceof HTMLSelectElement) active.focus();
  }

  #tell(type: 'choose' | 'retry', detail: object): void {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }

  #headRows({ language, demo, scene, question, people, columns }: AnswerTableModel): HTMLElement[] {
    const span = String(question.fields.length);
    const heads = this.#selects.map((select, index) => {
      select.replaceChildren(...demo.identities.map(({ id, name }) => build('option', { value: id }, name[language])));
      select.value = people[index]?.id ?? '';
      const label = build('label', { for: select.id }, `${words.asWhom[language]} ${index + 1}`);
      const column = columns[index];
      const how = typeof column === 'object' ? howGiven(column, language) : [];
      const person = people[index];
      const places = [scene.county, ...scene.towns];
      const facts = person ? personFacts(person, demo, places, language).slice(0, -1) : [];
      const line = build('p', {}, facts.map(([term, text]) => `${term}: ${text}`).join(' · '));
      return build('th', { scope: 'colgroup', colspan: span, class: 'who' }, label, select, ...how, line);
    });
    const fields = people.flatMap(() =>
      question.fields.map((field, index) =>
        build('th', { scope: 'col', class: index === 0 && 'first' }, field[language]),
      ),
    );
    const row = build('th', { scope: 'col', rowspan: '2', class: 'key' }, question.row[language]);
    return [build('tr', {}, row, ...heads), build('tr', {}, ...fields)];
  }

  #bodyRows({ language, question, columns }: AnswerTableModel): HTMLElement[] {
    const rows = rowsOf(question, columns);
    const span = { colspan: String(question.fields.length) };
    const height = { rowspan: String(Math.max(1, rows.length)) };
    return (rows.length > 0 ? rows : [undefined]).map((row, at) => {
      const cells = columns.flatMap(column => {
        if (typeof column === 'object' && column.answered.rows.length > 0) {
          const own = row && column.answered.rows.find(({ key }) => key === row.key);
          if (!own) return [build('td', { ...span, class: 'absent first' }, words.absent[language])];
          return own.values.map((value, index) => valueCell(value, language, index === 0));
        }
        return at === 0 ? [this.#wholeCell(column, { ...span, ...height }, language)] : [];
      });
      return build(
        'tr',
        {},
        build('th', { scope: 'row', class: 'key' }, row ? say(row.name, language) : '–'),
        ...cells,
      );
    });
  }

  /** In place of all the rows of a column. */
  #wholeCell(column: Column | 'away' | undefined, span: Record<string, string>, language: Language): HTMLElement {
    if (column === undefined)
      return build('td', { ...span, class: 'first' }, build('div', { class: 'bone', title: words.loading[language] }));
    if (column === 'away') {
      const retry = build('button', { type: 'button' }, words.retry[language]);
      retry.addEventListener('click', () => this.#tell('retry', {}));
      return build('td', { ...span, class: 'first', role: 'alert' }, build('p', {}, words.noAnswer[language]), retry);
    }
    const codes = [...new Set(column.errors.flatMap(({ extensions }) => extensions?.code ?? []))];
    if (codes.length === 0) return build('td', { ...span, class: 'absent first' }, words.absent[language]);
    const label = build(
      'p',
      { class: 'label' },
      build('b', {}, words.refused[language]),
      ...codes.map(code => build('code', {}, code)),
    );
    return build('td', { ...span, class: 'refused first' }, label);
  }
}

/** The rows of all answers, each once. */
function rowsOf({ descending }: Question, columns: AnswerTableModel['columns']): AnswerRow[] {
  const rows = new Map<string, AnswerRow>();
  for (const column of columns)
    for (const row of typeof column === 'object' ? column.answered.rows : []) rows.set(row.key, row);
  const sorted = [...rows.values()].sort((a, b) => (a.rank < b.rank ? -1 : 1));
  return descending ? sorted.reverse() : sorted;
}

/** Exact, protected or public, and what counts are rounded to. */
function howGiven({ answered: { roundedTo } }: Column, language: Language): HTMLElement[] {
  return roundedTo === null ? [] : [build('span', { class: 'status' }, roundedText(roundedTo, language))];
}

function say(said: Words, language: Language): string {
  return typeof said === 'string' ? said : said[language];
}

function valueCell({ state, words: said, detail }: Value, language: Language, isFirst: boolean): HTMLElement {
  const cell = build('td', { class: `${state}${isFirst ? ' first' : ''}` });
  if (state === 'rounded')
    cell.append(
      build('span', { 'aria-hidden': 'true' }, '≈ '),
      build('span', { class: 'unseen' }, `${words.rounded[language]} `),
    );
  cell.append(build('span', { class: 'label' }, say(said, language)));
  if (detail !== undefined) cell.append(build('small', {}, say(detail, language)));
  return cell;
}

function footRows({ language, demo, scene, question, columns }: AnswerTableModel): HTMLElement[] {
  const notes = columns.map(column =>
    typeof column === 'object' ? columnNotes(column, { demo, scene, question, language }) : undefined,
  );
  return (['answer', 'grant', 'ledger'] as const).map(part =>
    build(
      'tr',
      {},
      build('th', { scope: 'row', class: 'key' }, words[part][language]),
      ...notes.map(note =>
        build('td', { colspan: String(question.fields.length), class: 'first' }, ...lines(note?.[part])),
      ),
    ),
  );
}

function lines(texts: readonly string[] = []): HTMLElement[] {
  return texts.map(text => build('p', {}, text));
}
