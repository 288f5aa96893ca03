import type { Language, Text } from '../../kernel/text.ts';
import { unitNames } from '../../kernel/unit.ts';
import type { Form, Indicator, Part, Version } from '../indicator.ts';
import type { Term } from '../measure.ts';
import { recordTypes } from '../record-type.ts';
import { directionNames, evidenceNames, formNames, ownerNames, pageWords, registerTitles } from './words.ts';

/** The name of an indicator's page in its folder. */
export function pageName(id: string, language: Language): string {
  return language === 'zh' ? `${id}.zh-CN.md` : `${id}.md`;
}

const other: Record<Language, Language> = { zh: 'en', en: 'zh' };

/** An indicator's page of documentation, in Markdown. `names`: the names of all indicators, for its companions. */
export function indicatorPage(definition: Indicator, names: ReadonlyMap<string, Text>, language: Language): string {
  const say = (text: Text): string => text[language];
  const { id, name, question, companions, perverse } = definition;
  const title = language === 'zh' ? name.zh : `${name.en} ${name.zh}`;
  const links = companions.map(each => `- [${say(names.get(each) ?? name)}](${pageName(each, language)}) \`${each}\``);
  return [
    `# ${title}`,
    `\`${id}\` · [${say(pageWords.index)}](${pageName('index', language)}) · [${say(pageWords.other)}](${pageName(id, other[language])})`,
    say(question),
    factsTable(definition, language),
    formsTable(definition, language),
    `## ${say(pageWords.companions)}`,
    links.join('\n'),
    `## ${say(pageWords.perverse)}`,
    say(perverse),
    `## ${say(pageWords.references)}`,
    definition.references
      .map(({ title: source, article }) => `- ${say(source)}${article ? ` ${say(article)}` : ''}`)
      .join('\n'),
    `${say(pageWords.evidence)}: ${definition.evidence}. ${evidenceText(definition.evidence, language)}`,
    `## ${say(pageWords.versions)}`,
    definition.versions.map(version => versionLine(version, language)).join('\n'),
    `*${say(pageWords.generated)}*`,
  ].join('\n\n');
}

function row(cells: readonly string[]): string {
  return `| ${cells.map(cell => cell.replaceAll('|', '\\|')).join(' | ')} |`;
}

function factsTable(definition: Indicator, language: Language): string {
  const { numerator, denominator, periodDate, unit, direction, aim, band, owner, dimensions } = definition;
  const facts: [Text, string][] = [
    [pageWords.numerator, numerator[language]],
    [pageWords.denominator, denominator[language]],
    [pageWords.periodDate, periodDate[language]],
    [pageWords.unit, unitNames[unit][language]],
    [pageWords.direction, directionNames[direction][language]],
    ...(aim === undefined ? [] : [[pageWords.aim, String(aim)] as [Text, string]]),
    ...(band === undefined ? [] : [[pageWords.band, `${band.low} – ${band.high}`] as [Text, string]]),
    [pageWords.owner, ownerNames[owner][language]],
    [
      pageWords.dimensions,
      dimensions.length === 0 ? pageWords.noDimensions[language] : dimensions.map(each => `\`${each}\``).join(', '),
    ],
  ];
  return ['| | |', '| --- | --- |', ...facts.map(([word, text]) => row([word[language], text]))].join('\n');
}

function formsTable({ forms }: Indicator, language: Language): string {
  const { form, part, measures, followUp } = pageWords;
  const lines = forms.flatMap(each => each.parts.map(number => formRow(each, number, language)));
  return [
    row([form, part, measures, followUp].map(word => word[language])),
    row(['---', '---', '---', '---']),
    ...lines,
  ].join('\n');
}

function formRow({ form, observationDays }: Form, { id, name, formula }: Part, language: Language): string {
  const terms = new Set(formula.terms.map(term => termText(term, language)));
  const registers = formula.registers.map(each => `${pageWords.register[language]}: ${registerTitles[each][language]}`);
  return row([
    formNames[form][language],
    id === null ? pageWords.whole[language] : `${name?.[language] ?? id} \`${id}\``,
    [...terms, ...new Set(registers)].join(', '),
    observationDays === undefined ? '' : String(observationDays),
  ]);
}

function termText({ type, measure, stock }: Term, language: Language): string {
  const at = stock === 'opening' ? ` (${pageWords.opening[language]})` : '';
  return `${recordTypes[type].department}: ${type}.${measure}${at}`;
}

function evidenceText(evidence: string, language: Language): string {
  const letters = [...new Set(evidence.split(/[^A-Z]/).filter(word => word in evidenceNames))];
  return letters.map(letter => `${letter}: ${evidenceNames[letter]?.[language] ?? ''}`).join('; ');
}

function versionLine({ version, from, change, breaks }: Version, language: Language): string {
  const what = change?.[language] ?? pageWords.first[language];
  const mark = breaks === true ? ` **${pageWords.breaks[language]}**` : '';
  return `- ${version}, ${pageWords.from[language]} ${from}: ${what}${mark}`;
}
