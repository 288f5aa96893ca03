/**
 * Disposition time in days: how long the pending cases would take at the period's pace. `days` is the length of the period
 * (CEPEJ takes 365 for every year). `null` when nothing was resolved.
 *
 * CEPEJ, Guidelines on judicial statistics (GOJUST) 2008.
 */
export function dispositionTime(pendingAtEnd: number, resolved: number, days = 365): number | null {
  return resolved > 0 ? (pendingAtEnd / resolved) * days : null;
}
