import { type CountyData, countyData } from './county-data.ts';
import { type Definitions, readDefinitions } from './definitions.ts';
import { type Demo, type Person, personOf, readDemo, tokenOf } from './demo.ts';
import type { Places } from './remembered-places.ts';

/** What a page must know before it can show a figure. */
export interface Scene {
  /** undefined outside of a demonstration. */
  readonly demo: Demo | undefined;
  /** Whose eyes the page is seen with; undefined outside of a demonstration. */
  readonly person: Person | undefined;
  readonly definitions: Definitions;
  readonly data: CountyData;
  readonly places: Places;
  /** Last day of the data; today where it is not known. */
  readonly asOf: string;
  /** Whether all departments have refused whoever asks. */
  readonly isRefused: boolean;
}

/** The department that keeps the places is away, and this browser has not seen them before. */
export class PlacesAway extends Error {}

/**
 * Finds out who asks, for which county and up to which day.
 * @throws PlacesAway, ClientError when there is no gateway, Error when no department answers
 */
export async function openScene(as: string): Promise<Scene> {
  const [demo, definitions] = await Promise.all([readDemo(), readDefinitions()]);
  const person = demo && personOf(demo, as);
  const asked = person && { token: () => tokenOf(person.id), ownAreas: person.areas };
  const data = countyData({ url: 'graphql', definitions, ...asked });
  const places = await data.places();
  if (!places) throw new PlacesAway();
  const asOf = await data.asOf(person?.areas[0] ?? places.county.code);
  if (asOf === undefined) throw new Error('no department answers');
  const isRefused = asOf === 'unknown';
  const today = new Date().toISOString().slice(0, 10);
  return { demo, person, definitions, data, places, asOf: isRefused ? today : asOf, isRefused };
}

/** Whether a question was answered, with no; a gateway that does not answer is another matter. */
export function isRefusal(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'REQUEST_REFUSED';
}
