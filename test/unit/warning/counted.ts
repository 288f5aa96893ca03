import { createRandom } from '../../../lib/synthetic/random.ts';
import { type CountedMonths, watched } from '../../../lib/warning/index.ts';

export const months36 = Array.from({ length: 36 }, (_, i) =>
  new Date(Date.UTC(2023, 9 + i, 1)).toISOString().slice(0, 7),
);

/** Counts of towns by chance alone: a level for each, a season for all. */
export function chanceCounts(seed: string, towns: number, categories: readonly string[]): CountedMonths {
  const random = createRandom(seed);
  const [what] = watched;
  if (what === undefined) throw new Error('something is watched');
  const series = categories.flatMap(category =>
    Array.from({ length: towns }, (_, town) => {
      const level = 6 + 20 * random.unit();
      const counts = months36.map((_month, i) =>
        random.poisson(level * (1 + 0.25 * Math.sin((2 * Math.PI * i) / 12)) * (0.9 + 0.2 * random.unit())),
      );
      return { watched: what, category, area: String(330_199_001 + town), counts };
    }),
  );
  return { months: months36, series, asOf: '2026-09-30', silent: [] };
}
