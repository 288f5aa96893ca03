export { generateCounty, type GenerateOptions } from './generate-county.ts';
export type { DurationCell, Parts, RatioCell, Truth } from './truth.ts';
export { closedQuantile, survivalMedian, type Histogram } from './survival.ts';
