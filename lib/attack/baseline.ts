import { parsePeriod, periodOf, type PeriodUnit } from '../kernel/period.ts';
import { LinearSystem } from './linear-system.ts';
import { cellName, type Counts, type Subject } from './tables.ts';

/** Ways of keeping small cells back that are in use elsewhere, for comparison. */
export type Baseline = 'threshold' | 'complementary';

/** One published figure: which base cells it adds up, and whether it is kept back. */
interface Figure {
  readonly cells: readonly string[];
  readonly count: number;
  /** Figures of one answer that add up to one that another answer tells. */
  readonly groups: readonly string[];
  hidden: boolean;
}

const units: readonly PeriodUnit[] = ['MONTH', 'QUARTER', 'YEAR'];

/** All figures of a breakdown at one level and unit: one answer. */
function answer(
  { months, areas }: Subject,
  truth: Counts,
  measure: { readonly name: string; readonly stock: boolean },
  { field, values }: { readonly field: string; readonly values: readonly string[] },
  { unit, whole }: { readonly unit: PeriodUnit; readonly whole: boolean },
): Figure[] {
  const periods = Map.groupBy(months, month => periodOf(unit, parsePeriod(month).from).label);
  const places = whole ? [areas] : areas.map(area => [area]);
  return [...periods].flatMap(([period, inside]) =>
    places.flatMap(place =>
      values.map(value => {
        const counted = measure.stock ? inside.slice(-1) : inside;
        const cells = place.flatMap(area => counted.map(month => cellName(measure.name, field, value, area, month)));
        const count = cells.reduce((sum, cell) => sum + (truth.get(cell) ?? 0), 0);
        const groups = [
          ...(whole ? [] : [`${period} of ${value}`]),
          ...(field === '' ? [] : [`${period} in ${place.join()}`]),
        ];
        return { cells, count, groups, hidden: false };
      }),
    ),
  );
}

/** Keeps one more cell back wherever one alone is: the smallest, as is usual; until nothing stands alone in this answer. */
function complement(figures: readonly Figure[]): void {
  const groups = [...new Set(figures.flatMap(figure => figure.groups))].map(group =>
    figures.filter(figure => figure.groups.includes(group)),
  );
  for (let more = true; more;) {
    more = false;
    for (const group of groups) {
      if (group.filter(({ hidden }) => hidden).length !== 1) continue;
      const [next] = group.filter(({ hidden, count }) => !hidden && count > 0).sort((a, b) => a.count - b.count);
      if (next) [next.hidden, more] = [true, true];
    }
  }
}

/** What somebody knows who has asked every question of a department that keeps back counts below a threshold, and maybe others so that no answer gives them away by itself. */
export function baselineKnowledge(
  subject: Subject,
  truth: Counts,
  baseline: Baseline,
  threshold: number,
): { system: LinearSystem; published: Map<string, number> } {
  const system = new LinearSystem();
  const published = new Map<string, number>();
  const learn = ({ cells, count, hidden }: Figure): void => {
    const terms = cells.map(cell => [system.column(cell, truth.get(cell) ?? 0), 1] as const);
    if (!hidden) system.row(terms, count, count);
    else if (baseline === 'threshold') system.row(terms, 1, threshold - 1);
    if (!hidden && cells.length === 1) published.set(cells[0] ?? '', count);
  };
  for (const { name, kind } of subject.measures) {
    const measure = subject.measures.find(each => each.name === name);
    for (const breakdown of measure ? subject.breakdownsOf(measure) : []) {
      for (const unit of units) {
        for (const whole of [false, true]) {
          const figures = answer(subject, truth, { name, stock: kind === 'stock' }, breakdown, { unit, whole });
          for (const figure of figures) figure.hidden = figure.count > 0 && figure.count < threshold;
          if (baseline === 'complementary') complement(figures);
          figures.forEach(learn);
        }
      }
    }
    for (const { field, values } of measure ? subject.breakdownsOf(measure) : []) {
      if (field === '') continue;
      for (const area of subject.areas) {
        for (const month of subject.months) {
          const column = (of: string, value: string): number =>
            system.column(cellName(name, of, value, area, month), 0);
          system.row([[column('', ''), -1], ...values.map(value => [column(field, value), 1] as const)], 0, 0);
        }
      }
    }
  }
  return { system, published };
}
