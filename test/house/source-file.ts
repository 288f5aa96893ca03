import { posix } from 'node:path';

/** One import, re-export or dynamic import of a file. */
export interface Import {
  /** Relative ones as a path from the root of the repository, others as written. */
  readonly target: string;
  /** `import type` and `export type … from`: erased before the file runs. */
  readonly erased: boolean;
}

// Prettier puts every import and re-export at the start of a line, which keeps them apart from text that mentions one.
const statement =
  /^(?:import|export)\s+(type\s+(?!from\b))?(?:[\w$]+\s*,?\s*)?(?:\*(?:\s+as\s+[\w$]+)?|\{[^}]*\})?\s*from\s*'([^']+)'/gm;
const bareImport = /^import\s*'([^']+)'/gm;
const dynamicImport = /\bimport\(\s*'([^']+)'/g;

/** What a formatted TypeScript or JavaScript file imports. */
export function importsOf(path: string, text: string): Import[] {
  const written = [
    ...[...text.matchAll(statement)].map(([, type, name = '']) => ({ name, erased: type !== undefined })),
    ...[...text.matchAll(bareImport), ...text.matchAll(dynamicImport)].map(([, name = '']) => ({
      name,
      erased: false,
    })),
  ];
  return written.map(({ name, erased }) => ({
    target: name.startsWith('.') ? posix.join(posix.dirname(path), name) : name,
    erased,
  }));
}

/** The npm package of an import that is neither a file nor part of Node. */
export function packageOf(target: string): string {
  return target
    .split('/')
    .slice(0, target.startsWith('@') ? 2 : 1)
    .join('/');
}

/** Lines that are neither blank nor comment. */
export function linesOfCode(text: string): number {
  let inComment = false;
  let lines = 0;
  for (const line of text.split('\n').map(raw => raw.trim())) {
    if (!inComment && line !== '' && !line.startsWith('//') && !line.startsWith('/*')) lines += 1;
    if (line.startsWith('/*')) inComment = true;
    if (inComment && line.includes('*/')) inComment = false;
  }
  return lines;
}
