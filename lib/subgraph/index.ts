export {
  accessModelOf,
  openDepartment,
  publicErrors,
  readContract,
  type Department,
  type DepartmentOptions,
  type Special,
} from './department.ts';
export { serveDepartment, type ServedDepartment } from './serve.ts';
export { selected, type Context } from './context.ts';
export { type ValueWords, valueWords } from './value-words.ts';
