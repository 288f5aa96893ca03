import { layOut, type Cell } from './layout.ts';
import { streetCount, townNames, villageName } from './place-names.ts';

/** A surveyed place: what areas.csv says of it, and the lattice cells it covers. */
export interface Survey {
  readonly code: string;
  readonly name: string;
  readonly level: 'COUNTY' | 'TOWN' | 'VILLAGE' | 'GRID';
  readonly urban: boolean;
  readonly cells: readonly Cell[];
}

export const gridCount = 1900;

/** Villages of each town, in the order of `townNames`; 190 in all. */
const villagesOfTown = [16, 16, 15, 17, 16, 16, 17, 16, 15, 16, 15, 15];

/** All places of the county, ordered by code within each level: the county, its towns, villages and grids. */
export function survey(countyCode: string, countyName: string): Survey[] {
  const layout = layOut(gridCount, villagesOfTown);
  const towns: Survey[] = [];
  const villages: Survey[] = [];
  const grids: Survey[] = [];
  layout.forEach((villagesHere, town) => {
    // Statistical codes number streets 街道 from 001 and towns and townships 乡镇 from 100.
    const townCode = `${countyCode}${three(town < streetCount ? town + 1 : 100 + town - streetCount)}`;
    const street = town < streetCount;
    const townCells = villagesHere.flat();
    towns.push({ code: townCode, name: townNames[town] ?? '', level: 'TOWN', urban: street, cells: townCells });
    villagesHere.forEach((cells, village) => {
      const urban = street || village === 0;
      const code = `${townCode}${three(urban ? village + 1 : 200 + village)}`;
      const name = villageName(villages.length, urban);
      villages.push({ code, name, level: 'VILLAGE', urban, cells });
      cells.forEach((cell, grid) => {
        const gridName = `${name}第${grid + 1}网格`;
        grids.push({ code: `${code}${three(grid + 1)}`, name: gridName, level: 'GRID', urban, cells: [cell] });
      });
    });
  });
  const all = grids.flatMap(grid => grid.cells);
  return [
    { code: countyCode, name: countyName, level: 'COUNTY', urban: false, cells: all },
    ...towns,
    ...villages,
    ...grids,
  ];
}

function three(n: number): string {
  return String(n).padStart(3, '0');
}
