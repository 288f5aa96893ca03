export { authDirectives, isEnforced } from './auth-directives.ts';
export type { Denied, Refusal } from './denied.ts';
export { fieldRequirements } from './field-requirements.ts';
export { Guard, type OperationGuard } from './guard.ts';
export type { HoldsPolicy } from './requirement.ts';
