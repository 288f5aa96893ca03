import type { Language } from '../../lib/kernel/text.ts';
import type { Demo, Person } from '../data/demo.ts';
import type { Place } from '../data/remembered-places.ts';
import { words } from './words.ts';

/** Role, department, place and purpose of a person, as words beside their names. */
export function personFacts(
  { roles, department, areas, purposes }: Person,
  demo: Demo,
  places: readonly Place[],
  language: Language,
): (readonly [string, string])[] {
  const departmentName = demo.departments.find(({ id }) => id === department)?.name[language] ?? department;
  const purposeName = (id: string): string => demo.purposes.find(each => each.id === id)?.name[language] ?? id;
  const placeName = (code: string): string => places.find(each => each.code === code)?.name ?? code;
  const comma = language === 'zh' ? '、' : ', ';
  return [
    [words.role[language], roles.join(comma)],
    [words.department[language], departmentName ?? words.none[language]],
    [words.place[language], areas.length === 0 ? words.noOwnPlace[language] : areas.map(placeName).join(comma)],
    [words.purpose[language], purposes.map(purposeName).join(comma) || words.none[language]],
  ];
}
