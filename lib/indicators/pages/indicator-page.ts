import type { Language, Text } from '../../kernel/text.ts';
import { unitNames } from '../../kernel/unit.ts';
import { categoryWord, type CategoryWords, typesOf } from '../category-words.ts';
import type { Form, Indicator, Part, Version } from '../indicator.ts';
import type { Term } from '../measure.ts';
import { recordTypes } from '../record-type.ts';
import type { Block, Line } from './block.ts';
import { directionNames, evidenceNames, formNames, ownerNames, pageWords, registerTitles } from './words.ts';

const other: Record<Language, Language> = { zh: 'en', en: 'zh' };

/** What a page needs beside its indicator. */
export interface PageSetting {
  /** The names of all indicators, for the companions. */
  readonly names: ReadonlyMap<string, Text>;
  /** How the page came to be written: its last line. */
  readonly written: Text;
  /** What the codes are called that it leaves out. Default: codes stand for themselves. */
  readonly categories?: CategoryWords;
}

/** An indicator's page of documentation. */
export function indicatorPage(
  definition: Indicator,
  { names, written, categories = {} }: PageSetting,
  language: Language,
): Block[] {
  const say = (text: Text): string => text[language];
  const { id, name, question, companions, perverse } = definition;
  const title = language === 'zh' ? name.zh : `${name.en} ${name.zh}`;
  const index = { text: say(pageWords.index), page: 'index', language };
  const translation = { text: say(pageWords.other), page: id, language: other[language] };
  return [
    { heading: [title], level: 1 },
    { paragraph: [{ code: id }, ' · ', index, ' · ', translation] },
    { paragraph: [say(question)] },
    factsTable(definition, categories, language),
    formsTable(definition, language),
    { heading: [say(pageWords.companions)], level: 2 },
    {
      list: companions.map(each => [{ text: say(names.get(each) ?? name), page: each, language }, ' ', { code: each }]),
    },
    { heading: [say(pageWords.perverse)], level: 2 },
    { paragraph: [say(perverse)] },
    { heading: [say(pageWords.references)], level: 2 },
    {
      list: definition.references.map(({ title: source, article }) => [
        `${say(source)}${article ? ` ${say(article)}` : ''}`,
      ]),
    },
    {
      paragraph: [`${say(pageWords.evidence)}: ${definition.evidence}. ${evidenceText(definition.evidence, language)}`],
    },
    { heading: [say(pageWords.versions)], level: 2 },
    { list: definition.versions.map(version => versionLine(version, language)) },
    ...earlierTable(definition, language),
    { paragraph: [{ small: say(written) }] },
  ];
}

function optional(word: Text, text: string | undefined): [Text, Line][] {
  return text === undefined ? [] : [[word, [text]]];
}

function factsTable(definition: Indicator, categories: CategoryWords, language: Language): Block {
  const { numerator, denominator, periodDate, unit, direction, aim, band, owner, dimensions } = definition;
  const { exclude = {}, yearBegins } = definition;
  const codes = dimensions.flatMap((each, n) => [...(n === 0 ? [] : [', ']), { code: each }]);
  const types = typesOf(definition);
  const left = Object.entries(exclude).map(([name, values]) => {
    const named = values.map(value => categoryWord(categories, types, name, value, language));
    return `${name}: ${named.join(', ')}`;
  });
  const facts: [Text, Line][] = [
    [pageWords.numerator, [numerator[language]]],
    [pageWords.denominator, [denominator[language]]],
    [pageWords.periodDate, [periodDate[language]]],
    ...optional(pageWords.exclude, left.length === 0 ? undefined : left.join('; ')),
    ...optional(pageWords.yearBegins, yearBegins === undefined ? undefined : String(yearBegins)),
    [pageWords.unit, [unitNames[unit][language]]],
    [pageWords.direction, [directionNames[direction][language]]],
    ...optional(pageWords.aim, aim === undefined ? undefined : String(aim)),
    ...optional(pageWords.band, band === undefined ? undefined : `${band.low} – ${band.high}`),
    [pageWords.owner, [ownerNames[owner][language]]],
    [pageWords.dimensions, dimensions.length === 0 ? [pageWords.noDimensions[language]] : codes],
  ];
  return { head: null, rows: facts.map(([word, text]) => [[word[language]], text]) };
}

function formsTable({ forms }: Indicator, language: Language): Block {
  const { form, part, measures, followUp } = pageWords;
  return {
    head: [form, part, measures, followUp].map(word => word[language]),
    rows: forms.flatMap(each => each.parts.map(number => formRow(each, number, language))),
  };
}

function formRow({ form, observationDays }: Form, { id, name, formula }: Part, language: Language): Line[] {
  const terms = new Set(formula.terms.map(term => termText(term, language)));
  const registers = formula.registers.map(each => `${pageWords.register[language]}: ${registerTitles[each][language]}`);
  return [
    [formNames[form][language]],
    id === null ? [pageWords.whole[language]] : [`${name?.[language] ?? id} `, { code: id }],
    [[...terms, ...new Set(registers)].join(', ')],
    [observationDays === undefined ? '' : String(observationDays)],
  ];
}

function termText({ type, measure, stock }: Term, language: Language): string {
  const at = stock === 'opening' ? ` (${pageWords.opening[language]})` : '';
  return `${recordTypes[type].department}: ${type}.${measure}${at}`;
}

function evidenceText(evidence: string, language: Language): string {
  const letters = [...new Set(evidence.split(/[^A-Z]/).filter(word => word in evidenceNames))];
  return letters.map(letter => `${letter}: ${evidenceNames[letter]?.[language] ?? ''}`).join('; ');
}

function versionLine({ version, from, change, breaks }: Version, language: Language): Line {
  const what = change?.[language] ?? pageWords.first[language];
  const said = `${version}, ${pageWords.from[language]} ${from}: ${what}`;
  return breaks === true ? [said, ' ', { strong: pageWords.breaks[language] }] : [said];
}

/** What earlier versions counted, newest first. */
function earlierTable(definition: Indicator, language: Language): Block[] {
  const rows: Line[][] = [];
  for (let held = definition.earlier; held !== undefined; held = held.earlier) {
    const measures = held.forms.flatMap(({ parts }) => parts.flatMap(({ formula }) => formula.terms));
    const terms = [...new Set(measures.map(term => termText(term, language)))];
    const { version } = held.versions.at(-1) ?? held.versions[0];
    rows.push([[String(version)], [held.numerator[language]], [held.denominator[language]], [terms.join(', ')]]);
  }
  if (rows.length === 0) return [];
  const { version, numerator, denominator, measures } = pageWords;
  const head = [version, numerator, denominator, measures].map(word => word[language]);
  return [
    { heading: [pageWords.earlier[language]], level: 2 },
    { head, rows },
  ];
}
