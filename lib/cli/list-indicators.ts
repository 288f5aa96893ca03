import type { Indicator } from '../indicators/index.ts';
import { loadCounty } from '../kernel/county.ts';
import type { Language } from '../kernel/text.ts';
import { unitNames } from '../kernel/unit.ts';
import { catalogueOfCounty } from './county-indicators.ts';
import { table } from './terminal-table.ts';

const heads = {
  zh: ['编号', '名称', '归口', '单位', '可细分', '证据等级', '版本', '起用'],
  en: ['Id', 'Name', 'Owner', 'Unit', 'By', 'Evidence', 'Version', 'From'],
} as const;

function line({ id, name, owner, unit, dimensions, evidence, versions }: Indicator, language: Language): string[] {
  const last = versions.at(-1) ?? versions[0];
  const what = [name[language], owner, unitNames[unit][language], dimensions.join(' '), evidence];
  return [id, ...what, String(last.version), last.from];
}

/** Prints the county's catalogue: what is in the house, what the county adds, and what it has changed. */
export function listIndicators(options: {
  readonly county: string;
  readonly language: string;
  readonly json?: boolean;
}): void {
  const catalogue = catalogueOfCounty(loadCounty(options.county));
  if (options.json) {
    console.log(JSON.stringify(catalogue, null, 2));
    return;
  }
  const language = options.language === 'en' ? 'en' : 'zh';
  console.log(table([[...heads[language]], ...catalogue.map(each => line(each, language))]));
}
