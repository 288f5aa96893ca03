import type { GeoPermissibleObjects } from 'd3';
import { type Period, periodOf } from '../../lib/kernel/period.ts';
import { createAnalytics, type Figure, headline } from '../../lib/indicators/index.ts';
import { createClient, PlaceOutlinesDocument, PlacesDocument } from '../../lib/sdk/index.ts';
import type { Outline } from '../chart/grid-map/layout.ts';
import { indicatorGroups } from './indicator-groups.ts';
import { type Place, type Places, rememberedPlaces, rememberPlaces } from './remembered-places.ts';
import { shareAnswers } from './share-answers.ts';

/** What the page reads from the gateway beside it. Each call rejects with ClientError when nobody answers. */
export interface CountyData {
  /** undefined while the department that keeps the places is away and this browser has not seen them before. */
  places(): Promise<Places | undefined>;
  /** Last day of the data; undefined when no department answers. */
  asOf(county: string): Promise<string | undefined>;
  /** The indicators of the page of one area; `keep` is given those of each group of indicators as they arrive. */
  figures(area: string, periods: readonly Period[], keep: (figures: readonly Figure[]) => void): Promise<void>;
  /** One indicator of all towns or villages. */
  figuresByPlace(
    indicator: string,
    period: Period,
    county: string,
    level: 'TOWN' | 'VILLAGE',
  ): Promise<readonly Figure[]>;
  /** undefined while the department that keeps the outlines is away. */
  outlines(level: 'TOWN' | 'GRID'): Promise<readonly Outline[] | undefined>;
}

/** Indicators of different departments: the first that answers tells the last day. */
const probes = ['clearance_rate', 'petition_closed_on_time', 'grid_event_on_time_rate'];
const groups = indicatorGroups(headline).map(group => group.map(({ id }) => id));

export function countyData(url: string): CountyData {
  const client = shareAnswers(createClient({ url }));
  const analytics = createAnalytics<string>({ client, catalogue: headline });
  return {
    async places() {
      const [counties, towns] = await Promise.all(
        (['COUNTY', 'TOWN'] as const).map(async level => (await client.query(PlacesDocument, { level })).data.places),
      );
      const [county] = named(counties);
      if (!county || !towns) return rememberedPlaces();
      const places = { county, towns: named(towns) };
      rememberPlaces(places);
      return places;
    },
    asOf(county) {
      const periods = [periodOf('MONTH', new Date().toISOString()).label];
      const ask = async (indicator: string): Promise<string> => {
        const figures = await analytics.figures({ indicators: [indicator], periods, areas: [county] });
        const day = figures.find(figure => figure.asOf !== null)?.asOf;
        return day ?? Promise.reject(new Error(`${indicator} is without a source`));
      };
      return Promise.any(probes.map(ask)).catch(() => undefined);
    },
    async figures(area, periods, keep) {
      const labels = periods.map(({ label }) => label);
      const ask = async (indicators: readonly string[]): Promise<void> =>
        keep(await analytics.figures({ indicators, periods: labels, areas: [area] }));
      await Promise.all(groups.map(ask));
    },
    figuresByPlace: (indicator, period, county, level) =>
      analytics.figures({ indicators: [indicator], periods: [period.label], within: county, level }),
    async outlines(level) {
      const { data } = await client.query(PlaceOutlinesDocument, { level });
      return data.places?.flatMap(({ code, name, geometry }) =>
        isGeometry(geometry) ? [{ code, name: name ?? code, geometry }] : [],
      );
    },
  };
}

/** A place whose name is not to be had shows its code. */
function named(places: readonly { readonly code: string; readonly name: string | null }[] | null | undefined): Place[] {
  return (places ?? []).map(({ code, name }) => ({ code, name: name ?? code }));
}

function isGeometry(value: unknown): value is GeoPermissibleObjects {
  return typeof value === 'object' && value !== null && 'type' in value && 'coordinates' in value;
}
