import { existsSync, readFileSync } from 'node:fs';
import { Ajv, type ErrorObject } from 'ajv';
import { LineCounter, parseDocument, type Document } from 'yaml';
import { operatorError } from '../../kernel/coded-error.ts';
import schema from '../../../schema/mapping.schema.json' with { type: 'json' };
import type { Mapping } from './mapping.ts';

/** A mapping with the place in its file of every entry, so that a later fault can name file and line. */
export interface ReadMapping {
  readonly mapping: Mapping;
  readonly file: string;
  /** `file:line` of the entry at a path, or of the nearest entry above it. */
  where(...path: string[]): string;
}

const check = new Ajv({ allErrors: false, strict: false }).compile<Mapping>(schema);

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

function describe(error: ErrorObject): { expected: string; got: string } {
  const at = error.instancePath.slice(1).replaceAll('/', '.') || 'the file';
  if (error.keyword === 'additionalProperties') {
    return { expected: `only known words in ${at}`, got: JSON.stringify(error.params['additionalProperty']) };
  }
  if (error.keyword === 'enum') {
    return { expected: `${at} to be one of ${JSON.stringify(error.params['allowedValues'])}`, got: 'another value' };
  }
  return { expected: `a mapping in which ${at} ${error.message ?? 'is right'}`, got: 'something else' };
}

/** Reads and checks a mapping file (YAML, schema/mapping.schema.json). Faults: BAD_MAPPING with file and line. */
export function readMapping(file: string): ReadMapping {
  if (!existsSync(file)) {
    throw operatorError('BAD_MAPPING', {
      expected: `a mapping file ${file}`,
      got: 'none',
      todo: 'write one as docs/mapping.md shows',
    });
  }
  const lines = new LineCounter();
  const document = parseDocument(readFileSync(file, 'utf8'), { lineCounter: lines, prettyErrors: false });
  const where = (...path: string[]): string => `${file}:${lineOf(document, lines, path)}`;
  const broken = document.errors[0];
  if (broken) {
    throw operatorError('BAD_MAPPING', {
      expected: 'a mapping in YAML',
      got: broken.message,
      todo: `correct ${file}:${lines.linePos(broken.pos[0]).line}`,
    });
  }
  const mapping: unknown = document.toJS();
  if (!check(mapping)) {
    const error = deepest(check.errors ?? []);
    const parts = error ? describe(error) : { expected: 'a mapping', got: 'something else' };
    throw operatorError('BAD_MAPPING', {
      ...parts,
      todo: `correct ${where(...(error?.instancePath.split('/').slice(1) ?? []))}`,
    });
  }
  return { mapping, file, where };
}
