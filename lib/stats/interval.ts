/** A confidence interval whose limits both exist. */
export interface Interval {
  readonly lower: number;
  readonly upper: number;
}

/** A confidence interval of which a limit may not exist (`null`): the data never reach it, or it is infinite. */
export interface PartialInterval {
  readonly lower: number | null;
  readonly upper: number | null;
}

/** An estimate with its interval; `null` where the data do not determine it. */
export interface Estimate extends PartialInterval {
  readonly value: number | null;
}
