import type { Period } from '../kernel/period.ts';
import { type Beside, type Place, readCell } from './cell.ts';
import { dayNumber } from './day.ts';
import type { Area, Completeness } from './figure.ts';
import type { Formula } from './formula/formula.ts';
import type { RecordType } from './record-type.ts';
import type { Source } from './source.ts';

type LeftOut = Completeness['leftOut'][number];

type Answered = NonNullable<Source['statistics']>;

/** What an answer leaves out, by area. */
const leftOutByArea = new WeakMap<Answered, Map<string | null, Answered['leftOut']>>();

function leftOutIn(statistics: Answered, area: string | null): Answered['leftOut'] {
  const byArea = leftOutByArea.get(statistics) ?? Map.groupBy(statistics.leftOut, each => each.area);
  leftOutByArea.set(statistics, byArea);
  return byArea.get(area) ?? [];
}

/** What the sources of a formula could not use in some areas. Rows that two measures of a type lack are counted once. */
export function leftOutOf(
  sources: ReadonlyMap<RecordType, Source>,
  formula: Formula,
  areas: readonly (string | null)[],
): LeftOut[] {
  const byMeasure = new Map<string, LeftOut>();
  for (const [type, { statistics }] of sources) {
    const measures = new Set(formula.terms.filter(term => term.type === type).map(term => term.measure));
    for (const { measure, reason, rows } of statistics === null
      ? []
      : areas.flatMap(area => leftOutIn(statistics, area))) {
      if (!measures.has(measure)) continue;
      const key = `${type} ${reason} ${measure}`;
      byMeasure.set(key, { type, reason, rows: rows + (byMeasure.get(key)?.rows ?? 0) });
    }
  }
  const most = new Map<string, LeftOut>();
  for (const each of byMeasure.values()) {
    const key = `${each.type} ${each.reason}`;
    if (each.rows > (most.get(key)?.rows ?? 0)) most.set(key, each);
  }
  return [...most.values()];
}

/** Whether an answer holds the rows of no known area, as they are. */
function saysAll({ query, statistics }: Source): boolean {
  return query.within === null && statistics !== null && statistics.roundedTo === null;
}

/** Rows of a period that belong to no known area of the level; null where the answers do not say, or are rounded. */
export function unplacedRows(place: Place, formula: Formula, area: Area, beside: Beside): number | null {
  if (area.level === 'COUNTY') return 0;
  const sources = [...place.sources.values()];
  if (sources.length === 0 || !sources.every(saysAll)) return null;
  return formula.evaluate(readCell({ ...place, areas: [null] }, beside)).rows;
}

/**
 * The share of a period's rows that is in a figure resting on `rows` rows, when `leftOut` rows, whose dates are not
 * known, are spread evenly over the days from `dataFrom` to `asOf`.
 */
export function estimatedShare(
  rows: number | null,
  leftOut: readonly LeftOut[],
  period: Period,
  data: { readonly from: string; readonly asOf: string },
): number | null {
  if (rows === null) return null;
  const to = period.to < data.asOf ? period.to : data.asOf;
  const part = (dayNumber(to) - dayNumber(period.from) + 1) / (dayNumber(data.asOf) - dayNumber(data.from) + 1);
  const missing = part * leftOut.reduce((sum, each) => sum + each.rows, 0);
  return rows + missing === 0 ? null : rows / (rows + missing);
}
