import type { Client } from '../sdk/index.ts';
import { answered } from './answered.ts';
import { faultOrCancelled, orCancelled } from './cancelled.ts';
import { catalogue as allIndicators } from './catalogue/index.ts';
import type { Explained } from './explain.ts';
import { explaining } from './explaining.ts';
import type { Figure, LastGood } from './figure.ts';
import type { Indicator } from './indicator.ts';
import { figureKey, makeFigure, type Material } from './make-figure.ts';
import { createMemory, type Memory } from './memory.ts';
import { type Prepared, prepareRequest, waitingFor } from './prepare-request.ts';
import { comparing } from './comparison/comparing.ts';
import type { ComparedFigure } from './comparison/compared-figure.ts';
import { defaultPeerRule, type PeerRule } from './comparison/peers.ts';
import { type RegisterEntry, registerOf } from './register.ts';
import type { CompareRequest, ExplainRequest, FiguresRequest } from './request.ts';
import { askAll } from './source.ts';
import { subjectsOf } from './subjects.ts';

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
  /**
   * The same figures, each with what it is compared with: other periods, the county, a band, similar places. One round of queries,
   * whatever is compared.
   * @throws CodedError as `figures`; UNKNOWN_COMPARISON; RANKING_OFF where ranks are asked for and the county does not rank
   */
  compare(request: CompareRequest<Id>): Promise<ComparedFigure[]>;
  /**
   * The same figures, each with its definition and the numbers that it came from, on request its notes, and the questions that were
   * asked. Errors as `figures`.
   */
  explain(request: ExplainRequest<Id>): Promise<Explained>;
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
  /** Which places are alike. Default: those with half to double the residents. */
  readonly peers?: PeerRule;
  /** Whether the county lets places be ranked. Default: no. */
  readonly ranking?: boolean;
  /** The clock. Default: the machine's. */
  readonly now?: () => Date;
}

/** Indicators from a gateway. */
export function createAnalytics<Id extends string = (typeof allIndicators)[number]['id']>(
  options: AnalyticsOptions<Id>,
): Analytics<Id> {
  const { client, dataFrom = null, memory = createMemory(), peers = defaultPeerRule, now = () => new Date() } = options;
  const catalogue: readonly Indicator[] = options.catalogue ?? allIndicators;
  const register = registerOf(options.register ?? []);
  const prepare = (request: FiguresRequest<Id>): Promise<Prepared> => prepareRequest(client, catalogue, request);
  const rememberer = (): ((figure: Figure) => Figure) => {
    const at = now().toISOString();
    return figure => remember(figure, memory, at);
  };
  const setting = { client, catalogue, register, dataFrom, peers, ranks: options.ranking === true };
  const make = (prepared: Prepared, definitions: readonly Indicator[], answers: Material['answers']): Figure[] => {
    const kept = rememberer();
    const subjects = subjectsOf({ ...prepared, definitions }, answers);
    return subjects.map(subject => kept(makeFigure(subject, { answers, register, dataFrom })));
  };
  return {
    catalogue,
    figures: request =>
      orCancelled(request.signal, async () => {
        const prepared = await prepare(request);
        const { definitions, queriesOf, options } = prepared;
        return make(prepared, definitions, await askAll(client, queriesOf(definitions), options));
      }),
    async *stream(request) {
      try {
        const prepared = await prepare(request);
        const queries = prepared.queriesOf(prepared.definitions);
        const work = waitingFor(prepared);
        let done = 0;
        for await (const source of answered(client, queries, prepared.options)) {
          const ready = work.take(source);
          done += 1;
          // A map of its own: figures keep what they found in one for as long as it is there, and answers are to be forgotten.
          yield { figures: make(prepared, ready, new Map(work.answers)), done, total: queries.length };
          work.forget();
        }
      } catch (fault) {
        throw faultOrCancelled(fault, request.signal);
      }
    },
    explain: request =>
      orCancelled(request.signal, async () => {
        const explained = await explaining(setting, request);
        const kept = rememberer();
        const explanations = explained.explanations.map(each => ({ ...each, figure: kept(each.figure) }));
        return { ...explained, explanations };
      }),
    compare: request =>
      orCancelled(request.signal, async () => {
        const compared = await comparing(setting, request);
        const kept = rememberer();
        return compared.map(each => ({ ...each, figure: kept(each.figure) }));
      }),
  };
}

/** Keeps a number for later, and finds the one kept for a figure whose department is away. */
function remember(figure: Figure, memory: Memory, at: string): Figure {
  if (figure.status === 'ok' || figure.status === 'provisional') {
    memory.set(figureKey(figure), { figure, at });
    return figure;
  }
  if (figure.status !== 'source_unavailable') return figure;
  const kept = memory.get(figureKey(figure));
  if (kept === undefined) return figure;
  const { value, interval, status, asOf } = kept.figure;
  const ageSeconds = Math.max(0, Math.floor((Date.parse(at) - Date.parse(kept.at)) / 1000));
  const lastGood: LastGood = { value, interval, status, asOf, computedAt: kept.at, ageSeconds };
  return { ...figure, lastGood };
}
