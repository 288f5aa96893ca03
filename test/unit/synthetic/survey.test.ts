import { expect, test } from 'vitest';
import { loadCounty } from '../../../lib/kernel/county.ts';
import { isContiguous } from '../../../lib/synthetic/layout.ts';
import { outline, signedArea } from '../../../lib/synthetic/outline.ts';
import { survey } from '../../../lib/synthetic/survey.ts';

const places = survey('330199', '枫溪县');
const levels = ['COUNTY', 'TOWN', 'VILLAGE', 'GRID'] as const;
const at = (level: string) => places.filter(place => place.level === level);

function areaOf(cells: (typeof places)[number]['cells']): number {
  const geometry = outline(cells);
  const rings = geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat();
  return rings.reduce((sum, ring) => sum + signedArea(ring), 0);
}

test('1 county, 12 towns, 190 villages and 1,900 grids, each with a code and a name of its own', () => {
  expect(levels.map(level => at(level).length)).toEqual([1, 12, 190, 1900]);
  expect(new Set(places.map(place => place.code)).size).toBe(2103);
  expect(new Set(places.map(place => place.name)).size).toBe(2103);
});

test('areas.csv is the survey', () => {
  const { areas } = loadCounty('counties/fengxi');
  expect([...areas.values()]).toEqual(places.map(({ code, name, level, urban }) => ({ code, name, level, urban })));
});

test('every place is one piece without holes', () => {
  for (const { cells } of places) {
    expect(isContiguous(cells)).toBe(true);
    const geometry = outline(cells);
    expect(geometry.type).toBe('Polygon');
    expect(geometry.coordinates).toHaveLength(1);
  }
});

test('the places of each level tile the county exactly', () => {
  const whole = areaOf(at('COUNTY')[0]?.cells ?? []);
  for (const level of levels) {
    const sum = at(level).reduce((total, { cells }) => total + areaOf(cells), 0);
    expect(sum).toBeCloseTo(whole, 10);
  }
  for (const { cells } of at('GRID')) expect(areaOf(cells)).toBeGreaterThan(0);
});
