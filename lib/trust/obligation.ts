import type { Mask } from './access/mask.ts';

const seal = Symbol('obligation');

/**
 * How statistics are given out: as they are (the owner's), protected against disclosure (other departments'), more so (the
 * public's), or not at all.
 */
export type StatisticsProfile = 'exact' | 'protected' | 'public' | 'none';

/** What a field is wanted for. `use`: as a filter, order, key or link. `count`: in statistics. */
export type FieldUse = 'read' | 'use' | 'count';

export interface ObligationParts {
  readonly type: string;
  /** Fields whose values are given out, in part where `masks` names them. */
  readonly fields: 'all' | ReadonlySet<string>;
  /** Fields that statistics may rest on. */
  readonly counted: 'all' | ReadonlySet<string>;
  /** Whether rows are given out at all; statistics may be all that there is. */
  readonly rows: boolean;
  readonly masks: ReadonlyMap<string, Mask>;
  /** Rows: the whole county, or the places (and what lies in them) with these codes. */
  readonly areas: 'all' | readonly string[];
  readonly statistics: StatisticsProfile;
  /** The purpose that it was decided for; undefined for the operator's own commands. */
  readonly purpose: string | undefined;
  /** The permit, where the purpose needs one, and the record that it is for. */
  readonly permit: { readonly id: string; readonly matter: { readonly type: string; readonly id: string } } | undefined;
  /** Which grant of the access file, from 0; undefined for the operator's own commands. */
  readonly grant: number | undefined;
  /** SHA-256 of the access file and the purposes that it was decided by. */
  readonly policyVersion: string;
}

/** What a decision binds a query to. A class with a sealed constructor: only lib/trust can make one. */
export class Obligation implements ObligationParts {
  /** Nothing at run time: for the compiler, an object with the same words is not an obligation. */
  declare protected readonly sealed: true;
  readonly type: string;
  readonly fields: ObligationParts['fields'];
  readonly counted: ObligationParts['counted'];
  readonly rows: boolean;
  readonly masks: ObligationParts['masks'];
  readonly areas: ObligationParts['areas'];
  readonly statistics: StatisticsProfile;
  readonly purpose: string | undefined;
  readonly permit: ObligationParts['permit'];
  readonly grant: number | undefined;
  readonly policyVersion: string;

  constructor(key: symbol, parts: ObligationParts) {
    if (key !== seal) throw new TypeError('An obligation is made by lib/trust only.');
    this.type = parts.type;
    this.fields = parts.fields;
    this.counted = parts.counted;
    this.rows = parts.rows;
    this.masks = parts.masks;
    this.areas = parts.areas;
    this.statistics = parts.statistics;
    this.purpose = parts.purpose;
    this.permit = parts.permit;
    this.grant = parts.grant;
    this.policyVersion = parts.policyVersion;
  }

  /**
   * Whether a field may be used so. What a mask hides would show by comparing and ordering, and by an exact figure of one row:
   * a masked field is read, and counted where statistics are protected, but nothing else.
   */
  allows(field: string, use: FieldUse = 'read'): boolean {
    if (use === 'count')
      return (
        (this.counted === 'all' || this.counted.has(field)) && !(this.masks.has(field) && this.statistics === 'exact')
      );
    return this.rows && (this.fields === 'all' || this.fields.has(field)) && !(use === 'use' && this.masks.has(field));
  }
}

/** For `decide` and the operator's own right alone. */
export function issue(parts: ObligationParts): Obligation {
  return new Obligation(seal, parts);
}
