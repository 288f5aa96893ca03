export { type Cause, causeNames } from './cause.ts';
export { freeze, type FrozenDefinition, type FrozenFigures, type FrozenRequest, type MakeAnalytics } from './freeze.ts';
export { type Change, replay, type Replay } from './replay.ts';
export type { Exchange } from './recording-client.ts';
export type { Watermark } from './watermark.ts';
