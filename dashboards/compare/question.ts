import type { Period } from '../../lib/kernel/period.ts';
import type { Text } from '../../lib/kernel/text.ts';
import type { Client, GraphError } from '../../lib/sdk/index.ts';
import type { Permit } from '../data/demo.ts';
import type { Place } from '../data/remembered-places.ts';

/** Words in both languages, or what needs none: numbers, days, names. */
export type Words = string | Text;

/**
 * How a value was given out. `given`: as it is; `rounded`: its counts are; `masked`: in part; `suppressed`: the department does not give
 * it out; `refused`: the field is not granted; `empty`: the department has none.
 */
export type ValueState = 'given' | 'rounded' | 'masked' | 'suppressed' | 'refused' | 'empty';

export interface Value {
  readonly state: ValueState;
  readonly words: Words;
  /** In smaller type: an interval, a margin, a code. */
  readonly detail?: Words;
}

export interface AnswerRow {
  /** The same record or place in every answer. */
  readonly key: string;
  readonly name: Words;
  /** Rows stand in this order. */
  readonly rank: string;
  /** One for each field of the question. */
  readonly values: readonly Value[];
}

/** What one reader was answered. */
export interface Answered {
  readonly rows: readonly AnswerRow[];
  /** EXACT, PROTECTED or PUBLIC; null for records. */
  readonly profile: 'EXACT' | 'PROTECTED' | 'PUBLIC' | null;
  /** What counts are rounded to; null where they are not. */
  readonly roundedTo: number | null;
}

/** What the department decides on the type of a question, as its access file says. */
export interface Decision {
  readonly granted: boolean;
  /** Whether records are given out; figures may be all that there is. */
  readonly rows?: boolean;
  readonly purpose?: string;
  readonly masks?: Readonly<Record<string, string>>;
  readonly areas?: 'all' | readonly string[];
  readonly statistics?: string;
  readonly permit?: string;
}

/** What a question is asked with. */
export interface Asking {
  /** Notes what it is asked, so that it can be shown. */
  readonly client: Client;
  readonly decision: Decision;
  readonly scene: Scene;
  /** Errors of the answers so far. */
  errors(): readonly GraphError[];
}

/** Where and when the questions are about. */
export interface Scene {
  readonly county: Place;
  readonly towns: readonly Place[];
  /** The last month, quarter and year that are over. */
  readonly month: Period;
  readonly quarter: Period;
  readonly year: Period;
  /** A town, that of a reader who has one, and a village of it. */
  readonly town: Place;
  readonly village: Place;
  /** For one case of judicial aid; undefined where the county has given none. */
  readonly permit: Permit | undefined;
}

/** A question that several readers ask in the same words. */
export interface Question {
  readonly id: string;
  readonly title: Text;
  /** The question as one would say it. */
  say(scene: Scene): Text;
  /** What to look at in the answers. */
  readonly lookAt: Text;
  readonly department: string;
  readonly type: string;
  readonly fields: readonly Text[];
  /** What a row is. */
  readonly row: Text;
  /** Latest first. */
  readonly descending?: true;
  /** Whether it is asked under the scene's permit. */
  readonly underPermit?: true;
  ask(asking: Asking): Promise<Answered>;
}
