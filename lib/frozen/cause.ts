import type { Figure } from '../indicators/index.ts';
import type { Text } from '../kernel/text.ts';
import type { FrozenFigures } from './freeze.ts';
import type { Exchange } from './recording-client.ts';
import { countedIn, statisticsOf } from './watermark.ts';

/** Why a figure is another one than when it was frozen. */
export const causeNames = {
  NEW_DEFINITION: { zh: '指标定义已变', en: 'another definition' },
  OTHER_RIGHTS: { zh: '权限或披露控制已变', en: 'other rights, or another protection of the counts' },
  SOURCE_AWAY: { zh: '部门未答复', en: 'a department does not answer' },
  SOURCE_BACK: { zh: '部门恢复答复', en: 'a department answers again' },
  OTHER_REGISTER: { zh: '县统计资料已变', en: "another number in the county's register" },
  LATER_CUT_OFF: { zh: '数据截止日推后', en: 'the data go on to a later day' },
  LATE_ENTRIES: { zh: '补录', en: 'late entries' },
  CORRECTIONS: { zh: '更正', en: 'corrections' },
} as const satisfies Record<string, Text>;

export interface Cause {
  readonly cause: keyof typeof causeNames;
  /** Of counts: which, and how many then and now. */
  readonly counts: readonly { readonly measure: string; readonly frozen: number; readonly now: number }[];
}

interface Compared {
  readonly frozen: FrozenFigures;
  readonly now: FrozenFigures;
  readonly figure: Figure;
  readonly after: Figure | null;
  /** Whether the indicator's definition says something else now. */
  readonly redefined: boolean;
}

const protection = new Set<Figure['reason']>(['NOT_PERMITTED', 'WITHHELD']);

function isAway({ status }: Figure): boolean {
  return status === 'source_unavailable';
}

/**
 * The causes that can be seen from counts: of the area and period, more than then are late entries, fewer (or rows that could not be
 * read and now can) are corrections. An entry that came late and one that was taken away the same month cancel out, unseen.
 */
export function causesOf({ frozen, now, figure, after, redefined }: Compared): Cause[] {
  const causes: Cause[] = [];
  const add = (cause: Cause['cause'], counts: Cause['counts'] = []): unknown => causes.push({ cause, counts });
  if (redefined || after === null || after.definitionVersion !== figure.definitionVersion) add('NEW_DEFINITION');
  if (after === null) return causes;
  if (isAway(after) !== isAway(figure)) add(isAway(after) ? 'SOURCE_AWAY' : 'SOURCE_BACK');
  if (protection.has(after.reason) !== protection.has(figure.reason) || after.roundedTo !== figure.roundedTo)
    add('OTHER_RIGHTS');
  if (JSON.stringify(after.registers) !== JSON.stringify(figure.registers)) add('OTHER_REGISTER');
  if (after.asOf !== null && figure.asOf !== null && after.asOf > figure.asOf) add('LATER_CUT_OFF');
  // Counts under other rights, or of a department that is away, do not say what was entered.
  if (causes.some(({ cause }) => ['OTHER_RIGHTS', 'SOURCE_AWAY', 'SOURCE_BACK'].includes(cause))) return causes;
  const counts = figure.computedFrom.map(({ type, measure }) => ({
    measure: `${type}.${measure}`,
    frozen: countOf(frozen.exchanges, figure, type, measure),
    now: countOf(now.exchanges, figure, type, measure),
  }));
  const [more, fewer] = [counts.filter(c => c.now > c.frozen), counts.filter(c => c.now < c.frozen)];
  if (more.length > 0) add('LATE_ENTRIES', more);
  const leftOut = JSON.stringify(after.completeness.leftOut) !== JSON.stringify(figure.completeness.leftOut);
  // What no count shows lies within the rows: a length of time, an amount.
  if (fewer.length > 0 || leftOut || causes.length === 0) add('CORRECTIONS', fewer);
  return causes;
}

/** What an answer counts of a measure in the figure's area and period; in all of its periods where the figure has another calendar. */
function countOf(exchanges: readonly Exchange[], { area, period }: Figure, type: string, measure: string): number {
  const answers = exchanges
    .flatMap(statisticsOf)
    .filter(found => found.type === type && found.measures.includes(measure) && found.level === area.level);
  const ofUnit = answers.find(({ unit }) => unit === period.unit);
  const answer = ofUnit ?? answers[0];
  const rows = (answer?.statistics?.rows ?? []).filter(row => row.area === area.code);
  const counted = ofUnit === undefined ? rows : rows.filter(row => row.period === period.label);
  return counted.reduce((sum, row) => sum + countedIn(row, answer?.measures.indexOf(measure) ?? -1), 0);
}
