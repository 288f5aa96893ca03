import { join } from 'node:path';
import { callerError } from '../kernel/coded-error.ts';
import type { County } from '../kernel/county.ts';
import { type Card, readScorecards } from '../scorecard/index.ts';
import { catalogueOfCounty, declaredOf } from './county-indicators.ts';

/** The cards of the county's scorecard.yaml. Errors: BAD_SCORECARD, SCORECARD_REFUSED. */
export function cardsOf(county: County): Card[] {
  return readScorecards(join(county.folder, 'scorecard.yaml'), catalogueOfCounty(county), declaredOf(county));
}

export function cardOf(county: County, id: string): Card {
  const cards = cardsOf(county);
  const card = cards.find(each => each.id === id);
  if (card !== undefined) return card;
  throw callerError('UNKNOWN_CARD', {
    expected: 'the id of a card',
    got: JSON.stringify(id),
    todo: `choose from ${cards.map(each => each.id).join(', ')}`,
  });
}
