import { levelOf, parentCode, type PlaceLevel } from '../../lib/kernel/area-code.ts';
import { callerError } from '../../lib/kernel/coded-error.ts';
import type { Area, County } from '../../lib/kernel/county.ts';
import type { Special } from '../../lib/subgraph/index.ts';

const typeOf: Record<PlaceLevel, string> = { COUNTY: 'County', TOWN: 'Town', VILLAGE: 'Village', GRID: 'Grid' };

/** Most places given out at once. */
const most = 5000;

interface Place extends Record<string, unknown> {
  readonly __typename: string;
  readonly code: string;
}

function placeOf(area: Area | undefined): Place | null {
  return area ? { __typename: typeOf[area.level], code: area.code, name: area.name } : null;
}

function search(county: County, args: Record<string, unknown>): Place[] {
  const { level, within, name } = args;
  const found = [...county.areas.values()].filter(
    area =>
      (typeof level !== 'string' || area.level === level) &&
      (typeof within !== 'string' || area.code.startsWith(within)) &&
      (typeof name !== 'string' || area.name === name),
  );
  if (found.length > most) {
    throw callerError('TOO_MANY_PLACES', { expected: `at most ${most} places`, got: String(found.length), todo: 'narrow by level, within or name' });
  }
  return found.sort((a, b) => (a.code < b.code ? -1 : 1)).map(area => placeOf(area) as Place);
}

/** Places form a tree by their codes; the county's register knows them, so parents and children need no query. */
export const special: Special = county => {
  const levels = {
    level: (place: Record<string, unknown>) => levelOf(String(place['code'])),
    parent: (place: Record<string, unknown>) => placeOf(county.areas.get(parentCode(String(place['code'])) ?? '')),
    children: (place: Record<string, unknown>) => {
      const code = String(place['code']);
      return search(county, { within: code }).filter(child => parentCode(child.code) === code);
    },
  };
  return {
    Query: {
      place: (_parent: unknown, args: Record<string, unknown>) => placeOf(county.areas.get(String(args['code']))),
      places: (_parent: unknown, args: Record<string, unknown>) => search(county, args),
    },
    Place: {
      __resolveType: (place: Record<string, unknown>) => typeOf[levelOf(String(place['code'])) ?? 'GRID'],
      __resolveReference: (reference: Record<string, unknown>) => placeOf(county.areas.get(String(reference['code']))),
    },
    ...Object.fromEntries(Object.values(typeOf).map(name => [name, levels])),
  };
};
