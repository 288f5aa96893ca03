import type { County } from '../kernel/county.ts';
import { operatorError } from '../kernel/coded-error.ts';
import type { Protection } from '../source/index.ts';
import { drawsOf, readRules } from '../trust/disclosure/index.ts';
import type { StatisticsProfile } from '../trust/index.ts';

/** Shorter ones could be found by trying. */
const leastKey = 32;

/**
 * What a department protects its statistics with; undefined where it gives out exact ones alone. Fault: DISCLOSURE_KEY_MISSING where
 * it needs a key and has none.
 */
export function protectionOf(
  county: County,
  id: string,
  grants: readonly { readonly statistics: StatisticsProfile }[],
  key: string | undefined,
): Protection | undefined {
  const rules = readRules(county.disclosure);
  const needed = grants.some(({ statistics }) => statistics === 'protected' || statistics === 'public');
  if (key === undefined ? needed : key.length < leastKey) {
    throw operatorError('DISCLOSURE_KEY_MISSING', {
      expected: `a key of at least ${leastKey} characters for the protected statistics that ${id}.access.yaml grants`,
      got: key === undefined ? 'none' : `${key.length} characters`,
      todo: `put one that stays secret, e.g. of \`openssl rand -hex 32\`, in COUNTYGRAPH_DISCLOSURE_KEY or in ${id}.disclosure.key of the data folder`,
    });
  }
  if (key === undefined) return undefined;
  return { rules, draws: drawsOf(key), data: county.data, areas: [...county.areas.keys()] };
}
