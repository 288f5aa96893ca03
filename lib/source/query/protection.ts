import { codeLength, parentCode, type PlaceLevel } from '../../kernel/area-code.ts';
import type { DisclosureRules, Draws, ReleasedArea } from '../../trust/disclosure/index.ts';

/** What a department protects its statistics with. */
export interface Protection {
  readonly rules: DisclosureRules;
  /** By the department's key. */
  readonly draws: Draws;
  /** First and last day of data. */
  readonly data: { readonly from: string; readonly asOf: string };
  /** Codes of the county's register. */
  readonly areas: readonly string[];
}

/** A row of the answer: its place, and which part of the place that is rounded it is (for grids: of the village). */
export interface AreaRow {
  readonly area: ReleasedArea;
  readonly grid?: { readonly code: string; readonly at: number };
}

/** The places of an answer, all of them whether or not they have rows. */
export interface Places {
  readonly rows: readonly AreaRow[];
  /** Grids of a village in order. */
  gridsOf(village: string | null): readonly string[];
}

/**
 * The places of a level inside some others (undefined: the whole county). `hasPlaces`: false for types whose rows have none; theirs are
 * the county's alone.
 */
export function placesOf(
  { areas }: Protection,
  county: string,
  level: PlaceLevel,
  inside: readonly (readonly string[])[],
  hasPlaces: boolean,
): Places {
  const within = (code: string): boolean => inside.every(codes => codes.some(each => code.startsWith(each)));
  const at = (wanted: PlaceLevel): string[] =>
    hasPlaces ? areas.filter(code => code.length === codeLength[wanted] && within(code)).sort() : [];
  const unplaced = inside.length === 0 ? [null] : [];
  if (level === 'COUNTY') {
    const parts = [...at('TOWN'), ...unplaced];
    return { rows: [{ area: { area: county, parts } }], gridsOf: () => [] };
  }
  if (level !== 'GRID') {
    const rows = [...at(level), ...unplaced].map(code => ({ area: { area: code, parts: [code] } }));
    return { rows, gridsOf: () => [] };
  }
  const grids = Map.groupBy(areas.filter(code => code.length === codeLength.GRID).sort(), code => parentCode(code));
  const gridsOf = (village: string | null): readonly string[] => grids.get(village ?? '') ?? [];
  const rows = at('GRID').map(code => {
    const village = parentCode(code) ?? null;
    return { area: { area: code, parts: [village] }, grid: { code, at: gridsOf(village).indexOf(code) } };
  });
  return { rows: [...rows, ...unplaced.map(() => ({ area: { area: null, parts: [null] } }))], gridsOf };
}
