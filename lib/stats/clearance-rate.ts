/**
 * Clearance rate: resolved / incoming of one period (1 means as many went out as came in; may exceed 1). `null` without
 * incoming cases.
 *
 * CEPEJ, Guidelines on judicial statistics (GOJUST) 2008.
 */
export function clearanceRate(resolved: number, incoming: number): number | null {
  return incoming > 0 ? resolved / incoming : null;
}
