import { codeLength, type PlaceLevel } from '../../kernel/area-code.ts';
import { invariant } from '../../kernel/coded-error.ts';
import type { MissingReason } from '../../kernel/missing.ts';
import type { PeriodUnit } from '../../kernel/period.ts';
import type { StatisticsProfile } from '../../trust/index.ts';
import type { Measure } from '../record-type.ts';
import type { StatisticsRow } from './cells.ts';
import { type Asking, exactStatistics, maySee, measuresOf, periodsOf, refuseToSee } from './exact-statistics.ts';
import { mayCount } from './may-count.ts';
import { protectedStatistics } from './protected-statistics.ts';
import type { Protection } from './protection.ts';

/** The places of a statistic. */
export interface StatisticsPlaces {
  readonly within?: readonly string[] | undefined;
  readonly level: PlaceLevel;
}

export interface StatisticsQuery extends StatisticsPlaces {
  readonly measures: readonly string[];
  /** Dimension fields. */
  readonly by: readonly string[];
  readonly period: { readonly unit: PeriodUnit; readonly from: string; readonly to: string };
  readonly asOf: string;
  /** Whether the rows that could not be used are counted: one more grouping. */
  readonly leftOut: boolean;
}

/** What a statistic asks, but for its places. */
export type StatisticsQuestion = Omit<StatisticsQuery, keyof StatisticsPlaces>;

/** A query whose measures are at hand; they need not be declared. */
export interface ExactQuery extends Omit<StatisticsQuery, 'measures'> {
  readonly measures: readonly Measure[];
}

export interface Statistics {
  readonly asOf: string;
  /** How the figures are given out. */
  readonly profile: Exclude<StatisticsProfile, 'none'>;
  /** What the counts are rounded to, by base cell; null where they are exact. */
  readonly roundedTo: number | null;
  readonly rows: readonly StatisticsRow[];
  /** Measures asked that rest on a field which the source does not keep. */
  readonly notKept: readonly string[];
  /** Places that the reader may see, with all inside them; null: the whole county. No row of another place is no 0. */
  readonly granted: readonly string[] | null;
  readonly leftOut: readonly {
    readonly measure: string;
    readonly area: string | null;
    readonly reason: MissingReason;
    readonly rows: number;
  }[];
}

/** Which places are known, so that rows of unknown areas are told apart. */
export interface Register {
  readonly county: string;
  has(code: string): boolean;
  /** What statistics are protected with; a department that gives out exact ones alone needs nothing. */
  readonly protection?: Protection | undefined;
}

function measuresAsked({ bound }: Asking, names: readonly string[]): Measure[] {
  return names.map(name => {
    const measure = bound.type.measures.get(name);
    invariant(measure, `a measure ${name} of ${bound.type.name}`);
    return measure;
  });
}

/** Many measures of a type by period, area and dimensions: one statement, exact or protected as the obligation says. */
export async function statistics(asking: Asking, query: StatisticsQuery): Promise<Statistics> {
  const { bound, obligation, register } = asking;
  const profile = mayCount(obligation);
  const measures = measuresAsked(asking, query.measures);
  refuseToSee(asking, query.level);
  const ask = async (exact: ExactQuery): Promise<Statistics> => {
    const [answer] = await exactStatistics(asking, exact, [exact]);
    invariant(answer, 'an answer');
    return answer;
  };
  if (profile === 'exact') return ask({ ...query, measures });
  const { protection, county } = register;
  invariant(protection, 'a key for protected statistics');
  const kept = measuresOf(bound, obligation, measures);
  const asked = { ...query, measures: kept, names: query.measures, periods: periodsOf(query) };
  return protectedStatistics({ bound, obligation, profile, protection, county, query: asked, ask });
}

/** The same for several choices of places, an answer or a refusal for each: exact ones of county and towns are one statement. */
export async function statisticsOf(
  asking: Asking,
  question: StatisticsQuestion,
  choices: readonly StatisticsPlaces[],
): Promise<(Statistics | Error)[]> {
  const together = choices.filter(
    ({ level, within = [] }) =>
      asking.obligation.statistics === 'exact' &&
      (level === 'COUNTY' || level === 'TOWN') &&
      within.every(code => code.length <= codeLength.TOWN) &&
      maySee(asking, level),
  );
  const answers = new Map<StatisticsPlaces, Promise<Statistics>>();
  if (together.length > 1) {
    const shared = exactStatistics(
      asking,
      { ...question, measures: measuresAsked(asking, question.measures) },
      together,
    );
    together.forEach((places, i) =>
      answers.set(
        places,
        shared.then(all => all[i] as Statistics),
      ),
    );
  }
  const all = choices.map(places => answers.get(places) ?? statistics(asking, { ...question, ...places }));
  return Promise.all(all.map(answer => answer.catch((error: Error) => error)));
}
