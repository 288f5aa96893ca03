import { isRow } from '../execute/response.ts';

/** Why a department refuses something, in its own words. */
export interface DepartmentRefusal {
  readonly code: string;
  readonly message: string;
}

/** What a department refuses to one identity. */
export interface DepartmentRights {
  /** Of the policy by which it was decided. */
  readonly version: string;
  /** By coordinates of the department's schema: `Type.field`, `Input.field`, `Enum.VALUE`. */
  readonly refused: ReadonlyMap<string, DepartmentRefusal>;
}

const longestMessage = 500;

/**
 * Reads what a department says at its door for rights: `{ version, refusals: [{ code, message, coordinates }] }`. Undefined for anything
 * else, of which nothing can be taken for sure.
 */
export function readRights(said: unknown): DepartmentRights | undefined {
  if (!isRow(said) || typeof said['version'] !== 'string' || !Array.isArray(said['refusals'])) return undefined;
  const refused = new Map<string, DepartmentRefusal>();
  for (const one of said['refusals'] as unknown[]) {
    const { code, message, coordinates } = isRow(one) ? one : {};
    if (typeof code !== 'string' || !/^[A-Z][A-Z0-9_]*$/.test(code)) return undefined;
    if (typeof message !== 'string' || !Array.isArray(coordinates)) return undefined;
    const refusal = { code, message: message.slice(0, longestMessage) };
    for (const coordinate of coordinates as unknown[]) {
      if (typeof coordinate !== 'string') return undefined;
      refused.set(coordinate, refusal);
    }
  }
  return { version: said['version'], refused };
}
