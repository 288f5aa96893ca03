import type { MissingReason } from '../kernel/missing.ts';
import { oldNumber } from './identity-number.ts';
import type { Random } from './random.ts';

/** What is wrong with a row: one field of it, at most. */
export interface Spoil {
  readonly field: string;
  readonly reason: Extract<MissingReason, 'UNREADABLE_DATE' | 'UNMAPPED_CODE' | 'UNKNOWN_AREA'>;
}

/** Share of the rows of each table that is spoiled for each reason its columns allow. */
export const spoilRates: Record<Spoil['reason'], number> = {
  UNREADABLE_DATE: 0.004,
  UNMAPPED_CODE: 0.003,
  UNKNOWN_AREA: 0.003,
};

/** Rows that a clerk removed: copies of good rows with the mark of deletion. Where a table has such a mark. */
export const deletedRate = 0.005;

/** Decides for one row; `places` are the places in the row where something can be wrong. */
export function drawSpoil(spots: readonly Spoil[], random: Random): Spoil | undefined {
  let draw = random.unit();
  for (const reason of Object.keys(spoilRates) as Spoil['reason'][]) {
    const here = spots.filter(spot => spot.reason === reason);
    if (here.length === 0) continue;
    if (draw < spoilRates[reason]) return random.pick(here);
    draw -= spoilRates[reason];
  }
  return undefined;
}

/** What stands where a date should: words, another form, half a date. All fit in 8 characters. */
export const unreadableDates = ['2025', '202406', '不详', '24.5.6', '待补录', '/', '2024年3月'];

/** Days that no calendar has, written in the form of their column. */
export const impossibleMoments = [
  '2024-13-01 09:20:00',
  '2025-02-30 10:05:00',
  '2025-06-31 15:40:00',
  '2024-00-12 08:00:00',
];

export const unmappedCode = '99';

/** Towns that the county does not have: of a neighbouring county, and merged long ago. 9 digits each. */
export const unknownTowns = ['330198104', '330199999', '330199900'];

/** Other spellings of the same identity number, with their shares. */
const spellings = {
  plain: 0.84,
  lowerCase: 0.04,
  spaced: 0.03,
  fullWidth: 0.02,
  old: 0.03,
  broken: 0.02,
  none: 0.02,
};

const unreadableNumbers = ['不详', '无', '000000000000000000', '33019919800230', '330199198013010018'];

/** An identity number as a clerk writes it down; `readable`: whether it is still that number. */
export function spoilNumber(number: string, random: Random): { text: string | null; readable: boolean } {
  switch (random.weighted(spellings)) {
    case 'lowerCase':
      return { text: number.replace('X', 'x'), readable: true };
    case 'spaced':
      return { text: random.chance(0.5) ? `${number} ` : ` ${number.slice(0, 6)} ${number.slice(6)}`, readable: true };
    case 'fullWidth':
      return {
        text: number.replaceAll(/[\dX]/g, sign => String.fromCodePoint(sign.charCodeAt(0) + 0xfee0)),
        readable: true,
      };
    case 'old':
      return { text: oldNumber(number), readable: true };
    case 'broken':
      return { text: random.pick(unreadableNumbers), readable: false };
    case 'none':
      return { text: random.chance(0.5) ? '' : null, readable: false };
    default:
      return { text: number, readable: true };
  }
}
