/**
 * Upper ends of the bins in which protected lengths of time are given out. Longer ones fall in the last bin. Days: the limits that
 * the law sets (7, 15, 30, 60, 90, 180) and a year; seconds: the minutes of an arrival.
 */
export const durationBins = {
  DAY: [7, 15, 30, 60, 90, 180, 365, 730],
  SECOND: [120, 180, 240, 300, 360, 420, 480, 540, 600, 720, 900, 1200, 1800, 3600, 7200],
} as const satisfies Record<'DAY' | 'SECOND', readonly number[]>;
