import { yearOf } from '../calendar.ts';
import type { CourtCase } from '../records.ts';
import { days, type World } from './world.ts';

type Filing = Pick<CourtCase, 'kind' | 'filedOn' | 'place'> & Partial<Pick<CourtCase, 'dispute' | 'prosecutionCase'>>;

const words = { CIVIL: '民初', CRIMINAL: '刑初', ADMINISTRATIVE: '行初' };
const mediansOf = {
  CIVIL: { ORDINARY: 105, SUMMARY: 48, FAST_TRACK: 19 },
  CRIMINAL: { ORDINARY: 55, SUMMARY: 22, FAST_TRACK: 9 },
  ADMINISTRATIVE: { ORDINARY: 120, SUMMARY: 60, FAST_TRACK: 40 },
};
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
  const claimAmount = filing.kind === 'CIVIL' ? cents(random.length(46_000, 1.3)) : null;
  world.write('CourtCase', {
    dispute: null,
    prosecutionCase: null,
    ...filing,
    id,
    procedure,
    closedOn: world.seen(closes),
    excludedDays,
    claimAmount,
  });
  if (claimAmount !== null && random.chance(0.28))
    enforce(world, id, filing.place, closes + random.int(20, 90), claimAmount);
  return closes;
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
