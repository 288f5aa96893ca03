import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { catalogue, type Indicator } from '../indicators/index.ts';
import { cataloguePages } from '../indicators/pages/index.ts';
import { pageWords } from '../indicators/pages/words.ts';
import { loadCounty } from '../kernel/county.ts';
import { catalogueOfCounty, wordsOfCounty } from './county-indicators.ts';

/**
 * Writes the documentation of the county's catalogue: a page an indicator and an index, in both languages. Its own and its changed
 * indicators are in it as they hold in the county.
 */
export function documentIndicators(folder: string, options: { readonly county: string }): void {
  const county = loadCounty(options.county);
  const definitions = catalogueOfCounty(county);
  const pages = cataloguePages(definitions, { written: pageWords.ofCounty, categories: wordsOfCounty(county) });
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of pages) writeFileSync(join(folder, name), `${text.trim()}\n`);
  const house = new Set<Indicator>(catalogue);
  const own = definitions.filter(each => !house.has(each));
  console.log(
    `${pages.size} pages, ${definitions.length} indicators; the county's own or changed: ${own.map(({ id }) => id).join(', ') || 'none'}`,
  );
}
