import {
  ageOfPending,
  byar,
  clearanceRate,
  dispositionTime,
  flowBalanceError,
  histogramQuantile,
  kaplanMeier,
  kmQuantile,
  kmSurvival,
  poissonExact,
  proportionDifference,
  quantile,
  rateInterval,
  rateRatio,
  wilson,
  type DurationHistogram,
  type KmTransform,
  type QuantileType,
} from '../../lib/stats/index.ts';
import { cusumOrEwma, earsAnswer } from './answer-charts.ts';
import { composite } from './answer-composite.ts';
import { flexible, original } from './answer-farrington.ts';
import { seasonal } from './answer-series.ts';
import { dsr, empirical_bayes, funnel, isr, published_admin } from './answer-standardised.ts';
import { rounding, sdc } from './answer-disclosure.ts';
import type { GoldenCase, Json, JsonObject } from './case.ts';
import { columns, numbers } from './inputs.ts';

/** For each kind of golden file that lib/stats or lib/trust has functions for: what our functions answer, in the file's words. */
export const answers: Record<string, (golden: GoldenCase) => JsonObject> = {
  wilson: ({ inputs }) => {
    const [x, n, confidence] = numbers(inputs, 'x', 'n', 'confidence');
    return { ...wilson(x, n, confidence), value: x / n };
  },
  poisson_ci: ({ inputs }) => {
    const [x, confidence] = numbers(inputs, 'x', 'confidence');
    return { byar: { ...byar(x, confidence) }, exact: { ...poissonExact(x, confidence) } };
  },
  crude_rate: ({ inputs }) => {
    const [x, n, multiplier, confidence] = numbers(inputs, 'x', 'n', 'multiplier', 'confidence');
    const rate = rateInterval(x, n, { multiplier, confidence });
    return { ...rate, method: rate?.method === 'exact' ? 'Exact' : 'Byars' };
  },
  compare: ({ inputs }) => {
    const [x1, n1, x2, n2, confidence] = numbers(inputs, 'x1', 'n1', 'x2', 'n2', 'confidence');
    const ratio = rateRatio(x1, n1, x2, n2, confidence);
    const difference = proportionDifference(x1, n1, x2, n2, confidence);
    return {
      rate_ratio: ratio?.value ?? null,
      rr_lower: ratio?.lower ?? null,
      rr_upper: ratio?.upper ?? null,
      p_value: ratio?.pValue ?? null,
      diff: difference?.value ?? null,
      newcombe_lower: difference?.lower ?? null,
      newcombe_upper: difference?.upper ?? null,
    };
  },
  clearance,
  durations: golden => ('probs' in golden.inputs ? sampleQuantiles(golden) : pendingAges(golden)),
  kaplan_meier: kaplanMeierAnswer,
  dsr,
  isr,
  empirical_bayes,
  funnel,
  published_admin,
  seasonal,
  ears: earsAnswer,
  cusum_ewma: cusumOrEwma,
  composite,
  farrington: original,
  farrington_flexible: flexible,
  rounding,
  sdc,
};

/** Two shapes: published tables hold the printed figures beside the exact ones, made-up counts hold the start's stock. */
function clearance({ inputs, expected, tolerance }: GoldenCase): JsonObject {
  const [incoming, resolved, pendingAtEnd, days] = numbers(inputs, 'incoming', 'resolved', 'pending_end', 'days');
  const rate = clearanceRate(resolved, incoming);
  const percent = rate === null ? null : 100 * rate;
  const time = dispositionTime(pendingAtEnd, resolved, days);
  const exact: JsonObject = { clearance_rate_percent: percent, disposition_time_days: time };
  if (!('pending_start' in inputs)) {
    const unexplained = flowBalanceError({ pendingAtStart: 0, incoming, resolved, pendingAtEnd });
    return { ...exact, pending_start: 0 - unexplained };
  }
  // A printed figure is right when the exact one is within the tolerance that the case names for it.
  const near = (ours: number | null, printed: Json | undefined, key: string) =>
    ours !== null && Math.abs(ours - Number(printed)) <= Number(tolerance[key]) ? Number(printed) : ours;
  const printedRate = near(percent, expected['printed_clearance_rate'], 'clearance_rate_percent');
  const printedTime = near(time, expected['printed_disposition_time'], 'disposition_time_days');
  return {
    ...exact,
    printed_clearance_rate: printedRate,
    printed_disposition_time: printedTime,
    printed_agrees:
      printedRate === expected['printed_clearance_rate'] && printedTime === expected['printed_disposition_time'],
    flow_balance_error: flowBalanceError({
      pendingAtStart: numbers(inputs, 'pending_start')[0],
      incoming,
      resolved,
      pendingAtEnd,
    }),
  };
}

function sampleQuantiles({ inputs }: GoldenCase): JsonObject {
  const x = inputs['x'] as number[];
  const all = (type: QuantileType) => (inputs['probs'] as number[]).map(p => quantile(x, p, type));
  return { type1: all(1), type2: all(2), type6: all(6), type7: all(7) };
}

function pendingAges({ inputs }: GoldenCase): JsonObject {
  const asOf = inputs['as_of'] as string;
  const closed = inputs['closed'] as (string | null)[];
  const ages = (inputs['filed'] as string[])
    .filter((filed, row) => filed <= asOf && (closed[row] ?? '9999') > asOf)
    .map(filed => (Date.parse(asOf) - Date.parse(filed)) / 86_400_000)
    .sort((a, b) => a - b);
  const histogram = { length: ages, closed: ages.map(() => 0), open: ages.map(() => 1) };
  const { pending, mean, median, ninetieth, over } = ageOfPending(histogram, columns(inputs, 'limits_days')[0]);
  return {
    pending,
    ages_sorted: ages,
    mean,
    median,
    p90_type7: ninetieth,
    over: over.map(each => each.count),
    share_over: over.map(each => each.share),
  };
}

function kaplanMeierAnswer({ inputs }: GoldenCase): JsonObject {
  const event = inputs['event'] as number[];
  const histogram: DurationHistogram = {
    length: inputs['time'] as number[],
    closed: event,
    open: event.map(closed => 1 - closed),
  };
  const options = { transform: inputs['conf_type'] as KmTransform };
  const curve = kaplanMeier(histogram);
  const times = inputs['times'] as number[];
  const quantiles = (inputs['probs'] as number[]).map(p => kmQuantile(curve, p, options));
  const shares = times.map(time => kmSurvival(curve, time, options));
  return {
    n: curve.atRisk[0] ?? 0,
    events: curve.closed.reduce((sum, closed) => sum + closed, 0),
    quantile: quantiles.map(each => each.value),
    lower: quantiles.map(each => each.lower),
    upper: quantiles.map(each => each.upper),
    survival_at: shares.map(each => each.value),
    se_greenwood: times.map(time => curve.standardError[curve.time.filter(each => each <= time).length - 1] ?? null),
    ci_lower_at: shares.map(each => each.lower),
    ci_upper_at: shares.map(each => each.upper),
    naive_median_closed_only: histogramQuantile(histogram, 0.5).value,
  };
}
