import type { Period } from '../kernel/period.ts';
import type { Client } from '../sdk/index.ts';
import { chosen, distinctPeriods } from './choose.ts';
import type { Area } from './figure.ts';
import type { Indicator } from './indicator.ts';
import { planQueries, type StatisticsQuery } from './plan.ts';
import type { FiguresRequest } from './request.ts';
import { resolveAreas } from './resolve-areas.ts';
import { type Source, sourceKey } from './source.ts';

/** A request with its words looked up. */
export interface Prepared {
  readonly by: string | null;
  readonly definitions: readonly Indicator[];
  readonly periods: readonly Period[];
  readonly areas: readonly Area[];
  readonly options: { readonly signal?: AbortSignal };
  queriesOf(definitions: readonly Indicator[]): StatisticsQuery[];
}

/** Looks a request's words up. Errors: UNKNOWN_INDICATOR, UNKNOWN_DIMENSION, UNKNOWN_AREA, BAD_PERIOD. */
export async function prepareRequest(
  client: Client,
  catalogue: readonly Indicator[],
  request: FiguresRequest,
): Promise<Prepared> {
  const { by = null, signal } = request;
  const definitions = chosen(catalogue, request.indicators, by);
  const periods = distinctPeriods(request.periods);
  const options = signal === undefined ? {} : { signal };
  const groups = await resolveAreas(client, request, options);
  const queriesOf = (some: readonly Indicator[]) => planQueries(some, periods, groups, by);
  return { by, definitions, periods, options, areas: groups.flatMap(group => group.areas), queriesOf };
}

/** Which indicators still wait for which answers; an answer that none waits for any more is forgotten. */
export function waitingFor({ definitions, queriesOf }: Prepared) {
  const answers = new Map<string, Source>();
  const waiting = new Map(definitions.map(each => [each, new Set(queriesOf([each]).map(sourceKey))]));
  return {
    answers,
    /** Takes an answer, and gives the indicators that have all of theirs now. */
    take(source: Source): Indicator[] {
      answers.set(sourceKey(source.query), source);
      const ready = [...waiting].filter(([, keys]) => [...keys].every(key => answers.has(key)));
      for (const [definition] of ready) waiting.delete(definition);
      return ready.map(([definition]) => definition);
    },
    forget(): void {
      for (const key of answers.keys()) if (![...waiting.values()].some(keys => keys.has(key))) answers.delete(key);
    },
  };
}
