import { basename, join, resolve } from 'node:path';
import { type County, loadCounty } from '../kernel/county.ts';
import { openStore, type Store } from '../store/index.ts';

export interface StoreOptions {
  readonly county: string;
  readonly data?: string;
  /** Address in place of the county's own. */
  readonly store?: string;
}

/** Where a county's store is: as said, as county.yaml says, or a SQLite file beside its data. */
export function storeUrl(county: County, { store, data }: Omit<StoreOptions, 'county'>): string {
  const folder = data === undefined ? resolve('.countygraph', basename(county.folder)) : resolve(data);
  return store ?? county.store ?? `sqlite:${join(folder, 'store.sqlite')}`;
}

/** Opens the county's store for as long as it is used. */
export async function withStore<T>(
  options: StoreOptions,
  use: (store: Store, county: County) => Promise<T>,
): Promise<T> {
  const county = loadCounty(options.county);
  const store = await openStore(storeUrl(county, options));
  try {
    return await use(store, county);
  } finally {
    await store.close();
  }
}
