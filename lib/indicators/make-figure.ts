import { invariant } from '../kernel/coded-error.ts';
import type { Period } from '../kernel/period.ts';
import { isNotKept, isWithheld, readCell } from './cell.ts';
import { estimatedShare, leftOutOf, unplacedRows } from './completeness.ts';
import { dayNumber } from './day.ts';
import type { Absent, Area, Figure, Known, Origin } from './figure.ts';
import type { Result } from './formula/formula.ts';
import { type Form, type Indicator, type Part, versionOn } from './indicator.ts';
import { type RecordType, recordTypes } from './record-type.ts';
import { roundedInterval, roundedTo } from './rounding.ts';
import { type Source, sourceKey } from './source.ts';

/** What one figure is of. */
export interface Subject {
  readonly definition: Indicator;
  readonly form: Form;
  readonly part: Part;
  readonly area: Area;
  readonly period: Period;
}

/** Turns the departments' answers into one figure. `dataFrom`: first day of the county's data. */
export function makeFigure(subject: Subject, answers: ReadonlyMap<string, Source>, dataFrom: string | null): Figure {
  const { definition, form, part, area, period } = subject;
  const { formula } = part;
  const sources = sourcesOf(subject, answers);
  const asOf = earliest([...sources.values()].map(({ statistics }) => statistics?.asOf ?? null));
  const base = {
    id: definition.id,
    form: form.form,
    part: part.id,
    area,
    period,
    unit: definition.unit,
    asOf,
    roundedTo: roundedTo(sources),
    definitionVersion: versionOn(definition, period.to),
    computedFrom: originsOf(subject, sources),
    completeness: { leftOut: leftOutOf(sources, formula, area), unplaced: null, share: null },
  };
  const hindrance = hindranceOf(subject, sources, asOf, dataFrom);
  if (hindrance !== null) return { ...base, ...absent(hindrance) };
  invariant(asOf, 'a cut-off of every source');
  const result = formula.evaluate(readCell(sources, period.label, area.code));
  const { leftOut } = base.completeness;
  const completeness = {
    leftOut,
    unplaced: unplacedRows(sources, formula, area, period),
    share: dataFrom === null ? null : estimatedShare(result.rows, leftOut, period, { from: dataFrom, asOf }),
  };
  const { value } = result;
  if (value === null) return { ...base, completeness, ...absent(result.undetermined ?? 'NO_DENOMINATOR', result) };
  const { numerator, denominator } = result;
  const interval = roundedInterval(formula, sources, period.label, area.code, result);
  return { ...base, completeness, ...standing(form, period, asOf), value, numerator, denominator, interval };
}

function sourcesOf({ part, period, area }: Subject, answers: ReadonlyMap<string, Source>): Map<RecordType, Source> {
  const types = new Set(part.formula.terms.map(term => term.type));
  return new Map(
    [...types].map(type => {
      const source = answers.get(sourceKey(type, period.unit, area.level));
      invariant(source, `a query for ${type}`);
      return [type, source];
    }),
  );
}

/** The earliest of some days; null when one is not known. */
function earliest(days: readonly (string | null)[]): string | null {
  return days.reduce((least, day) => (day === null || least === null ? null : day < least ? day : least));
}

function originsOf({ part }: Subject, sources: ReadonlyMap<RecordType, Source>): Origin[] {
  return part.formula.terms.map(({ type, measure }) => {
    const source = sources.get(type);
    return {
      department: recordTypes[type].department,
      type,
      measure,
      asOf: source?.statistics?.asOf ?? null,
      error: source?.fault?.message ?? null,
    };
  });
}

/** What keeps a figure from being computed at all. */
function hindranceOf(
  { part, area, period }: Subject,
  sources: ReadonlyMap<RecordType, Source>,
  asOf: string | null,
  dataFrom: string | null,
): Absent['reason'] | null {
  if (dataFrom !== null && period.from < dataFrom) return 'BEFORE_DATA';
  const faults = [...sources.values()].flatMap(({ fault }) => fault ?? []);
  if (faults.some(fault => fault.extensions?.code?.startsWith('FORBIDDEN_'))) return 'NOT_PERMITTED';
  if (faults.length > 0) return 'SOURCE_UNAVAILABLE';
  if (isNotKept(sources, part.formula.terms)) return 'NOT_KEPT';
  if (asOf !== null && period.from > asOf) return 'PERIOD_NOT_BEGUN';
  return isWithheld(sources, part.formula.terms, period.label, area.code) ? 'WITHHELD' : null;
}

const statusOf: Partial<Record<Absent['reason'], Absent['status']>> = {
  WITHHELD: 'suppressed',
  NOT_PERMITTED: 'suppressed',
  SOURCE_UNAVAILABLE: 'source_unavailable',
};

function absent(reason: Absent['reason'], result?: Result) {
  const [numerator, denominator] = [result?.numerator ?? null, result?.denominator ?? null];
  const status = statusOf[reason] ?? 'not_computable';
  return { status, reason, value: null, numerator, denominator, interval: null } as const;
}

/** Whether a number can still change because its period or its follow-up goes on. */
function standing(form: Form, period: Period, asOf: string): Pick<Known, 'status' | 'reason'> {
  if (period.to > asOf) return { status: 'provisional', reason: 'PERIOD_NOT_OVER' };
  const observed = dayNumber(asOf) - dayNumber(period.to) >= (form.observationDays ?? 0);
  return observed ? { status: 'ok', reason: null } : { status: 'provisional', reason: 'STILL_OBSERVED' };
}
