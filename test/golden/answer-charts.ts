import {
  countCusum,
  ears,
  earsC3,
  ewma,
  ewmaLimits,
  tabularCusum,
  type CountTransform,
} from '../../lib/stats/index.ts';
import { sum } from '../../lib/stats/sum.ts';
import type { GoldenCase, JsonObject } from './case.ts';
import { columns, numbers } from './inputs.ts';

export function earsAnswer({ inputs }: GoldenCase): JsonObject {
  const [counts, range] = columns(inputs, 'counts', 'range_1based');
  const [baseline, leastSd] = numbers(inputs, 'baseline', 'minSigma');
  if (inputs['method'] === 'C3') {
    const [threshold] = numbers(inputs, 'threshold');
    const points = earsC3(counts, { baseline, leastSd, threshold });
    const inRange = range.map(t => points[t - 1] ?? null);
    return {
      c2: inRange.map(point => point?.c2 ?? null),
      c3: inRange.map(point => point?.c3 ?? null),
      alarm: inRange.map(point => Number(point?.alarm)),
    };
  }
  const [alpha] = numbers(inputs, 'alpha');
  const points = ears(counts, inputs['method'] as 'C1' | 'C2', { baseline, leastSd, alpha });
  const inRange = range.map(t => points[t - 1] ?? null);
  return {
    upperbound: inRange.map(point => point?.upper ?? null),
    alarm: inRange.map(point => Number(point?.alarm)),
  };
}

export function cusumOrEwma({ inputs }: GoldenCase): JsonObject {
  if ('lambda' in inputs) {
    const [x] = columns(inputs, 'x');
    const [lambda, width, mean, sd] = numbers(inputs, 'lambda', 'L', 'mu', 'sd');
    const points = ewma(x, mean, sd, { lambda, width });
    const limits = ewmaLimits(mean, sd, { lambda, width });
    return {
      z: points.map(point => point?.average ?? null),
      lcl: points.map(point => point?.lower ?? null),
      ucl: points.map(point => point?.upper ?? null),
      asymptotic_lcl: limits.lower,
      asymptotic_ucl: limits.upper,
    };
  }
  const [k, h] = numbers(inputs, 'k', 'h');
  if ('target' in inputs) {
    const [x] = columns(inputs, 'x');
    const points = tabularCusum(x, { target: numbers(inputs, 'target')[0], k, h });
    const side = (wanted: 'high' | 'low') =>
      points.map(point => Number(point?.alarm === wanted || point?.alarm === 'both'));
    return {
      hi: points.map(point => point?.high ?? null),
      lo: points.map(point => point?.low ?? null),
      alarm_hi: side('high'),
      alarm_lo: side('low'),
    };
  }
  const [counts, range] = columns(inputs, 'counts', 'range_1based');
  const start = (range[0] ?? 1) - 1;
  const mean = sum(counts.slice(0, start)) / start;
  const points = countCusum(counts.slice(start), mean, { k, h, transform: inputs['trans'] as CountTransform });
  return {
    cusum: points.map(point => point?.cusum ?? null),
    alarm: points.map(point => Number(point?.alarm)),
  };
}
