import { callerError } from '../kernel/coded-error.ts';
import { type Period, parsePeriod } from '../kernel/period.ts';
import type { Client } from '../sdk/index.ts';
import { answered } from './answered.ts';
import { faultOrCancelled } from './cancelled.ts';
import { catalogue as allIndicators } from './catalogue/index.ts';
import type { Area, Figure, LastGood } from './figure.ts';
import { definitionOn, type Indicator } from './indicator.ts';
import { figureKey, makeFigure, type Material, type Subject } from './make-figure.ts';
import { createMemory, type Memory } from './memory.ts';
import { planQueries, type StatisticsQuery } from './plan.ts';
import { type RegisterEntry, registerOf } from './register.ts';
import { type AreaChoice, resolveAreas } from './resolve-areas.ts';
import { askAll, type Source, sourceKey } from './source.ts';

/** Which figures: areas by code or name (`areas`), or all places of a `level` inside a place (`within`). */
export type FiguresRequest<Id extends string = string> = AreaChoice & {
  /** Ids of the catalogue. Default: all. */
  readonly indicators?: readonly Id[];
  /** Labels: 2026-08, 2026-Q3, 2026; units may be mixed. */
  readonly periods: readonly string[];
  /**
   * A dimension: a figure for each of its values that occurs. Without `indicators`, those that have it. Default: figures of
   * the whole.
   */
  readonly by?: string;
  /** Ends the work, down to the statements in the departments' databases. */
  readonly signal?: AbortSignal;
};

/** A part of long work: figures that are ready, and how far it is. */
export interface FiguresStep {
  /** Those of the indicators for which the last department needed has just answered; often none. */
  readonly figures: readonly Figure[];
  /** Questions to the departments answered so far, of all. */
  readonly done: number;
  readonly total: number;
}

export interface Analytics<Id extends string = string> {
  readonly catalogue: readonly Indicator[];
  /**
   * The figures of every indicator, form, part, area and period asked for, in this order. A department that does not
   * answer makes its own figures source_unavailable, with the last good value where there was one.
   * @throws CodedError UNKNOWN_INDICATOR, UNKNOWN_DIMENSION, UNKNOWN_AREA, BAD_PERIOD; CANCELLED when the signal ended it
   * @throws ClientError when there is no gateway
   */
  figures(request: FiguresRequest<Id>): Promise<Figure[]>;
  /**
   * The same figures as departments answer, for long work: `for await (const { figures, done, total } of analytics.stream(…))`. Those of
   * one indicator come together. Leaving the loop ends the rest, and nothing more is asked while the loop's body works.
   */
  stream(request: FiguresRequest<Id>): AsyncIterable<FiguresStep>;
}

export interface AnalyticsOptions<Id extends string = string> {
  readonly client: Client;
  /** First day of the county's data: earlier periods are not computable. Default: not known, they count as 0. */
  readonly dataFrom?: string;
  /** Default: the indicators of this room. A county's own: readCountyCatalogue. */
  readonly catalogue?: readonly (Indicator & { readonly id: Id })[];
  /** Numbers of the county's register, for rates. Default: none, and such figures are not computable. */
  readonly register?: readonly RegisterEntry[];
  /** Where the last good figures are kept. Default: in this process. */
  readonly memory?: Memory;
  /** The clock. Default: the machine's. */
  readonly now?: () => Date;
}

/** Indicators from a gateway. */
export function createAnalytics<Id extends string = (typeof allIndicators)[number]['id']>(
  options: AnalyticsOptions<Id>,
): Analytics<Id> {
  const { client, dataFrom = null, memory = createMemory(), now = () => new Date() } = options;
  const catalogue: readonly Indicator[] = options.catalogue ?? allIndicators;
  const register = registerOf(options.register ?? []);
  const prepare = async (request: FiguresRequest<Id>): Promise<Prepared> => {
    const { by = null, signal } = request;
    const definitions = chosen(catalogue, request.indicators, by);
    const periods = distinctPeriods(request.periods);
    const options = signal === undefined ? {} : { signal };
    const groups = await resolveAreas(client, request, options);
    const queriesOf = (some: readonly Indicator[]) => planQueries(some, periods, groups, by);
    return { by, definitions, periods, options, areas: groups.flatMap(group => group.areas), queriesOf };
  };
  const make = (prepared: Prepared, definitions: readonly Indicator[], answers: Material['answers']): Figure[] => {
    const at = now();
    const subjects = subjectsOf({ ...prepared, definitions }, answers);
    return subjects.map(subject => remember(makeFigure(subject, { answers, register, dataFrom }), memory, at));
  };
  return {
    catalogue,
    async figures(request) {
      try {
        const prepared = await prepare(request);
        const { definitions, queriesOf, options } = prepared;
        return make(prepared, definitions, await askAll(client, queriesOf(definitions), options));
      } catch (fault) {
        throw faultOrCancelled(fault, request.signal);
      }
    },
    async *stream(request) {
      try {
        const prepared = await prepare(request);
        const queries = prepared.queriesOf(prepared.definitions);
        const work = waitingFor(prepared);
        let done = 0;
        for await (const source of answered(client, queries, prepared.options)) {
          const ready = work.take(source);
          done += 1;
          yield { figures: make(prepared, ready, work.answers), done, total: queries.length };
          work.forget();
        }
      } catch (fault) {
        throw faultOrCancelled(fault, request.signal);
      }
    },
  };
}

/** A request with its words looked up. */
interface Prepared {
  readonly by: string | null;
  readonly definitions: readonly Indicator[];
  readonly periods: readonly Period[];
  readonly areas: readonly Area[];
  readonly options: { readonly signal?: AbortSignal };
  queriesOf(definitions: readonly Indicator[]): StatisticsQuery[];
}

/** Which indicators still wait for which answers; an answer that none waits for any more is forgotten. */
function waitingFor({ definitions, queriesOf }: Prepared) {
  const answers = new Map<string, Source>();
  const waiting = new Map(definitions.map(each => [each, new Set(queriesOf([each]).map(sourceKey))]));
  return {
    answers,
    /** Takes an answer, and gives the indicators that have all of theirs now. */
    take(source: Source): Indicator[] {
      answers.set(sourceKey(source.query), source);
      const ready = [...waiting].filter(([, keys]) => [...keys].every(key => answers.has(key)));
      for (const [definition] of ready) waiting.delete(definition);
      return ready.map(([definition]) => definition);
    },
    forget(): void {
      for (const key of answers.keys()) if (![...waiting.values()].some(keys => keys.has(key))) answers.delete(key);
    },
  };
}

/** Every figure that is asked for, in order. */
function subjectsOf({ definitions, areas, periods, by }: Prepared, answers: Material['answers']): Subject[] {
  return definitions
    .flatMap(definition => definition.forms.map(form => ({ definition, form })))
    .flatMap(({ definition, form }) => form.parts.map(part => ({ definition, form, part })))
    .flatMap(what => areas.map(area => ({ ...what, area })))
    .flatMap(what => dimensionsOf(what.definition, by, answers).map(dimension => ({ ...what, dimension })))
    .flatMap(what => periods.flatMap(period => inForce({ ...what, period })));
}

/** The same by the definition that holds for the period; nothing where that had no such form or part. */
function inForce(subject: Subject): Subject[] {
  const definition = definitionOn(subject.definition, subject.period.to);
  if (definition === subject.definition) return [subject];
  const form = definition.forms.find(each => each.form === subject.form.form);
  const part = form?.parts.find(each => each.id === subject.part.id);
  return form === undefined || part === undefined ? [] : [{ ...subject, definition, form, part }];
}

/** The values of a dimension that occur in what was answered for an indicator; one null where it was not asked for. */
function dimensionsOf(
  { forms }: Indicator,
  by: string | null,
  answers: ReadonlyMap<string, Source>,
): Subject['dimension'][] {
  if (by === null) return [null];
  const types = new Set(forms.flatMap(({ parts }) => parts.flatMap(({ formula }) => formula.terms.map(t => t.type))));
  const values = new Set<string | null>();
  for (const { query, rows } of answers.values()) {
    if (!types.has(query.type) || !query.by.includes(by)) continue;
    for (const row of [...rows.values()].flat()) {
      const value = row[by];
      values.add(value === null || value === undefined ? null : String(value));
    }
  }
  const ordered = [...values].sort((a, b) => (a === null ? 1 : b === null ? -1 : a < b ? -1 : 1));
  return ordered.map(value => ({ name: by, value }));
}

/** Keeps a number for later, and finds the one kept for a figure whose department is away. */
function remember(figure: Figure, memory: Memory, at: Date): Figure {
  if (figure.status === 'ok' || figure.status === 'provisional') {
    memory.set(figureKey(figure), { figure, at: at.toISOString() });
    return figure;
  }
  if (figure.status !== 'source_unavailable') return figure;
  const kept = memory.get(figureKey(figure));
  if (kept === undefined) return figure;
  const { value, interval, status, asOf } = kept.figure;
  const ageSeconds = Math.max(0, Math.floor((at.getTime() - Date.parse(kept.at)) / 1000));
  const lastGood: LastGood = { value, interval, status, asOf, computedAt: kept.at, ageSeconds };
  return { ...figure, lastGood };
}

function chosen(catalogue: readonly Indicator[], ids: readonly string[] | undefined, by: string | null): Indicator[] {
  const has = ({ dimensions }: Indicator): boolean => by === null || dimensions.some(dimension => dimension === by);
  if (ids === undefined) return catalogue.filter(has);
  return [...new Set(ids)].map(id => {
    const definition = catalogue.find(each => each.id === id);
    if (definition === undefined) {
      throw callerError('UNKNOWN_INDICATOR', {
        expected: 'the id of an indicator',
        got: JSON.stringify(id),
        todo: `choose from ${catalogue.map(each => each.id).join(', ')}`,
      });
    }
    if (has(definition)) return definition;
    throw callerError('UNKNOWN_DIMENSION', {
      expected: `a dimension of ${id}`,
      got: JSON.stringify(by),
      todo: definition.dimensions.length === 0 ? 'it has none' : `choose from ${definition.dimensions.join(', ')}`,
    });
  });
}

function distinctPeriods(labels: readonly string[]): Period[] {
  return [...new Set(labels)].map(parsePeriod);
}
