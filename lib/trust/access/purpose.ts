import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { readCheckedYaml, type CheckedYaml } from '../../kernel/checked-yaml.ts';
import { operatorError } from '../../kernel/coded-error.ts';
import type { Text } from '../../kernel/text.ts';
import permitSchema from '../../../schema/permits.schema.json' with { type: 'json' };
import purposeSchema from '../../../schema/purposes.schema.json' with { type: 'json' };

/** What data may be read for: registered by the county, with a legal basis, approved and for a time. 用途 */
export interface Purpose {
  readonly name: Text;
  readonly basis: { readonly law: string; readonly article: string };
  /** The department that approved it. */
  readonly approvedBy: Text;
  /** First and last day, ISO dates, Beijing time. */
  readonly from: string;
  readonly until: string;
  /** The highest grade of data that it is for. */
  readonly grade: number;
  /** Registered operations that it is for, by name; absent for any. */
  readonly operations?: readonly string[];
  readonly permit?: 'required';
  /** How long what was read may be kept. */
  readonly retention: Text;
}

/** Leave to look into one matter. 许可 */
export interface Permit {
  readonly id: string;
  readonly purpose: string;
  /** The record that is the matter. */
  readonly matter: { readonly type: string; readonly id: string };
  /** All that is named must hold. */
  readonly holder: { readonly subject?: string; readonly role?: string };
  /** Last day, ISO date, Beijing time. */
  readonly until: string;
}

/** The county's purposes and the permits given under them. */
export interface Purposes {
  readonly purposes: ReadonlyMap<string, Purpose>;
  readonly permits: ReadonlyMap<string, Permit>;
}

const ajv = new Ajv({ allErrors: false, strict: false });
const checkPurposes = ajv.compile<{ readonly purposes: Readonly<Record<string, Purpose>> }>(purposeSchema);
const checkPermits = ajv.compile<{ readonly permits: readonly Permit[] }>(permitSchema);

const purposeWords = { code: 'BAD_PURPOSES', what: 'a purposes', write: 'write one as docs/access.md shows' };
const permitWords = { code: 'BAD_PERMITS', what: 'a permits', write: 'write one as docs/access.md shows' };

function permitsOf({ value, where }: CheckedYaml<{ readonly permits: readonly Permit[] }>, known: ReadonlySet<string>) {
  const permits = new Map<string, Permit>();
  for (const [i, permit] of value.permits.entries()) {
    const todo = `correct ${where('permits', String(i))}`;
    if (permits.has(permit.id))
      throw operatorError('BAD_PERMITS', { expected: 'each id once', got: `${permit.id} again`, todo });
    if (!known.has(permit.purpose))
      throw operatorError('BAD_PERMITS', { expected: 'a purpose of purposes.yaml', got: permit.purpose, todo });
    permits.set(permit.id, permit);
  }
  return permits;
}

/** Reads purposes.yaml and, where it is there, permits.yaml of a county's folder. Faults: BAD_PURPOSES, BAD_PERMITS. */
export function readPurposes(folder: string): Purposes {
  const { value, where } = readCheckedYaml(join(folder, 'purposes.yaml'), checkPurposes, purposeWords);
  const purposes = new Map(Object.entries(value.purposes));
  for (const [id, { from, until }] of purposes) {
    if (from <= until) continue;
    const todo = `correct ${where('purposes', id, 'until')}`;
    throw operatorError('BAD_PURPOSES', { expected: `until of ${id} not before its from`, got: until, todo });
  }
  const file = join(folder, 'permits.yaml');
  const permits = existsSync(file)
    ? permitsOf(readCheckedYaml(file, checkPermits, permitWords), new Set(purposes.keys()))
    : new Map<string, Permit>();
  return { purposes, permits };
}

/** The day of a moment in Beijing, as ISO date. */
export function beijingDay(now: Date): string {
  return new Date(now.getTime() + 8 * 3_600_000).toISOString().slice(0, 10);
}
