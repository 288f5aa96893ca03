/** A distribution over the counts 0, 1, 2, …; `most` is the largest possible one. */
export interface CountDistribution {
  readonly mean: number;
  readonly variance: number;
  readonly skewness: number;
  readonly most: number;
  /** P(X <= k). */
  cumulative(k: number): number;
  /** P(X = k). */
  probability(k: number): number;
}
