import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readRegister } from '../indicators/county/index.ts';
import type { RegisterEntry } from '../indicators/index.ts';
import type { County } from '../kernel/county.ts';

/** The county's denominators.yaml; none where there is no such file: rates per residents, vehicles … are then not computable. */
export function registerOfCounty({ folder }: County): RegisterEntry[] {
  const file = join(folder, 'denominators.yaml');
  return existsSync(file) ? readRegister(readFileSync(file, 'utf8')) : [];
}
