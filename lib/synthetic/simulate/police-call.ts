import { secondsInDay } from '../calendar.ts';
import type { Grid, PoliceIncident } from '../records.ts';
import type { World } from './world.ts';

/** Numbers beyond 2^53, as a message queue gives them out. */
const firstNumber = 1_152_921_504_606_846_976n;

/** A call to 110. In most an officer arrives, later in the country than in town; the rest is settled on the telephone. */
export function callPolice(
  world: World,
  calledAt: number,
  { place, urban }: Grid,
  kind: PoliceIncident['kind'],
  dispute: string | null,
): void {
  const { random } = world;
  if (calledAt >= (world.asOf + 1) * secondsInDay) return;
  const travel = Math.round(random.length((urban ? 330 : 620) * world.habit(place).slowness, 0.45));
  const id = firstNumber + BigInt(world.serial('JJD')) * 4096n;
  const own = world.aside(String(id));
  const arrives = random.chance(0.95) ? calledAt + Math.max(45, travel) : Infinity;
  world.write('PoliceIncident', {
    id,
    kind,
    calledAt,
    arrivedAt: arrives < (world.asOf + 1) * secondsInDay ? arrives : null,
    // Of those without an arrival some were settled on the telephone, some were no call at all, and some arrivals nobody noted.
    response: Number.isFinite(arrives) ? 'ARRIVAL' : own.weighted({ TELEPHONE: 0.6, INVALID: 0.25, ARRIVAL: 0.15 }),
    repeat: own.chance(0.11),
    dispute,
    place,
  });
}
