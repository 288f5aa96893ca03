export { signVeto, vetoHash, type VetoRecord, type VetoStatement } from './veto.ts';
export { ownFaults, type VetoFault, type VetoFinding, verifyVetoes } from './verify-vetoes.ts';
