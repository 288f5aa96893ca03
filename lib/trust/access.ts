import { existsSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { levelOf } from '../kernel/area-code.ts';
import { operatorError } from '../kernel/coded-error.ts';
import type { StatisticsProfile } from './obligation.ts';

/** One grant of a department's access file. */
export interface Grant {
  /** The subject's role. */
  readonly to: string;
  /** Types with their fields; `all` for every mapped field. */
  readonly read: Readonly<Record<string, 'all' | readonly string[]>>;
  /** Places whose rows are meant; the whole county when absent. */
  readonly areas?: readonly string[];
  readonly statistics: StatisticsProfile;
}

/** A department's own access file (counties/<name>/<department>.access.yaml). Deny by default. */
export interface AccessFile {
  readonly grants: readonly Grant[];
}

const profiles: readonly StatisticsProfile[] = ['exact', 'protected', 'public', 'none'];

/** A code in quotes; anything else, once its other characters are dropped, could open a larger place or all of them. */
function isAreaCode(code: unknown): boolean {
  return typeof code === 'string' && levelOf(code) !== undefined;
}

function isGrant(grant: Partial<Grant> | null): grant is Grant {
  return (
    typeof grant?.to === 'string' &&
    typeof grant.read === 'object' &&
    grant.read !== null &&
    Object.values(grant.read).every(f => f === 'all' || (Array.isArray(f) && f.every(x => typeof x === 'string'))) &&
    (grant.areas === undefined || (Array.isArray(grant.areas) && grant.areas.every(isAreaCode))) &&
    profiles.some(profile => profile === grant.statistics)
  );
}

/** Reads an access file; a fault is one BAD_ACCESS_FILE sentence, because a misread grant must never open a door. */
export function readAccess(file: string): AccessFile {
  const todo = `correct ${file}`;
  if (!existsSync(file)) {
    throw operatorError('BAD_ACCESS_FILE', {
      expected: `an access file ${file}`,
      got: 'none',
      todo: 'write one, no rights are assumed',
    });
  }
  let raw: { grants?: (Partial<Grant> | null)[] } | null;
  try {
    raw = parse(readFileSync(file, 'utf8')) as typeof raw;
  } catch (error) {
    const got = error instanceof Error ? (error.message.split('\n')[0] ?? '') : 'other text';
    throw operatorError('BAD_ACCESS_FILE', { expected: 'an access file in YAML', got, todo });
  }
  const grants = raw?.grants;
  if (!Array.isArray(grants))
    throw operatorError('BAD_ACCESS_FILE', { expected: 'a list `grants`', got: 'none', todo });
  const wrong = grants.findIndex(grant => !isGrant(grant));
  if (wrong >= 0) {
    throw operatorError('BAD_ACCESS_FILE', {
      expected:
        'a grant with to, read (type: all or a list of fields), areas (optional, codes in quotes) and statistics (exact, protected, public or none)',
      got: `something else as grant ${wrong + 1}`,
      todo,
    });
  }
  return { grants: grants.filter(isGrant) };
}
