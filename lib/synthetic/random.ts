/** Dice with a seed: the same seed gives the same county on every machine. */
export interface Random {
  /** Uniform in [0, 1). */
  unit(): number;
  /** True with probability `p`. */
  chance(p: number): boolean;
  /** A whole number from `low` to `high`, both included. */
  int(low: number, high: number): number;
  pick<T>(items: readonly T[]): T;
  /** A key of `weights`, with probability proportional to its weight. */
  weighted<K extends string>(weights: Readonly<Record<K, number>>): K;
  normal(): number;
  /** A log-normal length with this median; `spread` is the standard deviation of its logarithm. */
  length(median: number, spread: number): number;
  /** How many of a rare thing happen when `mean` are expected. */
  poisson(mean: number): number;
}

/** sfc32 (Chris Doty-Humphrey, PractRand), seeded by hashing a text. */
export function createRandom(seed: string): Random {
  const unit = sfc32(seed);
  const random: Random = {
    unit,
    chance: p => unit() < p,
    int: (low, high) => low + Math.floor(unit() * (high - low + 1)),
    pick: items => items[Math.floor(unit() * items.length)] as (typeof items)[number],
    weighted: weights => pickWeighted(weights, unit()),
    normal: () => Math.sqrt(-2 * Math.log(1 - unit())) * Math.cos(2 * Math.PI * unit()),
    length: (median, spread) => median * Math.exp(spread * random.normal()),
    poisson: mean => poisson(mean, random),
  };
  return random;
}

function sfc32(seed: string): () => number {
  let [a, b, c, counter] = [hash(seed, 1), hash(seed, 2), hash(seed, 3), 1];
  const next = (): number => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (c << 21) | (c >>> 11);
    c = (c + sum) | 0;
    return (sum >>> 0) / 4294967296;
  };
  for (let warm = 0; warm < 15; warm++) next();
  return next;
}

/** FNV-1a. */
function hash(text: string, salt: number): number {
  let value = 0x811c9dc5 ^ salt;
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  return value | 0;
}

function pickWeighted<K extends string>(weights: Readonly<Record<K, number>>, unit: number): K {
  const keys = Object.keys(weights) as K[];
  let rest = unit * keys.reduce((sum, key) => sum + weights[key], 0);
  return keys.find(key => (rest -= weights[key]) < 0) ?? (keys[keys.length - 1] as K);
}

/** Knuth's product of uniforms for small means, the rounded normal above 30. */
function poisson(mean: number, random: Random): number {
  if (mean > 30) return Math.max(0, Math.round(mean + Math.sqrt(mean) * random.normal()));
  const limit = Math.exp(-mean);
  let count = 0;
  for (let product = random.unit(); product > limit; product *= random.unit()) count++;
  return count;
}
