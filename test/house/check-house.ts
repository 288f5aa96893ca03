import { checkImports } from './check-imports.ts';
import { checkTexts } from './check-texts.ts';
import type { Violation } from './violation.ts';

/** Everything in `files` (path from the root of the repository -> text) that breaks the rules of the house. */
export function checkHouse(files: ReadonlyMap<string, string>): Violation[] {
  const code = new Map([...files].filter(([path]) => /\.(ts|js)$/.test(path)));
  return [...checkImports(code), ...checkTexts(files)];
}
