const seal = Symbol('obligation');

/**
 * How statistics are given out: as they are (the owner's), protected against disclosure (other departments'), more so (the
 * public's), or not at all.
 */
export type StatisticsProfile = 'exact' | 'protected' | 'public' | 'none';

/** What a decision binds a query to. A class with a sealed constructor: only lib/trust can make one. */
export class Obligation {
  /** Nothing at run time: for the compiler, an object with the same words is not an obligation. */
  declare protected readonly sealed: true;
  /** The record type it was decided for. */
  readonly type: string;
  /** Fields that may be read, filtered, ordered or grouped by. */
  readonly fields: 'all' | ReadonlySet<string>;
  /** Rows: the whole county, or the places (and what lies in them) with these codes. */
  readonly areas: 'all' | readonly string[];
  /** How statistics are given out. */
  readonly statistics: StatisticsProfile;

  constructor(key: symbol, parts: Pick<Obligation, 'type' | 'fields' | 'areas' | 'statistics'>) {
    if (key !== seal) throw new TypeError('An obligation is made by lib/trust only.');
    this.type = parts.type;
    this.fields = parts.fields;
    this.areas = parts.areas;
    this.statistics = parts.statistics;
  }

  /** Whether a field may be used in any way. */
  allows(field: string): boolean {
    return this.fields === 'all' || this.fields.has(field);
  }
}

/** For `decide` alone. */
export function issue(parts: Pick<Obligation, 'type' | 'fields' | 'areas' | 'statistics'>): Obligation {
  return new Obligation(seal, parts);
}
