export type { Metrics } from './metrics.ts';
export { ObservedRequest } from './observed-request.ts';
export { type Facts, type Observer, type Work, type WorkKind, together } from './observer.ts';
export { type Observation, type ObservationOptions, openObservation } from './open-observation.ts';
export { type Done, type Sink, recorder } from './recorded.ts';
export { statementShape } from './statement-shape.ts';
export { within } from './within.ts';
