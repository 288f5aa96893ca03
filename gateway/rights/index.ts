export { authDirectives, isEnforced } from './auth-directives.ts';
export { type Denied, type Refusal, refusalExtensions } from './denied.ts';
export { FieldRefused } from './field-refused.ts';
export { fieldRequirements } from './field-requirements.ts';
export { Guard, type OperationGuard } from './guard.ts';
export { KnownRights } from './known-rights.ts';
export type { HoldsPolicy } from './requirement.ts';
