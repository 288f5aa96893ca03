import { fictionalNumber } from './identity-number.ts';

/** What legacy tables hold of a person. */
export interface PersonFacts {
  readonly name: string;
  readonly number: string;
  readonly phone: string;
}

/** Departments in the order of their marks. */
const marks = {
  grid: '网',
  justice: '司',
  petition: '访',
  court: '院',
  procuratorate: '检',
  police: '警',
  'civil-affairs': '民',
  emergency: '急',
} as const;

const departments = Object.keys(marks);

/** How many canaries a department has; its tables take them in turn. */
export const canariesEach = 20;

/** Every so many rows of a table the person is a canary, the first row's among them. */
export const canaryRows = 40;

/** No other name of the county begins with this double surname, no other telephone number with these digits. */
export const canaryWords = { name: '亓官', phone: '0009990' } as const;

function two(n: number): string {
  return String(n).padStart(2, '0');
}

/** A person whose name, number and telephone say that they came out of this department's database. */
export function canaryOf(department: string, turn: number): PersonFacts {
  const place = departments.indexOf(department);
  const index = turn % canariesEach;
  return {
    name: `${canaryWords.name}${marks[department as keyof typeof marks]}${String.fromCodePoint(0x4e00 + index)}`,
    number: fictionalNumber(`1901${two(place + 1)}${two(index + 1)}`, 900 + index),
    phone: `${canaryWords.phone}${place}0${two(index)}`,
  };
}

/** All of them: none of their names and numbers may leave a department. */
export const canaries: readonly (PersonFacts & { readonly department: string })[] = departments.flatMap(department =>
  Array.from({ length: canariesEach }, (_, turn) => ({ department, ...canaryOf(department, turn) })),
);
