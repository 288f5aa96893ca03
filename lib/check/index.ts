export { checkCounty, type CheckOptions } from './check-county.ts';
export type { Candidate } from './check-department.ts';
export { driftCodes, type DriftCode } from './drift.ts';
export type { CheckFinding, CheckReport, DepartmentReport, IndicatorReport } from './report.ts';
export { grouped } from './sentences.ts';
export type { Severity } from './severity.ts';
