import type { StatisticsProfile } from '../obligation.ts';
import type { Mask } from './mask.ts';

/** Fields of types: `all` those up to the purpose's grade, or a list. `'*'` stands for every type. */
export type FieldLists = Readonly<Record<string, 'all' | readonly string[]>>;

/** Who a grant is for: all that is named must hold. `public`, alone, is everybody. */
export interface Recipient {
  readonly role?: string;
  readonly department?: string;
  readonly system?: string;
  readonly subject?: string;
  readonly public?: true;
}

/** A grant as it is written. */
export interface WrittenGrant {
  readonly to: Recipient;
  /** A registered purpose: the only one that the grant may be used for. */
  readonly purpose: string;
  /** Fields of rows. */
  readonly read?: FieldLists;
  /** Fields that statistics may rest on. Default, type by type: as `read`. */
  readonly count?: FieldLists;
  /** Rows of these places only; `own-area`: of those of whoever asks. Default the whole county. */
  readonly where?: { readonly place: 'own-area' | readonly string[] };
  readonly mask?: Readonly<Record<string, Readonly<Record<string, Mask>>>>;
  readonly statistics: StatisticsProfile;
}

/** A department's own access file (counties/<name>/<department>.access.yaml). Deny by default. */
export interface AccessFile {
  readonly version: 2;
  /** Grades 1 to 4 of fields; `'*'` for the others of the type. */
  readonly grades: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly grants: readonly WrittenGrant[];
}

/** What a grant gives of one type. */
export interface TypeRight {
  /** Fields of rows; undefined where rows are not given out. */
  readonly read: ReadonlySet<string> | undefined;
  readonly count: ReadonlySet<string>;
  readonly masks: ReadonlyMap<string, Mask>;
}

/** A grant held against the department's model and the county's purposes. */
export interface Grant {
  readonly to: Recipient;
  readonly purpose: string;
  readonly areas: 'all' | 'own' | readonly string[];
  readonly statistics: StatisticsProfile;
  /** By type; each type and field is one of the model. */
  readonly rights: ReadonlyMap<string, TypeRight>;
  /** `file:line`. */
  readonly line: string;
}

/** An access file that its department starts with. */
export interface Access {
  readonly grants: readonly Grant[];
  /** Grade of each field of each type. */
  readonly grades: ReadonlyMap<string, ReadonlyMap<string, number>>;
  /** SHA-256 of the file and the purposes. */
  readonly version: string;
  /** Fields that have no grade of their own and not one of their type: they have the highest. */
  readonly ungraded: readonly string[];
}

/** The types of a department with their fields and what these are: date, text, … */
export type AccessModel = ReadonlyMap<string, ReadonlyMap<string, string>>;

/** Of a field that has none in the file. */
export const highestGrade = 4;
