import type { Language, Text } from '../kernel/text.ts';
import {
  type Comparison,
  type Listing,
  type ReconciledPair,
  type SideListing,
  unlinkedReasons,
  verdicts,
} from '../reconcile/index.ts';
import type { TableCell } from './csv.ts';
import { table } from './terminal-table.ts';

const heads = {
  compared: {
    zh: ['区划', '周期', '先计方', '后计方', '差额', '差额占比', '可由时间解释', '取整范围', '结论'],
    en: ['Area', 'Period', 'First', 'Second', 'Difference', 'Share', 'Timing', 'Rounding', 'Verdict'],
  },
  sheet: {
    zh: ['对账项', '先计方', '后计方', '未计入(先)', '未计入(后)'],
    en: ['Pair', 'First system', 'Second system', 'Left out, first', 'Left out, second'],
  },
  listed: {
    zh: ['对账项', '层级', '系统', '记录', '同期同地', '邻近周期', '其他区划', '单边', '说明'],
    en: ['Pair', 'Level', 'System', 'Rows', 'Linked', 'Other period', 'Other place', 'Alone', 'Remark'],
  },
  unlinked: {
    zh: ['对账项', '系统', '编号', '所属事项', '日期', '原因'],
    en: ['Pair', 'System', 'Id', 'Matter', 'Date', 'Why'],
  },
} as const;

const words = {
  noRows: {
    zh: '无权查看记录，只比较件数',
    en: 'the reader may not have the rows: counts only',
  },
  noAnswer: { zh: '部门未答复', en: 'the department does not answer' },
  asOf: { zh: '数据截至', en: 'data as of' },
  leftOut: { zh: '未计入', en: 'left out' },
  roundedTo: { zh: '取整到', en: 'rounded to' },
  refused: { zh: '未给出', en: 'not given' },
} as const satisfies Record<string, Text>;

function share(part: number | null): string {
  return part === null ? '' : `${(100 * part).toFixed(1)} %`;
}

function compared(
  { area, period, counts, difference, share: part, timing, bounds, verdict }: Comparison,
  language: Language,
) {
  return [
    area.name ?? area.code,
    period.label,
    ...counts,
    difference,
    share(part),
    timing,
    bounds === null ? null : `${bounds.lower} … ${bounds.upper}`,
    verdicts[verdict][language],
  ] satisfies TableCell[];
}

function isRefusal(code: string): boolean {
  return /^(FORBIDDEN|PURPOSE|PERMIT)_/.test(code);
}

/** Above a pair's table: the systems, how far their data go, what they do not give. */
function stateLines({ pair, sides, comparisons }: ReconciledPair, language: Language): string[] {
  return sides.map(({ asOf, roundedTo, error }, i) => {
    const side = pair.sides[i === 0 ? 0 : 1];
    const left = Math.max(0, ...comparisons.map(({ leftOut }) => leftOut[i === 0 ? 0 : 1]));
    const told = [
      error === null ? `${words.asOf[language]} ${asOf}` : `${words.refused[language]} (${error.code})`,
      ...(roundedTo === null ? [] : [`${words.roundedTo[language]} ${roundedTo}`]),
      ...(left === 0 ? [] : [`${words.leftOut[language]} ${left}`]),
    ];
    return `  ${i + 1} ${side.name[language]}: ${side.type}.${side.measure}, ${told.join(', ')}`;
  });
}

function remark({ refused }: Listing, language: Language): string {
  if (refused === null) return '';
  return `${(isRefusal(refused.code) ? words.noRows : words.noAnswer)[language]} (${refused.code})`;
}

/** For a terminal: pair by pair. */
export function reconciliationText(found: readonly ReconciledPair[], language: Language): string {
  return found.map(each => pairText(each, language)).join('\n\n');
}

function pairText(found: ReconciledPair, language: Language): string {
  const { pair, comparisons, listings } = found;
  const lines = comparisons.map(each => compared(each, language).map(cell => String(cell ?? '')));
  const listing = listings.length === 0 ? [] : [asText(listingRows([found], language), 1)];
  const alone = listings.some(({ unlinked }) => unlinked.length > 0)
    ? [asText(unlinkedRows([found], language), 1)]
    : [];
  return [
    [`${pair.name[language]} (${pair.id})`, ...stateLines(found, language)].join('\n'),
    table([[...heads.compared[language]], ...lines], [2, 3, 4, 5, 6, 7]),
    ...listing,
    ...alone,
  ].join('\n\n');
}

/** Without the first columns, which stand above. */
function asText(rows: readonly (readonly TableCell[])[], without: number): string {
  return table(rows.map(row => row.slice(without).map(cell => String(cell ?? ''))));
}

/** A row for each pair, place and period. */
export function comparisonRows(found: readonly ReconciledPair[], language: Language): TableCell[][] {
  const [area = '', period = '', , , ...rest] = heads.compared[language];
  const [name = '', first = '', second = '', ...left] = heads.sheet[language];
  return [
    [name, first, second, area, period, `${first} n`, `${second} n`, ...rest, ...left],
    ...found.flatMap(({ pair, comparisons }) =>
      comparisons.map(each => [
        pair.name[language],
        ...pair.sides.map(side => side.name[language]),
        ...compared(each, language),
        ...each.leftOut,
      ]),
    ),
  ];
}

/** A row for each side: how many of its rows are linked, and how. */
export function listingRows(found: readonly ReconciledPair[], language: Language): TableCell[][] {
  const rows = found.flatMap(({ pair, listings }) =>
    listings.flatMap(listing =>
      pair.sides.map((side, i) => [
        pair.name[language],
        listing.level,
        side.name[language],
        ...listingCells(listing.sides?.[i === 0 ? 0 : 1] ?? null),
        remark(listing, language),
      ]),
    ),
  );
  return [[...heads.listed[language]], ...rows];
}

function listingCells(side: SideListing | null): TableCell[] {
  return side === null
    ? [null, null, null, null, null]
    : [side.rows, side.linked, side.otherPeriod, side.otherPlace, side.unlinked];
}

/** The rows that one system alone counts. */
export function unlinkedRows(found: readonly ReconciledPair[], language: Language): TableCell[][] {
  const rows = found.flatMap(({ pair, listings }) =>
    listings.flatMap(({ unlinked }) =>
      unlinked.map(({ side, id, key, date, why }) => [
        pair.name[language],
        pair.sides[side].name[language],
        id,
        key,
        date,
        unlinkedReasons[why][language],
      ]),
    ),
  );
  return [[...heads.unlinked[language]], ...rows];
}
