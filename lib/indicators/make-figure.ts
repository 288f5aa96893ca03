import { invariant } from '../kernel/coded-error.ts';
import type { Period } from '../kernel/period.ts';
import { type Beside, isGranted, isNotKept, isWithheld, type Place, readCell } from './cell.ts';
import { estimatedShare, leftOutOf, unplacedRows } from './completeness.ts';
import { dayNumber } from './day.ts';
import type { Absent, Area, Figure, Known, Origin } from './figure.ts';
import type { Result } from './formula/formula.ts';
import { type Form, type Indicator, type Part, versionOn } from './indicator.ts';
import { splitOf } from './plan.ts';
import { type RecordType, recordTypes } from './record-type.ts';
import type { Register, RegisterUse } from './register.ts';
import { roundedInterval, roundedResult, roundedTo } from './rounding.ts';
import { type Source, sourceKey } from './source.ts';
import { type Span, type Window, windowOf } from './window.ts';

/** What one figure is of. */
export interface Subject {
  readonly definition: Indicator;
  readonly form: Form;
  readonly part: Part;
  readonly area: Area;
  /** Codes of the areas, of the level of `area`, that are taken together in its place. Default: its own. */
  readonly members?: readonly string[];
  readonly period: Period | Span;
  readonly dimension: Figure['dimension'];
}

/** What figures are made from. */
export interface Material {
  readonly answers: ReadonlyMap<string, Source>;
  readonly register: Register;
  /** First day of the county's data; null: not known. */
  readonly dataFrom: string | null;
}

/** Turns the departments' answers into one figure. */
export function makeFigure(subject: Subject, material: Material): Figure {
  const { definition, form, part, area, members = [area.code], dimension } = subject;
  const { formula } = part;
  const place = placeOf(subject, material);
  const { sources, window } = place;
  const { period } = window;
  const { asOf, ...told } = toldBy(part, sources);
  const registers = usesOf(subject, period, material.register);
  const base = {
    id: definition.id,
    form: form.form,
    part: part.id,
    area,
    period,
    dimension,
    unit: definition.unit,
    asOf,
    ...told,
    definitionVersion: versionOn(definition, period.to),
    registers,
    completeness: { leftOut: leftOutOf(sources, formula, members), unplaced: null, share: null },
  };
  const hindrance = hindranceOf(subject, place, asOf, registers, material);
  if (hindrance !== null) return { ...base, ...absent(hindrance) };
  invariant(asOf, 'a cut-off of every source');
  const beside = besideOf(period, asOf, registers);
  const result = roundedResult(formula, place, formula.evaluate(readCell(place, beside)));
  const { leftOut } = base.completeness;
  const data = material.dataFrom === null ? null : { from: material.dataFrom, asOf };
  const completeness = {
    leftOut,
    unplaced: unplacedRows(place, formula, area, beside),
    share: data === null ? null : estimatedShare(result.rows, leftOut, period, data),
  };
  const { value } = result;
  if (value === null) return { ...base, completeness, ...absent(result.undetermined ?? 'NO_DENOMINATOR', result) };
  const { numerator, denominator } = result;
  const interval = roundedInterval(formula, place, beside, result);
  return { ...base, completeness, ...standing(form, period, asOf), value, numerator, denominator, interval };
}

/** Where the numbers of a figure stand in the answers. */
export function placeOf(subject: Subject, material: Material): Place {
  const { definition, area, members = [area.code], period } = subject;
  const window = windowOf(definition, period);
  return { sources: sourcesOf(subject, window, material), window, areas: members, counts: countsOf(subject) };
}

/** What a figure is of, as one text. */
export function figureKey(figure: Figure): string {
  const { id, form, part, area, period, dimension, definitionVersion } = figure;
  const of = dimension === null ? '' : `${dimension.name}=${JSON.stringify(dimension.value)}`;
  return `${id} v${definitionVersion} ${form} ${part ?? ''} ${area.code} ${period.unit} ${period.label} ${of}`;
}

type Sources = ReadonlyMap<RecordType, Source>;

/** Sources by definition, part, unit, level and dimension: thousands of figures rest on the same few. */
const found = new WeakMap<Material['answers'], WeakMap<Indicator, WeakMap<Part, Map<string, Sources>>>>();

function sourcesOf(subject: Subject, window: Window, { answers }: Material): Sources {
  const { definition, part, area, dimension } = subject;
  const ofAnswers = entryOf(found, answers, () => new WeakMap());
  const ofPart = entryOf(
    entryOf(ofAnswers, definition, () => new WeakMap()),
    part,
    () => new Map(),
  );
  const key = `${window.unit} ${area.level} ${dimension?.name ?? ''}`;
  const known = ofPart.get(key) ?? findSources(subject, window, answers);
  ofPart.set(key, known);
  return known;
}

function entryOf<K extends object, V>(map: WeakMap<K, V>, key: K, make: () => V): V {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}

function findSources({ definition, part, area, dimension }: Subject, { unit }: Window, answers: Material['answers']) {
  const types = new Set(part.formula.terms.map(term => term.type));
  const by = splitOf(definition, dimension?.name ?? null);
  return new Map(
    [...types].map(type => {
      const source = answers.get(sourceKey({ type, unit, level: area.level, by }));
      invariant(source, `a query for ${type}`);
      return [type, source];
    }),
  );
}

/** Whether a row is of the dimension's value and of none that is left out. */
function countsOf({ definition: { exclude = {} }, dimension }: Subject): Place['counts'] {
  const without = Object.entries(exclude);
  return row =>
    (dimension === null || (row[dimension.name] ?? null) === dimension.value) &&
    !without.some(([name, values]) => values.includes(String(row[name])));
}

/** Numbers of the register that a formula needs, as far as they are there; of several areas their sum. */
function usesOf({ part, area, members = [area.code] }: Subject, period: Period, register: Register): RegisterUse[] {
  const year = Number(period.to.slice(0, 4));
  return part.formula.registers.flatMap(name => {
    const entries = members.flatMap(code => register.find(name, code, year) ?? []);
    const [first] = entries;
    if (first === undefined || entries.length < members.length) return [];
    const value = entries.reduce((sum, entry) => sum + entry.value, 0);
    return [{ name, year: first.year, value, source: first.source, vintage: first.vintage }];
  });
}

function besideOf(period: Period, asOf: string, registers: readonly RegisterUse[]): Beside {
  const to = period.to < asOf ? period.to : asOf;
  return {
    days: dayNumber(to) - dayNumber(period.from) + 1,
    register(name) {
      const use = registers.find(each => each.name === name);
      invariant(use, `an entry of ${name}`);
      return use.value;
    },
  };
}

/** The earliest of some days; null when one is not known. */
function earliest(days: readonly (string | null)[]): string | null {
  return days.reduce((least, day) => (day === null || least === null ? null : day < least ? day : least));
}

/** What the sources of a part say of all its figures. */
const said = new WeakMap<Sources, Pick<Figure, 'asOf' | 'roundedTo' | 'computedFrom'>>();

function toldBy(part: Part, sources: Sources) {
  return entryOf(said, sources, () => ({
    asOf: earliest([...sources.values()].map(({ statistics }) => statistics?.asOf ?? null)),
    roundedTo: roundedTo(sources),
    computedFrom: originsOf(part, sources),
  }));
}

function originsOf(part: Part, sources: Sources): Origin[] {
  const terms = new Map(part.formula.terms.map(term => [`${term.type} ${term.measure}`, term]));
  return [...terms.values()].map(({ type, measure }) => {
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

/** What a department's refusal means for a figure; undefined for other faults. */
function refusalOf(code = ''): 'TOO_FINE' | 'PART_ONLY' | 'NOT_PERMITTED' | undefined {
  if (code === 'FORBIDDEN_DETAIL') return 'TOO_FINE';
  if (code === 'FORBIDDEN_AREA') return 'PART_ONLY';
  return /^(FORBIDDEN|PURPOSE|PERMIT)_/.test(code) ? 'NOT_PERMITTED' : undefined;
}

/** What keeps a figure from being computed at all. */
function hindranceOf(
  { part: { formula } }: Subject,
  place: Place,
  asOf: string | null,
  registers: readonly RegisterUse[],
  { dataFrom }: Material,
): Absent['reason'] | null {
  const { period } = place.window;
  if (dataFrom !== null && period.from < dataFrom) return 'BEFORE_DATA';
  const faults = [...place.sources.values()].flatMap(({ fault }) => fault ?? []);
  const refused = faults.flatMap(({ extensions }) => refusalOf(extensions?.code) ?? []);
  if (refused[0] !== undefined) return refused[0];
  if (!isGranted(place)) return 'NOT_PERMITTED';
  if (faults.length > 0) return 'SOURCE_UNAVAILABLE';
  const lacks = registers.length < formula.registers.length;
  if (lacks || isNotKept(place.sources, formula.terms)) return 'NOT_KEPT';
  if (asOf !== null && period.from > asOf) return 'PERIOD_NOT_BEGUN';
  return isWithheld(place, formula.terms) ? 'WITHHELD' : null;
}

const statusOf: Partial<Record<Absent['reason'], Absent['status']>> = {
  WITHHELD: 'suppressed',
  TOO_FINE: 'suppressed',
  PART_ONLY: 'suppressed',
  NOT_PERMITTED: 'suppressed',
  SOURCE_UNAVAILABLE: 'source_unavailable',
};

function absent(reason: Absent['reason'], result?: Result) {
  const [numerator, denominator] = [result?.numerator ?? null, result?.denominator ?? null];
  const status = statusOf[reason] ?? 'not_computable';
  return { status, reason, value: null, numerator, denominator, interval: null, lastGood: null } as const;
}

/** Whether a number can still change because its period or its follow-up goes on. */
function standing(form: Form, period: Period, asOf: string): Pick<Known, 'status' | 'reason'> {
  if (period.to > asOf) return { status: 'provisional', reason: 'PERIOD_NOT_OVER' };
  const observed = dayNumber(asOf) - dayNumber(period.to) >= (form.observationDays ?? 0);
  return observed ? { status: 'ok', reason: null } : { status: 'provisional', reason: 'STILL_OBSERVED' };
}
