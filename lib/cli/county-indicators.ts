import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import {
  type Declared,
  type DeclaredKind,
  type DeclaredType,
  readCountyCatalogue,
  readPeers,
  readRegister,
} from '../indicators/county/index.ts';
import {
  type Analytics,
  catalogue,
  type CategoryWords,
  createAnalytics,
  type Indicator,
  type RegisterEntry,
} from '../indicators/index.ts';
import type { County } from '../kernel/county.ts';
import type { Client } from '../sdk/index.ts';
import type { Measure } from '../source/index.ts';
import { readContract, valueWords } from '../subgraph/index.ts';

/** The county's denominators.yaml; none where there is no such file: rates per residents, vehicles … are then not computable. */
export function registerOfCounty({ folder }: County): RegisterEntry[] {
  const file = join(folder, 'denominators.yaml');
  return existsSync(file) ? readRegister(file) : [];
}

/** Files by which the county adds and changes indicators. */
export function indicatorFiles({ folder }: County): string[] {
  const own = join(folder, 'indicators');
  const names = existsSync(own) ? readdirSync(own).filter(name => name.endsWith('.yaml')) : [];
  return names.sort().map(name => join(own, name));
}

/** The catalogue with what the county's folder indicators/ adds and changes. Errors: BAD_INDICATOR. */
export function catalogueOfCounty(county: County): Indicator[] {
  const files = indicatorFiles(county);
  return files.length === 0 ? [...catalogue] : readCountyCatalogue(catalogue, files, declaredOf(county));
}

/** The county's indicators from a gateway. */
export function analyticsOfCounty(county: County, client: Client): Analytics<string> {
  return createAnalytics<string>({
    client,
    dataFrom: county.data.from,
    catalogue: catalogueOfCounty(county),
    register: registerOfCounty(county),
    peers: readPeers(county.peers),
    ranking: county.ranking,
  });
}

function kindOf(measure: Measure): DeclaredKind {
  if (measure.kind === 'durations') return measure.snapshot === true ? 'ages' : 'lengths';
  return measure.kind === 'stock' ? 'stock' : 'flow';
}

/** What the schemas of the county's departments declare. */
export function declaredOf({ folder, departments }: County): Declared {
  const types = new Map<string, DeclaredType>();
  for (const { id } of departments) {
    for (const [name, record] of readContract(id, { county: folder }).model.records) {
      const values = record.dimensions.map(field => [field, record.values?.get(field) ?? []] as const);
      types.set(`${name.charAt(0).toLowerCase()}${name.slice(1)}`, {
        measures: new Map([...record.measures].map(([measure, declared]) => [measure, kindOf(declared)])),
        dimensions: new Map(values),
      });
    }
  }
  return types;
}

/** What the codes of the county's departments are called. */
export function wordsOfCounty({ folder, departments }: County): CategoryWords {
  return Object.assign({}, ...departments.map(({ id }) => valueWords(readContract(id, { county: folder }).model)));
}
