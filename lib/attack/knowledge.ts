import { LinearSystem } from './linear-system.ts';
import { addRelations, dateOf } from './relations.ts';
import { cellName, type Breakdown, type Counts, type Subject } from './tables.ts';

/** How the figures that are attacked were made; the attacker knows it. */
export interface Method {
  readonly base: number;
  /** Whether the measures and parts of a date, town and month share one draw, and running sums are rounded. */
  readonly shared: boolean;
}

/** Published parts of one measure, town and month, and what they say of the unknown parts and of the draw. */
function addParts(
  system: LinearSystem,
  { base, shared }: Method,
  parts: readonly { readonly column: number; readonly published: number }[],
  draw: number,
): void {
  if (!shared) {
    for (const { column, published } of parts) system.row([[column, 1]], published - base + 1, published + base - 1);
    return;
  }
  let sum = 0;
  parts.forEach(({ published }, i) => {
    sum += published;
    const running = parts.slice(0, i + 1).map(({ column }) => [column, 1] as const);
    system.row([...running, [draw, 1]], sum, sum + base - 1);
  });
}

/** All that the answers to every permitted question say of one town: its months, parts and measures together, and how they hang together. */
export function knowledgeOf(
  subject: Subject,
  method: Method,
  truth: Counts,
  published: Counts,
  area: string,
): LinearSystem {
  const system = new LinearSystem();
  const { measures, months, breakdownsOf } = subject;
  const draws = offsetsIn(subject, method, truth, published, area);
  for (const month of months) {
    for (const measure of measures) {
      const draw = system.column(`draw|${dateOf(measure)}|${month}`, draws(dateOf(measure), month), 0, method.base - 1);
      const columns = ({ field, values }: Breakdown): { column: number; published: number }[] =>
        values.map(value => {
          const name = cellName(measure.name, field, value, area, month);
          return { column: system.column(name, truth.get(name) ?? 0), published: published.get(name) ?? 0 };
        });
      const [whole] = columns({ field: '', values: [''] });
      for (const breakdown of breakdownsOf(measure)) {
        const parts = columns(breakdown);
        addParts(system, method, parts, draw);
        if (breakdown.field !== '' && whole)
          system.row([[whole.column, -1], ...parts.map(({ column }) => [column, 1] as const)], 0, 0);
      }
    }
  }
  addRelations(system, subject, truth, area);
  return system;
}

/** A draw that explains what was published, found by trying: to hold the attacker's model against the truth, which he cannot. */
function offsetsIn(subject: Subject, { base, shared }: Method, truth: Counts, published: Counts, area: string) {
  const fits = (date: string, month: string, draw: number): boolean =>
    subject.measures
      .filter(measure => dateOf(measure) === date)
      .every(measure =>
        subject.breakdownsOf(measure).every(({ field, values }) => {
          let [sum, given] = [0, 0];
          return values.every(value => {
            const name = cellName(measure.name, field, value, area, month);
            sum += truth.get(name) ?? 0;
            given += published.get(name) ?? 0;
            return given <= sum + draw && sum + draw < given + base;
          });
        }),
      );
  return (date: string, month: string): number =>
    shared ? (Array.from({ length: base }, (_, draw) => draw).find(draw => fits(date, month, draw)) ?? -1) : 0;
}
