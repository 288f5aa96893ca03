import { Ajv } from 'ajv';
import { readCheckedYaml } from '../../kernel/checked-yaml.ts';
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

const words = { code: 'BAD_MAPPING', what: 'a mapping', write: 'write one as docs/mapping.md shows' };

/** Reads and checks a mapping file (YAML, schema/mapping.schema.json). Faults: BAD_MAPPING with file and line. */
export function readMapping(file: string): ReadMapping {
  const { value: mapping, where } = readCheckedYaml(file, check, words);
  return { mapping, file, where };
}
