import type { Text } from '../../kernel/text.ts';
import type { Area } from '../figure.ts';
import type { Register } from '../register.ts';

/** Which places of a county are alike. */
export interface PeerRule {
  /** Groups that the county has named; a place is in one at most. */
  readonly groups: readonly { readonly name: Text; readonly areas: readonly string[] }[];
  /** Places in no group are like those of their level with residents from 1 / factor to factor times theirs. */
  readonly factor: number;
}

/** The rule of a county that names none: half to double the residents. */
export const defaultPeerRule: PeerRule = { groups: [], factor: 2 };

/** Codes of the places that one is compared with, itself left out; none where nothing is known of its size. */
export function peersOf(
  area: Area,
  ofLevel: readonly Area[],
  { groups, factor }: PeerRule,
  register: Register,
  year: number,
): string[] {
  const others = ofLevel.map(({ code }) => code).filter(code => code !== area.code);
  const group = groups.find(({ areas }) => areas.includes(area.code));
  if (group !== undefined) return others.filter(code => group.areas.includes(code));
  const grouped = new Set(groups.flatMap(({ areas }) => areas));
  const residents = (code: string): number | undefined => register.find('residents', code, year)?.value;
  const own = residents(area.code);
  if (own === undefined) return [];
  return others.filter(code => {
    const size = residents(code);
    return !grouped.has(code) && size !== undefined && size <= own * factor && size >= own / factor;
  });
}
