import { secondsInDay, yearOf } from '../calendar.ts';
import type { DisputeChannel, Grid, MediationOutcome } from '../records.ts';
import { fileCourtCase } from './court-case.ts';
import { callPolice } from './police-call.ts';
import { days, type World } from './world.ts';

const kinds = { FAMILY: 20, NEIGHBOUR: 24, LAND: 9, LABOUR: 13, CONTRACT: 16, PROPERTY: 11, OTHER: 7 };
const levels = { VILLAGE: 0.72, TOWN: 0.23, COUNTY: 0.05 };

/** A dispute from the register through mediation to petition, lawsuit or 110 call. Gives its number, null if after the data. */
export function startDispute(world: World, acceptedOn: number, channel: DisputeChannel, grid: Grid): string | null {
  const { random } = world;
  const { place } = grid;
  if (acceptedOn > world.asOf) return null;
  const id = world.number('JF', acceptedOn);
  let resolves = random.chance(0.86) ? acceptedOn + days(world, 12 * world.habit(place).slowness, 0.7) : Infinity;
  if (random.chance(0.94)) resolves = mediate(world, id, acceptedOn + random.int(0, 3), place);
  if (random.chance(0.11)) {
    callPolice(
      world,
      acceptedOn * secondsInDay + random.int(-3 * secondsInDay, 20 * secondsInDay),
      grid,
      'DISPUTE',
      id,
    );
  }
  if (channel === 'PETITION') petition(world, acceptedOn - random.int(0, 5), place, id);
  else if (random.chance(0.025)) petition(world, acceptedOn + days(world, 30, 0.8, 1), place, id);
  const resolvedOn = Number.isFinite(resolves) ? world.seen(resolves) : null;
  const [kind, level] = [random.weighted(kinds), random.weighted(levels)];
  world.write('Dispute', { id, kind, channel, level, acceptedOn, resolvedOn, place });
  return id;
}

/** Gives the day on which the dispute is settled in the end. */
function mediate(world: World, dispute: string, acceptedOn: number, place: string): number {
  const { random } = world;
  if (acceptedOn > world.asOf) return Infinity;
  const habit = world.habit(place);
  const ends = acceptedOn + days(world, 16 * habit.slowness, 0.75);
  const agreed = random.chance(0.87 + habit.success);
  const outcome: MediationOutcome = !agreed
    ? 'TERMINATED'
    : random.chance(0.7)
      ? 'WRITTEN_AGREEMENT'
      : 'ORAL_AGREEMENT';
  const committee = random.chance(0.8) ? `TWH${place.slice(0, 12)}` : `TWH${place.slice(0, 9)}`;
  const endedOn = world.seen(ends);
  const id = world.number('TJ', acceptedOn);
  world.write('Mediation', {
    id,
    dispute,
    committee,
    acceptedOn,
    endedOn,
    outcome: endedOn === null ? null : outcome,
    place,
  });
  if (agreed) {
    if (outcome === 'WRITTEN_AGREEMENT' && random.chance(0.12))
      confirm(world, dispute, ends + random.int(2, 20), place);
    return ends;
  }
  if (random.chance(0.2)) petition(world, ends + days(world, 20, 0.8, 1), place, dispute);
  if (random.chance(0.5)) {
    const closes = fileCourtCase(world, { kind: 'CIVIL', filedOn: ends + days(world, 25, 0.7, 1), dispute, place });
    return random.chance(0.9) ? closes : Infinity;
  }
  return random.chance(0.35) ? ends + days(world, 70, 0.6, 3) : Infinity;
}

function confirm(world: World, dispute: string, appliedOn: number, place: string): void {
  if (appliedOn > world.asOf) return;
  const id = world.number('SFQR', appliedOn);
  const confirmedOn = world.random.chance(0.95) ? world.seen(appliedOn + world.random.int(3, 25)) : null;
  world.write('JudicialConfirmation', { id, appliedOn, confirmedOn, dispute, place });
}

const channels = { ONLINE: 0.46, VISIT: 0.26, PHONE: 0.2, LETTER: 0.08 };

/** A petition item 信访事项: accepted within 15 days, due 60 days later, sometimes extended by up to 30. */
export function petition(world: World, receivedOn: number, place: string, dispute: string | null): void {
  const { random } = world;
  if (receivedOn > world.asOf) return;
  const accepted = random.chance(0.96) ? world.seen(receivedOn + random.int(0, 15)) : null;
  const dueOn = accepted === null ? null : accepted + 60 + (random.chance(0.1) ? random.int(10, 30) : 0);
  const closes =
    accepted !== null && random.chance(0.98)
      ? accepted + days(world, 36 * world.habit(place).slowness, 0.42, 1)
      : Infinity;
  const year = yearOf(receivedOn);
  world.write('Petition', {
    year,
    number: world.serial(`XF${year}`),
    channel: random.weighted(channels),
    receivedOn,
    acceptedOn: accepted,
    dueOn,
    closedOn: Number.isFinite(closes) ? world.seen(closes) : null,
    dispute,
    place,
  });
}
