import {
  categoryWord,
  type CategoryWords,
  type Explained,
  type Explanation,
  type Figure,
  figureNotes,
  figureReasons,
  type Indicator,
  type Input,
  methods,
  type Question,
  typesOf,
} from '../indicators/index.ts';
import { formNames, ownerNames } from '../indicators/pages/words.ts';
import { missingReasonNames } from '../kernel/missing.ts';
import type { Language, Text } from '../kernel/text.ts';
import { unitNames } from '../kernel/unit.ts';
import { explanationWords as words, inputAbsences, inputHeads } from './explanation-words.ts';
import { nameOf, readable } from './figure-table.ts';
import { statusNames } from './figure-words.ts';
import { evidenceOf } from './note-table.ts';
import { table } from './terminal-table.ts';

/** How figures came about, for a terminal: one after the other, and the questions that were asked for all of them. */
export function explanationText(
  { explanations, questions }: Explained,
  catalogue: readonly Indicator[],
  categories: CategoryWords,
  language: Language,
): string {
  const figures = explanations.map(each => figureText(each, catalogue, categories, language));
  const asked = questions.map(each => questionText(each, language));
  return [...figures, `${words.questions[language]}\n\n${asked.join('\n\n')}`].join('\n\n');
}

function figureText(
  explanation: Explanation,
  catalogue: readonly Indicator[],
  categories: CategoryWords,
  language: Language,
): string {
  const say = (text: Text): string => text[language];
  const { figure, definition, inputs } = explanation;
  const lines: readonly (readonly [Text, string])[] = [
    [words.question, say(definition.question)],
    [words.numerator, say(definition.numerator)],
    [words.denominator, say(definition.denominator)],
    [words.periodDate, say(definition.periodDate)],
    [words.formula, say(methods[explanation.part.formula.method].value)],
    ...(figure.value === null ? [] : [[words.numbers, numbersOf(explanation, figure.value, language)] as const]),
    [words.interval, intervalOf(explanation, language)],
    [words.definition, definitionOf(explanation, categories, language)],
    [words.sources, sourcesOf(definition, language)],
    [words.status, statusOf(explanation, language)],
    [words.complete, completenessOf(figure, language)],
    ...registerLines(figure),
    ...noteLines(explanation, language),
    [words.companions, companionsOf(definition, catalogue, language)],
    [words.perverse, say(definition.perverse)],
  ];
  const title = `${nameOf(figure, catalogue, language)} (${figure.id}), ${figure.area.name ?? figure.area.code}, ${figure.period.label}`;
  const value = figure.value === null ? '—' : `${readable(figure.value)} ${unitNames[figure.unit][language]}`;
  const told = lines.map(([word, text]) => [`  ${say(word)}`, text]);
  const came = table([[...inputHeads[language]], ...inputs.map(input => inputLine(input, language))], [3, 4]);
  return [`${title}: ${value}`, table(told), came].join('\n\n');
}

/** The formula with its numbers: 100 x 197 / 188 = 104.79 %. */
function numbersOf({ figure, part }: Explanation, value: number, language: Language): string {
  const [x, n] = [readable(figure.numerator), readable(figure.denominator)];
  const result = `${readable(value)} ${unitNames[figure.unit][language]}`.trim();
  const isQuotient = !['kaplanMeierMedian', 'kaplanMeierShare', 'quantile', 'ageQuantile'].includes(
    part.formula.method,
  );
  if (!isQuotient || figure.numerator === null || figure.denominator === null) return `${x} / ${n} → ${result}`;
  const factor = figure.numerator === 0 ? null : (value * figure.denominator) / figure.numerator;
  const times = factor === null || Math.abs(factor - 1) < 1e-9 ? '' : `${readable(Number(factor.toPrecision(12)))} × `;
  return `${times}${x} ÷ ${n} = ${result}`;
}

function intervalOf({ figure, part }: Explanation, language: Language): string {
  const method = methods[part.formula.method].interval[language];
  if (figure.interval === null) return `— (${method})`;
  const { lower, upper } = figure.interval;
  const rounding = figure.roundedTo === null ? '' : `; ${words.rounding[language]} ${figure.roundedTo}`;
  return `${readable(lower)} – ${readable(upper)} (${method}${rounding})`;
}

function definitionOf(
  { figure, definition, form }: Explanation,
  categories: CategoryWords,
  language: Language,
): string {
  const version = definition.versions.find(each => each.version === figure.definitionVersion);
  const change = version?.change === undefined ? '' : `: ${version.change[language]}`;
  const types = typesOf(definition);
  const outside = Object.entries(definition.exclude ?? {}).map(([name, values]) => {
    const told = values.map(value => categoryWord(categories, types, name, value, language));
    return `${told.join(', ')} (${name})`;
  });
  const excluded = outside.length === 0 ? '' : `; ${words.excluded[language]} ${outside.join('; ')}`;
  return `${figure.definitionVersion} (${words.from[language]} ${version?.from ?? '?'})${change}; ${formNames[form.form][language]}${excluded}`;
}

function sourcesOf({ references, evidence }: Indicator, language: Language): string {
  const told = references.map(({ title, article }) => `${title[language]} ${article?.[language] ?? ''}`.trim());
  return `${told.join('; ')} [${evidence}]`;
}

/** The rule behind the status, with its days. */
function statusOf({ figure, form, inputs }: Explanation, language: Language): string {
  const status = statusNames[figure.status][language];
  const { to } = figure.period;
  const days = form.observationDays ?? 0;
  if (figure.reason === null) return `${status}: ${words.over[language](to, days, figure.asOf ?? '?')}`;
  const why = figureReasons[figure.reason][language];
  const error = inputs.find(input => input.error !== null)?.error ?? null;
  const said = error === null ? '' : `; ${error.code ?? ''} ${error.message}`;
  const follow =
    figure.status === 'provisional' ? `; ${words.provisional[language](to, days, figure.asOf ?? '?')}` : '';
  return `${status}: ${why}${follow}${said}`;
}

function completenessOf({ completeness }: Figure, language: Language): string {
  const { share, unplaced } = completeness;
  const parts = [
    share === null ? words.unknown[language] : `${(100 * share).toFixed(1)} % ${words.estimated[language]}`,
    ...(unplaced === null || unplaced === 0 ? [] : [`${words.unplaced[language]} ${unplaced}`]),
  ];
  return parts.join('; ');
}

function registerLines({ registers }: Figure): [Text, string][] {
  return registers.map(({ name, year, value, source, vintage }) => [
    words.register,
    `${name} ${year}: ${readable(value)} (${source}, ${vintage})`,
  ]);
}

function noteLines({ notes }: Explanation, language: Language): (readonly [Text, string])[] {
  if (notes === null) return [];
  if (notes.length === 0) return [[words.notes, words.noNotes[language]]];
  return notes.map(note => [words.notes, `${figureNotes[note.code][language]}: ${evidenceOf(note, language)}`]);
}

function companionsOf({ companions }: Indicator, catalogue: readonly Indicator[], language: Language): string {
  return companions.map(id => `${catalogue.find(each => each.id === id)?.name[language] ?? id} (${id})`).join(', ');
}

function inputLine(input: Input, language: Language): string[] {
  const { department, type, measure, periods, count, lengths, margin, asOf, leftOut, absent, error } = input;
  const ended = lengths === null ? '' : `${lengths.closed} + ${lengths.open} ${words.open[language]}`;
  const number = count === null ? ended : readable(count);
  const owner = Object.entries(ownerNames).find(([id]) => id === department)?.[1];
  return [
    owner?.[language] ?? department,
    `${type}.${measure}`,
    periods.length > 1 ? `${periods[0]} … ${periods.at(-1)}` : (periods[0] ?? ''),
    absent === null ? number : `${inputAbsences[absent][language]}${error?.code ? ` (${error.code})` : ''}`,
    margin === 0 ? '' : `± ${readable(margin)}`,
    asOf ?? '—',
    leftOut.map(({ reason, rows }) => `${missingReasonNames[reason][language]} ${rows}`).join(', '),
  ];
}

function questionText({ query, variables, milliseconds, errors }: Question, language: Language): string {
  const fault = errors.length === 0 ? '' : `, ${errors.join(', ')}`;
  return [
    `# ${words.took[language]} ${milliseconds.toFixed(0)} ms${fault}`,
    query.trim(),
    `# ${words.variables[language]}: ${JSON.stringify(variables)}`,
  ].join('\n');
}
