/** What was found: more of a category in a town and month than chance brings. Counts, never persons. */
export interface AlertFigures {
  /** Type of record, measure, dimension and its value. */
  readonly type: string;
  readonly measure: string;
  readonly dimension: string;
  readonly category: string;
  /** Code of the town. */
  readonly area: string;
  /** 2026-08. */
  readonly month: string;
  /** Whose records they are. */
  readonly department: string;
  readonly observed: number;
  readonly expected: number;
  /** What `observed` had to exceed. */
  readonly limit: number;
  /** The rule exceeded most, and all that were. */
  readonly rule: string;
  readonly rules: readonly string[];
  /** A year, of the whole county: how many were allowed, and how many the thresholds cost as simulated. */
  readonly falseAlarms: { readonly allowed: number; readonly expected: number };
  /** Last day of the data. */
  readonly asOf: string;
}

export const alertStates = ['new', 'acknowledged', 'explained', 'closed'] as const;
export type AlertState = (typeof alertStates)[number];

export interface Alert extends AlertFigures {
  readonly id: string;
  /** The department, until somebody acknowledges it. */
  readonly owner: string;
  readonly state: AlertState;
  /** Moments of UTC. */
  readonly raisedAt: string;
  readonly changedAt: string;
}

export interface AlertEvent {
  readonly at: string;
  /** A state that it came into, or `revised`: the department's figures changed. */
  readonly action: AlertState | 'revised';
  readonly by: string | null;
  readonly reason: string;
}
