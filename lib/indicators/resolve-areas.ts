import { codeLength, levelOf, type PlaceLevel, placeLevels } from '../kernel/area-code.ts';
import { callerError, type CodedError } from '../kernel/coded-error.ts';
import {
  type Client,
  ClientError,
  PlacesDocument,
  type PlacesQueryVariables,
  type QueryOptions,
} from '../sdk/index.ts';
import type { Area } from './figure.ts';

/** Places by code or name, or all places of a level inside one. */
export type AreaChoice =
  { readonly areas: readonly string[] } | { readonly within: string; readonly level: PlaceLevel };

/** Areas of one level that one query can ask for. */
export interface AreaGroup {
  readonly level: PlaceLevel;
  /** What the statistics are limited to; null: nothing, a gateway holds one county. */
  readonly within: readonly string[] | null;
  readonly areas: readonly Area[];
}

/**
 * Finds the places that figures are asked for.
 * @throws CodedError UNKNOWN_AREA for a code or name that no place has, and for a name that several have
 * @throws ClientError when the places are needed (names, `within`) and the department that keeps them is away
 */
export async function resolveAreas(client: Client, choice: AreaChoice, options: QueryOptions): Promise<AreaGroup[]> {
  const find = (variables: PlacesQueryVariables) => findPlaces(client, variables, options);
  if ('within' in choice) {
    const within = await resolveOne(find, choice.within);
    const areas = await find({ level: choice.level, within });
    if (areas.length === 0) throw unknownArea(`a place that holds places of the level ${choice.level}`, choice.within);
    return [{ level: choice.level, within: levelOf(within) === 'COUNTY' ? null : [within], areas }];
  }
  const codes = new Set(await Promise.all(choice.areas.map(area => resolveOne(find, area))));
  const groups = placeLevels.map(level => ({ level, codes: [...codes].filter(code => levelOf(code) === level) }));
  return Promise.all(
    groups
      .filter(group => group.codes.length > 0)
      .map(async ({ level, codes }) => ({
        level,
        within: level === 'COUNTY' ? null : codes,
        areas: await named(find, level, codes),
      })),
  );
}

type Find = (variables: PlacesQueryVariables) => Promise<Area[]>;

async function findPlaces(client: Client, variables: PlacesQueryVariables, options: QueryOptions): Promise<Area[]> {
  const { data, errors } = await client.query(PlacesDocument, variables, options);
  if (data.places) return data.places.map(({ code, name }) => ({ code, level: levelOf(code) ?? 'GRID', name }));
  throw new ClientError(
    'REQUEST_REFUSED',
    {
      expected: 'the list of places',
      got: errors[0] === undefined ? 'none' : `"${errors[0].message}"`,
      todo: 'write areas as codes, or try again later',
    },
    errors,
  );
}

/** The code of a code or name. */
async function resolveOne(find: Find, area: string): Promise<string> {
  if (/^\d+$/.test(area)) {
    if (levelOf(area) !== undefined) return area;
    throw unknownArea('a code of 6, 9, 12 or 15 digits or a name', area);
  }
  const found = (await find({ name: area })).filter(({ name }) => name === area);
  const [only, another] = found;
  if (only === undefined) throw unknownArea('the code or the full name of a place', area);
  if (another !== undefined) throw unknownArea(`a name that one place has, not ${found.length}`, area);
  return only.code;
}

/** The places of some codes of one level. Without the department that keeps them, codes stand for themselves. */
async function named(find: Find, level: PlaceLevel, codes: readonly string[]): Promise<Area[]> {
  let places: Area[];
  try {
    places = await find({ level, within: commonPlace(codes) });
  } catch (error) {
    const departmentAway = error instanceof ClientError && error.errors.length > 0;
    if (!departmentAway) throw error;
    return codes.map(code => ({ code, level, name: null }));
  }
  const byCode = new Map(places.map(place => [place.code, place]));
  return codes.map(code => {
    const place = byCode.get(code);
    if (place === undefined) throw unknownArea('the code of a place of this county', code);
    return place;
  });
}

/** The smallest place that holds all of the codes. */
function commonPlace(codes: readonly string[]): string {
  const [first = '', ...others] = codes;
  const lengths = placeLevels.map(level => codeLength[level]).filter(length => length <= first.length);
  const common = lengths.filter(length => others.every(code => code.startsWith(first.slice(0, length))));
  return first.slice(0, Math.max(codeLength.COUNTY, ...common));
}

function unknownArea(expected: string, got: string): CodedError {
  return callerError('UNKNOWN_AREA', { expected, got: JSON.stringify(got), todo: 'look it up with places(name:)' });
}
