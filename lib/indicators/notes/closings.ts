import { share } from '../formula/ratio.ts';
import type { Indicator } from '../indicator.ts';
import { type Count, measure } from '../measure.ts';
import type { MeasureOf, RecordType } from '../record-type.ts';

/** What a department closes in a period, what of it in the last three days of a month, and what of it was changed later. */
interface Closing {
  readonly closed: Count;
  readonly atMonthEnd: Count;
  /** undefined where the department gives no time of a change. */
  readonly edited: Count | undefined;
  /** Measures that count closings: an indicator that rests on one of them can be improved by a rush. */
  readonly of: readonly string[];
}

function closing<T extends RecordType>(
  type: T,
  closed: MeasureOf<T>,
  atMonthEnd: MeasureOf<T>,
  others: readonly MeasureOf<T>[],
  edited?: MeasureOf<T>,
): Closing {
  return {
    closed: measure(type, closed),
    atMonthEnd: measure(type, atMonthEnd),
    edited: edited === undefined ? undefined : measure(type, edited),
    of: [closed, ...others],
  };
}

const closings: readonly Closing[] = [
  closing(
    'courtCase',
    'CLOSED',
    'CLOSED_AT_MONTH_END',
    ['CLOSED_WITHIN_LIMIT', 'CIVIL_SETTLED', 'TIME_TO_CLOSE'],
    'EDITED_AFTER_CLOSING',
  ),
  closing('enforcement', 'CLOSED', 'CLOSED_AT_MONTH_END', ['ACTUALLY_ENFORCED']),
  closing('preFilingMediation', 'ENDED', 'ENDED_AT_MONTH_END', ['SETTLED']),
  closing('dispute', 'RESOLVED', 'RESOLVED_AT_MONTH_END', ['RESOLVED_LOCALLY', 'ACCEPTED_RESOLVED']),
  closing('mediation', 'ENDED', 'ENDED_AT_MONTH_END', ['AGREED', 'ENDED_IN_LIMIT']),
  closing('petition', 'CLOSED', 'CLOSED_AT_MONTH_END', ['RATED_SATISFIED', 'CLOSED_ON_TIME'], 'EDITED_AFTER_CLOSING'),
  closing('prosecutionCase', 'DECIDED', 'DECIDED_AT_MONTH_END', ['DECIDED_WITHIN_LIMIT']),
  closing('gridEvent', 'CLOSED', 'CLOSED_AT_MONTH_END', ['CLOSED_ON_TIME', 'REPORTED_CLOSED']),
  closing('temporaryRelief', 'DECIDED', 'DECIDED_AT_MONTH_END', ['DECIDED_ON_TIME']),
];

/**
 * The share of an indicator's closings that fall into the last days of months, as a definition of its own: all closings of the type,
 * by the indicator's calendar. undefined where it rests on none.
 */
export function monthEndShare(definition: Indicator): Indicator | undefined {
  const found = closingOf(definition);
  return found && shareOf(definition, 'at month end', found.atMonthEnd, found.closed);
}

/** The share of them that were changed on a later day; undefined, too, where the department does not say when a record was changed. */
export function editedShare(definition: Indicator): Indicator | undefined {
  const found = closingOf(definition);
  return found?.edited && shareOf(definition, 'edited after closing', found.edited, found.closed);
}

function closingOf(definition: Indicator): Closing | undefined {
  // How much comes in is no better for a rush.
  const formulas = definition.forms.flatMap(({ parts }) => parts.map(({ formula }) => formula));
  const terms = formulas.filter(({ chance }) => chance !== 'rate').flatMap(formula => formula.terms);
  return closings.find(({ closed, of }) => terms.some(term => term.type === closed.type && of.includes(term.measure)));
}

function shareOf(definition: Indicator, word: string, part: Count, closed: Count): Indicator {
  const { earlier: _earlier, exclude: _exclude, ...rest } = definition;
  const formula = share(part, closed);
  return {
    ...rest,
    id: `${rest.id} ${word}`,
    forms: [{ form: 'in-period', parts: [{ id: null, name: null, formula }] }],
  };
}
