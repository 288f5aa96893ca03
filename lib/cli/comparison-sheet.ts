import {
  type ComparedFigure,
  type Comparison,
  comparisonNames,
  comparisonNotes,
  comparisonReasons,
  type Indicator,
  verdictNames,
} from '../indicators/index.ts';
import type { Language, Text } from '../kernel/text.ts';
import { unitNames } from '../kernel/unit.ts';
import type { TableCell } from './csv.ts';
import { nameOf } from './figure-table.ts';
import type { Sheet } from './spreadsheet.ts';

interface Line {
  readonly compared: ComparedFigure;
  readonly comparison: Comparison;
  readonly name: string;
  readonly language: Language;
}

interface Column extends Text {
  readonly cell: (line: Line) => TableCell;
}

type Beside = Exclude<Comparison, { kind: 'band' }>;

/** A cell of a comparison with another figure; empty for a band. */
function beside(cell: (comparison: Beside, line: Line) => TableCell): Column['cell'] {
  return line => (line.comparison.kind === 'band' ? null : cell(line.comparison, line));
}

const columns: readonly Column[] = [
  { zh: '指标编号', en: 'Id', cell: ({ compared }) => compared.figure.id },
  { zh: '指标', en: 'Indicator', cell: ({ name }) => name },
  { zh: '区划代码', en: 'Area code', cell: ({ compared }) => compared.figure.area.code },
  { zh: '区划', en: 'Area', cell: ({ compared }) => compared.figure.area.name },
  { zh: '周期', en: 'Period', cell: ({ compared }) => compared.figure.period.label },
  { zh: '比较', en: 'Against', cell: ({ comparison, language }) => comparisonNames[comparison.kind][language] },
  { zh: '本期周期', en: 'Period of this side', cell: ({ comparison }) => comparison.now.period.label },
  { zh: '本期', en: 'Now', cell: ({ comparison }) => comparison.now.value },
  { zh: '单位', en: 'Unit', cell: ({ compared, language }) => unitNames[compared.figure.unit][language] },
  { zh: '对比周期', en: 'Other period', cell: beside(({ against }) => against?.period.label ?? null) },
  { zh: '对比', en: 'Other', cell: beside(({ against }) => against?.value ?? null) },
  {
    zh: '区间下限',
    en: 'Band from',
    cell: ({ comparison }) => (comparison.kind === 'band' ? comparison.band.low : null),
  },
  {
    zh: '区间上限',
    en: 'Band to',
    cell: ({ comparison }) => (comparison.kind === 'band' ? comparison.band.high : null),
  },
  { zh: '差', en: 'Change', cell: beside(({ change }) => change) },
  { zh: '增长(比例)', en: 'Growth (0.02 is 2 % more)', cell: beside(({ growth }) => growth) },
  { zh: '方法', en: 'Method', cell: beside(({ difference }) => difference?.method ?? null) },
  { zh: '差异形式', en: 'Difference or ratio', cell: beside(({ difference }) => difference?.of ?? null) },
  { zh: '95%下限', en: '95 % lower', cell: beside(({ difference }) => difference?.lower ?? null) },
  { zh: '95%上限', en: '95 % upper', cell: beside(({ difference }) => difference?.upper ?? null) },
  { zh: '判断', en: 'Verdict', cell: ({ comparison, language }) => verdictNames[comparison.verdict][language] },
  {
    zh: '原因',
    en: 'Reason',
    cell: ({ comparison: { reason }, language }) => reason && comparisonReasons[reason][language],
  },
  {
    zh: '说明',
    en: 'Notes',
    cell: beside(({ notes }, { language }) => notes.map(note => comparisonNotes[note][language]).join('; ')),
  },
];

/** One row a comparison. */
export function comparisonSheet(
  all: readonly ComparedFigure[],
  catalogue: readonly Indicator[],
  language: Language,
): Sheet {
  const lines = all.flatMap(compared => {
    const name = nameOf(compared.figure, catalogue, language);
    return compared.comparisons.map(comparison => ({ compared, comparison, name, language }));
  });
  const rows = lines.map(line => columns.map(({ cell }) => cell(line)));
  return { name: '比较 Comparisons', rows: [columns.map(({ zh, en }) => `${zh} ${en}`), ...rows] };
}
