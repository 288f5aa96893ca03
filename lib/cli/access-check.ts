import { join, relative } from 'node:path';
import { CodedError } from '../kernel/coded-error.ts';
import { loadCounty } from '../kernel/county.ts';
import { readMapping } from '../source/index.ts';
import { readPurposes, reviewAccess, type Remark, type Reviewed } from '../trust/index.ts';
import { languageOf, policyOf } from './access-options.ts';
import { labels, remarks } from './access-words.ts';
import { table } from './terminal-table.ts';

export interface AccessCheckOptions {
  readonly county: string;
  readonly language: string;
  readonly json?: boolean;
}

/** A file by which its department would not start. */
interface Broken {
  readonly department: string;
  readonly code: string;
  readonly sentence: string;
}

/** `countygraph access check`: holds all access files of a county together. Ends with 1 for what it finds. */
export function accessCheck(options: AccessCheckOptions): 0 | 1 {
  const language = languageOf(options.language);
  const county = loadCounty(options.county);
  const purposes = readPurposes(county.folder);
  const broken: Broken[] = [];
  const reviewed = county.departments.flatMap(({ id }): Reviewed[] => {
    try {
      const { access } = policyOf(county, id, purposes);
      const { types } = readMapping(join(county.folder, `${id}.mapping.yaml`)).mapping;
      const notKept = Object.keys(types).filter(type => 'absent' in (types[type] ?? {}));
      return [{ id, file: `${id}.access.yaml`, access, notKept: new Set(notKept) }];
    } catch (error) {
      if (!(error instanceof CodedError) || error.kind !== 'operator') throw error;
      broken.push({ department: id, code: error.code, sentence: error.message });
      return [];
    }
  });
  const found = reviewAccess(reviewed, purposes, code => county.areas.has(code), new Date()).map((remark): Remark => ({
    ...remark,
    at: remark.at.startsWith('/') ? relative(process.cwd(), remark.at) : remark.at,
  }));
  if (options.json) console.log(JSON.stringify({ broken, remarks: found }, undefined, 2));
  else {
    for (const { department, code, sentence } of broken)
      console.log(`${department} ${labels.unread[language]} ${code}: ${sentence}`);
    const lines = found.map(({ department, at, what, code }) => [department || '—', at, what, remarks[code][language]]);
    if (lines.length > 0) console.log(table(lines));
    if (lines.length + broken.length === 0)
      console.log(
        `${labels.grants[language]} ${reviewed.reduce((n, { access }) => n + access.grants.length, 0)}: ${labels.fine[language]}`,
      );
  }
  return broken.length + found.length > 0 ? 1 : 0;
}
