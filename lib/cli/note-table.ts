import {
  type ComparedFigure,
  figureNotes,
  type FigureNote,
  type Indicator,
  uncheckedNotes,
} from '../indicators/index.ts';
import type { Language, Text } from '../kernel/text.ts';
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

const evidenceNames: Readonly<Record<string, Text>> = {
  rows: { zh: '件数', en: 'rows' },
  lower: { zh: '99.8%下限', en: '99.8 % lower' },
  others: { zh: '其余', en: 'others' },
  othersUpper: { zh: '其余95%上限', en: "others' 95 % upper" },
  closed: { zh: '办结', en: 'closed' },
  atMonthEnd: { zh: '其中月末三天', en: 'in the last three days' },
  share: { zh: '占比', en: 'share' },
  expected: { zh: '按天数应占', en: 'explained by days' },
  now: { zh: '本期分母', en: 'denominator' },
  before: { zh: '上年同期', en: 'last year' },
  change: { zh: '变化', en: 'change' },
  restChange: { zh: '其余地区变化', en: 'change elsewhere' },
};

const counts = new Set(['rows', 'closed', 'atMonthEnd', 'now', 'before']);

function evidenceOf({ evidence }: FigureNote, language: Language): string {
  const told = Object.entries(evidence).map(([name, value]) => {
    const amount = counts.has(name) ? readable(value) : `${readable(value * 100)} %`;
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
