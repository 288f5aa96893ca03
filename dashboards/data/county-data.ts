import type { GeoPermissibleObjects } from 'd3';
import { type Period, periodOf } from '../../lib/kernel/period.ts';
import { type ComparedFigure, createAnalytics, type Figure } from '../../lib/indicators/index.ts';
import { createClient, PlaceOutlinesDocument, PlacesDocument } from '../../lib/sdk/index.ts';
import type { Outline } from '../chart/grid-map/layout.ts';
import { type Definitions, headlineOf, houseDefinitions } from './definitions.ts';
import { indicatorGroups } from './indicator-groups.ts';
import { type Place, type Places, rememberedPlaces, rememberPlaces } from './remembered-places.ts';
import { shareAnswers } from './share-answers.ts';

/** What the page reads from the gateway beside it. Each call rejects with ClientError when nobody answers. */
export interface CountyData {
  /** undefined while the department that keeps the places is away and this browser has not seen them before. */
  places(): Promise<Places | undefined>;
  /** Last day of the data, `unknown` where all that answer refuse; undefined when no department answers. */
  asOf(area: string): Promise<string | 'unknown' | undefined>;
  /** The indicators of the first page, of one area; `keep` is given those of each group of indicators as they arrive. */
  headline(area: string, periods: readonly Period[], keep: (figures: readonly Figure[]) => void): Promise<void>;
  /** Some indicators of one area; by a dimension, a figure for each of its values. */
  figures(ids: readonly string[], area: string, periods: readonly Period[], by?: string): Promise<readonly Figure[]>;
  /** One indicator beside others: the periods before, the county, its band, similar places. */
  compare(id: string, area: string, period: Period): Promise<readonly ComparedFigure[]>;
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

export interface CountyDataOptions {
  readonly url: string;
  /** Gives the token of whoever asks. Absent: the page's requests carry none. */
  readonly token?: () => Promise<string>;
  /** Codes of the places that whoever asks is bound to; empty or absent: none that is known. */
  readonly ownAreas?: readonly string[];
  /** What the county counts, and how. Default: what the house does. */
  readonly definitions?: Definitions;
}

export function countyData(options: CountyDataOptions): CountyData {
  const { url, token, ownAreas = [], definitions = houseDefinitions } = options;
  const client = shareAnswers(createClient({ url, ...(token && { token }) }));
  const isBeyond = ({ code }: Figure['area']): boolean =>
    ownAreas.length > 0 && !ownAreas.some(own => code.startsWith(own));
  const { catalogue, register, peers, dataFrom } = definitions;
  const analytics = createAnalytics<string>({ client, catalogue, register, peers, ...(dataFrom && { dataFrom }) });
  const groups = indicatorGroups(headlineOf(definitions)).map(group => group.map(({ id }) => id));
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
    async asOf(area) {
      // A quarter, because figures for everybody are not given out by month.
      const periods = [periodOf('QUARTER', new Date().toISOString()).label];
      let isRefused = false;
      const ask = async (indicator: string): Promise<string> => {
        const figures = await analytics.figures({ indicators: [indicator], periods, areas: [area] });
        const day = figures.find(figure => figure.asOf !== null)?.asOf;
        isRefused ||= figures.some(({ status }) => status === 'suppressed');
        return day ?? Promise.reject(new Error(`${indicator} is without a source`));
      };
      return Promise.any(probes.map(ask)).catch(() => (isRefused ? 'unknown' : undefined));
    },
    async headline(area, periods, keep) {
      const labels = periods.map(({ label }) => label);
      const ask = async (indicators: readonly string[]): Promise<void> =>
        keep(await analytics.figures({ indicators, periods: labels, areas: [area] }));
      await Promise.all(groups.map(ask));
    },
    figures(ids, area, periods, by) {
      const labels = periods.map(({ label }) => label);
      return analytics.figures({ indicators: ids, periods: labels, areas: [area], ...(by !== undefined && { by }) });
    },
    compare(id, area, { label }) {
      return analytics.compare({ indicators: [id], periods: [label], areas: [area], notes: true });
    },
    async figuresByPlace(indicator, period, county, level) {
      const request = { indicators: [indicator], periods: [period.label], within: county, level };
      const figures = await analytics.figures(request);
      return figures.map(figure => (isBeyond(figure.area) ? notGranted(figure) : figure));
    },
    async outlines(level) {
      const { data } = await client.query(PlaceOutlinesDocument, { level });
      return data.places?.flatMap(({ code, name, geometry }) =>
        isGeometry(geometry) ? [{ code, name: name ?? code, geometry }] : [],
      );
    },
  };
}

/** Rows of places beyond the reader's own are not there for him: nothing found there is not nothing there. */
function notGranted(figure: Figure): Figure {
  const nothing = { value: null, numerator: null, denominator: null, interval: null, lastGood: null };
  return { ...figure, ...nothing, status: 'suppressed', reason: 'NOT_PERMITTED' };
}

/** A place whose name is not to be had shows its code. */
function named(places: readonly { readonly code: string; readonly name: string | null }[] | null | undefined): Place[] {
  return (places ?? []).map(({ code, name }) => ({ code, name: name ?? code }));
}

function isGeometry(value: unknown): value is GeoPermissibleObjects {
  return typeof value === 'object' && value !== null && 'type' in value && 'coordinates' in value;
}
