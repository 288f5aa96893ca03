import type { GeoPermissibleObjects } from 'd3';
import { type Period, periodOf } from '../../lib/kernel/period.ts';
import { createAnalytics, type Figure } from '../../lib/indicators/index.ts';
import { createClient, PlaceOutlinesDocument, PlacesDocument } from '../../lib/sdk/index.ts';
import type { Outline } from '../chart/grid-map/layout.ts';

export interface Place {
  readonly code: string;
  readonly name: string;
}

/** The county and its towns. */
export interface Places {
  readonly county: Place;
  readonly towns: readonly Place[];
}

/** What the page reads from the gateway beside it. Each call rejects with ClientError when nobody answers. */
export interface CountyData {
  /** undefined while the department that keeps the places is away and this browser has not seen them before. */
  places(): Promise<Places | undefined>;
  /** Last day of the data; undefined when no department answers. */
  asOf(county: string): Promise<string | undefined>;
  /** All indicators of one area. */
  figures(area: string, periods: readonly Period[]): Promise<readonly Figure[]>;
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

/** Indicators of different departments: one of them will know its last day. */
const probes = ['clearance_rate', 'petition_closed_on_time', 'grid_event_on_time_rate'];
const memory = 'countygraph.places';

export function countyData(url: string): CountyData {
  const client = createClient({ url });
  const analytics = createAnalytics({ client });
  return {
    async places() {
      const [counties, towns] = await Promise.all(
        (['COUNTY', 'TOWN'] as const).map(async level => (await client.query(PlacesDocument, { level })).data.places),
      );
      const county = counties?.[0];
      if (!county || !towns) return remembered();
      const places = { county, towns };
      localStorage.setItem(memory, JSON.stringify(places));
      return places;
    },
    async asOf(county) {
      const periods = [periodOf('MONTH', new Date().toISOString()).label];
      const figures = await analytics.figures({ indicators: probes, periods, areas: [county] });
      return figures.flatMap(figure => figure.asOf ?? []).sort()[0];
    },
    figures: (area, periods) => analytics.figures({ periods: periods.map(({ label }) => label), areas: [area] }),
    figuresByPlace: (indicator, period, county, level) =>
      analytics.figures({ indicators: [indicator], periods: [period.label], within: county, level }),
    async outlines(level) {
      const { data } = await client.query(PlaceOutlinesDocument, { level });
      return data.places?.flatMap(({ code, name, geometry }) =>
        isGeometry(geometry) ? [{ code, name, geometry }] : [],
      );
    },
  };
}

function remembered(): Places | undefined {
  const text = localStorage.getItem(memory);
  return text === null ? undefined : (JSON.parse(text) as Places);
}

function isGeometry(value: unknown): value is GeoPermissibleObjects {
  return typeof value === 'object' && value !== null && 'type' in value && 'coordinates' in value;
}
