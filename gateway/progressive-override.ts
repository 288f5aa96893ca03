import { createHash } from 'node:crypto';

/** Decides for a request which `@override(label: "percent(N)")` hold: those with an N above the number that it gives. */
export type OverrideDraw = (subject: string | undefined) => number;

/**
 * Requests of one subject for one operation are decided alike, as long as the percentages stay; so one that moved stays moved
 * while its percentage grows. Those of nobody are decided by chance. Numbers between two of the percentages are as good as
 * one: so an operation has at most one plan more than there are percentages.
 */
export function overrideDraw(percentages: readonly number[], operation: string): OverrideDraw {
  if (percentages.length === 0) return () => 0;
  const descending = percentages.toSorted((a, b) => b - a);
  const seed = createHash('sha256').update(operation).digest();
  return subject => {
    const drawn = subject === undefined ? Math.random() * 100 : hashed(seed, subject);
    return descending.find(one => one <= drawn) ?? 0;
  };
}

/** All that a draw may give. */
export function possibleDraws(percentages: readonly number[]): number[] {
  return [...new Set([0, ...percentages.filter(one => one < 100)])];
}

/** From 0 to 100, 100 left out. */
function hashed(seed: Buffer, subject: string): number {
  return (createHash('sha256').update(seed).update(subject).digest().readUInt32BE() / 2 ** 32) * 100;
}
