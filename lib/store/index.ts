export { type Alert, type AlertEvent, type AlertFigures, type AlertState, alertStates } from './alert.ts';
export type { AlertBook, AlertChange } from './alert-book.ts';
export type { FrozenBook, FrozenEntry } from './frozen-book.ts';
export { openStore, type Store } from './open-store.ts';
export type { KeptVeto, VetoBook } from './veto-book.ts';
