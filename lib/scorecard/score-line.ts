import type { Figure, FigureReason, Indicator, Known } from '../indicators/index.ts';
import { quantile } from '../stats/index.ts';
import type { Item } from './card.ts';
import { limited, marksOf } from './marks.ts';

/** Why an item has no figure: that of the figure, or a year before with which it cannot be compared. */
export type LineReason = FigureReason | 'NO_YEAR_BEFORE' | 'SERIES_BROKEN';

/** Which rule gave an item without a figure its marks, or took it out; figure: it has one. */
export type MadeBy = 'figure' | 'leave-out' | 'neutral' | 'zero';

/** One item of one area: from the figure to its marks. */
export interface ScoreLine {
  readonly item: Item;
  readonly figure: Figure;
  /** Of the same period of the year before, for an improvement. */
  readonly before: Figure | null;
  /** What the marks are made of: the value, or its difference from the year before; null without. */
  readonly value: number | null;
  readonly reason: LineReason | null;
  readonly madeBy: MadeBy;
  /** Marks by the rule, and within the item's limits; null where it is left out. */
  readonly marks: number | null;
  readonly limitedMarks: number | null;
}

/** Figures of one item and area. */
export interface Measured {
  readonly item: Item;
  readonly figure: Figure;
  readonly before: Figure | null;
}

/** Only these say something about the area; whatever a department does not give out, keep or answer is no fault of it. */
const areasOwn: ReadonlySet<LineReason> = new Set(['NO_DENOMINATOR', 'NOT_REACHED'] as const);

/** The lines of all areas for one item: what is missing may take the median of the others. */
export function linesOf(measured: readonly Measured[]): ScoreLine[] {
  const withFigure = measured.map(each => withMarks(each));
  const known = withFigure.flatMap(({ limitedMarks }) => limitedMarks ?? []);
  const median = quantile(known, 0.5);
  return withFigure.map(line => (line.limitedMarks === null ? withRule(line, median) : line));
}

function withMarks(measured: Measured): ScoreLine {
  const { item } = measured;
  const found = valueOf(measured);
  if (typeof found !== 'number')
    return { ...measured, value: null, reason: found, madeBy: 'leave-out', marks: null, limitedMarks: null };
  const marks = marksOf(item, found);
  return { ...measured, value: found, reason: null, madeBy: 'figure', marks, limitedMarks: limited(item, marks) };
}

function withRule(line: ScoreLine, median: number | null): ScoreLine {
  if (line.item.missing.rule !== 'neutral' || median === null) return line;
  return { ...line, madeBy: 'neutral', marks: median, limitedMarks: median };
}

/**
 * The lines of one area with 0 marks where the card says so and the area had nothing to compute a figure from. To a reader whom a
 * department grants other areas only, all of this area looks like that: so another figure of the same department must be there.
 */
export function withZeros(lines: readonly ScoreLine[]): ScoreLine[] {
  const given = new Set(lines.flatMap(({ figure }) => (isKnown(figure) ? departmentsOf(figure) : [])));
  return lines.map(line => {
    const { item, reason, madeBy, figure } = line;
    const isZero = item.missing.rule === 'zero' && madeBy === 'leave-out' && reason !== null && areasOwn.has(reason);
    if (!isZero || !departmentsOf(figure).every(department => given.has(department))) return line;
    return { ...line, madeBy: 'zero', marks: 0, limitedMarks: 0 };
  });
}

function departmentsOf({ computedFrom }: Figure): string[] {
  return computedFrom.map(({ department }) => department);
}

/** The number that marks are made of, or why there is none. */
function valueOf({ item, figure, before }: Measured): number | LineReason {
  if (!isKnown(figure)) return figure.reason;
  if (item.rule.kind !== 'improvement') return figure.value;
  if (before === null || !isKnown(before)) return 'NO_YEAR_BEFORE';
  return isBroken(item.definition, before, figure) ? 'SERIES_BROKEN' : figure.value - before.value;
}

export function isKnown(figure: Figure): figure is Known {
  return figure.value !== null;
}

/** Whether a version that breaks the series began between two figures. */
function isBroken({ versions }: Indicator, before: Known, after: Known): boolean {
  return versions.some(
    ({ version, breaks }) => breaks && version > before.definitionVersion && version <= after.definitionVersion,
  );
}
