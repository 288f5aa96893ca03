export { PlanningProcess, planningOf, whenPlanned } from './planning-process.ts';
