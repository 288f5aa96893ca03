import { createClient, PlacesDocument } from '../../lib/sdk/index.ts';
import { countyData } from '../data/county-data.ts';
import { type Demo, tokenOf } from '../data/demo.ts';
import { lastComplete } from '../page/choice.ts';
import type { Scene } from './question.ts';

/** Where and when the questions are about; asked as the default person. Rejects where places or the last day are not to be had. */
export async function readScene(demo: Demo): Promise<Scene> {
  const token = (): Promise<string> => tokenOf(demo.default);
  const data = countyData({ url: 'graphql', token });
  const places = await data.places();
  const asOf = places && (await data.asOf(places.county.code));
  if (!places || asOf === undefined || asOf === 'unknown') throw new Error('neither places nor a last day');
  const owned = new Set(demo.identities.flatMap(({ areas }) => areas));
  const town = places.towns.find(({ code }) => owned.has(code)) ?? places.towns[0] ?? places.county;
  const client = createClient({ url: 'graphql', token });
  const { data: register } = await client.query(PlacesDocument, { level: 'VILLAGE', within: town.code });
  const [village] = register.places ?? [];
  return {
    ...places,
    month: lastComplete('MONTH', asOf),
    quarter: lastComplete('QUARTER', asOf),
    year: lastComplete('YEAR', asOf),
    town,
    village: village ? { code: village.code, name: village.name ?? village.code } : town,
    permit: demo.permits.find(({ matter }) => matter.type === 'JudicialAid'),
  };
}
