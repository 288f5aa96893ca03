import { officeWeight, secondsInDay, streetWeight } from '../calendar.ts';
import type { Grid, GridEvent, Write } from '../records.ts';
import { cents, fileCourtCase } from './court-case.ts';
import { petition, startDispute } from './dispute-journey.ts';
import { callPolice } from './police-call.ts';
import { days, type World } from './world.ts';

/** What happens in the county: how often on an average day at scale 1, on whose calendar, and what then. */
interface Stream {
  readonly daily: number;
  readonly weight: (day: number) => number;
  readonly happen: (world: World, day: number) => void;
  /** False where what stands before the first day is made otherwise. */
  readonly lead?: false;
}

const eventKinds = { DISPUTE: 0.2, HAZARD: 0.14, ENVIRONMENT: 0.3, FACILITY: 0.18, SERVICE: 0.18 };
const eventLimits = { DISPUTE: 15, HAZARD: 7, ENVIRONMENT: 5, FACILITY: 10, SERVICE: 3 };
const disputeChannels = { WALK_IN: 0.6, PETITION: 0.1, POLICE: 0.17, COURT: 0.13 };
const callKinds = { DISPUTE: 0.24, THEFT: 0.1, FRAUD: 0.09, TRAFFIC: 0.3, HELP: 0.27 };
const emergencyKinds = { WORK_SAFETY: 0.35, FIRE: 0.5, NATURAL: 0.15 };

const streams: readonly Stream[] = [
  { daily: 62, weight: streetWeight, happen: (world, day) => gridEvent(world, day) },
  {
    daily: 21,
    weight: officeWeight,
    happen: (world, day) => startDispute(world, day, world.random.weighted(disputeChannels), world.anyGrid()),
  },
  {
    daily: 50,
    weight: streetWeight,
    happen: (world, day) =>
      callPolice(
        world,
        day * secondsInDay + callSecond(world),
        world.anyGrid(),
        world.random.weighted(callKinds),
        null,
      ),
  },
  { daily: 8.5, weight: streetWeight, happen: policeCase },
  { daily: 5, weight: officeWeight, happen: (world, day) => petition(world, day, world.anyGrid().place, null) },
  { daily: 15, weight: officeWeight, happen: inspection },
  { daily: 14, weight: officeWeight, happen: lawsuit },
  { daily: 2.2, weight: officeWeight, happen: assist, lead: false },
  { daily: 1.2, weight: officeWeight, happen: legalAid },
  { daily: 0.15, weight: officeWeight, happen: judicialAid },
  { daily: 0.12, weight: officeWeight, happen: publicInterest },
  { daily: 0.33, weight: streetWeight, happen: emergency },
];

/** All that happens on a day. On days before the data, only what is still going on when the data starts is written. */
export function runDay(world: World, day: number): void {
  for (const stream of streams) {
    if (day < world.from && stream.lead === false) continue;
    const count = world.random.poisson(stream.daily * world.scale * stream.weight(day));
    for (let i = 0; i < count; i++) {
      if (day >= world.from) stream.happen(world, day);
      else happenEarly(world, stream, day);
    }
  }
}

/** A journey that touches the data enters it whole, so that no link points to nothing; the others never were. */
function happenEarly(world: World, stream: Stream, day: number): void {
  const held: (() => void)[] = [];
  let touches = false;
  const write: Write = (type, record) => {
    held.push(() => world.write(type, record));
    touches ||= Object.entries(record).some(([field, value]) => field.endsWith('On') && Number(value) >= world.from);
  };
  stream.happen({ ...world, write }, day);
  if (touches) for (const release of held) release();
}

/** A lawsuit that no mediation preceded. */
function lawsuit(world: World, filedOn: number): void {
  const kind = world.random.chance(0.03) ? 'ADMINISTRATIVE' : 'CIVIL';
  fileCourtCase(world, { kind, filedOn, place: world.anyGrid().place });
}

/** Calls are rare before dawn and most frequent in the evening. */
function callSecond({ random }: World): number {
  const hour = (17 + 5.5 * random.normal() + 48) % 24;
  return Math.floor(hour * 3600);
}

export function gridEvent(
  world: World,
  reportedOn: number,
  grid: Grid = world.anyGrid(),
  kind: GridEvent['kind'] = world.random.weighted(eventKinds),
): void {
  const { random } = world;
  const limit = eventLimits[kind];
  const closes = random.chance(0.975)
    ? reportedOn + days(world, limit * 0.42 * world.habit(grid.place).slowness, 0.6)
    : Infinity;
  const dispute =
    kind === 'DISPUTE' && random.chance(0.65) ? startDispute(world, reportedOn + random.int(0, 3), 'GRID', grid) : null;
  world.write('GridEvent', {
    id: world.number('SJ', reportedOn),
    kind,
    reportedOn,
    dueOn: reportedOn + limit,
    closedOn: Number.isFinite(closes) ? world.seen(closes) : null,
    dispute,
    place: grid.place,
  });
}

/** A case of the police; of the criminal ones more than half go on to the procuratorate, and from there to the court. */
function policeCase(world: World, filedOn: number): void {
  const { random } = world;
  const { place } = world.anyGrid();
  const id = world.number('A', filedOn);
  const { slowness } = world.habit(place);
  const criminal = random.chance(0.55);
  const fate = criminal ? random.weighted({ transfer: 0.6, withdraw: 0.12, open: 0.28 }) : 'open';
  const transferredOn = fate === 'transfer' ? world.seen(filedOn + days(world, 62 * slowness, 0.6, 2)) : null;
  const withdrawnOn = fate === 'withdraw' ? world.seen(filedOn + days(world, 45, 0.6, 1)) : null;
  const kind = criminal ? 'CRIMINAL' : 'PUBLIC_ORDER';
  world.write('PoliceCase', { id, kind, filedOn, transferredOn, withdrawnOn, place });
  if (transferredOn !== null) prosecute(world, id, transferredOn + random.int(0, 3), place);
}

function prosecute(world: World, policeCase: string, receivedOn: number, place: string): void {
  const { random } = world;
  if (receivedOn > world.asOf) return;
  const id = world.number('GS', receivedOn);
  const decides = receivedOn + days(world, 27 * world.habit(place).slowness, 0.45, 1);
  const decidedOn = world.seen(decides);
  const prosecuted = random.chance(0.84);
  const decision = decidedOn === null ? null : prosecuted ? 'PROSECUTED' : 'NOT_PROSECUTED';
  world.write('ProsecutionCase', { id, receivedOn, decidedOn, decision, policeCase, place });
  if (prosecuted)
    fileCourtCase(world, { kind: 'CRIMINAL', filedOn: decides + random.int(1, 8), prosecutionCase: id, place });
}

/** The organisation with a number; its place is the grid of that number, so that none has to be remembered. */
export function organisationAt(world: World, index: number): { creditCode: string; place: string } {
  const place = world.grids[(index * 7919) % world.grids.length]?.place ?? '';
  return { creditCode: `91330199MA${index.toString(36).toUpperCase().padStart(7, '0')}X`, place };
}

function inspection(world: World, madeOn: number): void {
  const { random } = world;
  const { creditCode, place } = organisationAt(world, random.int(0, world.organisations - 1));
  const id = world.number('JC', madeOn);
  world.write('Inspection', { id, madeOn, organisation: creditCode, place });
  for (let found = random.poisson(0.85); found > 0; found--) {
    const major = random.chance(0.09);
    const closes = random.chance(major ? 0.93 : 0.97)
      ? madeOn + days(world, (major ? 28 : 10) * world.habit(place).slowness, 0.6, 1)
      : Infinity;
    world.write('Hazard', {
      id: world.number('YH', madeOn),
      grade: major ? 'MAJOR' : 'GENERAL',
      foundOn: madeOn,
      dueOn: madeOn + (major ? 30 : 15),
      rectifiedOn: Number.isFinite(closes) ? world.seen(closes) : null,
      organisation: creditCode,
      inspection: id,
      place,
    });
  }
}

/** A household is identified as poor; most are aided within weeks, and until they leave. */
export function assist(world: World, identifiedOn: number): void {
  const { random } = world;
  const { place } = world.anyGrid();
  const left = random.chance(0.45) ? identifiedOn + days(world, 520, 0.5, 60) : Infinity;
  const from = random.chance(0.93) ? identifiedOn + random.int(8, 45) : Infinity;
  const lapses = random.chance(0.08) ? from + random.int(120, 600) : Infinity;
  const until = Math.min(left, lapses);
  const day = (value: number): number | null => (Number.isFinite(value) ? world.seen(value) : null);
  world.write('AssistanceCase', {
    id: world.number('JZ', identifiedOn),
    kind: random.weighted({ MIN_LIVING: 0.62, DESTITUTE: 0.16, NEAR_POOR: 0.22 }),
    persons: random.int(1, 3) + (random.chance(0.2) ? random.int(1, 2) : 0),
    identifiedOn,
    leftOn: day(left),
    aidFrom: from < until ? day(from) : null,
    aidUntil: from < until && from <= world.asOf ? day(until) : null,
    place,
  });
}

function legalAid(world: World, acceptedOn: number): void {
  const closedOn = world.seen(acceptedOn + days(world, 70, 0.5, 5));
  world.write('LegalAidCase', {
    id: world.number('FY', acceptedOn),
    acceptedOn,
    closedOn,
    place: world.anyGrid().place,
  });
}

function judicialAid(world: World, grantedOn: number): void {
  const amount = cents(Math.round(world.random.length(9000, 0.6) / 100) * 100);
  world.write('JudicialAid', { id: world.number('SFJZ', grantedOn), grantedOn, amount, place: world.anyGrid().place });
}

function publicInterest(world: World, openedOn: number): void {
  const { creditCode, place } = organisationAt(world, world.random.int(0, world.organisations - 1));
  const closedOn = world.seen(openedOn + days(world, 110, 0.5, 10));
  world.write('PublicInterestCase', {
    id: world.number('GY', openedOn),
    openedOn,
    closedOn,
    organisation: creditCode,
    place,
  });
}

function emergency(world: World, occurredOn: number): void {
  const { random } = world;
  const deaths = random.chance(0.06) ? random.int(1, 2) : 0;
  world.write('EmergencyEvent', {
    kind: random.weighted(emergencyKinds),
    occurredOn,
    deaths,
    place: world.anyGrid().place,
  });
}
