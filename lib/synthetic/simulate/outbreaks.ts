import type { County } from '../../kernel/county.ts';
import { dayOf, secondsInDay } from '../calendar.ts';
import { createRandom } from '../random.ts';
import type { DisputeKind, GridEvent, PoliceIncident, Write } from '../records.ts';
import { startDispute } from './dispute-journey.ts';
import { callPolice } from './police-call.ts';
import { gridEvent } from './streams.ts';
import type { World } from './world.ts';

type Rising =
  | { readonly type: 'Dispute'; readonly kind: DisputeKind }
  | { readonly type: 'GridEvent'; readonly kind: GridEvent['kind'] }
  | { readonly type: 'PoliceIncident'; readonly kind: PoliceIncident['kind'] };

/** More of something in a town and month than chance brings; `extra` records at scale 1. */
type Plan = Rising & { readonly town: number; readonly monthsAgo: number; readonly extra: number };

/** What was planted: `records` more of a kind in a town (9 digits) and month. */
export interface Outbreak {
  readonly type: string;
  readonly kind: string;
  readonly area: string;
  readonly month: string;
  readonly records: number;
}

/** Some that nobody can overlook, some as large as chance itself, one that is small and stays. Months before the last one. */
const plans: readonly Plan[] = [
  { type: 'PoliceIncident', kind: 'FRAUD', town: 5, monthsAgo: 10, extra: 24 },
  { type: 'Dispute', kind: 'NEIGHBOUR', town: 4, monthsAgo: 9, extra: 22 },
  { type: 'Dispute', kind: 'LABOUR', town: 2, monthsAgo: 8, extra: 26 },
  { type: 'PoliceIncident', kind: 'TRAFFIC', town: 1, monthsAgo: 7, extra: 20 },
  { type: 'PoliceIncident', kind: 'THEFT', town: 7, monthsAgo: 6, extra: 18 },
  { type: 'PoliceIncident', kind: 'THEFT', town: 7, monthsAgo: 5, extra: 18 },
  { type: 'Dispute', kind: 'PROPERTY', town: 9, monthsAgo: 4, extra: 12 },
  { type: 'GridEvent', kind: 'ENVIRONMENT', town: 0, monthsAgo: 3, extra: 55 },
  { type: 'GridEvent', kind: 'HAZARD', town: 10, monthsAgo: 2, extra: 26 },
  { type: 'GridEvent', kind: 'HAZARD', town: 10, monthsAgo: 1, extra: 26 },
  { type: 'Dispute', kind: 'LAND', town: 6, monthsAgo: 0, extra: 14 },
  ...[5, 4, 3, 2, 1].map(
    monthsAgo => ({ type: 'GridEvent', kind: 'FACILITY', town: 3, monthsAgo, extra: 13 }) as const,
  ),
];

/** Plants outbreaks day by day, by dice of their own. `happen` makes those of a day. */
export interface Outbreaks {
  readonly planted: readonly Outbreak[];
  happen(day: number): void;
}

export function plantOutbreaks(county: County, world: World): Outbreaks {
  const random = createRandom(`${county.code}/${county.seed ?? 1}/outbreaks`);
  const towns = [...county.areas.values()].filter(({ level }) => level === 'TOWN').map(({ code }) => code);
  const byDay = new Map<number, (() => void)[]>();
  const planted = plans.map((plan): Outbreak => {
    const area = towns[plan.town % towns.length] ?? '';
    const { month, first, days } = monthBefore(county.data.asOf, plan.monthsAgo);
    const grids = world.grids.filter(({ place }) => place.startsWith(area));
    const records = Math.round(plan.extra * world.scale);
    for (let made = 0; made < records; made++) {
      const day = first + random.int(0, days - 1);
      const grid = random.pick(grids);
      const list = byDay.get(day) ?? [];
      byDay.set(day, list);
      list.push(() => make({ ...world, random }, plan, day, grid));
    }
    return { type: plan.type, kind: plan.kind, area, month, records };
  });
  return { planted, happen: day => byDay.get(day)?.forEach(each => each()) };
}

function make(world: World, rising: Rising, day: number, grid: World['grids'][number]): void {
  if (rising.type === 'GridEvent') gridEvent(world, day, grid, rising.kind);
  else if (rising.type === 'PoliceIncident')
    callPolice(world, day * secondsInDay + world.random.int(0, secondsInDay - 1), grid, rising.kind, null);
  else {
    const { kind } = rising;
    const write: Write = (type, record) => world.write(type, type === 'Dispute' ? { ...record, kind } : record);
    startDispute({ ...world, write }, day, 'WALK_IN', grid);
  }
}

function monthBefore(asOf: string, months: number): { month: string; first: number; days: number } {
  const [year, month] = [Number(asOf.slice(0, 4)), Number(asOf.slice(5, 7)) - 1 - months];
  const first = new Date(Date.UTC(year, month, 1)).toISOString().slice(0, 10);
  const next = new Date(Date.UTC(year, month + 1, 1)).toISOString().slice(0, 10);
  return { month: first.slice(0, 7), first: dayOf(first), days: dayOf(next) - dayOf(first) };
}
