import { Ajv } from 'ajv';
import { readCheckedYaml, type CheckedYaml } from '../../kernel/checked-yaml.ts';
import schema from '../../../schema/access.schema.json' with { type: 'json' };
import type { Access, AccessFile, AccessModel } from './access.ts';
import { holdAccess } from './hold-access.ts';
import type { Purposes } from './purpose.ts';

const check = new Ajv({ allErrors: false, strict: false }).compile<AccessFile>(schema);

const words = {
  code: 'BAD_ACCESS_FILE',
  what: 'an access',
  write: 'write one as docs/access.md shows; no rights are assumed',
};

/** An access file as it is written, not yet held against anything. Faults: BAD_ACCESS_FILE with file and line. */
export function readAccessFile(file: string): CheckedYaml<AccessFile> {
  return readCheckedYaml(file, check, words);
}

/**
 * Reads a department's access file and holds it against the department's model and the county's purposes: a misread grant must
 * never open a door. Faults: BAD_ACCESS_FILE with file and line.
 */
export function readAccess(file: string, model: AccessModel, purposes: Purposes): Access {
  return holdAccess(readAccessFile(file), model, purposes);
}
