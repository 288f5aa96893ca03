import type { AreaGroup } from '../indicators/index.ts';
import { codeLength } from '../kernel/area-code.ts';
import { type Period, periodOf } from '../kernel/period.ts';
import type { Text } from '../kernel/text.ts';
import type { Client, QueryOptions } from '../sdk/index.ts';
import { type LinkedRow, listRows, rowsAbout, RowsRefused } from './list-rows.ts';
import type { Pair, Side } from './pair.ts';

/** Why a row of one system has no counterpart that the other counts. */
export const unlinkedReasons = {
  NOT_THERE: { zh: '对方没有该事项', en: 'the other system has nothing about the matter' },
  NOT_COUNTED: {
    zh: '对方有该事项，但未计入(日期或代码无法识别，或类别不同)',
    en: 'the other system has the matter, and does not count it (an unreadable date or code, or another kind)',
  },
  OTHER_TIME: { zh: '对方计入较远的周期', en: 'the other system counts it in a period further off' },
  NO_KEY: { zh: '未写明所属事项', en: 'the row names no matter' },
} as const satisfies Record<string, Text>;

export type UnlinkedReason = keyof typeof unlinkedReasons;

/** A row of one system alone. */
export interface Unlinked {
  /** 0: of the first system, 1: of the second. */
  readonly side: 0 | 1;
  readonly id: string;
  /** The matter by which the other system was asked. */
  readonly key: string | null;
  readonly date: string | null;
  readonly why: UnlinkedReason;
}

/** How the rows of one system in the periods asked for stand to those of the other. */
export interface SideListing {
  readonly rows: number;
  /** Counted by the other in the same period and place. */
  readonly linked: number;
  /** In a neighbouring period, and in another place. */
  readonly otherPeriod: number;
  readonly otherPlace: number;
  readonly unlinked: number;
}

/** The difference of a pair, row by row. */
export interface Listing {
  readonly pair: string;
  readonly level: AreaGroup['level'];
  /** Why there is no list: the reader may have counts only, or a department does not answer. */
  readonly refused: { readonly side: 0 | 1; readonly code: string; readonly message: string } | null;
  readonly sides: readonly [SideListing, SideListing] | null;
  readonly unlinked: readonly Unlinked[];
}

interface Ground {
  readonly client: Client;
  readonly pair: Pair;
  readonly group: AreaGroup;
  /** Labels of the periods asked for, and of these with their neighbours, in order. */
  readonly asked: ReadonlySet<string>;
  readonly around: readonly Period[];
  readonly options: QueryOptions;
}

/** Links the rows of both systems by the matter that they name. Ids of rows and matters only; nothing else is asked for. */
export async function linkRows(
  client: Client,
  pair: Pair,
  group: AreaGroup,
  { asked, around }: { readonly asked: readonly Period[]; readonly around: readonly Period[] },
  options: QueryOptions,
): Promise<Listing> {
  const ground: Ground = { client, pair, group, asked: new Set(asked.map(({ label }) => label)), around, options };
  const base = { pair: pair.id, level: group.level };
  const whole = { from: around[0]?.from ?? '', to: around.at(-1)?.to ?? '', within: group.within };
  const lists = await Promise.all(pair.sides.map(side => refusable(listRows(client, side, whole, options))));
  const [first, second] = lists;
  for (const [i, list] of lists.entries())
    if (list instanceof RowsRefused)
      return { ...base, refused: told(i === 0 ? 0 : 1, list), sides: null, unlinked: [] };
  if (!Array.isArray(first) || !Array.isArray(second)) return { ...base, refused: null, sides: null, unlinked: [] };
  const ends = await Promise.all([
    refusable(standing(ground, first, second, 0)),
    refusable(standing(ground, second, first, 1)),
  ]);
  const [ofFirst, ofSecond] = ends;
  if (ofFirst instanceof RowsRefused) return { ...base, refused: told(1, ofFirst), sides: null, unlinked: [] };
  if (ofSecond instanceof RowsRefused) return { ...base, refused: told(0, ofSecond), sides: null, unlinked: [] };
  return {
    ...base,
    refused: null,
    sides: [ofFirst.listing, ofSecond.listing],
    unlinked: [...ofFirst.unlinked, ...ofSecond.unlinked],
  };
}

function told(side: 0 | 1, { code, message }: RowsRefused) {
  return { side, code, message };
}

async function refusable<T>(work: Promise<T>): Promise<T | RowsRefused> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof RowsRefused) return error;
    throw error;
  }
}

type Standing = 'linked' | 'otherPeriod' | 'otherPlace' | UnlinkedReason | 'unknown';

/** How the rows of one side stand to those of the other. */
async function standing(ground: Ground, own: readonly LinkedRow[], others: readonly LinkedRow[], side: 0 | 1) {
  const { pair, around, asked } = ground;
  const { unit } = around[0] ?? { unit: 'MONTH' };
  const inside = own.filter(({ date }) => date !== null && asked.has(periodOf(unit, date).label));
  const byKey = Map.groupBy(others, ({ key }) => key ?? '');
  const stands = new Map(inside.map(row => [row, standingOf(row, byKey, ground)]));
  const lost = [...stands].filter(([, stand]) => stand === 'unknown').map(([row]) => row);
  for (const [row, stand] of await lookedUp(ground, lost, side === 0 ? pair.sides[1] : pair.sides[0]))
    stands.set(row, stand);
  const counted = (stand: Standing): number => [...stands.values()].filter(each => each === stand).length;
  const unlinked = [...stands].flatMap(([{ id, key, date }, why]): Unlinked[] =>
    why in unlinkedReasons ? [{ side, id, key, date, why: why as UnlinkedReason }] : [],
  );
  const listing: SideListing = {
    rows: inside.length,
    linked: counted('linked'),
    otherPeriod: counted('otherPeriod'),
    otherPlace: counted('otherPlace'),
    unlinked: unlinked.length,
  };
  return { listing, unlinked };
}

/** Against the rows that the other side counts in the periods around. */
function standingOf(row: LinkedRow, byKey: ReadonlyMap<string, readonly LinkedRow[]>, ground: Ground): Standing {
  if (row.key === null) return 'NO_KEY';
  const { around, group, pair } = ground;
  const partners = byKey.get(row.key) ?? [];
  const place = (each: LinkedRow): string => each.place?.slice(0, codeLength[group.level]) ?? '';
  const index = ({ date }: LinkedRow): number =>
    around.findIndex(({ from, to }) => date !== null && from <= date && date <= to);
  const near = partners.filter(partner => Math.abs(index(partner) - index(row)) <= pair.lag);
  const here = group.level === 'COUNTY' ? near : near.filter(partner => place(partner) === place(row));
  if (here.some(partner => index(partner) === index(row))) return 'linked';
  if (here.length > 0) return 'otherPeriod';
  if (near.length > 0) return 'otherPlace';
  return partners.length > 0 ? 'OTHER_TIME' : 'unknown';
}

/** Against all that the other system has about the matters, wherever and whenever. */
async function lookedUp(
  { client, around, options }: Ground,
  lost: readonly LinkedRow[],
  other: Side,
): Promise<[LinkedRow, Standing][]> {
  const keys = [...new Set(lost.flatMap(({ key }) => key ?? []))];
  const anything = await rowsAbout(client, other, keys, false, options);
  const counted = await rowsAbout(client, other, [...new Set(anything.flatMap(({ key }) => key ?? []))], true, options);
  const [from, to] = [around[0]?.from ?? '', around.at(-1)?.to ?? ''];
  const there = new Set(anything.map(({ key }) => key));
  const byKey = Map.groupBy(
    counted.filter(({ date }) => date !== null),
    ({ key }) => key,
  );
  return lost.map(row => {
    const partners = byKey.get(row.key) ?? [];
    if (partners.some(({ date }) => date !== null && from <= date && date <= to)) return [row, 'otherPlace'];
    if (partners.length > 0) return [row, 'OTHER_TIME'];
    return [row, there.has(row.key) ? 'NOT_COUNTED' : 'NOT_THERE'];
  });
}
