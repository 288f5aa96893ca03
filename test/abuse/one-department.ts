import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadCounty, type County } from '../../lib/kernel/county.ts';
import { fengxi } from '../county.ts';

/** Files of a county's folder by name. */
export type Files = Readonly<Record<string, string>>;

export function writeFiles(folder: string, files: Files): void {
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
}

/** The made-up county in this folder, with files of its own and one more department, `archive`. */
export function archiveCounty(folder: string, files: Files): County {
  cpSync(fengxi.folder, folder, { recursive: true });
  writeFiles(folder, files);
  const county = join(folder, 'county.yaml');
  const entry = '  - { id: archive, name: { zh: 档案, en: Archive } }\n';
  writeFileSync(county, readFileSync(county, 'utf8').replace('departments:\n', `departments:\n${entry}`));
  return loadCounty(folder);
}
