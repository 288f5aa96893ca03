import type { CheckedYaml } from '../../kernel/checked-yaml.ts';
import { operatorError } from '../../kernel/coded-error.ts';
import {
  highestGrade,
  type Access,
  type AccessFile,
  type AccessModel,
  type FieldLists,
  type Grant,
  type TypeRight,
  type WrittenGrant,
} from './access.ts';
import { masksOf } from './mask.ts';
import { policyVersion } from './policy-version.ts';
import type { Purpose, Purposes } from './purpose.ts';

type Grades = Access['grades'];

/** A written grant with what it is held against. */
interface Held {
  readonly grant: WrittenGrant;
  readonly purpose: Purpose;
  readonly model: AccessModel;
  readonly grades: Grades;
  /** A fault at a path below the grant. */
  bad(path: readonly string[], expected: string, got: string): Error;
}

function gradesOf({ value, where }: CheckedYaml<AccessFile>, model: AccessModel): Pick<Access, 'grades' | 'ungraded'> {
  for (const [type, fields] of Object.entries(value.grades)) {
    const unknown = Object.keys(fields).find(field => field !== '*' && !model.get(type)?.has(field));
    if (model.has(type) && unknown === undefined) continue;
    throw operatorError('BAD_ACCESS_FILE', {
      expected: model.has(type) ? `only fields of ${type} in the schema` : 'only types of the schema in grades',
      got: unknown ?? type,
      todo: `correct ${where('grades', type, ...(unknown === undefined ? [] : [unknown]))}`,
    });
  }
  const ungraded: string[] = [];
  const grades = [...model].map(([type, fields]) => {
    const written = value.grades[type] ?? {};
    const graded = [...fields.keys()].map(field => {
      const grade = written[field] ?? written['*'];
      if (grade === undefined) ungraded.push(`${type}.${field}`);
      return [field, grade ?? highestGrade] as const;
    });
    return [type, new Map(graded)] as const;
  });
  return { grades: new Map(grades), ungraded };
}

/** The fields that a list gives of a type; undefined where it does not name the type. */
function fieldsOf(held: Held, word: 'read' | 'count', type: string): ReadonlySet<string> | undefined {
  const lists: FieldLists = held.grant[word] ?? {};
  const list = Object.hasOwn(lists, type) ? lists[type] : lists['*'];
  if (list === undefined) return undefined;
  const grades = held.grades.get(type) ?? new Map<string, number>();
  // Figures that are protected say nothing of a single record, so that grades of records do not bind them.
  const isBound = word === 'read' || held.grant.statistics === 'exact';
  const most = isBound ? held.purpose.grade : highestGrade;
  if (list === 'all') return new Set([...grades].flatMap(([field, grade]) => (grade <= most ? [field] : [])));
  for (const field of list) {
    const grade = grades.get(field);
    if (grade === undefined) throw held.bad([word, type], `only fields of ${type} in the schema`, field);
    if (grade > most)
      throw held.bad(
        [word, type],
        `fields up to grade ${most}, the highest of the purpose`,
        `${field} of grade ${grade}`,
      );
  }
  return new Set(list);
}

function checkTypes({ grant, model, bad }: Held): void {
  for (const word of ['read', 'count', 'mask'] as const) {
    for (const [type, what] of Object.entries(grant[word] ?? {})) {
      const isStar = type === '*' && word !== 'mask';
      if (!isStar && !model.has(type)) throw bad([word, type], 'only types of the schema', type);
      if (isStar && what !== 'all') throw bad([word, type], "all for the type '*'", 'a list');
    }
  }
}

function checkMasks({ grant, model, bad }: Held, type: string, read: ReadonlySet<string> | undefined): void {
  for (const [field, mask] of Object.entries(grant.mask?.[type] ?? {})) {
    if (!read?.has(field)) throw bad(['mask', type, field], `a mask of a field that the grant reads`, field);
    const possible = masksOf(model.get(type)?.get(field) ?? '');
    if (!possible.includes(mask))
      throw bad(['mask', type, field], `for ${type}.${field} ${possible.join(', ') || 'no mask'}`, mask);
  }
}

function checkPublic({ grant, purpose, bad }: Held): void {
  if (grant.to.public === undefined) return;
  if (Object.keys(grant.to).length > 1) throw bad(['to'], 'nothing beside public: true', 'more');
  if (purpose.permit) throw bad(['purpose'], 'a purpose without permits for everybody', grant.purpose);
  if (grant.where?.place === 'own-area') throw bad(['where'], 'codes of places for everybody', 'own-area');
}

function rightTo(held: Held, type: string): TypeRight | undefined {
  const read = fieldsOf(held, 'read', type);
  const count = fieldsOf(held, 'count', type) ?? read;
  checkMasks(held, type, read);
  return count && { read, count, masks: new Map(Object.entries(held.grant.mask?.[type] ?? {})) };
}

function holdGrant(held: Held, line: string): Grant {
  const { grant, model, bad } = held;
  checkTypes(held);
  checkPublic(held);
  if (grant.count && grant.statistics === 'none') throw bad(['count'], 'statistics where something is counted', 'none');
  const rights = [...model.keys()].flatMap(type => {
    const right = rightTo(held, type);
    return right ? [[type, right] as const] : [];
  });
  const { place } = grant.where ?? { place: 'all' as const };
  return {
    to: grant.to,
    purpose: grant.purpose,
    areas: place === 'own-area' ? 'own' : place,
    statistics: grant.statistics,
    rights: new Map(rights),
    line,
  };
}

/** Holds an access file against the department's model and the county's purposes. Faults: BAD_ACCESS_FILE with file and line. */
export function holdAccess(written: CheckedYaml<AccessFile>, model: AccessModel, { purposes }: Purposes): Access {
  const { value, where } = written;
  const { grades, ungraded } = gradesOf(written, model);
  const grants = value.grants.map((grant, i) => {
    const at = ['grants', String(i)];
    const bad = (path: readonly string[], expected: string, got: string): Error =>
      operatorError('BAD_ACCESS_FILE', { expected, got, todo: `correct ${where(...at, ...path)}` });
    const purpose = purposes.get(grant.purpose);
    if (!purpose) throw bad(['purpose'], 'a purpose of purposes.yaml', grant.purpose);
    return holdGrant({ grant, purpose, model, grades, bad }, where(...at));
  });
  return { grants, grades, ungraded, version: policyVersion(value, purposes) };
}
