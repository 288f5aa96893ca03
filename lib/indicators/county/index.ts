export type { Declared, DeclaredKind, DeclaredType } from './declared.ts';
export { readCountyCatalogue } from './read-catalogue.ts';
export { readRegister } from './read-register.ts';
export { readPeers } from './read-peers.ts';
