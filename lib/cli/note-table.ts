import {
  type ComparedFigure,
  evidenceCounts,
  evidenceNames,
  figureNotes,
  type FigureNote,
  type Indicator,
  uncheckedNotes,
} from '../indicators/index.ts';
import type { Language } from '../kernel/text.ts';
import { nameOf, readable } from './figure-table.ts';
import type { Sheet } from './spreadsheet.ts';
import { table } from './terminal-table.ts';

const words = {
  zh: { head: ['指标', '区划', '周期', '数值', '提示', '依据'], none: '没有提示', unchecked: '未检查' },
  en: {
    head: ['Indicator', 'Area', 'Period', 'Value', 'Note', 'Evidence'],
    none: 'No notes',
    unchecked: 'Not checked',
  },
} as const;

/** The numbers that a note rests on, in words. */
export function evidenceOf({ evidence }: FigureNote, language: Language): string {
  const told = Object.entries(evidence).map(([name, value]) => {
    const amount = evidenceCounts.has(name) ? readable(value) : `${readable(value * 100)} %`;
    return `${evidenceNames[name]?.[language] ?? name} ${amount}`;
  });
  return told.join(', ');
}

function linesOf(compared: readonly ComparedFigure[], catalogue: readonly Indicator[], language: Language): string[][] {
  return compared.flatMap(({ figure, notes }) =>
    (notes ?? []).map(note => [
      nameOf(figure, catalogue, language),
      figure.area.name ?? figure.area.code,
      figure.period.label,
      figure.value === null ? '—' : readable(figure.value),
      figureNotes[note.code][language],
      evidenceOf(note, language),
    ]),
  );
}

/** The notes of figures, a line each, and what was not looked for. */
export function noteTable(
  compared: readonly ComparedFigure[],
  catalogue: readonly Indicator[],
  language: Language,
): string {
  const { head, none, unchecked } = words[language];
  const lines = linesOf(compared, catalogue, language);
  const found = lines.length === 0 ? none : table([[...head], ...lines]);
  const not = Object.values(uncheckedNotes).map(text => `${unchecked}: ${text[language]}`);
  return [found, '', ...not].join('\n');
}

export function noteSheet(
  compared: readonly ComparedFigure[],
  catalogue: readonly Indicator[],
  language: Language,
): Sheet {
  const head = words.zh.head.map((zh, i) => `${zh} ${words.en.head[i] ?? ''}`);
  return { name: '提示 Notes', rows: [head, ...linesOf(compared, catalogue, language)] };
}
