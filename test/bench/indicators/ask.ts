import { join } from 'node:path';
import { readRegister } from '../../../lib/indicators/county/index.ts';
import { catalogue, createAnalytics, type Figure } from '../../../lib/indicators/index.ts';
import type { County } from '../../../lib/kernel/county.ts';
import type { Client } from '../../../lib/sdk/index.ts';
import { months } from './by-hand/days.ts';
import type { Made } from './by-hand/made.ts';
import { numbersOf } from './equal.ts';

/** A client that counts what it asks. */
export function counting(client: Client): Client & { readonly requests: number } {
  let requests = 0;
  return {
    get requests() {
      return requests;
    },
    query(...asked) {
      requests += 1;
      return client.query(...asked);
    },
  };
}

/**
 * Every figure of the catalogue for 36 months, the county and its towns. `atOnce`: how many indicators are asked for side by side, each by a
 * request of its own; undefined: all by one request.
 */
export async function askForAll(client: Client, county: County, atOnce?: number): Promise<ReadonlyMap<string, Made>> {
  const towns = [...county.areas.values()].filter(({ level }) => level === 'TOWN').map(({ code }) => code);
  const register = readRegister(join(county.folder, 'denominators.yaml'));
  const analytics = createAnalytics({ client, dataFrom: county.data.from, register });
  const asked = { areas: [county.code, ...towns], periods: months };
  if (atOnce === undefined) return new Map((await analytics.figures(asked)).map(numbersOf));
  const figures: Figure[] = [];
  const left = catalogue.map(({ id }) => id);
  const work = async (): Promise<void> => {
    for (let id = left.shift(); id !== undefined; id = left.shift())
      figures.push(...(await analytics.figures({ ...asked, indicators: [id] })));
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return new Map(figures.map(numbersOf));
}
