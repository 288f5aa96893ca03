import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type County, loadCounty } from '../../lib/kernel/county.ts';
import { fengxi } from '../county.ts';

const files = {
  'ledger.schema.graphql': 'type Entry @key(fields: "id") @records { id: ID! slow: String }',
  'ledger.mapping.yaml':
    'database: ledger\ntypes:\n  Entry:\n    from: entries\n    key: id\n    fields: { slow: { column: slow } }\n',
  'ledger.access.yaml':
    "version: 2\ngrades: { Entry: { '*': 1 } }\ngrants:\n  - { to: { public: true }, purpose: public-information, read: { Entry: all }, statistics: exact }\n",
};

/** A county in this folder with one more department, `ledger`: entries with an id and a text, which everybody may read. */
export function ledgerCounty(folder: string): County {
  cpSync(fengxi.folder, folder, { recursive: true });
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  const county = join(folder, 'county.yaml');
  const entry = '  - { id: ledger, name: { zh: 台账, en: Ledger } }\n';
  writeFileSync(county, readFileSync(county, 'utf8').replace('departments:\n', `departments:\n${entry}`));
  return loadCounty(folder);
}
