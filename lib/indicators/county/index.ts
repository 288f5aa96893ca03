export type { Declared, DeclaredKind, DeclaredType } from './declared.ts';
export { readCountyCatalogue, readIndicatorTexts } from './read-catalogue.ts';
export { readPeers } from './read-peers.ts';
export { readRegister } from './read-register.ts';
export { declaredText, type ServedDefinitions, servedCatalogue } from './served.ts';
