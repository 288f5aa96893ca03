import { share } from '../formula/ratio.ts';
import type { Indicator } from '../indicator.ts';
import { type Count, measure } from '../measure.ts';
import type { MeasureOf, RecordType } from '../record-type.ts';

/** What a department closes in a period, and what of it in the last three days of a month. */
interface Closing {
  readonly closed: Count;
  readonly atMonthEnd: Count;
  /** Measures that count closings: an indicator that rests on one of them can be improved by a rush. */
  readonly of: readonly string[];
}

function closing<T extends RecordType>(
  type: T,
  closed: MeasureOf<T>,
  atMonthEnd: MeasureOf<T>,
  others: readonly MeasureOf<T>[],
): Closing {
  return { closed: measure(type, closed), atMonthEnd: measure(type, atMonthEnd), of: [closed, ...others] };
}

const closings: readonly Closing[] = [
  closing('courtCase', 'CLOSED', 'CLOSED_AT_MONTH_END', ['CLOSED_WITHIN_LIMIT', 'CIVIL_SETTLED', 'TIME_TO_CLOSE']),
  closing('enforcement', 'CLOSED', 'CLOSED_AT_MONTH_END', ['ACTUALLY_ENFORCED']),
  closing('preFilingMediation', 'ENDED', 'ENDED_AT_MONTH_END', ['SETTLED']),
  closing('dispute', 'RESOLVED', 'RESOLVED_AT_MONTH_END', ['RESOLVED_LOCALLY', 'ACCEPTED_RESOLVED']),
  closing('mediation', 'ENDED', 'ENDED_AT_MONTH_END', ['AGREED', 'ENDED_IN_LIMIT']),
  closing('petition', 'CLOSED', 'CLOSED_AT_MONTH_END', ['RATED_SATISFIED', 'CLOSED_ON_TIME']),
  closing('prosecutionCase', 'DECIDED', 'DECIDED_AT_MONTH_END', ['DECIDED_WITHIN_LIMIT']),
  closing('gridEvent', 'CLOSED', 'CLOSED_AT_MONTH_END', ['CLOSED_ON_TIME', 'REPORTED_CLOSED']),
  closing('temporaryRelief', 'DECIDED', 'DECIDED_AT_MONTH_END', ['DECIDED_ON_TIME']),
];

/**
 * The share of an indicator's closings that fall into the last days of months, as a definition of its own: all closings of the type,
 * by the indicator's calendar. undefined where it rests on none.
 */
export function monthEndShare(definition: Indicator): Indicator | undefined {
  // How much comes in is no better for a rush.
  const formulas = definition.forms.flatMap(({ parts }) => parts.map(({ formula }) => formula));
  const terms = formulas.filter(({ chance }) => chance !== 'rate').flatMap(formula => formula.terms);
  const found = closings.find(({ closed, of }) =>
    terms.some(term => term.type === closed.type && of.includes(term.measure)),
  );
  if (found === undefined) return undefined;
  const { earlier: _earlier, exclude: _exclude, ...rest } = definition;
  const formula = share(found.atMonthEnd, found.closed);
  return { ...rest, forms: [{ form: 'in-period', parts: [{ id: null, name: null, formula }] }] };
}
