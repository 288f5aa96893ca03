/**
 * What `fold` makes alike: full-width forms, blanks at the ends, letter case, leading zeros, a fraction of zeros, and in
 * area codes of 12 digits the zeros of levels that are not used (330199001000 is the town 330199001).
 */
export const folds = ['width', 'space', 'case', 'zeros', 'fraction', 'levels'] as const;
export type Fold = (typeof folds)[number];

/** A part of a text: exactly one of these. */
export type Take =
  | { readonly before: string }
  | { readonly after: string }
  | { readonly between: readonly [string, string] }
  | { readonly part: number; readonly of: string }
  | { readonly from: number; readonly length: number }
  | { readonly pattern: string };

/** A pattern cut at its one group. */
export interface Pattern {
  readonly before: string;
  readonly group: string;
  readonly after: string;
}

/** One piece: a letter or mark as it is, `.`, `\d`, an escaped mark or a bracket list, with how often. */
const piece = String.raw`(?:[^\\()[\]{}*+?|^$]|\\[d.\\()[\]{}*+?|^$/-]|\[\^?(?:[^\\[\]]|\\[d\]\\-])+\])(?:[*+?]|\{\d+(?:,\d*)?\})?`;
const whole = new RegExp(`^(\\^?(?:${piece})*)\\(((?:${piece})+)\\)((?:${piece})*\\$?)$`, 'u');

/** `\d` and `.` are spelt out: the databases disagree on what else is a digit, and on whether an end of line is a mark. */
function plain(part: string): string {
  return part.replaceAll(/\[(?:[^\\\]]|\\.)*\]|\\.|\./gs, found => {
    if (found === String.raw`\d`) return '[0-9]';
    if (found === '.') return '[^\n]';
    return found.startsWith('[') ? found.replaceAll(String.raw`\d`, '0-9') : found;
  });
}

/**
 * Reads a pattern of the words that all databases understand alike: marks, `.`, `\d`, `[…]`, `*`, `+`, `?`, `{n,m}`, `^`, `$` and one
 * group in parentheses, which is what is taken. Undefined for anything else.
 */
export function parsePattern(text: string): Pattern | undefined {
  const [, before, group, after] = whole.exec(text) ?? [];
  if (before === undefined || group === undefined || after === undefined) return undefined;
  return { before: plain(before), group: plain(group), after: plain(after) };
}
