export { generateCounty, type GenerateOptions } from './generate-county.ts';
export { canaries, canaryWords, type PersonFacts } from './canaries.ts';
export type { AidTruth } from './persons.ts';
export type { ReconciledTruth } from './reconciled.ts';
export type { Outbreak } from './simulate/outbreaks.ts';
export type { DurationCell, Parts, RatioCell, Truth } from './truth.ts';
export { rankedQuantile, survivalMedian, type Histogram } from './survival.ts';
