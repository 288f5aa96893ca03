import type { Area, Figure } from '../figure.ts';
import { definitionOn, type Indicator } from '../indicator.ts';
import { makeFigure, type Material, type Subject } from '../make-figure.ts';
import type { Register } from '../register.ts';
import { subjectsOf } from '../subjects.ts';
import { besideBand } from './band.ts';
import { besideFigure, type Pair } from './beside-figure.ts';
import type { ComparedFigure, Comparison, ComparisonKind } from './compared-figure.ts';
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
