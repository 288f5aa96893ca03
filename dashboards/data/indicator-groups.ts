import type { Indicator } from '../../lib/indicators/index.ts';

/**
 * Indicators in groups that share no type of record. A group asked at once needs no query twice, and a department that
 * is slow holds up its own group only.
 */
export function indicatorGroups(catalogue: readonly Indicator[]): Indicator[][] {
  let groups: { readonly types: ReadonlySet<string>; readonly members: Indicator[] }[] = [];
  for (const indicator of catalogue) {
    const types = typesOf(indicator);
    const touched = groups.filter(group => [...types].some(type => group.types.has(type)));
    const merged = {
      types: new Set([...touched.flatMap(group => [...group.types]), ...types]),
      members: [...touched.flatMap(({ members }) => members), indicator],
    };
    groups = [...groups.filter(group => !touched.includes(group)), merged];
  }
  return groups.map(({ members }) => members);
}

function typesOf({ forms }: Indicator): Set<string> {
  return new Set(forms.flatMap(({ parts }) => parts.flatMap(({ formula }) => formula.terms.map(({ type }) => type))));
}
