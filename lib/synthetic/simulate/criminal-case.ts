import type { Random } from '../random.ts';
import type { Offence, PoliceCase, ProsecutionCase } from '../records.ts';
import { fileCourtCase } from './court-case.ts';
import { days, type World } from './world.ts';

const offences = {
  CRIMINAL: { THEFT: 0.38, FRAUD: 0.3, INJURY: 0.14, DANGEROUS_DRIVING: 0.12, HOMICIDE: 0.005, OTHER: 0.055 },
  PUBLIC_ORDER: { THEFT: 0.4, FRAUD: 0.1, INJURY: 0.38, DANGEROUS_DRIVING: 0, HOMICIDE: 0, OTHER: 0.12 },
} satisfies Record<PoliceCase['kind'], Record<Offence, number>>;

/** A case of the police; of the criminal ones more than half go on to the procuratorate, and from there to the court. */
export function policeCase(world: World, filedOn: number): void {
  const { random } = world;
  const { place } = world.anyGrid();
  const id = world.number('A', filedOn);
  const { slowness } = world.habit(place);
  const criminal = random.chance(0.55);
  const fate = criminal ? random.weighted({ transfer: 0.6, withdraw: 0.12, open: 0.28 }) : 'open';
  const transferredOn = fate === 'transfer' ? world.seen(filedOn + days(world, 62 * slowness, 0.6, 2)) : null;
  const withdrawnOn = fate === 'withdraw' ? world.seen(filedOn + days(world, 45, 0.6, 1)) : null;
  const kind = criminal ? 'CRIMINAL' : 'PUBLIC_ORDER';
  const own = world.aside(id);
  const offence = own.weighted(offences[kind]);
  world.write('PoliceCase', {
    id,
    kind,
    offence,
    occurredOn: filedOn - (own.chance(0.6) ? own.int(0, 2) : own.int(3, 40)),
    filedOn,
    transferredOn,
    withdrawnOn,
    deaths: offence === 'HOMICIDE' ? (own.chance(0.1) ? 2 : 1) : 0,
    ...(criminal ? solving(world, own, fate, filedOn) : closing(world, own, filedOn)),
    place,
  });
  if (fate === 'transfer' || fate === 'open') arrest(world, own, { id, offence, place, filedOn, criminal });
  if (transferredOn !== null)
    prosecute(world, { policeCase: id, offence, receivedOn: transferredOn + random.int(0, 3), place });
}

type Handling = Pick<PoliceCase, 'solvedOn' | 'closedOn' | 'limitOn'>;

/** What is transferred has been solved; of the rest some. */
function solving(world: World, own: Random, fate: string, filedOn: number): Handling {
  const solved = fate === 'transfer' || own.chance(0.15);
  const solvedOn = solved ? world.seen(filedOn + Math.round(own.length(12, 0.9))) : null;
  return { solvedOn, closedOn: null, limitOn: null };
}

/** 30 days, and 30 more where they are approved (治安管理处罚法 art. 99). */
function closing(world: World, own: Random, filedOn: number): Handling {
  const closedOn = own.chance(0.94) ? world.seen(filedOn + Math.round(own.length(17, 0.6))) : null;
  return { solvedOn: null, closedOn, limitOn: filedOn + 30 + (own.chance(0.15) ? 30 : 0) };
}

interface Suspected {
  readonly id: string;
  readonly offence: Offence;
  readonly place: string;
  readonly filedOn: number;
  readonly criminal: boolean;
}

/** In half of the criminal cases the procuratorate is asked for an arrest. */
function arrest(world: World, own: Random, { id, offence, place, filedOn, criminal }: Suspected): void {
  const decidedOn = filedOn + own.int(5, 37);
  if (!criminal || decidedOn > world.asOf || !own.chance(0.5)) return;
  const all = own.chance(0.25) ? own.int(2, 4) : 1;
  const arrested = Array.from({ length: all }).filter(() => own.chance(0.62)).length;
  world.write('ArrestReview', {
    id: world.number('SB', decidedOn),
    decidedOn,
    offence,
    arrested,
    notArrested: all - arrested,
    policeCase: id,
    place,
  });
}

type Received = Pick<ProsecutionCase, 'policeCase' | 'offence' | 'receivedOn' | 'place'>;

function prosecute(world: World, received: Received): void {
  const { random } = world;
  const { receivedOn, place } = received;
  if (receivedOn > world.asOf) return;
  const id = world.number('GS', receivedOn);
  const decides = receivedOn + days(world, 27 * world.habit(place).slowness, 0.45, 1);
  const decidedOn = world.seen(decides);
  const prosecuted = random.chance(0.84);
  const decision = decidedOn === null ? null : prosecuted ? 'PROSECUTED' : 'NOT_PROSECUTED';
  const filing = { kind: 'CRIMINAL', filedOn: decides + random.int(1, 8), prosecutionCase: id, place } as const;
  const judgedOn = prosecuted ? world.seen(fileCourtCase(world, filing)) : null;
  const own = world.aside(id);
  world.write('ProsecutionCase', {
    ...received,
    id,
    decidedOn,
    decision,
    // A month, and half of one more where the case is difficult (刑事诉讼法 art. 172).
    limitOn: receivedOn + 30 + (own.chance(0.45) ? 15 : 0),
    ...(decidedOn === null ? undecided : decided(own, prosecuted)),
    judgedOn,
    ...(judgedOn === null ? { recommended: null, recommendationsAdopted: null } : recommendation(own)),
  });
}

const undecided = { prosecuted: null, notProsecuted: null, pleaApplied: null, extraProcedures: null } as const;

type Decided = { readonly [K in keyof typeof undecided]: number };

function decided(own: Random, goesToCourt: boolean): Decided {
  const all = own.chance(0.25) ? own.int(2, 4) : 1;
  const prosecuted = goesToCourt ? Math.max(1, all - (own.chance(0.2) ? 1 : 0)) : 0;
  const pleaApplied = Array.from({ length: all }).filter(() => own.chance(0.88)).length;
  return { prosecuted, notProsecuted: all - prosecuted, pleaApplied, extraProcedures: own.poisson(0.4) };
}

function recommendation(own: Random): Pick<ProsecutionCase, 'recommended' | 'recommendationsAdopted'> {
  const recommended = own.chance(0.94) ? own.int(1, 2) : 0;
  return { recommended, recommendationsAdopted: own.chance(0.95) ? recommended : Math.max(0, recommended - 1) };
}
