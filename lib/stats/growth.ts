/**
 * Growth on a former value: now / before - 1 (0.02 is 2 % more). `null` when either is missing, or nothing was before: a
 * rise from 0 has no rate.
 */
export function growth(now: number | null, before: number | null): number | null {
  return now === null || before === null || !(before > 0) ? null : now / before - 1;
}
