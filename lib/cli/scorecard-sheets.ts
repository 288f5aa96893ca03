import type { Language, Text } from '../kernel/text.ts';
import { unitNames } from '../kernel/unit.ts';
import { type AreaScore, type CardResult, marksText, type ScoreLine } from '../scorecard/index.ts';
import type { TableCell } from './csv.ts';
import { lineNote, placeOf, type Telling } from './scorecard-table.ts';
import type { Sheet } from './spreadsheet.ts';

interface Column<Of> extends Text {
  readonly cell: (of: Of) => TableCell;
}

function sheet<Of>(name: string, columns: readonly Column<Of>[], rows: readonly Of[], language: Language): Sheet {
  const body = rows.map(row => columns.map(({ cell }) => cell(row)));
  return { name, rows: [columns.map(column => column[language]), ...body] };
}

/** A row an area. */
function areaColumns({ card }: CardResult, { language, ranking, vetoes }: Telling): Column<AreaScore>[] {
  return [
    { zh: '代码', en: 'Code', cell: ({ area }) => area.code },
    { zh: '地区', en: 'Area', cell: ({ area }) => area.name },
    { zh: '得分', en: 'Score', cell: ({ scored }) => scored?.score ?? null },
    { zh: '95%下限', en: '95 % lower', cell: ({ scored }) => scored?.interval.lower ?? null },
    { zh: '95%上限', en: '95 % upper', cell: ({ scored }) => scored?.interval.upper ?? null },
    { zh: '其他选择最低', en: 'Lowest by other choices', cell: ({ scored }) => scored?.byChoice?.lowest ?? null },
    { zh: '其他选择最高', en: 'Highest by other choices', cell: ({ scored }) => scored?.byChoice?.highest ?? null },
    { zh: '覆盖', en: 'Covered', cell: ({ coverage }) => coverage },
    { zh: '位置', en: 'Place', cell: ({ scored }) => placeOf(scored, ranking, language) },
    {
      zh: '一票否决',
      en: 'Veto',
      cell: ({ area }) =>
        vetoes
          .of(area.code, card)
          .map(veto => veto.told(language))
          .join('; '),
    },
    { zh: '基础分', en: 'Without bonus', cell: ({ scored }) => scored?.base ?? null },
    { zh: '加分', en: 'Bonus', cell: ({ scored }) => scored?.bonus ?? null },
    { zh: '暂定', en: 'Provisional', cell: ({ isProvisional }) => (isProvisional ? 1 : 0) },
  ];
}

interface ItemOfArea {
  readonly at: AreaScore;
  readonly line: ScoreLine;
  readonly points: number | null;
}

/** A row an item and area: from the figure to its points. */
function itemColumns(language: Language): Column<ItemOfArea>[] {
  return [
    { zh: '代码', en: 'Code', cell: ({ at }) => at.area.code },
    { zh: '地区', en: 'Area', cell: ({ at }) => at.area.name },
    { zh: '项目', en: 'Item', cell: ({ line }) => line.item.id },
    { zh: '指标', en: 'Indicator', cell: ({ line }) => line.item.definition.name[language] },
    { zh: '数值', en: 'Figure', cell: ({ line }) => line.figure.value },
    { zh: '单位', en: 'Unit', cell: ({ line }) => unitNames[line.figure.unit][language] },
    { zh: '95%下限', en: '95 % lower', cell: ({ line }) => line.figure.interval?.lower ?? null },
    { zh: '95%上限', en: '95 % upper', cell: ({ line }) => line.figure.interval?.upper ?? null },
    { zh: '上年同期', en: 'Year before', cell: ({ line }) => line.before?.value ?? null },
    { zh: '得分算式', en: 'Arithmetic', cell: ({ line }) => marksText(line) },
    { zh: '得分', en: 'Marks', cell: ({ line }) => line.marks },
    { zh: '限分后', en: 'Within limits', cell: ({ line }) => line.limitedMarks },
    { zh: '满分', en: 'Full marks', cell: ({ line }) => line.item.full },
    { zh: '权重', en: 'Weight', cell: ({ line }) => line.item.weight },
    { zh: '计入', en: 'Points', cell: ({ points }) => points },
    { zh: '说明', en: 'Note', cell: ({ line }) => lineNote(line, language) },
  ];
}

/** The scores and the items as sheets; with `explain` the items first. */
export function scorecardSheets(result: CardResult, telling: Telling, explain: boolean): [Sheet, Sheet] {
  const { language } = telling;
  const items = result.areas.flatMap(at =>
    at.lines.map((line, i): ItemOfArea => ({ at, line, points: at.scored?.points[i] ?? null })),
  );
  const scores = sheet('得分 Scores', areaColumns(result, telling), result.areas, language);
  const steps = sheet('项目 Items', itemColumns(language), items, language);
  return explain ? [steps, scores] : [scores, steps];
}
