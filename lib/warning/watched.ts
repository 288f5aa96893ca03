import type { MeasureOf, RecordType } from '../indicators/index.ts';

/** What is counted, by town, month and the values of one dimension. */
export interface Watched {
  readonly type: RecordType;
  /** An @events measure of the type. */
  readonly measure: string;
  /** The dimension as the graph's input spells it: KIND; `field` as a row does. */
  readonly by: string;
  readonly field: string;
}

function watch<T extends RecordType>(type: T, measure: MeasureOf<T>, by: string): Watched {
  return { type, measure, by, field: by.toLowerCase() };
}

/** All that is watched where county.yaml chooses nothing. */
export const watched: readonly Watched[] = [
  watch('dispute', 'ACCEPTED', 'KIND'),
  watch('policeIncident', 'CALLS', 'KIND'),
  watch('policeCase', 'FILED', 'KIND'),
  watch('gridEvent', 'REPORTED', 'KIND'),
  watch('petition', 'RECEIVED', 'CHANNEL'),
  watch('hazard', 'FOUND', 'GRADE'),
  watch('courtCase', 'FILED', 'KIND'),
];
