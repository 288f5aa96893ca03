import type { Area, Figure, Known } from '../figure.ts';
import { definitionOn, type Indicator } from '../indicator.ts';
import { makeFigure, type Material, type Subject } from '../make-figure.ts';
import { editedShare, monthEndShare } from '../notes/closings.ts';
import { editedAfterClosing, type EditedShare } from '../notes/edited-after-closing.ts';
import type { FigureNote } from '../notes/figure-notes.ts';
import { fullScore } from '../notes/full-score.ts';
import { monthEndRush } from '../notes/month-end-rush.ts';
import { shrinkingDenominator } from '../notes/shrinking-denominator.ts';
import type { Register } from '../register.ts';
import { subjectsOf } from '../subjects.ts';
import { besideBand } from './band.ts';
import { besideFigure, type Pair } from './beside-figure.ts';
import type { ComparedFigure, Comparison, ComparisonKind, FigureComparison } from './compared-figure.ts';
import type { Gathered, Wanted } from './gather.ts';
import { type Back, growsOld } from './maturity.ts';
import { peersOf, type PeerRule } from './peers.ts';
import { pairOf } from './periods.ts';
import { rankAmong } from './rank.ts';
import type { ComparisonReason } from './reasons.ts';
import { type SmallArea, smallArea } from './small-area.ts';

/** What comparisons rest on, beside the departments' answers. */
export interface Grounds {
  readonly register: Register;
  readonly dataFrom: string | null;
  readonly peers: PeerRule;
}

/** Every figure that is asked for, with its comparisons. Pure: all answers are there. */
export function compareFigures(wanted: Wanted, gathered: Gathered, grounds: Grounds, ranks: boolean): ComparedFigure[] {
  const { definitions, by, periods } = wanted;
  const { answers, areas } = gathered;
  const besides = { register: grounds.register, dataFrom: grounds.dataFrom };
  const figures = figuresOf({ answers, ...besides });
  const matured = new Map([...gathered.matured].map(([back, own]) => [back, figuresOf({ answers: own, ...besides })]));
  const latest = new Map(definitions.map(definition => [definition.id, definition]));
  const around = { wanted, gathered, grounds, figures, matured, ranks };
  return subjectsOf({ definitions, by, areas, periods }, answers).map(subject =>
    compareOne({ ...around, subject, latest: latest.get(subject.definition.id) ?? subject.definition }),
  );
}

type FigureOf = (subject: Subject) => Figure;

/** Each figure once, however often something is compared with it. */
function figuresOf(material: Material): FigureOf {
  const made = new Map<string, Figure>();
  return subject => {
    const { definition, form, part, area, members, period, dimension } = subject;
    const of = [definition.id, form.form, part.id, area.code, members, period.unit, period.label, dimension];
    const key = JSON.stringify(of);
    const figure = made.get(key) ?? makeFigure(subject, material);
    made.set(key, figure);
    return figure;
  };
}

interface One {
  readonly wanted: Wanted;
  readonly gathered: Gathered;
  readonly grounds: Grounds;
  readonly figures: FigureOf;
  readonly matured: ReadonlyMap<Back, FigureOf>;
  readonly ranks: boolean;
  readonly subject: Subject;
  readonly latest: Indicator;
}

function compareOne(one: One): ComparedFigure {
  const { wanted, figures, subject, ranks } = one;
  const figure = figures(subject);
  const comparisons = [...wanted.kinds].flatMap(kind => comparisonOf(one, kind, figure) ?? []);
  const { chance } = subject.part.formula;
  const asksLevel = wanted.kinds.has('peers') && figure.area.level !== 'COUNTY';
  const ofLevel = asksLevel ? ofItsLevel(one) : [];
  return {
    figure,
    comparisons,
    small: asksLevel && (chance === 'share' || chance === 'rate') ? smallOf(one, chance, figure, ofLevel) : null,
    rank:
      ranks && asksLevel && hindranceOf(one) === null ? rankAmong(subject.definition, chance, figure, ofLevel) : null,
    notes: wanted.notes ? notesOf(one, figure) : null,
  };
}

function comparisonOf(one: One, kind: ComparisonKind, figure: Figure): Comparison | undefined {
  const { subject, latest } = one;
  const beside: Beside = pair =>
    besideFigure(latest, subject.definition, subject.part.formula.chance, {
      kind: kind === 'band' ? 'county' : kind,
      ...pair,
    });
  switch (kind) {
    case 'band':
      return besideBand(subject.definition, figure);
    case 'county': {
      const against = countyFigure(one);
      return against && beside({ now: figure, against });
    }
    case 'peers':
      return figure.area.level === 'COUNTY' ? undefined : besidePeers(one, figure, beside);
    default:
      return overTime(one, kind, figure, beside);
  }
}

type Beside = (pair: Omit<Pair, 'kind'>) => Comparison;

function besidePeers(one: One, figure: Figure, beside: Beside): Comparison {
  const { subject, gathered, grounds } = one;
  const ofLevel = gathered.ofLevel.get(figure.area.level) ?? [];
  const year = Number(figure.period.to.slice(0, 4));
  const members = peersOf(subject.area, ofLevel, grounds.peers, grounds.register, year);
  const reason = hindranceOf(one) ?? (members.length === 0 ? 'NO_PEERS' : null);
  if (reason !== null) return beside({ now: figure, against: undefined, reason });
  return beside({ now: figure, against: one.figures({ ...subject, members }), places: members });
}

function overTime(one: One, kind: Back | 'cumulative', figure: Figure, beside: Beside): Comparison | undefined {
  const { subject, figures } = one;
  const pair = pairOf(kind, subject.definition, subject.form, subject.period);
  if (pair === undefined) return undefined;
  const isItself = pair.now.label === subject.period.label;
  const now = isItself ? figure : figures({ ...subject, period: pair.now });
  const notes = kind === 'year' && !isItself ? (['JANUARY_AND_FEBRUARY'] as const) : [];
  const other = onPeriod(one, pair.against);
  if (other === undefined || !(growsOld(subject.form) && subject.part.formula.chance === 'share')) {
    return beside({ now, against: other && figures(other), notes });
  }
  const back = kind === 'previous' ? 'previous' : 'year';
  if (!isMatured(one, back)) return beside({ now, against: figures(other), notes, reason: 'OTHER_MATURITY' });
  const against = one.matured.get(back)?.(other);
  return beside({ now, against, notes: [...notes, 'SAME_MATURITY'], alike: true });
}

/** Whether the departments have answered for the other cut-off. */
function isMatured({ gathered, subject }: One, back: Back): boolean {
  const types = new Set([...(gathered.matured.get(back)?.values() ?? [])].map(({ query }) => query.type));
  return subject.part.formula.terms.every(({ type }) => types.has(type));
}

/** The same of another period, by the definition that holds for it; undefined where that has no such number. */
function onPeriod({ subject, latest }: One, period: Subject['period']): Subject | undefined {
  const definition = definitionOn(latest, period.to);
  const form = definition.forms.find(each => each.form === subject.form.form);
  const part = form?.parts.find(each => each.id === subject.part.id);
  return form && part && { ...subject, definition, form, part, period };
}

function countyFigure({ subject, gathered: { county }, figures }: One): Figure | undefined {
  if (county === null || subject.area.level === 'COUNTY') return undefined;
  return figures({ ...subject, area: county });
}

/** Why the other places of the level cannot be looked at: to who may see some of them, the others look empty. */
function hindranceOf(one: One): ComparisonReason | null {
  if (!one.gathered.ofLevel.has(one.subject.area.level)) return 'SOURCE_UNAVAILABLE';
  const county = countyFigure(one);
  return county?.reason === 'PART_ONLY' ? 'PART_ONLY' : null;
}

function ofItsLevel({ subject, gathered, figures }: One): Figure[] {
  const areas: readonly Area[] = gathered.ofLevel.get(subject.area.level) ?? [];
  return areas.map(area => figures({ ...subject, area }));
}

function smallOf(one: One, chance: 'share' | 'rate', figure: Figure, ofLevel: readonly Figure[]): SmallArea {
  const reason = hindranceOf(one);
  return reason === null ? smallArea(chance, figure, ofLevel) : { shrunken: null, funnel: null, among: 0, reason };
}

/** What a figure gives rise to ask, beside last year's and the rest of the county. */
function notesOf(one: One, figure: Figure): FigureNote[] {
  if (figure.value === null) return [];
  const { subject } = one;
  const year = comparisonOf(one, 'year', figure);
  const beside = year?.kind === 'year' ? year : undefined;
  const { chance } = subject.part.formula;
  return [
    ...(chance === 'share' ? [fullScore(subject.definition, figure, othersOf(one, figure, beside))] : []),
    ...(figure.unit === 'percent' && beside?.verdict === 'better' ? [shrinkage(one, beside)] : []),
    rushOf(one),
    editsOf(one),
  ].filter(note => note !== undefined);
}

type Counts = Pick<Known, 'numerator' | 'denominator'>;

/** The rest of the county; of the county itself, last year. */
function othersOf(one: One, figure: Known, year: FigureComparison | undefined): Counts {
  const county = countyFigure(one);
  const nobody = { numerator: 0, denominator: 0 };
  if (county === undefined) return known(year?.against) ?? nobody;
  const all = known(county);
  if (all === undefined) return nobody;
  return { numerator: all.numerator - figure.numerator, denominator: all.denominator - figure.denominator };
}

function known(side: Pick<Figure, 'value' | 'numerator' | 'denominator'> | null | undefined): Counts | undefined {
  if (!side || side.value === null || side.numerator === null || side.denominator === null) return undefined;
  return { numerator: side.numerator, denominator: side.denominator };
}

function shrinkage(one: One, { now, against }: FigureComparison): FigureNote | undefined {
  const own = { now: now.denominator ?? 0, before: against?.denominator ?? 0 };
  const {
    subject,
    gathered: { county },
  } = one;
  if (county === null || subject.area.level === 'COUNTY') return shrinkingDenominator(own, undefined);
  const pair = pairOf('year', subject.definition, subject.form, subject.period);
  const [whole, before] = [pair?.now, pair?.against].map(period => {
    const other = period && onPeriod(one, period);
    return other && one.figures({ ...other, area: county }).denominator;
  });
  const rest = { now: (whole ?? 0) - own.now, before: (before ?? 0) - own.before };
  return shrinkingDenominator(own, rest.now > 0 && rest.before > 0 ? rest : undefined);
}

function rushOf(one: One): FigureNote | undefined {
  const rush = probed(one, monthEndShare);
  return rush && monthEndRush(one.figures(rush));
}

function editsOf(one: One): FigureNote | undefined {
  const edits = probed(one, editedShare);
  if (edits === undefined) return undefined;
  const figure = one.figures(edits);
  if (figure.value === null || figure.reason === 'PERIOD_NOT_OVER') return undefined;
  const others = othersOfEdits(one, edits, figure);
  return others && editedAfterClosing(figure, others);
}

/**
 * The rest of the county; of the county itself, last year. Where counts are rounded, the whole county with its own interval, for the
 * rest has none.
 */
function othersOfEdits({ subject, gathered, figures }: One, edits: Subject, own: Known): EditedShare | undefined {
  const { county } = gathered;
  const isPlace = county !== null && subject.area.level !== 'COUNTY';
  const last = isPlace ? undefined : pairOf('year', subject.definition, subject.form, subject.period)?.against;
  const other = isPlace ? { ...edits, area: county } : last && { ...edits, period: last };
  const beside = other && figures(other);
  if (beside === undefined || beside.value === null) return undefined;
  if (!isPlace || beside.roundedTo !== null) return beside;
  const [numerator, denominator] = [beside.numerator - own.numerator, beside.denominator - own.denominator];
  return { numerator, denominator, roundedTo: null, interval: null };
}

/** The figure's own place and period, asked for what a note on closings rests on. */
function probed({ wanted, subject }: One, probeOf: (definition: Indicator) => Indicator | undefined) {
  const definition = wanted.by === null ? probeOf(subject.definition) : undefined;
  const [form] = definition?.forms ?? [];
  const [part] = form?.parts ?? [];
  return definition && form && part && { ...subject, definition, form, part };
}
