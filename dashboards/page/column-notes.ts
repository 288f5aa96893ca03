import type { Language } from '../../lib/kernel/text.ts';
import type { Column, LedgerLine } from '../compare/ask-column.ts';
import type { Question, Scene } from '../compare/question.ts';
import type { Demo } from '../data/demo.ts';
import { compareWords as words, profileWords, refusalWords } from './compare-words.ts';
import { roundedText } from './figure-text.ts';

interface Context {
  readonly demo: Demo;
  readonly scene: Scene;
  readonly question: Question;
  readonly language: Language;
}

/** What stands under an answer: how it was given, on what ground, and what the ledgers wrote down of it. */
export function columnNotes(column: Column, context: Context): Record<'answer' | 'grant' | 'ledger', string[]> {
  return {
    answer: answerNotes(column, context),
    grant: grantNotes(column, context),
    ledger: ledgerNotes(column, context),
  };
}

function answerNotes({ answered: { rows, profile, roundedTo }, errors }: Column, { language }: Context): string[] {
  const count = rows.length === 0 ? words.nothing[language] : rowsText(rows.length, language);
  const how = profile === null ? '' : (profileWords[profile]?.[language] ?? '');
  const sentences = new Map(errors.map(({ extensions, message }) => [extensions?.code ?? '', message]));
  const refusals = [...sentences].map(
    ([code, message]) => `${code}: ${language === 'zh' ? (refusalWords[code] ?? message) : message}`,
  );
  return [[count, how, roundedText(roundedTo, language)].filter(Boolean).join(' · '), ...refusals];
}

function grantNotes({ decision, answered }: Column, { demo, scene, language }: Context): string[] {
  const purpose = demo.purposes.find(({ id }) => id === decision.purpose);
  const basis = purpose && `${words.basis[language]}: ${purpose.basis.law} ${purpose.basis.article}`;
  const approved = purpose && `${words.approvedBy[language]}: ${purpose.approvedBy[language]}`;
  const lines = [purpose?.name[language] ?? decision.purpose ?? '', basis ?? '', approved ?? ''];
  if (!decision.granted) return [...lines, words.notGranted[language]].filter(Boolean);
  const { areas = [], masks = {}, permit, rows } = decision;
  const names = areas === 'all' ? [] : areas.map(code => scene.towns.find(town => town.code === code)?.name ?? code);
  const places = areas === 'all' ? words.wholeCounty[language] : names.join(', ');
  const masked = Object.entries(masks).map(([field, mask]) => `${field}: ${mask}`);
  return [
    ...lines,
    `${words.places[language]}: ${places}`,
    rows ? '' : words.figuresOnly[language],
    // What is masked in records is of no concern to figures.
    masked.length > 0 && answered.profile === null ? `${words.masks[language]}: ${masked.join(', ')}` : '',
    permit === undefined ? '' : `${words.permit[language]}: ${permit}`,
  ].filter(Boolean);
}

function ledgerNotes({ records, requestId }: Column, { demo, language }: Context): string[] {
  const nameOf = (id: string): string => demo.departments.find(each => each.id === id)?.name[language] ?? id;
  const lines = records.map(record => {
    const reads = [...new Set(record.reads.map(read => readText(read, language)))].join('; ');
    return `${nameOf(record.ledger)}, ${words.record[language].replace('{n}', String(record.seq))}: ${reads}`;
  });
  return [...(lines.length > 0 ? lines : [words.noRecord[language]]), `${words.request[language]} ${requestId}`];
}

function rowsText(rows: number, language: Language): string {
  if (language === 'zh') return `${rows} 行`;
  return rows === 1 ? '1 row' : `${rows} rows`;
}

function readText({ type, rows, decision, code }: LedgerLine['reads'][number], language: Language): string {
  const given = rowsText(rows, language);
  return `${type} ${decision === 'granted' ? given : [decision === 'refused' ? words.refused[language] : decision, code].join(' ')}`;
}
