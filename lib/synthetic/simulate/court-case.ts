import { yearOf } from '../calendar.ts';
import type { Random } from '../random.ts';
import type { CourtCase } from '../records.ts';
import { lastChange } from './last-change.ts';
import { days, type World } from './world.ts';

type Filing = Pick<CourtCase, 'kind' | 'filedOn' | 'place'> & Partial<Pick<CourtCase, 'dispute' | 'prosecutionCase'>>;

const words = { CIVIL: '民初', CRIMINAL: '刑初', ADMINISTRATIVE: '行初' };
const mediansOf = {
  CIVIL: { ORDINARY: 105, SUMMARY: 48, FAST_TRACK: 19 },
  CRIMINAL: { ORDINARY: 55, SUMMARY: 22, FAST_TRACK: 9 },
  ADMINISTRATIVE: { ORDINARY: 120, SUMMARY: 60, FAST_TRACK: 40 },
};
/** Days that the law gives, extended by a month in some cases. 审限 */
const limitsOf = {
  CIVIL: { ORDINARY: 180, SUMMARY: 90, FAST_TRACK: 60 },
  CRIMINAL: { ORDINARY: 90, SUMMARY: 30, FAST_TRACK: 15 },
  ADMINISTRATIVE: { ORDINARY: 180, SUMMARY: 90, FAST_TRACK: 45 },
};
const closings = {
  CIVIL: { JUDGMENT: 0.42, RULING: 0.08, MEDIATION: 0.3, WITHDRAWAL: 0.2 },
  CRIMINAL: { JUDGMENT: 0.97, RULING: 0.03, MEDIATION: 0, WITHDRAWAL: 0 },
  ADMINISTRATIVE: { JUDGMENT: 0.6, RULING: 0.15, MEDIATION: 0, WITHDRAWAL: 0.25 },
};
const appeals = { UPHELD: 0.8, REVISED: 0.13, REMANDED: 0.07 };
const enforcementClosings = { FORCED: 0.18, PERFORMED: 0.22, SETTLED: 0.15, SUSPENDED: 0.38, DISMISSED: 0.07 };
const agencies = { POLICE: 0.2, LAND: 0.3, HOUSING: 0.2, TOWNSHIP: 0.2, OTHER: 0.1 };
const procedures = { ORDINARY: 0.3, SUMMARY: 0.45, FAST_TRACK: 0.25 };

/**
 * Files a case and follows it through closing, enforcement and auction. Gives the day on which it really closes, which may lie
 * beyond the data.
 */
export function fileCourtCase(world: World, filing: Filing): number {
  const { random } = world;
  const procedure = random.weighted(procedures);
  const id = caseNumber(world, words[filing.kind], filing.filedOn);
  const excludedDays = procedure === 'ORDINARY' && random.chance(0.3) ? days(world, 30, 0.4) : 0;
  const length =
    days(world, mediansOf[filing.kind][procedure] * world.habit(filing.place).slowness, 0.55, 1) + excludedDays;
  const closes = filing.filedOn + length;
  if (filing.filedOn > world.asOf) return closes;
  const own = world.aside(id);
  const claimAmount = filing.kind === 'CIVIL' ? cents(random.length(46_000, 1.3)) : null;
  const limitOn = filing.filedOn + limitsOf[filing.kind][procedure] + excludedDays + (own.chance(0.1) ? 30 : 0);
  const closedOn = world.seen(closes);
  const outcome = closedOn === null ? stillOpen : outcomeOf(world, own, filing.kind, closedOn);
  const others = [filing.filedOn, outcome.appealedOn, outcome.appealClosedOn];
  world.write('CourtCase', {
    dispute: null,
    prosecutionCase: null,
    ...filing,
    id,
    procedure,
    closedOn,
    excludedDays,
    claimAmount,
    limitOn,
    ...outcome,
    modifiedOn: lastChange(world, id, { closedOn, others }),
  });
  if (filing.kind === 'ADMINISTRATIVE') hear(world, own, id, filing, closes);
  if (claimAmount !== null && random.chance(0.28))
    enforce(world, id, filing.place, closes + random.int(20, 90), claimAmount);
  return closes;
}

const stillOpen = {
  closingMode: null,
  appealedOn: null,
  appealClosedOn: null,
  appealOutcome: null,
  furtherProcedures: null,
} as const;

type Outcome = Pick<CourtCase, keyof typeof stillOpen>;

/** How a case closed, and what came after it. */
function outcomeOf(world: World, own: Random, kind: CourtCase['kind'], closes: number): Outcome {
  const closingMode = own.weighted(closings[kind]);
  const goesOn = (closingMode === 'JUDGMENT' || closingMode === 'RULING') && own.chance(0.13);
  const appealed = closes + own.int(3, 15);
  const decided = appealed + Math.round(own.length(70, 0.4));
  const appealedOn = goesOn ? world.seen(appealed) : null;
  const appealClosedOn = goesOn ? world.seen(decided) : null;
  return {
    closingMode,
    appealedOn,
    appealClosedOn,
    appealOutcome: appealClosedOn === null ? null : own.weighted(appeals),
    furtherProcedures: (appealedOn === null ? 0 : 1) + (own.chance(0.03) ? 1 : 0) + (own.chance(0.05) ? 1 : 0),
  };
}

function hear(world: World, own: Random, courtCase: string, { filedOn, place }: Filing, closes: number): void {
  const heldOn = filedOn + Math.round((closes - filedOn) * (0.4 + 0.5 * own.unit()));
  if (heldOn > world.asOf) return;
  const headRequired = own.chance(0.85);
  world.write('AdministrativeHearing', {
    id: world.number('XZKT', heldOn),
    heldOn,
    agency: own.weighted(agencies),
    headRequired,
    headAppeared: headRequired && own.chance(0.91),
    courtCase,
    place,
  });
}

function enforce(world: World, courtCase: string, place: string, filedOn: number, claim: number): void {
  const { random } = world;
  if (filedOn > world.asOf) return;
  const id = caseNumber(world, '执', filedOn);
  const closes = filedOn + days(world, 120, 0.5, 5);
  const appliedAmount = cents(claim * (0.6 + 0.5 * random.unit()));
  const receivedAmount = closes > world.asOf ? null : cents(appliedAmount * random.unit() ** 0.9);
  world.write('Enforcement', {
    id,
    filedOn,
    closedOn: world.seen(closes),
    appliedAmount,
    receivedAmount,
    closingMode: closes > world.asOf ? null : world.aside(id).weighted(enforcementClosings),
    courtCase,
    place,
  });
  const heldOn = filedOn + days(world, 80, 0.3, 30);
  if (heldOn <= Math.min(closes, world.asOf) && random.chance(0.12)) {
    const price = cents(appliedAmount * (0.5 + random.unit()));
    world.write('JudicialAuction', { id: world.number('PM', heldOn), heldOn, price, enforcement: id });
  }
}

/** `(2025)枫民初123号` */
function caseNumber(world: World, word: string, day: number): string {
  const year = yearOf(day);
  return `(${year})枫${word}${world.serial(`${word}${year}`)}号`;
}

export function cents(yuan: number): number {
  return Math.round(yuan * 100) / 100;
}
