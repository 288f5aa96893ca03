import { type Period, periodBefore, periodOf, type PeriodUnit } from '../../kernel/period.ts';
import type { Client, QueryOptions } from '../../sdk/index.ts';
import type { Form, Indicator } from '../indicator.ts';
import type { Material } from '../make-figure.ts';
import { planQueries, type StatisticsQuery } from '../plan.ts';
import type { AreaGroup } from '../resolve-areas.ts';
import { askAll, type Source } from '../source.ts';
import { pairOf } from './periods.ts';

/** How far back the cut-off goes: with the period before, or by a year. */
export type Back = 'previous' | 'year';

/** What departments answer for an earlier cut-off. */
export type Matured = ReadonlyMap<Back, Material['answers']>;

/**
 * Whether a number goes on growing while its rows are followed up: the cases of last year have had a year longer to close. Such
 * cohorts are held against what was known of the other one after the same time.
 */
export function growsOld({ form, parts }: Form): boolean {
  return form === 'cohort' && parts.some(({ formula }) => formula.chance === 'share');
}

interface Cohorts {
  readonly definitions: readonly Indicator[];
  readonly periods: readonly Period[];
  readonly groups: readonly AreaGroup[];
  readonly by: string | null;
  readonly kinds: ReadonlySet<string>;
}

/**
 * The other sides of comparisons over time, of cohorts only, at the cut-off that lies as long after them as the present one lies
 * after the figures: one more query for each type of record and each way back. Protected statistics have one cut-off only.
 */
export async function askMatured(
  client: Client,
  { definitions, periods, groups, by, kinds }: Cohorts,
  answers: Material['answers'],
  options: QueryOptions,
): Promise<Matured> {
  const cohorts = definitions.flatMap(definition => {
    const [first, ...others] = definition.forms.filter(growsOld);
    return first === undefined ? [] : [{ ...definition, forms: [first, ...others] as const }];
  });
  const ways = (['previous', 'year'] as const).flatMap(back => {
    const wanted = back === 'previous' ? kinds.has('previous') : kinds.has('year') || kinds.has('cumulative');
    return wanted ? [{ back, queries: queriesFor(back, cohorts, { periods, groups, by, kinds }, answers) }] : [];
  });
  const asked = await Promise.all(ways.map(({ queries }) => askAll(client, queries, options)));
  return new Map(ways.map(({ back }, i) => [back, asked[i] ?? new Map<string, Source>()]));
}

function queriesFor(
  back: Back,
  cohorts: readonly Indicator[],
  { periods, groups, by, kinds }: Omit<Cohorts, 'definitions'>,
  answers: Material['answers'],
): StatisticsQuery[] {
  return [...new Set(periods.map(({ unit }) => unit))].flatMap(unit => {
    const own = periods.filter(period => period.unit === unit);
    const needed = new Map<string, Period>();
    for (const definition of cohorts) {
      for (const form of definition.forms) {
        for (const kind of back === 'previous' ? (['previous'] as const) : (['year', 'cumulative'] as const)) {
          for (const period of kinds.has(kind) ? own : []) {
            const pair = pairOf(kind, definition, form, period);
            if (pair !== undefined) needed.set(pair.against.label, pair.against);
          }
        }
      }
    }
    if (needed.size === 0) return [];
    return planQueries(cohorts, [...needed.values()], groups, by).flatMap(query => {
      const cutOff = cutOffOf(query, answers);
      return cutOff === undefined ? [] : [{ ...query, asOf: earlier(cutOff, back === 'year' ? 'YEAR' : unit) }];
    });
  });
}

/** The present cut-off of a type; undefined where there is none, or no other can be asked for. */
function cutOffOf({ type }: StatisticsQuery, answers: Material['answers']): string | undefined {
  const statistics = [...answers.values()].find(({ query }) => query.type === type)?.statistics;
  return statistics?.roundedTo === null ? statistics.asOf : undefined;
}

/** The same day one period earlier: the last of its month where it is the last of its own. */
export function earlier(day: string, unit: PeriodUnit): string {
  const month = periodOf('MONTH', day);
  const back = periodBefore(month, { MONTH: 1, QUARTER: 3, YEAR: 12 }[unit]);
  if (day === month.to) return back.to;
  const same = `${back.label}-${day.slice(8)}`;
  return same < back.to ? same : back.to;
}
