import { codeLength, type PlaceLevel } from '../../kernel/area-code.ts';
import { callerError } from '../../kernel/coded-error.ts';
import type { PeriodUnit } from '../../kernel/period.ts';

/** Profiles that do not give figures out as they are. */
export type ProtectedProfile = 'protected' | 'public';

/** The level whose places are rounded: a county's figures are sums of its towns', a village's stand beside them. */
export function baseLevel(level: PlaceLevel): 'TOWN' | 'VILLAGE' {
  return level === 'COUNTY' || level === 'TOWN' ? 'TOWN' : 'VILLAGE';
}

/** The periods that are rounded; longer ones are sums of them, shorter ones are not given out. */
export function basePeriod(profile: ProtectedProfile, level: PlaceLevel): PeriodUnit {
  if (baseLevel(level) === 'VILLAGE') return 'YEAR';
  return profile === 'public' ? 'QUARTER' : 'MONTH';
}

/** A question to a protected statistic, as far as the menu has a say in it. */
export interface Question {
  readonly profile: ProtectedProfile;
  readonly level: PlaceLevel;
  readonly dimensions: readonly string[];
  /** Places that the question or the grant is limited to. */
  readonly places: readonly string[];
  /** Whether the values of a dimension are declared; those of a text would show which ones occur. */
  isDeclared(dimension: string): boolean;
}

/** What is asked beyond the menu, in words; undefined when nothing is. */
function beyond({ profile, level, dimensions, places, isDeclared }: Question): string | undefined {
  const base = baseLevel(level);
  if (profile === 'public' && base === 'VILLAGE') return `the level ${level}`;
  if (dimensions.length > 1) return `${dimensions.length} dimensions`;
  if (dimensions.length > 0 && base === 'VILLAGE') return `a dimension at the level ${level}`;
  const open = dimensions.find(dimension => !isDeclared(dimension));
  if (open !== undefined) return `the dimension ${open}, whose values are not declared`;
  const fine = places.find(code => code.length > codeLength[base]);
  return fine === undefined ? undefined : `places inside a ${base.toLowerCase()} at the level ${level}`;
}

const possible = {
  protected: 'the county or whole towns by at most one dimension, or whole villages and their grids by none',
  public: 'the county or whole towns by at most one dimension',
} as const;

/** Refusal: FORBIDDEN_DETAIL, with what is possible. */
export function refuseBeyondMenu(question: Question): void {
  const got = beyond(question);
  if (got === undefined) return;
  throw callerError('FORBIDDEN_DETAIL', {
    expected: `a ${question.profile} statistic of ${possible[question.profile]}`,
    got,
    todo: 'ask for less detail, or the department for a grant of exact statistics',
  });
}

/** Cut-offs day by day would count single events. Refusal: FORBIDDEN_CUT_OFF. */
export function refuseOtherCutOff(asked: string, usual: string): void {
  if (asked === usual) return;
  throw callerError('FORBIDDEN_CUT_OFF', {
    expected: 'the last day of data as the cut-off of a protected statistic',
    got: asked,
    todo: 'leave `asOf` out',
  });
}
