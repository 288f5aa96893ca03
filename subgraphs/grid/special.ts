import type { GraphQLResolveInfo } from 'graphql';
import { levelOf, parentCode, type PlaceLevel } from '../../lib/kernel/area-code.ts';
import { callerError } from '../../lib/kernel/coded-error.ts';
import type { Area, County } from '../../lib/kernel/county.ts';
import { Refusal } from '../../lib/trust/index.ts';
import { selected, type Context, type Special } from '../../lib/subgraph/index.ts';

const typeOf: Record<PlaceLevel, string> = { COUNTY: 'County', TOWN: 'Town', VILLAGE: 'Village', GRID: 'Grid' };

/** What only the database knows of a place; the register has the rest. */
const kept: Record<PlaceLevel, readonly string[]> = {
  COUNTY: ['geometry'],
  TOWN: ['geometry'],
  VILLAGE: ['geometry'],
  GRID: ['geometry', 'households', 'population', 'urban', 'establishedOn', 'retiredOn'],
};

/** Most places given out at once. */
const most = 5000;

type Row = Record<string, unknown>;

function codeOf(place: Row): string {
  return String(place['code']);
}

/** A place with the fields asked for; those of the database come by one statement for all places of a level. */
async function placeOf(area: Area | undefined, context: Context, info: GraphQLResolveInfo): Promise<Row | null> {
  if (!area) return null;
  const type = typeOf[area.level];
  const asked = selected(info, type);
  const right = context.right(type);
  // What is not granted stays out of the row, and its field says so.
  const fields = right instanceof Refusal ? [] : kept[area.level].filter(f => asked.has(f) && right.allows(f));
  const row =
    right instanceof Refusal || fields.length === 0 ? {} : await context.session.one(right, 'code', area.code, fields);
  return {
    ...Object.fromEntries(fields.map(field => [field, null])),
    ...row,
    __typename: type,
    code: area.code,
    name: area.name,
  };
}

function search(county: County, args: Row): Area[] {
  const { level, within, name } = args;
  const found = [...county.areas.values()].filter(
    area =>
      (typeof level !== 'string' || area.level === level) &&
      (typeof within !== 'string' || area.code.startsWith(within)) &&
      (typeof name !== 'string' || area.name === name),
  );
  if (found.length > most) {
    throw callerError('TOO_MANY_PLACES', {
      expected: `at most ${most} places`,
      got: String(found.length),
      todo: 'narrow by level, within or name',
    });
  }
  return found.sort((a, b) => (a.code < b.code ? -1 : 1));
}

function all(areas: readonly Area[], context: Context, info: GraphQLResolveInfo): Promise<(Row | null)[]> {
  return Promise.all(areas.map(area => placeOf(area, context, info)));
}

/** Places form a tree by their codes, which the county's register knows: parents and children need no query. */
export const special: Special = county => {
  const tree = {
    level: (place: Row) => levelOf(codeOf(place)),
    parent: (place: Row, _args: Row, context: Context, info: GraphQLResolveInfo) =>
      placeOf(county.areas.get(parentCode(codeOf(place)) ?? ''), context, info),
    children: (place: Row, _args: Row, context: Context, info: GraphQLResolveInfo) =>
      all(
        search(county, { within: codeOf(place) }).filter(a => parentCode(a.code) === codeOf(place)),
        context,
        info,
      ),
  };
  const reference = (place: Row, context: Context, info: GraphQLResolveInfo): Promise<Row | null> =>
    placeOf(county.areas.get(codeOf(place)), context, info);
  return {
    Query: {
      place: (_parent: unknown, args: Row, context: Context, info: GraphQLResolveInfo) =>
        placeOf(county.areas.get(codeOf(args)), context, info),
      places: (_parent: unknown, args: Row, context: Context, info: GraphQLResolveInfo) =>
        all(search(county, args), context, info),
    },
    Place: { __resolveType: (place: Row) => typeOf[levelOf(codeOf(place)) ?? 'GRID'], __resolveReference: reference },
    ...Object.fromEntries(Object.values(typeOf).map(name => [name, { ...tree, __resolveReference: reference }])),
  };
};
