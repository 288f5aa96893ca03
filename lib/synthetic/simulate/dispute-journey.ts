import { secondsInDay, yearOf } from '../calendar.ts';
import type { DisputeChannel, Grid, JudicialConfirmation, Mediation, MediationOutcome, Petition } from '../records.ts';
import { fileCourtCase } from './court-case.ts';
import { lastChange } from './last-change.ts';
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
  if (random.chance(0.94))
    resolves = mediate(world, { dispute: id, channel, acceptedOn: acceptedOn + random.int(0, 3), place });
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
  const own = world.aside(id);
  const recurs = resolvedOn !== null && own.chance(0.09) ? resolvedOn + Math.round(own.length(150, 0.7)) : Infinity;
  const [kind, level] = [random.weighted(kinds), random.weighted(levels)];
  world.write('Dispute', {
    id,
    kind,
    channel,
    level,
    acceptedOn,
    resolvedOn,
    recurredOn: Number.isFinite(recurs) ? world.seen(recurs) : null,
    place,
  });
  return id;
}

interface Referral {
  readonly dispute: string;
  readonly channel: DisputeChannel;
  readonly acceptedOn: number;
  readonly place: string;
}

/** Gives the day on which the dispute is settled in the end. */
function mediate(world: World, referral: Referral): number {
  const { random } = world;
  const { dispute, acceptedOn, place } = referral;
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
    channel: referral.channel,
    ...afterwards(world, id, { acceptedOn, endedOn, agreed }),
    place,
  });
  if (referral.channel === 'COURT') fromCourt(world, referral, ends, agreed);
  if (agreed) {
    if (outcome === 'WRITTEN_AGREEMENT' && random.chance(0.12))
      confirm(world, dispute, { agreedOn: ends, appliedOn: ends + random.int(2, 20) }, place);
    return ends;
  }
  if (random.chance(0.2)) petition(world, ends + days(world, 20, 0.8, 1), place, dispute);
  if (random.chance(0.5)) {
    const closes = fileCourtCase(world, { kind: 'CIVIL', filedOn: ends + days(world, 25, 0.7, 1), dispute, place });
    return random.chance(0.9) ? closes : Infinity;
  }
  return random.chance(0.35) ? ends + days(world, 70, 0.6, 3) : Infinity;
}

interface Ended {
  readonly acceptedOn: number;
  readonly endedOn: number | null;
  readonly agreed: boolean;
}

type Afterwards = Pick<Mediation, 'limitOn' | 'performanceDueOn' | 'performedOn' | 'escalatedOn'>;

/** What the bureau asks about when it calls again 回访: whether the agreement was kept, and whether the matter went on elsewhere. */
function afterwards(world: World, id: string, { acceptedOn, endedOn, agreed }: Ended): Afterwards {
  const own = world.aside(id);
  const limitOn = acceptedOn + 30 + (own.chance(0.12) ? own.int(7, 30) : 0);
  if (endedOn === null) return { limitOn, performanceDueOn: null, performedOn: null, escalatedOn: null };
  const due = endedOn + own.int(0, 60);
  const performed = own.chance(0.93) ? due + Math.round(8 * own.normal() - 6) : due + own.int(5, 90);
  const keeps = agreed && own.chance(0.96);
  const escalates = own.chance(agreed ? 0.06 : 0.5) ? endedOn + Math.round(own.length(55, 0.8)) : Infinity;
  return {
    limitOn,
    performanceDueOn: agreed ? due : null,
    performedOn: keeps ? world.seen(Math.max(endedOn, performed)) : null,
    escalatedOn: Number.isFinite(escalates) ? world.seen(escalates) : null,
  };
}

const organisations = { PEOPLES_MEDIATION: 0.62, TRADE_MEDIATION: 0.23, COURT_INVITED: 0.15 };

/** The court keeps a register of its own of what it referred, and hears of the end a little later. */
function fromCourt(world: World, { dispute, acceptedOn, place }: Referral, ends: number, agreed: boolean): void {
  const own = world.aside(`诉前${dispute}`);
  const heard = ends + own.int(0, 4);
  world.write('PreFilingMediation', {
    id: world.number('SQT', acceptedOn),
    organisation: own.weighted(organisations),
    referredOn: acceptedOn - own.int(0, 2),
    endedOn: world.seen(heard),
    outcome: heard > world.asOf ? null : agreed ? 'SETTLED' : 'FAILED',
    dispute,
    place,
  });
}

type Application = Pick<JudicialConfirmation, 'agreedOn' | 'appliedOn'>;

function confirm(world: World, dispute: string, { agreedOn, appliedOn }: Application, place: string): void {
  if (appliedOn > world.asOf) return;
  const id = world.number('SFQR', appliedOn);
  const confirmedOn = world.random.chance(0.95) ? world.seen(appliedOn + world.random.int(3, 25)) : null;
  world.write('JudicialConfirmation', { id, agreedOn, appliedOn, confirmedOn, dispute, place });
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
  const number = world.serial(`XF${year}`);
  const channel = random.weighted(channels);
  const closedOn = Number.isFinite(closes) ? world.seen(closes) : null;
  const id = `XF${year}/${number}`;
  const course = handled(world, id, { receivedOn, accepted, closedOn, channel });
  const others = [receivedOn, accepted, course.noticedOn, course.answeredOn, course.reviewRequestedOn];
  world.write('Petition', {
    year,
    number,
    channel,
    receivedOn,
    acceptedOn: accepted,
    dueOn,
    closedOn,
    ...course,
    modifiedOn: lastChange(world, id, { closedOn, others }),
    dispute,
    place,
  });
}

const ratings = { SATISFIED: 0.78, PARTLY: 0.14, DISSATISFIED: 0.08 };

interface Course {
  readonly receivedOn: number;
  readonly accepted: number | null;
  readonly closedOn: number | null;
  readonly channel: Petition['channel'];
}

type Handled = Pick<
  Petition,
  'noticeDueOn' | 'noticedOn' | 'answeredOn' | 'reviewRequestedOn' | 'repeat' | 'visits' | 'rating'
>;

/** The notice within 15 days, the answer, the review, and how the petitioner rates it. */
function handled(world: World, id: string, { receivedOn, accepted, closedOn, channel }: Course): Handled {
  const own = world.aside(id);
  const noticed = accepted === null ? null : accepted + own.int(0, 3);
  const answeredOn = closedOn === null ? null : Math.max(accepted ?? closedOn, closedOn - own.int(0, 4));
  const reviews = answeredOn !== null && own.chance(0.07) ? answeredOn + own.int(3, 30) : null;
  return {
    noticeDueOn: receivedOn + 15,
    noticedOn: noticed === null ? null : world.seen(noticed),
    answeredOn,
    reviewRequestedOn: reviews === null ? null : world.seen(reviews),
    repeat: own.chance(0.17),
    visits: channel === 'VISIT' ? own.int(1, 5) : null,
    rating: closedOn !== null && own.chance(0.55) ? own.weighted(ratings) : null,
  };
}
