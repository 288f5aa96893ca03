import { officeWeight, secondsInDay, streetWeight } from '../calendar.ts';
import type { Random } from '../random.ts';
import type { AssistanceCase, EmergencyEvent, Grid, GridEvent, Write } from '../records.ts';
import { cents, fileCourtCase } from './court-case.ts';
import { policeCase } from './criminal-case.ts';
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
  { daily: 3, weight: streetWeight, happen: trafficAccident },
  { daily: 0.6, weight: officeWeight, happen: supervision },
  { daily: 2, weight: officeWeight, happen: temporaryRelief },
  { daily: 9, weight: officeWeight, happen: handover },
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

/** Whether something of a record happened since a day. A change of what is over is nothing that happened. */
function happenedSince(record: object, from: number): boolean {
  return Object.entries(record).some(
    ([field, value]) => field.endsWith('On') && field !== 'modifiedOn' && Number(value) >= from,
  );
}

/** A journey that touches the data enters it whole, so that no link points to nothing; the others never were. */
function happenEarly(world: World, stream: Stream, day: number): void {
  const held: (() => void)[] = [];
  let touches = false;
  const write: Write = (type, record) => {
    held.push(() => world.write(type, record));
    touches ||= happenedSince(record, world.from);
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
  const id = world.number('JZ', identifiedOn);
  world.write('AssistanceCase', {
    id,
    kind: random.weighted({ MIN_LIVING: 0.62, DESTITUTE: 0.16, NEAR_POOR: 0.22 }),
    persons: random.int(1, 3) + (random.chance(0.2) ? random.int(1, 2) : 0),
    ...application(world.aside(id), identifiedOn),
    identifiedOn,
    leftOn: day(left),
    aidFrom: from < until ? day(from) : null,
    aidUntil: from < until && from <= world.asOf ? day(until) : null,
    place,
  });
}

/** A decision takes about a month; 42 days are what the county allows. */
function application(own: Random, identifiedOn: number): Pick<AssistanceCase, 'appliedOn' | 'decisionLimitOn'> {
  const appliedOn = identifiedOn - Math.round(own.length(28, 0.35));
  return { appliedOn, decisionLimitOn: appliedOn + 42 };
}

/** Urgent cases are decided within days, the others within 15 working days. */
function temporaryRelief(world: World, appliedOn: number): void {
  const id = world.number('LSJZ', appliedOn);
  const own = world.aside(id);
  const urgent = own.chance(0.2);
  const decidedOn = world.seen(appliedOn + Math.round(own.length(urgent ? 1 : 12, 0.5)));
  world.write('TemporaryRelief', {
    id,
    urgent,
    appliedOn,
    decidedOn,
    limitOn: appliedOn + (urgent ? 2 : 21),
    amount: decidedOn === null ? null : cents(Math.round(own.length(2200, 0.5) / 100) * 100),
    place: world.anyGrid().place,
  });
}

const parties = { CENTRE: 0.4, JUSTICE: 0.15, POLICE: 0.2, PETITION: 0.1, COURT: 0.05, TOWNSHIP: 0.1 };
const receivers = { CENTRE: 0.1, JUSTICE: 0.3, POLICE: 0.15, PETITION: 0.1, COURT: 0.1, TOWNSHIP: 0.25 };

/** A matter goes to another department, which accepts or returns it within a week, as a rule. */
function handover(world: World, sentOn: number): void {
  const id = world.number('YJ', sentOn);
  const own = world.aside(id);
  const answers = own.chance(0.97) ? sentOn + Math.round(own.length(3.5, 0.6)) : Infinity;
  world.write('Handover', {
    id,
    sender: own.weighted(parties),
    receiver: own.weighted(receivers),
    sentOn,
    limitOn: sentOn + 7,
    answeredOn: Number.isFinite(answers) ? world.seen(answers) : null,
    place: world.anyGrid().place,
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

function trafficAccident(world: World, occurredOn: number): void {
  const id = world.number('JTSG', occurredOn);
  const own = world.aside(id);
  const deaths = own.chance(0.014) ? own.int(1, 2) : 0;
  world.write('TrafficAccident', { id, occurredOn, deaths, place: world.anyGrid().place });
}

const supervised = { FILING: 0.2, INVESTIGATION: 0.4, TRIAL: 0.15, ENFORCEMENT: 0.25 };

/** An opinion to another organ; most are taken up within a month. */
function supervision(world: World, issuedOn: number): void {
  const id = world.number('JDYJ', issuedOn);
  const own = world.aside(id);
  const adopts = own.chance(0.9) ? issuedOn + Math.max(1, Math.round(own.length(18, 0.5))) : Infinity;
  world.write('SupervisionOpinion', {
    id,
    kind: own.weighted(supervised),
    issuedOn,
    adoptedOn: Number.isFinite(adopts) ? world.seen(adopts) : null,
    place: world.anyGrid().place,
  });
}

const sectors = { MINING: 0.08, INDUSTRY: 0.3, COMMERCE: 0.1, CONSTRUCTION: 0.27, TRANSPORT: 0.15, OTHER: 0.1 };

function emergency(world: World, occurredOn: number): void {
  const { random } = world;
  const deaths = random.chance(0.06) ? random.int(1, 2) : 0;
  const kind = random.weighted(emergencyKinds);
  const { place } = world.anyGrid();
  const own = world.aside(`SG${occurredOn}/${world.serial('SG')}`);
  world.write('EmergencyEvent', {
    kind,
    occurredOn,
    deaths,
    unaccounted: kind === 'NATURAL' && own.chance(0.02) ? 1 : 0,
    sector: kind === 'WORK_SAFETY' ? own.weighted(sectors) : null,
    ...reporting(world, own, occurredOn),
    ...(kind === 'WORK_SAFETY' ? investigation(world, own, occurredOn) : noInvestigation),
    place,
  });
}

/** The unit reports within the hour, the county within two more, as a rule; some reports nobody noted. */
function reporting(
  world: World,
  own: Random,
  occurredOn: number,
): Pick<EmergencyEvent, 'occurredAt' | 'reportedAt' | 'forwardedAt'> {
  const occurredAt = occurredOn * secondsInDay + own.int(0, secondsInDay - 1);
  const reported = occurredAt + Math.round(own.length(1900, 0.6));
  const forwarded = reported + Math.round(own.length(3600, 0.6));
  const end = (world.asOf + 1) * secondsInDay;
  const reportedAt = reported < end && own.chance(0.98) ? reported : null;
  return { occurredAt, reportedAt, forwardedAt: reportedAt !== null && forwarded < end ? forwarded : null };
}

const noInvestigation = { investigationDueOn: null, investigatedOn: null } as const;

/** 60 days, and as many more where they are approved (生产安全事故报告和调查处理条例 art. 29). */
function investigation(
  world: World,
  own: Random,
  occurredOn: number,
): Pick<EmergencyEvent, keyof typeof noInvestigation> {
  const investigationDueOn = occurredOn + 60 + (own.chance(0.15) ? own.int(10, 60) : 0);
  const investigated = occurredOn + Math.round(own.length(48, 0.35));
  return { investigationDueOn, investigatedOn: own.chance(0.97) ? world.seen(investigated) : null };
}
