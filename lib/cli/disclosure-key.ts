import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { County } from '../kernel/county.ts';

/**
 * The key by which a department protects its statistics: COUNTYGRAPH_DISCLOSURE_KEY, or `<department>.disclosure.key` of the data
 * folder, which is made for a made-up county. It must stay the same: with another one every protected figure is drawn anew, and who
 * has both sets learns more than from one. Undefined where there is none.
 */
export function disclosureKey(county: County, id: string, dataFolder: string): string | undefined {
  const given = process.env['COUNTYGRAPH_DISCLOSURE_KEY'];
  if (given !== undefined && given !== '') return given;
  const file = join(dataFolder, `${id}.disclosure.key`);
  if (existsSync(file)) return readFileSync(file, 'utf8').trim();
  if (county.seed === undefined) return undefined;
  const made = randomBytes(32).toString('hex');
  mkdirSync(dataFolder, { recursive: true });
  writeFileSync(file, `${made}\n`, { mode: 0o600 });
  return made;
}
