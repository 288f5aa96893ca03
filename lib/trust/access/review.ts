import type { Access, Grant } from './access.ts';
import { beijingDay, type Purposes } from './purpose.ts';

/** What is odd in a county's access files, though each of them can be read. */
export type RemarkCode =
  | 'FIELD_WITHOUT_GRADE'
  | 'GRANT_NEVER_COUNTS'
  | 'TYPE_NOT_KEPT'
  | 'UNKNOWN_PLACE'
  | 'PURPOSE_UNUSED'
  | 'PURPOSE_OVER'
  | 'PERMIT_OVER'
  | 'PERMIT_UNUSED';

export interface Remark {
  readonly code: RemarkCode;
  /** Empty for the county as a whole. */
  readonly department: string;
  /** `file:line` of a grant, or a file. */
  readonly at: string;
  /** The field, type, purpose or code that it is about. */
  readonly what: string;
}

/** A department whose file could be read. */
export interface Reviewed {
  readonly id: string;
  readonly file: string;
  readonly access: Access;
  /** Types that its database does not keep, as its mapping says. */
  readonly notKept: ReadonlySet<string>;
}

/** Whether a grant is for all whom another is for, and for its purpose. */
function covers(first: Grant, second: Grant): boolean {
  if (first.to.public) return true;
  const narrower = Object.entries(first.to).every(([word, value]) => second.to[word as keyof Grant['to']] === value);
  return first.purpose === second.purpose && narrower;
}

function neverCounts(grants: readonly Grant[], index: number): boolean {
  const grant = grants[index];
  const before = grants.slice(0, index).filter(first => grant && covers(first, grant));
  return [...(grant?.rights.keys() ?? [])].every(type => before.some(first => first.rights.has(type)));
}

function ofDepartment({ id, file, access, notKept }: Reviewed, isPlace: (code: string) => boolean): Remark[] {
  const own = (code: RemarkCode, at: string, what: string): Remark => ({ code, department: id, at, what });
  return [
    ...access.ungraded.map(field => own('FIELD_WITHOUT_GRADE', file, field)),
    ...access.grants.flatMap((grant, i) => [
      ...(neverCounts(access.grants, i) ? [own('GRANT_NEVER_COUNTS', grant.line, grant.purpose)] : []),
      ...[...grant.rights.keys()].filter(t => notKept.has(t)).map(t => own('TYPE_NOT_KEPT', grant.line, t)),
      ...(typeof grant.areas === 'string' ? [] : grant.areas)
        .filter(code => !isPlace(code))
        .map(code => own('UNKNOWN_PLACE', grant.line, code)),
    ]),
  ];
}

/** About the county as a whole. */
function remark(code: RemarkCode, at: string, what: string): Remark {
  return { code, department: '', at, what };
}

/** Holds the files of a county together, at a moment. */
export function reviewAccess(
  departments: readonly Reviewed[],
  { purposes, permits }: Purposes,
  isPlace: (code: string) => boolean,
  now: Date,
): Remark[] {
  const today = beijingDay(now);
  const used = new Set(departments.flatMap(({ access }) => access.grants.map(({ purpose }) => purpose)));
  return [
    ...departments.flatMap(department => ofDepartment(department, isPlace)),
    ...[...purposes].flatMap(([id, { until }]) => [
      ...(used.has(id) ? [] : [remark('PURPOSE_UNUSED', 'purposes.yaml', id)]),
      ...(today > until ? [remark('PURPOSE_OVER', 'purposes.yaml', id)] : []),
    ]),
    ...[...permits.values()].flatMap(({ id, until, purpose }) => [
      ...(today > until ? [remark('PERMIT_OVER', 'permits.yaml', id)] : []),
      ...(purposes.get(purpose)?.permit ? [] : [remark('PERMIT_UNUSED', 'permits.yaml', id)]),
    ]),
  ];
}
