import type { Indicator, Owner } from '../../lib/indicators/index.ts';
import type { Language } from '../../lib/kernel/text.ts';

/** The order in which departments stand on a page; what belongs to several comes last. */
const owners: readonly Owner[] = [
  'court',
  'procuratorate',
  'police',
  'civil-affairs',
  'emergency',
  'justice',
  'petition',
  'grid',
  'cross',
];

export interface OwnerGroup {
  readonly owner: Owner;
  readonly indicators: readonly Indicator[];
}

/** A catalogue by whose indicators they are, without owners that have none. */
export function indicatorsByOwner(catalogue: readonly Indicator[]): OwnerGroup[] {
  return owners
    .map(owner => ({ owner, indicators: catalogue.filter(each => each.owner === owner) }))
    .filter(({ indicators }) => indicators.length > 0);
}

/** Whether every word of a search stands in an indicator's name (either language), id, or question. */
export function isFound({ id, name, question }: Indicator, search: string, language: Language): boolean {
  const text = [id, name.zh, name.en, question[language]].join(' ').toLowerCase();
  return search
    .toLowerCase()
    .split(/\s+/)
    .every(word => text.includes(word));
}
