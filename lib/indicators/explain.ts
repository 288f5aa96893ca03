import { print } from 'graphql';
import type { MissingReason } from '../kernel/missing.ts';
import { type Client, ClientError } from '../sdk/index.ts';
import { isNotKept, isWithheld, marginOf, type Place, readCell } from './cell.ts';
import type { Figure } from './figure.ts';
import type { Form, Indicator, Part } from './indicator.ts';
import { type Material, makeFigure, placeOf, type Subject } from './make-figure.ts';
import type { Term } from './measure.ts';
import type { FigureNote } from './notes/figure-notes.ts';
import { type RecordType, recordTypes } from './record-type.ts';
import { labelsOf } from './window.ts';

/** A number that a figure rests on, as its department gave it. */
export interface Input {
  readonly department: string;
  readonly type: RecordType;
  readonly measure: string;
  /** The periods whose rows are added up: the day before the period for an opening, its last for a stock. */
  readonly periods: readonly string[];
  /** What was counted or added up; null for lengths of time and for what the department did not give. */
  readonly count: number | null;
  /** Of lengths of time: how many rows ended, and how many are open. */
  readonly lengths: { readonly closed: number; readonly open: number } | null;
  /** How far a protected number may be from the truth, in 95 of 100 cells; 0 where it is exact. */
  readonly margin: number;
  /** Last day of the department's data; null where it did not answer. */
  readonly asOf: string | null;
  /** Rows of the area that the measure could not use, whatever their period. */
  readonly leftOut: readonly { readonly reason: MissingReason; readonly rows: number }[];
  /** Why there is no number. */
  readonly absent: 'WITHHELD' | 'NOT_KEPT' | 'NO_ANSWER' | null;
  /** What the department said instead of an answer. */
  readonly error: { readonly code: string | null; readonly message: string } | null;
}

/** How a figure came about. */
export interface Explanation {
  readonly figure: Figure;
  /** The definition that holds for the period. */
  readonly definition: Indicator;
  readonly form: Form;
  readonly part: Part;
  readonly inputs: readonly Input[];
  /** Questions that the figure raises; null where they were not asked for. */
  readonly notes: readonly FigureNote[] | null;
}

/** A question to the departments, as it was asked. */
export interface Question {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
  /** How long the answer took, seen from here. */
  readonly milliseconds: number;
  /** Codes of errors; none where all was answered. */
  readonly errors: readonly string[];
}

export interface Explained {
  readonly explanations: readonly Explanation[];
  readonly questions: readonly Question[];
}

/** A client that notes what is asked, and how long that takes. */
export function notingClient(client: Client): { readonly client: Client; readonly questions: readonly Question[] } {
  const questions: Question[] = [];
  const noting: Client = {
    async query(document, variables, options) {
      const begun = performance.now();
      const note = (errors: readonly { readonly extensions?: { readonly code?: string } }[]): unknown =>
        questions.push({
          query: print(document),
          variables: Object.fromEntries(Object.entries(variables)),
          milliseconds: performance.now() - begun,
          errors: errors.map(({ extensions }) => extensions?.code ?? 'UNKNOWN'),
        });
      try {
        const answer = await client.query(document, variables, options);
        note(answer.errors);
        return answer;
      } catch (error) {
        if (error instanceof ClientError) note(error.errors);
        throw error;
      }
    },
  };
  return { client: noting, questions };
}

/** A figure, and what it came from. */
export function explain(subject: Subject, material: Material): Omit<Explanation, 'notes'> {
  const { definition, form, part } = subject;
  const place = placeOf(subject, material);
  const terms = new Map(part.formula.terms.map(term => [`${term.type} ${term.measure} ${term.stock ?? ''}`, term]));
  const inputs = [...terms.values()].map(term => inputOf(place, term));
  return { figure: makeFigure(subject, material), definition, form, part, inputs };
}

function inputOf(place: Place, term: Term): Input {
  const { type, measure } = term;
  const { statistics = null, fault = null } = place.sources.get(type) ?? {};
  const leftOut = (statistics?.leftOut ?? []).filter(
    each => each.measure === measure && place.areas.includes(each.area),
  );
  const base = {
    department: recordTypes[type].department,
    type,
    measure,
    periods: labelsOf(term, place.window),
    asOf: statistics?.asOf ?? null,
    leftOut: leftOut.map(({ reason, rows }) => ({ reason, rows })),
    error: fault && { code: fault.extensions?.code ?? null, message: fault.message },
  };
  const absent = absentOf(place, term);
  if (absent !== null) return { ...base, count: null, lengths: null, margin: 0, absent };
  const cell = readCell(place, { days: 0, register: () => 0 });
  const told = { ...base, margin: marginOf(place, term), absent };
  if (term.kind === 'count') return { ...told, count: cell.count(term), lengths: null };
  const { closed, open } = cell.lengths(term);
  return { ...told, count: null, lengths: { closed: total(closed), open: total(open) } };
}

function absentOf(place: Place, term: Term): Input['absent'] {
  if ((place.sources.get(term.type)?.statistics ?? null) === null) return 'NO_ANSWER';
  if (isNotKept(place.sources, [term])) return 'NOT_KEPT';
  return isWithheld(place, [term]) ? 'WITHHELD' : null;
}

function total(counts: readonly number[]): number {
  return counts.reduce((sum, count) => sum + count, 0);
}
