import { isGenerated, lineBudget, roomOf } from './floor-plan.ts';
import { linesOfCode } from './source-file.ts';
import type { Violation } from './violation.ts';

/** What each file by itself must or must not be: its length, name and words (path -> text). */
export function checkTexts(files: ReadonlyMap<string, string>): Violation[] {
  const written = [...files].filter(([path]) => !isGenerated(path));
  return [...written.flatMap(([path, text]) => checkText(path, text)), ...checkBudget(new Map(written))];
}

// The brackets keep these patterns from finding themselves.
const unfinished = /\b(TO[D]O|FIX[M]E)\b/;
const publicNetwork =
  /\b(?:unpk[g]|jsdeliv[r]|cdnj[s]|esm\.s[h]|skypac[k]|jspm\.i[o]|bootstrapcd[n]|(?:fonts|ajax)\.g(?:oogleapis|static)|embeddable-(?:sandbox|explorer))\b|\/\/cdn\./;
const vagueName = /^(?:.+-)?(?:utils?|helpers?|common|misc)$/;

function checkText(path: string, text: string): Violation[] {
  const found: Violation[] = [];
  const add = (rule: Violation['rule'], what: string): void => void found.push({ rule, path, what });
  const isSchema = path.endsWith('.graphql');
  if (!isSchema && path.split('/').some(part => vagueName.test(part.split('.')[0] ?? ''))) {
    add('name', 'is named after no concept');
  }
  if (!path.endsWith('.config.ts') && /^export\s+(?:default\b|\{[^}]*\bas default\b)/m.test(text)) {
    add('default-export', 'has a default export');
  }
  const word = unfinished.exec(text)?.[0];
  if (word !== undefined) add('unfinished', `says ${word}`);
  const address = publicNetwork.exec(text)?.[0];
  if (address !== undefined) add('network', `names a public network: ${address}`);
  const lines = linesOfCode(text);
  if (!isSchema && lines > lineBudget.most) add('budget', `has ${lines} lines of code, more than ${lineBudget.most}`);
  return found;
}

function checkBudget(files: ReadonlyMap<string, string>): Violation[] {
  const lines = [...files].filter(([path]) => isProduct(path)).map(([, text]) => linesOfCode(text));
  const budgets = [
    ['median', quantile(lines, 0.5), lineBudget.median],
    ['ninetieth percentile', quantile(lines, 0.9), lineBudget.ninetieth],
  ] as const;
  return budgets
    .filter(([, got, most]) => got > most)
    .map(([name, got, most]) => ({
      rule: 'budget',
      path: 'the house',
      what: `the ${name} is ${got} lines a file, more than ${most}`,
    }));
}

/** Code that users run: its files are small, while a test may be as long as its list of cases. */
export function isProduct(path: string): boolean {
  const folder = roomOf(path)?.folder;
  return path.endsWith('.ts') && !isGenerated(path) && folder !== undefined && folder !== 'test' && folder !== 'docs';
}

/** Nearest-rank quantile; 0 for no values. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0;
}
