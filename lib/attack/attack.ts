import { codeLength } from '../kernel/area-code.ts';
import { invariant } from '../kernel/coded-error.ts';
import { endOfLastWhole, parsePeriod, periodOf, type PeriodUnit } from '../kernel/period.ts';
import type { RecordType, Session } from '../source/index.ts';
import type { DisclosureRules } from '../trust/disclosure/index.ts';
import { operatorRight } from '../trust/index.ts';
import { baselineKnowledge, type Baseline } from './baseline.ts';
import { knowledgeOf } from './knowledge.ts';
import type { LinearSystem } from './linear-system.ts';
import { propagate, type Spans } from './propagate.ts';
import { solveSpans } from './solve-spans.ts';
import { askAll, fieldsOf, subjectOf, type Asking, type Counts, type Cut, type Subject } from './tables.ts';

/** What is attacked, and how hard. */
export interface AttackOptions {
  readonly session: Session;
  readonly type: RecordType;
  readonly rules: DisclosureRules;
  readonly data: { readonly from: string; readonly asOf: string };
  readonly areas: readonly string[];
  readonly county: string;
  /** Small cells that linear programs are solved for: those left the least room by subtraction. */
  readonly programs: number;
}

/** How much of the truth is left in some figures. */
export interface Survival {
  readonly figures: number;
  /** Share (0..1) that is given out. */
  readonly given: number;
  /** Median of |given - true| / true; a figure that is kept back counts as 1. */
  readonly medianError: number;
}

/** What one way of protecting gives away, and what it leaves. */
export interface Outcome {
  readonly method: 'protected' | Baseline;
  /** Counts from 1 to below `smallest`. */
  readonly smallCells: number;
  /** Of these, those whose count is known to the attacker. */
  readonly recovered: number;
  /** The narrowest span that he is left with, greatest less least. */
  readonly narrowest: number;
  readonly townMonth: Survival;
  readonly townYear: Survival;
  readonly countyMonth: Survival;
}

export interface AttackReport {
  readonly type: string;
  readonly smallest: number;
  readonly base: number;
  readonly tables: number;
  readonly questions: number;
  /** Answers to coarser questions that were not the sum of base cells: they would say more. */
  readonly contradicting: number;
  readonly programs: number;
  readonly outcomes: readonly Outcome[];
}

function label(unit: PeriodUnit, month: string): string {
  return periodOf(unit, parsePeriod(month).from).label;
}

/** Sums of base cells, as they should come out at a level and unit. */
function summed(subject: Subject, base: Counts, { level, unit, within }: Cut, county: string): Map<string, number> {
  const stocks = new Set(subject.measures.filter(({ kind }) => kind === 'stock').map(({ name }) => name));
  const lasts = new Set([...Map.groupBy(subject.months, month => label(unit, month)).values()].map(all => all.at(-1)));
  const sums = new Map<string, number>();
  for (const [name, count] of base) {
    const [measure = '', field = '', value = '', area = '', month = ''] = name.split('|');
    if ((stocks.has(measure) && !lasts.has(month)) || (within && !within.includes(area))) continue;
    const cell = [measure, field, value, level === 'COUNTY' ? county : area, label(unit, month)].join('|');
    sums.set(cell, (sums.get(cell) ?? 0) + count);
  }
  return sums;
}

function differences(expected: Counts, answered: Counts): number {
  const names = new Set([...expected.keys(), ...answered.keys()]);
  return [...names].filter(name => expected.get(name) !== answered.get(name)).length;
}

/** Asks every coarser question and counts the answers that are not sums of base cells. */
async function askCoarser(asking: Asking, subject: Subject, base: Counts, options: AttackOptions) {
  const [first = '', last = ''] = [subject.months[0], subject.months.at(-1)];
  const towns = subject.areas.filter(area => area !== '');
  const withins = [undefined, ...towns.map(town => [town]), towns.filter((_, i) => i % 2 === 0)];
  let [questions, contradicting] = [0, 0];
  for (const unit of ['MONTH', 'QUARTER', 'YEAR'] as const) {
    for (const level of ['TOWN', 'COUNTY'] as const) {
      for (const within of withins) {
        const cut = { level, unit, from: label(unit, first), to: label(unit, last), ...(within ? { within } : {}) };
        const answers = await askAll(asking, subject, cut);
        questions += fieldsOf(subject).length;
        contradicting += differences(summed(subject, base, cut, options.county), answers);
      }
    }
  }
  return { questions, contradicting };
}

function survival(truth: Counts, given: Counts): Survival {
  const errors = [...truth].map(([name, count]) => Math.min(1, Math.abs((given.get(name) ?? 0) - count) / count));
  const shown = [...truth.keys()].filter(name => (given.get(name) ?? 0) > 0).length;
  const sorted = errors.sort((a, b) => a - b);
  return {
    figures: errors.length,
    given: shown / errors.length,
    medianError: sorted[Math.floor(errors.length / 2)] ?? 0,
  };
}

/** Totals, without what is broken down. */
function wholes(counts: Counts): Counts {
  return new Map([...counts].filter(([name]) => name.split('|')[1] === ''));
}

/** What is left of the truth in totals that a reader could want. */
function survivals(subject: Subject, truth: Counts, given: Counts, coarse: (cut: Cut) => Counts, county: string) {
  const [first = '', last = ''] = [subject.months[0], subject.months.at(-1)];
  const year: Cut = { level: 'TOWN', unit: 'YEAR', from: first, to: last };
  const months: Cut = { level: 'COUNTY', unit: 'MONTH', from: first, to: last };
  return {
    townMonth: survival(wholes(truth), given),
    townYear: survival(wholes(summed(subject, truth, year, county)), coarse(year)),
    countyMonth: survival(wholes(summed(subject, truth, months, county)), coarse(months)),
  };
}

/** The small cells of a system with what subtraction leaves of them. */
function smallCells(
  { truth, names }: LinearSystem,
  smallest: number,
  spans: Spans,
): { column: number; room: number }[] {
  return names.flatMap((name, column) => {
    const count = truth[column] ?? 0;
    const isSmall = !name.startsWith('draw') && count > 0 && count < smallest;
    return isSmall ? [{ column, room: (spans.high[column] ?? 0) - (spans.low[column] ?? 0) }] : [];
  });
}

async function attackProtected(subject: Subject, truth: Counts, given: Counts, { rules, programs }: AttackOptions) {
  const { smallest, base } = rules.protected;
  const towns = subject.areas.map(area => {
    const system = knowledgeOf(subject, { base, shared: true }, truth, given, area);
    const contradiction = system.contradiction();
    invariant(contradiction === undefined, `answers that fit the truth (${contradiction})`);
    return { system, small: smallCells(system, smallest, propagate(system)) };
  });
  const rooms = towns.flatMap(({ small }) => small.map(({ room }) => room)).sort((a, b) => a - b);
  const limit = rooms[Math.min(programs, rooms.length) - 1] ?? -1;
  let [recovered, narrowest, solved] = [0, rooms.at(-1) ?? 0, 0];
  for (const { system, small } of towns) {
    const chosen = small.filter(({ room }) => room <= limit).slice(0, Math.max(0, programs - solved));
    if (chosen.length === 0) continue;
    const spans = await solveSpans(
      system,
      chosen.map(({ column }) => column),
    );
    solved += spans.length;
    recovered += spans.filter(({ low, high }) => low === high).length;
    narrowest = Math.min(narrowest, ...spans.map(({ low, high }) => high - low));
  }
  return { smallCells: rooms.length, recovered, narrowest: Math.min(narrowest, rooms[solved] ?? narrowest), solved };
}

function attackBaseline(
  subject: Subject,
  truth: Counts,
  baseline: Baseline,
  smallest: number,
  county: string,
): Outcome {
  const threshold = 10;
  const { system, published } = baselineKnowledge(subject, truth, baseline, threshold);
  const small = smallCells(system, smallest, propagate(system));
  const coarse = (cut: Cut): Counts =>
    new Map([...summed(subject, truth, cut, county)].filter(([, count]) => count >= threshold));
  return {
    method: baseline,
    smallCells: small.length,
    recovered: small.filter(({ room }) => room === 0).length,
    narrowest: Math.min(...small.map(({ room }) => room)),
    ...survivals(subject, truth, published, coarse, county),
  };
}

/** Attacks a type's protected statistics as their readers could, and two usual ways of protecting beside, on the same data. */
export async function attack(options: AttackOptions): Promise<AttackReport> {
  const { session, type, rules, data, county } = options;
  const asOf = endOfLastWhole('MONTH', data.asOf);
  const towns = options.areas.filter(code => code.length === codeLength.TOWN);
  // Whole years, also where the data begin within one.
  const [from, to] = [`${data.from.slice(0, 4)}-01`, asOf.slice(0, 7)];
  const subject = subjectOf(type, towns, from, to);
  const cut = { level: 'TOWN', unit: 'MONTH', from, to } as const;
  const truth = await askAll({ session, right: operatorRight(type.name), asOf }, subject, cut);
  const asking = { session, right: operatorRight(type.name, 'protected'), asOf: data.asOf };
  const given = await askAll(asking, subject, cut);
  const { questions, contradicting } = await askCoarser(asking, subject, given, options);
  const { smallest, base } = rules.protected;
  const { solved, ...found } = await attackProtected(subject, truth, given, options);
  const coarse = (wanted: Cut): Counts => summed(subject, given, wanted, county);
  const ours = { method: 'protected', ...found, ...survivals(subject, truth, given, coarse, county) } as const;
  const baselines = (['threshold', 'complementary'] as const).map(baseline =>
    attackBaseline(subject, truth, baseline, smallest, county),
  );
  return {
    type: type.name,
    smallest,
    base,
    tables: fieldsOf(subject).length,
    questions,
    contradicting,
    programs: solved,
    outcomes: [ours, ...baselines],
  };
}
