import { operatorError } from '../../kernel/coded-error.ts';

/** How one profile protects. */
export interface ProfileRules {
  /** Counts from 1 to below this are never to be worked out, nor more closely than a span of this width. At least 3. */
  readonly smallest: number;
  /** Base cells are multiples of this. More than `smallest`. */
  readonly base: number;
}

/** A county's parameters of disclosure control: `disclosure:` of county.yaml. */
export interface DisclosureRules {
  readonly protected: ProfileRules;
  /** Made out of the protected figures, so its base is no smaller. */
  readonly public: ProfileRules;
}

export const usualRules: DisclosureRules = {
  protected: { smallest: 5, base: 10 },
  public: { smallest: 10, base: 20 },
};

const least = 3;

function isRules(rules: Partial<ProfileRules> | undefined): rules is ProfileRules {
  return (
    Number.isInteger(rules?.smallest) &&
    Number.isInteger(rules?.base) &&
    (rules?.smallest ?? 0) >= least &&
    (rules?.base ?? 0) > (rules?.smallest ?? 0)
  );
}

/** Reads the parameters; what is not given is as usual. Anything weaker than can protect is refused: BAD_COUNTY. */
export function readRules(raw: unknown): DisclosureRules {
  const given = (raw ?? {}) as Partial<Record<keyof DisclosureRules, Partial<ProfileRules> | null>>;
  const rules = {
    protected: { ...usualRules.protected, ...given.protected },
    public: { ...usualRules.public, ...given.public },
  };
  const known = typeof given === 'object' && Object.keys(given).every(profile => profile in usualRules);
  if (known && isRules(rules.protected) && isRules(rules.public) && rules.public.base >= rules.protected.base)
    return rules;
  throw operatorError('BAD_COUNTY', {
    expected: `disclosure: { protected: { smallest, base }, public: { smallest, base } }, each smallest a whole number from ${least}, each base above its smallest, and public's base no smaller than protected's`,
    got: JSON.stringify(raw),
    todo: 'correct `disclosure` in county.yaml',
  });
}
