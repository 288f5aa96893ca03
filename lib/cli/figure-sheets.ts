import {
  type Figure,
  figureReasons,
  type FigureReason,
  type FigureStatus,
  type Indicator,
} from '../indicators/index.ts';
import { missingReasonNames } from '../kernel/missing.ts';
import type { Language, Text } from '../kernel/text.ts';
import { unitNames } from '../kernel/unit.ts';
import type { TableCell } from './csv.ts';
import { nameOf } from './figure-table.ts';
import { statusMeanings, statusNames } from './figure-words.ts';
import type { Sheet } from './spreadsheet.ts';

interface Teller {
  readonly name: (figure: Figure) => string;
  readonly say: (text: Text) => string;
}

interface Column extends Text {
  readonly cell: (figure: Figure, teller: Teller) => TableCell;
}

/** One row a figure, with all that it says of itself. */
const columns: readonly Column[] = [
  { zh: '指标编号', en: 'Id', cell: ({ id }) => id },
  { zh: '指标', en: 'Indicator', cell: (figure, { name }) => name(figure) },
  { zh: '口径', en: 'Form', cell: ({ form }) => form },
  { zh: '分项', en: 'Part', cell: ({ part }) => part },
  { zh: '区划代码', en: 'Area code', cell: ({ area }) => area.code },
  { zh: '区划', en: 'Area', cell: ({ area }) => area.name },
  { zh: '层级', en: 'Level', cell: ({ area }) => area.level },
  { zh: '周期', en: 'Period', cell: ({ period }) => period.label },
  { zh: '起', en: 'From', cell: ({ period }) => period.from },
  { zh: '止', en: 'To', cell: ({ period }) => period.to },
  { zh: '细分', en: 'Dimension', cell: ({ dimension }) => dimension?.name ?? null },
  {
    zh: '细分值',
    en: 'Value of the dimension',
    cell: ({ dimension }) => (dimension ? (dimension.value ?? '?') : null),
  },
  { zh: '数值', en: 'Value', cell: ({ value }) => value },
  { zh: '单位', en: 'Unit', cell: ({ unit }, { say }) => say(unitNames[unit]) },
  { zh: '95%下限', en: '95 % lower', cell: ({ interval }) => interval?.lower ?? null },
  { zh: '95%上限', en: '95 % upper', cell: ({ interval }) => interval?.upper ?? null },
  { zh: '分子', en: 'Numerator', cell: ({ numerator }) => numerator },
  { zh: '分母', en: 'Denominator', cell: ({ denominator }) => denominator },
  { zh: '状态', en: 'Status', cell: ({ status }) => status },
  { zh: '原因', en: 'Reason', cell: ({ reason }) => reason },
  { zh: '数据截至', en: 'As of', cell: ({ asOf }) => asOf },
  { zh: '定义版本', en: 'Definition version', cell: ({ definitionVersion }) => definitionVersion },
  { zh: '完整度(估计)', en: 'Completeness (estimated, 0 to 1)', cell: ({ completeness }) => completeness.share },
  { zh: '未计入', en: 'Left out', cell: leftOut },
  { zh: '区划不明', en: 'Unplaced rows', cell: ({ completeness }) => completeness.unplaced },
  { zh: '取整', en: 'Counts rounded to', cell: ({ roundedTo }) => roundedTo },
  { zh: '所用统计资料', en: 'Registers', cell: registers },
  { zh: '取自', en: 'Computed from', cell: origins },
  { zh: '上次数值', en: 'Last good value', cell: figure => lastGood(figure)?.value ?? null },
  { zh: '上次数值截至', en: 'Last good value as of', cell: figure => lastGood(figure)?.asOf ?? null },
];

function leftOut({ completeness }: Figure, { say }: Teller): string {
  return completeness.leftOut.map(l => `${l.type}: ${say(missingReasonNames[l.reason])} ${l.rows}`).join('; ');
}

function registers({ registers: used }: Figure): string {
  return used.map(({ name, year, value, source }) => `${name} ${year}: ${value} (${source})`).join('; ');
}

function origins({ computedFrom }: Figure): string {
  return computedFrom
    .map(({ department, type, measure, error }) => `${department} ${type}.${measure}${error === null ? '' : ' (!)'}`)
    .join('; ');
}

function lastGood(figure: Figure) {
  return figure.status === 'source_unavailable' ? figure.lastGood : null;
}

/** Both languages, so that a file says what it holds to whoever gets it. */
function bilingual({ zh, en }: Text): string {
  return `${zh} ${en}`;
}

function wordsSheet(): Sheet {
  const statuses = Object.entries(statusNames) as [FigureStatus, Text][];
  const reasons = Object.entries(figureReasons) as [FigureReason, Text][];
  return {
    name: '状态说明 Status words',
    rows: [
      ['状态或原因 Status or reason', '中文', 'English', '含义', 'Meaning'],
      ...statuses.map(([status, { zh, en }]) => [status, zh, en, statusMeanings[status].zh, statusMeanings[status].en]),
      ...reasons.map(([reason, { zh, en }]) => [reason, zh, en, null, null]),
    ],
  };
}

function definitionsSheet(definitions: readonly Indicator[]): Sheet {
  const head: readonly Text[] = [
    { zh: '编号', en: 'Id' },
    { zh: '名称', en: 'Name (zh)' },
    { zh: '英文名称', en: 'Name (en)' },
    { zh: '版本', en: 'Version' },
    { zh: '问题', en: 'Question' },
    { zh: '分子', en: 'Numerator' },
    { zh: '分母', en: 'Denominator' },
    { zh: '归期日期', en: 'Date of the period' },
    { zh: '单位', en: 'Unit' },
    { zh: '副作用', en: 'Perverse incentive' },
    { zh: '须同看', en: 'To be read beside it' },
    { zh: '依据', en: 'Sources' },
  ];
  const rows = definitions.map(each => [
    each.id,
    each.name.zh,
    each.name.en,
    each.versions.at(-1)?.version ?? null,
    bilingual(each.question),
    bilingual(each.numerator),
    bilingual(each.denominator),
    bilingual(each.periodDate),
    bilingual(unitNames[each.unit]),
    bilingual(each.perverse),
    each.companions.join(', '),
    each.references.map(({ title, article }) => `${title.zh} ${article?.zh ?? ''}`.trim()).join('; '),
  ]);
  return { name: '指标定义 Definitions', rows: [head.map(bilingual), ...rows] };
}

/** Figures as a workbook: the figures, what the words mean, and the definitions of what is in it. */
export function figureSheets(
  figures: readonly Figure[],
  catalogue: readonly Indicator[],
  language: Language,
): [Sheet, ...Sheet[]] {
  const teller: Teller = { name: figure => nameOf(figure, catalogue, language), say: text => text[language] };
  const used = new Set(figures.map(({ id }) => id));
  return [
    {
      name: '指标 Figures',
      rows: [columns.map(bilingual), ...figures.map(figure => columns.map(({ cell }) => cell(figure, teller)))],
    },
    wordsSheet(),
    definitionsSheet(catalogue.filter(({ id }) => used.has(id))),
  ];
}
