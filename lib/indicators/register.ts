/**
 * Numbers of the county's own statistics that no department's case system keeps, by year and place: what rates are per.
 * They stand in counties/<name>/denominators.yaml.
 */
export const registerNames = [
  /** Residents at the end of the year 年末常住人口. */
  'residents',
  /** Registered floating population 登记流动人口. */
  'floating',
  /** Residents aged 60 and over 60岁及以上人口. */
  'aged60',
  /** Registered motor vehicles 机动车保有量. */
  'vehicles',
  /** Employed in mining, industry and commerce 工矿商贸就业人员. */
  'industrialWorkers',
  /** Gross domestic product at current prices, in 100 million yuan 地区生产总值(亿元). */
  'gdp100m',
] as const;

export type RegisterName = (typeof registerNames)[number];

/** One number of a year and a place, and where it is from. */
export interface RegisterEntry {
  readonly name: RegisterName;
  readonly year: number;
  /** Code of the place. */
  readonly area: string;
  readonly value: number;
  /** Publication: 枫溪县统计年鉴2025. */
  readonly source: string;
  /** Day of the publication, ISO: figures of one year are revised. */
  readonly vintage: string;
}

/** What a figure took from the register. */
export type RegisterUse = Pick<RegisterEntry, 'name' | 'year' | 'value' | 'source' | 'vintage'>;

/** Finds the number for a place in a year: of that year, or of the latest year before it, of the latest vintage. */
export interface Register {
  find(name: RegisterName, area: string, year: number): RegisterEntry | undefined;
}

export function registerOf(entries: readonly RegisterEntry[]): Register {
  const byPlace = Map.groupBy(entries, ({ name, area }) => `${name} ${area}`);
  return {
    find(name, area, year) {
      const upTo = (byPlace.get(`${name} ${area}`) ?? []).filter(entry => entry.year <= year);
      return upTo.reduce<RegisterEntry | undefined>(
        (best, entry) =>
          best === undefined || entry.year > best.year || (entry.year === best.year && entry.vintage > best.vintage)
            ? entry
            : best,
        undefined,
      );
    },
  };
}
