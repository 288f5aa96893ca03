import { callerError, type CodedError } from '../../kernel/coded-error.ts';
import { type ComparisonKind, comparisonKinds } from './compared-figure.ts';

/**
 * The kinds of a list with commas between, as the command takes it.
 * @throws CodedError UNKNOWN_COMPARISON
 */
export function kindsOf(list: string): ComparisonKind[] {
  return [...chosenKinds(list.split(',').map(name => name.trim()))];
}

/** @throws CodedError UNKNOWN_COMPARISON */
export function chosenKinds(names: readonly string[] = comparisonKinds): ReadonlySet<ComparisonKind> {
  const stranger = names.find(name => !comparisonKinds.some(kind => kind === name));
  if (stranger !== undefined) {
    throw callerError('UNKNOWN_COMPARISON', {
      expected: 'kinds of comparison',
      got: JSON.stringify(stranger),
      todo: `choose from ${comparisonKinds.join(', ')}`,
    });
  }
  return new Set(comparisonKinds.filter(kind => names.includes(kind)));
}

/** Places are ranked only in a county that wants it. */
export function rankingOff(): CodedError {
  return callerError('RANKING_OFF', {
    expected: 'a county that ranks its places',
    got: 'one that does not',
    todo: 'read the funnel position, or have `ranking: true` written into county.yaml',
  });
}
