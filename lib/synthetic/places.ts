import { operatorError } from '../kernel/coded-error.ts';
import type { County } from '../kernel/county.ts';
import { dayOf } from './calendar.ts';
import { outline } from './outline.ts';
import type { Random } from './random.ts';
import type { Grid, Region } from './records.ts';
import { survey } from './survey.ts';

const population = 560_000;
const personsInHousehold = { urban: 2.5, rural: 2.9 };

/** The county's places with outlines and people. BAD_COUNTY when its areas.csv is not the one that was surveyed. */
export function populate(county: County, random: Random): { regions: Region[]; grids: Grid[] } {
  const places = survey(county.code, county.name.zh);
  const stranger = places.find(place => county.areas.get(place.code)?.name !== place.name);
  if (stranger || places.length !== county.areas.size) {
    throw operatorError('BAD_COUNTY', {
      expected: 'the areas.csv of the synthetic county',
      got: stranger ? `none or another place under ${stranger.code}` : 'more places',
      todo: 'make it again with lib/synthetic/make-areas.ts',
    });
  }
  const regions = places
    .filter(place => place.level !== 'GRID')
    .map(({ code, name, level, cells }) => ({ place: code, name, level, geometry: JSON.stringify(outline(cells)) }));
  const surveyed = places.filter(place => place.level === 'GRID');
  const shares = surveyed.map(({ urban }) => (urban ? 1.9 : 1) * random.length(1, 0.22));
  const persons = apportion(population, shares);
  const grids = surveyed.map(({ code, name, urban, cells }, index) => {
    const here = persons[index] ?? 0;
    const households = Math.round(here / (personsInHousehold[urban ? 'urban' : 'rural'] + 0.2 * random.normal()));
    const establishedOn = dayOf('2020-07-01') + random.int(0, 180);
    const geometry = JSON.stringify(outline(cells));
    return { place: code, name, households, population: here, urban, establishedOn, retiredOn: null, geometry };
  });
  return { regions, grids };
}

/** Whole numbers in proportion to `shares` that add up to `total` (largest remainders). */
function apportion(total: number, shares: readonly number[]): number[] {
  const sum = shares.reduce((a, b) => a + b, 0);
  const exact = shares.map(share => (share / sum) * total);
  const whole = exact.map(Math.floor);
  const missing = total - whole.reduce((a, b) => a + b, 0);
  const byRemainder = exact.map((value, index) => [value % 1, index] as const).sort((a, b) => b[0] - a[0]);
  for (const [, index] of byRemainder.slice(0, missing)) whole[index] = (whole[index] ?? 0) + 1;
  return whole;
}
