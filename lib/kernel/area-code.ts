/** Levels of the statistical area code 统计用区划代码: county 6 digits, town 9, village 12, grid 15 (12 + 3). */
export const placeLevels = ['COUNTY', 'TOWN', 'VILLAGE', 'GRID'] as const;
export type PlaceLevel = (typeof placeLevels)[number];

/** Digits of a code at each level. */
export const codeLength: Record<PlaceLevel, number> = { COUNTY: 6, TOWN: 9, VILLAGE: 12, GRID: 15 };

const levelByLength = new Map<number, PlaceLevel>(placeLevels.map(level => [codeLength[level], level]));

/** The level of a well-formed code, or undefined for anything else. */
export function levelOf(code: string): PlaceLevel | undefined {
  return /^\d+$/.test(code) ? levelByLength.get(code.length) : undefined;
}

/** The code of the place one level up; undefined for a county. */
export function parentCode(code: string): string | undefined {
  return code.length > codeLength.COUNTY ? code.slice(0, -3) : undefined;
}
