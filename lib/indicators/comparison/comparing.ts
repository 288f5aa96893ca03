import type { Client } from '../../sdk/index.ts';
import { chosen, distinctPeriods } from '../choose.ts';
import type { Indicator } from '../indicator.ts';
import type { CompareRequest } from '../request.ts';
import { compareFigures, type Grounds } from './compare.ts';
import type { ComparedFigure } from './compared-figure.ts';
import { gather } from './gather.ts';
import { chosenKinds, rankingOff } from './kinds.ts';

/** What figures are asked for and compared with. */
export interface Setting extends Grounds {
  readonly client: Client;
  readonly catalogue: readonly Indicator[];
  /** Whether the county lets places be ranked. */
  readonly ranks: boolean;
}

/** Asks the departments for all that a comparison needs, and makes it. Errors: see Analytics. */
export async function comparing(setting: Setting, request: CompareRequest): Promise<ComparedFigure[]> {
  const { by = null, signal, ranking = false } = request;
  if (ranking && !setting.ranks) throw rankingOff();
  const kinds = chosenKinds(request.kinds);
  const periods = distinctPeriods(request.periods);
  const definitions = chosen(setting.catalogue, request.indicators, by);
  const wanted = { choice: request, definitions, periods, by, kinds, notes: request.notes === true };
  const gathered = await gather(setting.client, wanted, signal === undefined ? {} : { signal });
  return compareFigures(wanted, gathered, setting, ranking);
}
