import {
  agreesWithPrint,
  directlyStandardisedRate,
  empiricalBayes,
  funnelLimits,
  growth,
  indirectlyStandardisedRatio,
  overdispersion,
  proportionFunnelLine,
  ratioFunnelLine,
  rateInterval,
  roundedRatio,
  roundedShare,
  type FunnelAdjustment,
  type Interval,
  type PrintedNumber,
} from '../../lib/stats/index.ts';
import { sum } from '../../lib/stats/sum.ts';
import type { GoldenCase, Json, JsonObject } from './case.ts';
import { columns, numbers } from './inputs.ts';

export function dsr({ inputs }: GoldenCase): JsonObject {
  const [events, population, standard] = columns(inputs, 'events', 'population', 'standard');
  const [multiplier] = numbers(inputs, 'multiplier');
  const rate = (confidence: number, method: 'dobson' | 'fay-feuer') =>
    directlyStandardisedRate({ events, population, standard }, { multiplier, confidence, method });
  const dobson = rate(0.95, 'dobson');
  const wide = rate(0.998, 'dobson');
  const gamma = rate(0.95, 'fay-feuer');
  return {
    value: dobson?.value ?? null,
    crude: dobson?.crude ?? null,
    lower95: dobson?.lower ?? null,
    upper95: dobson?.upper ?? null,
    lower998: wide?.lower ?? null,
    upper998: wide?.upper ?? null,
    gamma_lower95: gamma?.lower ?? null,
    gamma_upper95: gamma?.upper ?? null,
  };
}

export function isr({ inputs }: GoldenCase): JsonObject {
  const [events, population, referenceEvents, referencePopulation] = columns(
    inputs,
    'events',
    'population',
    'ref_events',
    'ref_population',
  );
  const ratio = indirectlyStandardisedRatio(sum(events), { population, referenceEvents, referencePopulation });
  return {
    expected: ratio?.expected ?? null,
    ratio: ratio?.value ?? null,
    lower95: ratio?.lower ?? null,
    upper95: ratio?.upper ?? null,
    method: ratio?.method === 'exact' ? 'Exact' : 'Byars',
  };
}

export function empirical_bayes({ inputs }: GoldenCase): JsonObject {
  const [events, population] = columns(inputs, 'events', 'population');
  const bayes = empiricalBayes(events, population);
  if (bayes === null) return {};
  const { mean, variance, estimates } = bayes;
  return {
    a: variance,
    b: mean,
    raw: events.map((x, row) => rateInterval(x, population[row] ?? 0)?.value ?? null),
    marshall_estimate: [...estimates],
    // The shape and scale of the gamma with this mean and variance, under epiR's names.
    gamma_method_of_moments: {
      gamma_mean: mean,
      phi_variance: variance,
      alpha_shape: mean / variance,
      nu_scale: mean ** 2 / variance,
    },
  };
}

export function funnel({ inputs }: GoldenCase): JsonObject {
  if ('expected_count' in inputs) {
    const [expected, probs] = columns(inputs, 'expected_count', 'probs');
    const [target] = numbers(inputs, 'theta0');
    return { limits: expected.map(each => probs.map(p => ratioFunnelLine(p, target)(each))) };
  }
  const [n] = columns(inputs, 'n');
  if ('probs' in inputs) {
    const [target] = numbers(inputs, 'theta0');
    const [probs] = columns(inputs, 'probs');
    return { limits: n.map(each => probs.map(p => proportionFunnelLine(target, p)(each))) };
  }
  const [events] = columns(inputs, 'events');
  const target = sum(events) / sum(n);
  const standardError = n.map(each => Math.sqrt((target * (1 - target)) / each));
  const value = events.map((x, row) => x / (n[row] ?? 0));
  const spread = overdispersion(value, standardError, target, numbers(inputs, 'winsor')[0]);
  if (spread === null) return {};
  const limits = (adjustment: FunnelAdjustment, confidence = 0.95) => {
    const { lower, upper } = funnelLimits(standardError, target, { confidence, adjustment });
    return { lower: [...lower], upper: [...upper] };
  };
  return {
    theta0: target,
    z: [...spread.z],
    z_winsorised: [...spread.winsorised],
    phi: spread.phi,
    tau2: spread.tau2,
    multiplicative_limits_95: limits({ phi: spread.phi }),
    additive_limits_95: limits({ tau2: spread.tau2 }),
    normal_limits_998: limits({ phi: 1 }, 0.998),
  };
}

/** Published counts and ratios: each case has the words of its own table. */
export function published_admin({ inputs, expected }: GoldenCase): JsonObject {
  const percent = (range: Interval | null): JsonObject => {
    if (range === null) return {};
    const ends = [range.lower, range.upper].map(each => Number((100 * each).toFixed(6)));
    const printed = expected['percent_printed'];
    if (printed === undefined) return { recomputed_range_from_input_rounding: ends };
    const agrees = agreesWithPrint(asPrinted(printed), { lower: 100 * range.lower, upper: 100 * range.upper });
    return {
      recomputed_range_from_input_rounding: ends,
      percent_printed: printed,
      printed_consistent_with_counts: agrees,
    };
  };
  if ('closed' in inputs) {
    const [carriedIn, opened, closed] = numbers(inputs, 'carried_in', 'new', 'closed');
    const accepted = carriedIn + opened;
    const range = roundedRatio({ value: closed, decimals: null }, { value: accepted, decimals: null });
    return { accepted, percent_recomputed: (100 * closed) / accepted, ...percent(range) };
  }
  if ('disputes_brought' in inputs) {
    const [brought, diverted, tenThousands] = numbers(inputs, 'disputes_brought', 'diverted_success', 'population_wan');
    return {
      entered_litigation: brought - diverted,
      diversion_percent: (100 * diverted) / brought,
      litigation_per_10k: rateInterval(brought, tenThousands)?.value ?? null,
    };
  }
  if ('previous' in inputs) {
    const [now, previous, days] = numbers(inputs, 'this', 'previous', 'days');
    return {
      daily: now / days,
      change: now - previous,
      change_percent: 100 * (growth(now, previous) ?? Number.NaN),
    };
  }
  if ('not_arrested_wan' in inputs || 'not_prosecuted_wan' in inputs) {
    const refused = asPrinted(inputs['not_arrested_wan'] ?? inputs['not_prosecuted_wan']);
    const granted = asPrinted(inputs['arrested_wan'] ?? inputs['prosecuted_wan']);
    const whole = refused.value + granted.value;
    return { percent_recomputed: (100 * refused.value) / whole, ...percent(roundedShare(refused, granted)) };
  }
  const part = asPrinted(inputs['rectified_wan'] ?? inputs['resolved_wan']);
  const whole = asPrinted(inputs['found_wan'] ?? inputs['accepted_wan']);
  return { percent_recomputed: (100 * part.value) / whole.value, ...percent(roundedRatio(part, whole)) };
}

/** A number with the decimals it is written with in the file. */
function asPrinted(value: Json | undefined): PrintedNumber {
  return { value: Number(value), decimals: String(value).split('.')[1]?.length ?? 0 };
}
