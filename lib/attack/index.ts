export { attack, type AttackOptions, type AttackReport, type Outcome, type Survival } from './attack.ts';
