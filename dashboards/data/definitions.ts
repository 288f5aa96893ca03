import { servedCatalogue, type ServedDefinitions } from '../../lib/indicators/county/served.ts';
import {
  catalogue as house,
  type CategoryWords,
  defaultPeerRule,
  headline,
  type Indicator,
  type PeerRule,
  type RegisterEntry,
} from '../../lib/indicators/index.ts';

/** A county's catalogue, and what its figures and their codes need to be read. */
export interface Definitions {
  readonly catalogue: readonly Indicator[];
  readonly register: readonly RegisterEntry[];
  /** Which places are alike. */
  readonly peers: PeerRule;
  /** First day of the county's data; undefined where it is not told. */
  readonly dataFrom: string | undefined;
  readonly words: CategoryWords;
}

/** What holds where a gateway tells nothing of its county. */
export const houseDefinitions: Definitions = {
  catalogue: house,
  register: [],
  peers: defaultPeerRule,
  dataFrom: undefined,
  words: {},
};

/**
 * The definitions of the county whose page this is; those of the house where a gateway tells nothing of its county.
 * @throws CodedError BAD_INDICATOR where what it tells does not fit this page
 */
export async function readDefinitions(): Promise<Definitions> {
  const response = await fetch('indicators/definitions.json');
  if (response.status !== 200) return houseDefinitions;
  const served = (await response.json()) as ServedDefinitions;
  const { register, peers, dataFrom, words } = served;
  return { catalogue: servedCatalogue(served), register, peers, dataFrom, words };
}

/** The indicators of the first page as they hold in the county. */
export function headlineOf({ catalogue }: Definitions): readonly Indicator[] {
  return headline.map(each => catalogue.find(({ id }) => id === each.id) ?? each);
}

/** Whether the county has added an indicator itself, changed it, or takes it as it is in the house. */
export function originOf(indicator: Indicator): 'own' | 'changed' | 'house' {
  const same = house.find(({ id }) => id === indicator.id);
  if (same === undefined) return 'own';
  return same === indicator ? 'house' : 'changed';
}
