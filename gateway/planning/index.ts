export { PlanningProcess, whenPlanned } from './planning-process.ts';
