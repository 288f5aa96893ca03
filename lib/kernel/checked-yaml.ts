import { existsSync, readFileSync } from 'node:fs';
import type { ErrorObject, ValidateFunction } from 'ajv';
import { LineCounter, parseDocument, type Document } from 'yaml';
import { operatorError } from './coded-error.ts';

/** A YAML file that its JSON Schema takes, with the place in it of every entry, so that a later fault can name file and line. */
export interface CheckedYaml<T> {
  readonly value: T;
  readonly file: string;
  /** `file:line` of the entry at a path, or of the nearest entry above it. */
  where(...path: string[]): string;
}

/** What the sentences of a kind of file say. */
export interface FileWords {
  /** The code of its faults. */
  readonly code: string;
  /** `a mapping`. */
  readonly what: string;
  /** What to do where there is no such file. */
  readonly write: string;
}

function lineOf(document: Document, lines: LineCounter, path: readonly string[]): number {
  for (let depth = path.length; depth > 0; depth -= 1) {
    const node = document.getIn(path.slice(0, depth), true) as { range?: [number, number, number] } | undefined;
    if (node?.range) return lines.linePos(node.range[0]).line;
  }
  return 1;
}

function depth({ instancePath, keyword }: ErrorObject): number {
  return instancePath.split('/').length + Number(keyword === 'additionalProperties') / 2;
}

/** Of alternatives that all fail, the fault that lies deepest says most. */
function deepest(errors: readonly ErrorObject[]): ErrorObject | undefined {
  return errors.toSorted((a, b) => depth(b) - depth(a))[0];
}

function describe(error: ErrorObject, what: string): { expected: string; got: string } {
  const at = error.instancePath.slice(1).replaceAll('/', '.') || 'the file';
  if (error.keyword === 'additionalProperties') {
    return { expected: `only known words in ${at}`, got: JSON.stringify(error.params['additionalProperty']) };
  }
  if (error.keyword === 'enum') {
    return { expected: `${at} to be one of ${JSON.stringify(error.params['allowedValues'])}`, got: 'another value' };
  }
  return { expected: `${what} in which ${at} ${error.message ?? 'is right'}`, got: 'something else' };
}

/** Reads a YAML file and holds it against its schema. Every fault is one sentence with file and line, under the code of `words`. */
export function readCheckedYaml<T>(file: string, check: ValidateFunction<T>, words: FileWords): CheckedYaml<T> {
  const { code, what } = words;
  if (!existsSync(file))
    throw operatorError(code, { expected: `${what} file ${file}`, got: 'none', todo: words.write });
  const lines = new LineCounter();
  const document = parseDocument(readFileSync(file, 'utf8'), { lineCounter: lines, prettyErrors: false });
  const where = (...path: string[]): string => `${file}:${lineOf(document, lines, path)}`;
  const broken = document.errors[0];
  if (broken) {
    throw operatorError(code, {
      expected: `${what} in YAML`,
      got: broken.message,
      todo: `correct ${file}:${lines.linePos(broken.pos[0]).line}`,
    });
  }
  const value: unknown = document.toJS();
  if (!check(value)) {
    const error = deepest(check.errors ?? []);
    const parts = error ? describe(error, what) : { expected: what, got: 'something else' };
    throw operatorError(code, {
      ...parts,
      todo: `correct ${where(...(error?.instancePath.split('/').slice(1) ?? []))}`,
    });
  }
  return { value, file, where };
}
