import { callerError } from '../kernel/coded-error.ts';
import { type Period, parsePeriod } from '../kernel/period.ts';
import type { Client } from '../sdk/index.ts';
import { catalogue as allIndicators } from './catalogue/index.ts';
import type { Figure } from './figure.ts';
import type { Indicator } from './indicator.ts';
import { makeFigure } from './make-figure.ts';
import { planQueries } from './plan.ts';
import { type AreaChoice, resolveAreas } from './resolve-areas.ts';
import { askAll } from './source.ts';

/** Which figures: areas by code or name (`areas`), or all places of a `level` inside a place (`within`). */
export type FiguresRequest = AreaChoice & {
  /** Ids of the catalogue. Default: all. */
  readonly indicators?: readonly string[];
  /** Labels: 2026-08, 2026-Q3, 2026; units may be mixed. */
  readonly periods: readonly string[];
  readonly signal?: AbortSignal;
};

export interface Analytics {
  readonly catalogue: readonly Indicator[];
  /**
   * The figures of every indicator, form, part, area and period asked for, in this order. A department that does not
   * answer makes its own figures source_unavailable.
   * @throws CodedError UNKNOWN_INDICATOR, UNKNOWN_AREA, BAD_PERIOD
   * @throws ClientError when there is no gateway
   */
  figures(request: FiguresRequest): Promise<Figure[]>;
}

export interface AnalyticsOptions {
  readonly client: Client;
  /** First day of the county's data: earlier periods are not computable. Default: not known, they count as 0. */
  readonly dataFrom?: string;
  /** Default: the twelve indicators of this room. */
  readonly catalogue?: readonly Indicator[];
}

/** Indicators from a gateway. */
export function createAnalytics({ client, dataFrom, catalogue = allIndicators }: AnalyticsOptions): Analytics {
  return {
    catalogue,
    async figures(request) {
      const definitions = chosen(catalogue, request.indicators);
      const periods = distinctPeriods(request.periods);
      const options = request.signal === undefined ? {} : { signal: request.signal };
      const groups = await resolveAreas(client, request, options);
      const answers = await askAll(client, planQueries(definitions, periods, groups), options);
      const areas = groups.flatMap(group => group.areas);
      return definitions
        .flatMap(definition => definition.forms.map(form => ({ definition, form })))
        .flatMap(({ definition, form }) => form.parts.map(part => ({ definition, form, part })))
        .flatMap(what => areas.map(area => ({ ...what, area })))
        .flatMap(what => periods.map(period => makeFigure({ ...what, period }, answers, dataFrom ?? null)));
    },
  };
}

function chosen(catalogue: readonly Indicator[], ids: readonly string[] | undefined): Indicator[] {
  return [...new Set(ids ?? catalogue.map(({ id }) => id))].map(id => {
    const definition = catalogue.find(each => each.id === id);
    if (definition !== undefined) return definition;
    throw callerError('UNKNOWN_INDICATOR', {
      expected: 'the id of an indicator',
      got: JSON.stringify(id),
      todo: `choose from ${catalogue.map(each => each.id).join(', ')}`,
    });
  });
}

function distinctPeriods(labels: readonly string[]): Period[] {
  return [...new Set(labels)].map(parsePeriod);
}
