export { readAccess, type AccessFile, type Grant } from './access.ts';
export { decide } from './decide.ts';
export type { Obligation, StatisticsProfile } from './obligation.ts';
