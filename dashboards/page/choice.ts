import { parsePeriod, type Period, periodBefore, periodOf, type PeriodUnit } from '../../lib/kernel/period.ts';
import type { Language } from '../../lib/kernel/text.ts';
import { headline } from '../../lib/indicators/index.ts';
import type { Places } from '../data/remembered-places.ts';

/** What colours the map: an indicator's first form, or one of its parts. */
export interface Series {
  readonly id: string;
  readonly part: string | null;
}

/** What the reader has chosen; kept in the address behind #, so that a view can be passed on. */
export interface Choice {
  readonly language: Language;
  /** Code of the county or a town; empty until the county is known. */
  readonly area: string;
  /** undefined until the last day of the data is known. */
  readonly period: Period | undefined;
  readonly series: Series;
  readonly level: 'TOWN' | 'VILLAGE';
  /** Who asks, at a demonstration; empty for its default. */
  readonly as: string;
}

/** Each series that the map can show, in the order of the page. */
export const allSeries: readonly Series[] = headline.flatMap(({ id, forms: [first] }) =>
  first.parts.map(({ id: part }) => ({ id, part })),
);

export function seriesKey({ id, part }: Series): string {
  return part === null ? id : `${id}.${part}`;
}

/** Reads the part of an address behind #; whatever it does not say, or says wrongly, takes its default. */
export function readChoice(hash: string): Choice {
  const said = new URLSearchParams(hash.replace(/^#/, ''));
  return {
    language: said.get('language') === 'en' ? 'en' : 'zh',
    area: /^\d{6}(\d{3})?$/.exec(said.get('area') ?? '')?.[0] ?? '',
    period: readPeriod(said.get('period')),
    series: allSeries.find(series => seriesKey(series) === said.get('indicator')) ?? (allSeries[0] as Series),
    level: said.get('level') === 'VILLAGE' ? 'VILLAGE' : 'TOWN',
    as: /^[a-z][a-z0-9-]*$/.exec(said.get('as') ?? '')?.[0] ?? '',
  };
}

export function writeChoice({ language, area, period, series, level, as }: Choice): string {
  const parts = { language, area, period: period?.label ?? '', indicator: seriesKey(series), level, as };
  return `#${new URLSearchParams(Object.entries(parts).filter(([, value]) => value !== '')).toString()}`;
}

function readPeriod(label: string | null): Period | undefined {
  try {
    return label === null ? undefined : parsePeriod(label);
  } catch {
    return undefined;
  }
}

/** The last period of a unit that is over on a day. */
export function lastComplete(unit: PeriodUnit, asOf: string): Period {
  const current = periodOf(unit, asOf);
  return current.to <= asOf ? current : periodBefore(current);
}

const offered: Record<PeriodUnit, number> = { MONTH: 36, QUARTER: 12, YEAR: 3 };

/** The periods to choose from, latest first: three years back from the last day of the data. */
export function periodsToChoose(unit: PeriodUnit, asOf: string): Period[] {
  const latest = periodOf(unit, asOf);
  return Array.from({ length: offered[unit] }, (_, back) => periodBefore(latest, back));
}

/** The twelve months up to the end of a period, or up to the last day of the data. */
export function trendMonths(period: Period, asOf: string): Period[] {
  const last = periodOf('MONTH', period.to < asOf ? period.to : asOf);
  return Array.from({ length: 12 }, (_, index) => periodBefore(last, 11 - index));
}

/** A choice without area or period, or with an area that is not of this county, takes the defaults: the person's own town first. */
export function settled<Kind extends Pick<Choice, 'area' | 'period'>>(
  choice: Kind,
  { county, towns }: Places,
  asOf: string,
  ownAreas: readonly string[] = [],
): Kind {
  const known = [county, ...towns].some(({ code }) => code === choice.area);
  const own = towns.find(({ code }) => code === ownAreas[0]);
  const area = known ? choice.area : (own ?? county).code;
  return { ...choice, area, period: choice.period ?? lastComplete('QUARTER', asOf) };
}
