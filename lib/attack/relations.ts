import type { Measure, RecordType } from '../source/index.ts';
import type { LinearSystem } from './linear-system.ts';
import { cellName, type Breakdown, type Counts, type Subject } from './tables.ts';

/** The date by which a measure counts; measures of one date count the same rows, or some of them. */
export function dateOf(measure: Measure): string {
  if (measure.kind === 'stock') return `${measure.from} until ${measure.until}`;
  if (measure.kind === 'durations') return measure.from;
  return measure.kind === 'cohort' ? measure.start : measure.on;
}

/** A sum of cells and another cell, one of which may never be more than the other. */
interface Relation {
  readonly least: readonly (readonly [measure: string, field: string, value: string])[];
  readonly most: readonly [measure: string, field: string, value: string];
}

function pairs({ type, measures, breakdownsOf }: Subject): Relation[] {
  return measures.flatMap(measure => {
    const others = measures.filter(other => other !== measure && dateOf(other) === dateOf(measure));
    return others.flatMap(other => [
      ...sameBreakdowns(measure, other, breakdownsOf),
      ...limited(type, measure, other, breakdownsOf(other)),
    ]);
  });
}

function sameBreakdowns(measure: Measure, other: Measure, of: Subject['breakdownsOf']): Relation[] {
  const known = new Set(of(other).map(({ field }) => field));
  return of(measure)
    .filter(({ field }) => known.has(field) && (field !== '#' || measure.kind === other.kind))
    .flatMap(({ field, values }) =>
      values.map(value => ({
        least: [[measure.name, field, value]] as const,
        most: [other.name, field, value] as const,
      })),
    );
}

/** A measure that is limited to some values of a dimension, and another one at these values. */
function limited(type: RecordType, measure: Measure, other: Measure, breakdowns: readonly Breakdown[]): Relation[] {
  return measure.where.flatMap(({ field, in: values }): Relation[] => {
    if (!type.dimensions.includes(field) || !breakdowns.some(each => each.field === field)) return [];
    return [{ least: values.map(value => [other.name, field, value] as const), most: [measure.name, '', ''] }];
  });
}

/**
 * What an attacker knows of how measures hang together: parts of a measure, rows that are also counted by another, stocks and what
 * flows in and out. He is taken to know each that happens to hold in this town: the most that he could.
 */
export function addRelations(system: LinearSystem, subject: Subject, truth: Counts, area: string): void {
  const { measures, months, breakdownsOf } = subject;
  const column = ([measure, field, value]: readonly [string, string, string], month: string): number =>
    system.find(cellName(measure, field, value, area, month)) ?? -1;
  const count = ([measure, field, value]: readonly [string, string, string], month: string): number =>
    truth.get(cellName(measure, field, value, area, month)) ?? 0;
  for (const { least, most } of pairs(subject)) {
    const differences = months.map(
      month => count(most, month) - least.reduce((sum, cell) => sum + count(cell, month), 0),
    );
    const [lowest, highest] = [Math.min(...differences), Math.max(...differences)];
    if (lowest < 0 && highest > 0) continue;
    for (const month of months) {
      const terms = [[column(most, month), 1] as const, ...least.map(cell => [column(cell, month), -1] as const)];
      if (terms.every(([at]) => at >= 0)) system.row(terms, lowest < 0 ? -1e6 : 0, highest > 0 ? 1e6 : 0);
    }
  }
  for (const stock of measures) {
    if (stock.kind !== 'stock') continue;
    const flow = (on: string): Measure | undefined =>
      measures.find(m => m.kind === 'events' && m.on === on && JSON.stringify(m.where) === JSON.stringify(stock.where));
    const [into, out] = [flow(stock.from), flow(stock.until)];
    if (!into || !out) continue;
    for (const { field, values } of breakdownsOf(stock)) {
      for (const value of values)
        addFlow(system, months, truth, (measure, month) => cellName(measure, field, value, area, month), [
          stock.name,
          into.name,
          out.name,
        ]);
    }
  }
}

/** A stock is the one before, with what came in and without what went out, in months where that holds. */
function addFlow(
  system: LinearSystem,
  months: readonly string[],
  truth: Counts,
  name: (measure: string, month: string) => string,
  [stock, into, out]: readonly [string, string, string],
): void {
  months.slice(1).forEach((month, i) => {
    const cells = [
      [name(stock, month), 1],
      [name(stock, months[i] ?? ''), -1],
      [name(into, month), -1],
      [name(out, month), 1],
    ] as const;
    const balance = cells.reduce((sum, [cell, sign]) => sum + sign * (truth.get(cell) ?? 0), 0);
    const terms = cells.map(([cell, sign]) => [system.find(cell) ?? -1, sign] as const);
    if (balance === 0 && terms.every(([at]) => at >= 0)) system.row(terms, 0, 0);
  });
}
