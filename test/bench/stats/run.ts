/**
 * `npm run bench:stats`: how many statistics lib/stats computes in a second, on one thread. Made-up counts from a fixed seed; the best of
 * three rounds, in CPU time of the process, so that neighbours on the machine disturb little. `--areas N` (default 1,000,000), `--series N` (default 1,000, of 10 years each).
 */
import { parseArgs } from 'node:util';
import {
  empiricalBayes,
  farringtonFlexible,
  funnelLimits,
  overdispersion,
  proportionFunnelLine,
  ratioFunnelLine,
  stl,
  wilson,
} from '../../../lib/stats/index.ts';

const { values } = parseArgs({
  options: { areas: { type: 'string', default: '1000000' }, series: { type: 'string', default: '1000' } },
});
const areas = Number(values.areas);
const manySeries = Number(values.series);
const rounds = 3;

/** Marsaglia's 32-bit xorshift: the same counts on every machine. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}

/** The sum of what a round answers is printed too, so that no work can be left undone. */
function measure(name: string, unit: string, count: number, round: () => number): void {
  let best = Infinity;
  let check = 0;
  for (let at = 0; at < rounds; at++) {
    const start = process.cpuUsage();
    check = round();
    const { user, system } = process.cpuUsage(start);
    best = Math.min(best, (user + system) / 1000);
  }
  const rate = Math.round((1000 * count) / best).toLocaleString('en');
  console.log(
    `${name.padEnd(58)} ${best.toFixed(0).padStart(7)} ms CPU ${rate.padStart(12)} ${unit}/s   check ${check.toPrecision(9)}`,
  );
}

const random = seeded(20240101);
const n = Float64Array.from({ length: areas }, () => 1 + Math.floor(2000 * random() ** 3));
const x = n.map(each => Math.round(each * Math.min(1, Math.max(0, 0.85 + 0.2 * (random() - 0.5)))));
const standardError = n.map(each => Math.sqrt((0.85 * 0.15) / each));
const share = x.map((each, row) => each / (n[row] ?? 1));

measure(`wilson, ${areas} areas`, 'intervals', areas, () => {
  let sum = 0;
  for (let row = 0; row < areas; row++) sum += wilson(x[row] ?? 0, n[row] ?? 0)?.upper ?? 0;
  return sum;
});
measure(`funnel with overdispersion (two limits), ${areas} areas`, 'areas', areas, () => {
  const spread = overdispersion(share, standardError, 0.85);
  const limits = funnelLimits(standardError, 0.85, { adjustment: { tau2: spread?.tau2 ?? 0 } });
  return (limits.upper[areas - 1] ?? 0) + (spread?.phi ?? 0);
});
measure(`exact funnel of proportions (two limits), ${areas} areas`, 'areas', areas, () => {
  const [lower, upper] = [proportionFunnelLine(0.85, 0.001), proportionFunnelLine(0.85, 0.999)];
  let sum = 0;
  for (let row = 0; row < areas; row++) sum += (lower(n[row] ?? 0) ?? 0) + (upper(n[row] ?? 0) ?? 0);
  return sum;
});
measure(`exact funnel of ratios (two limits), ${areas} areas`, 'areas', areas, () => {
  const [lower, upper] = [ratioFunnelLine(0.001), ratioFunnelLine(0.999)];
  let sum = 0;
  for (let row = 0; row < areas; row++) sum += (lower((n[row] ?? 0) / 10) ?? 0) + (upper((n[row] ?? 0) / 10) ?? 0);
  return sum;
});
measure(`empirical Bayes, ${areas} areas`, 'areas', areas, () => empiricalBayes(x, n)?.variance ?? 0);

const weeks = 520;
const weekly = Array.from({ length: manySeries }, (_, at) =>
  Array.from({ length: weeks }, (_, week) => {
    const mean = (1 + (at % 20)) * (1 + 0.4 * Math.sin((2 * Math.PI * week) / 52));
    return Math.floor(2 * mean * random());
  }),
);
measure(`Farrington Flexible, newest week of ${manySeries} series`, 'weeks', manySeries, () =>
  weekly.reduce((sum, series) => sum + (farringtonFlexible(series, weeks - 1)?.expected ?? 0), 0),
);
measure(`Farrington Flexible, last 52 weeks of ${manySeries} series`, 'weeks', 52 * manySeries, () => {
  let sum = 0;
  for (const series of weekly) {
    for (let at = weeks - 52; at < weeks; at++) sum += farringtonFlexible(series, at)?.upper ?? 0;
  }
  return sum;
});
measure(`STL, ${manySeries} series of 520 weeks`, 'series', manySeries, () =>
  weekly.reduce((sum, series) => sum + (stl(series, 52)?.trend[260] ?? 0), 0),
);
