import { classicalDecomposition, cumulativeGrowth, growthOver, stl } from '../../lib/stats/index.ts';
import type { GoldenCase, JsonObject } from './case.ts';
import { columns, numbers } from './inputs.ts';

export function seasonal({ inputs }: GoldenCase): JsonObject {
  const [x] = columns(inputs, 'x');
  const [frequency] = numbers(inputs, 'frequency');
  const classical = classicalDecomposition(x, frequency, inputs['type'] as 'additive' | 'multiplicative');
  const logarithms = stl(x.map(Math.log), frequency);
  if (classical === null || logarithms === null) return {};
  return {
    yoy: growthOver(x, frequency),
    ytd_yoy: cumulativeGrowth(x, frequency),
    mom: growthOver(x, 1),
    trend_centred_ma: [...classical.trend],
    seasonal_figure: [...classical.figure],
    seasonally_adjusted: [...classical.adjusted],
    stl_scale: 'log',
    stl_seasonal: [...logarithms.seasonal],
    stl_trend: [...logarithms.trend],
  };
}
