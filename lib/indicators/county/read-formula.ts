import { openLongerThan, register, type Side, started, sum, within } from '../formula/amount.ts';
import type { Formula } from '../formula/formula.ts';
import { countRatio, density, rate, ratio, share, sumShare } from '../formula/ratio.ts';
import { ageQuantile, kaplanMeierMedian, kaplanMeierShare, quantile } from '../formula/time.ts';
import type { Count, Lengths } from '../measure.ts';
import { registerNames } from '../register.ts';
import { type Declared, type DeclaredKind, isRecordType } from './declared.ts';

/** A side of a fraction as a county writes it. */
export type SideText =
  | string
  | {
      readonly sum?: readonly SideText[];
      readonly opening?: string;
      readonly register?: string;
      readonly within?: string;
      readonly started?: string;
      readonly openLongerThan?: string;
      readonly length?: number;
    };

type Sides = readonly [SideText, SideText];

/** A value as a county writes it. */
export interface ValueText {
  readonly share?: Sides;
  readonly countRatio?: Sides;
  readonly sumShare?: Sides;
  readonly ratio?: Sides;
  readonly rate?: Sides;
  readonly density?: Sides;
  readonly per?: number;
  readonly median?: string;
  readonly quantile?: string;
  readonly p?: number;
  readonly endedWithin?: string;
  readonly days?: number;
}

/** Makes the error of a fault: what was expected, and what stands there. */
export type Fault = (expected: string, got: string) => Error;

const ways = [
  'share',
  'countRatio',
  'sumShare',
  'ratio',
  'rate',
  'density',
  'median',
  'quantile',
  'endedWithin',
] as const;

/** Makes a formula of what a county wrote; every measure must be declared, and be of the kind that it is used as. */
export function readFormula(value: ValueText, declared: Declared, fault: Fault): Formula {
  const [way, another] = ways.filter(each => value[each] !== undefined);
  if (way === undefined || another !== undefined)
    throw fault(`one of ${ways.join(', ')}`, another === undefined ? 'none' : `${way} and ${another}`);
  const read = reader(declared, fault);
  if (way === 'median') return kaplanMeierMedian(read.lengths(value.median ?? '', ['lengths']));
  if (way === 'quantile') {
    const term = read.lengths(value.quantile ?? '', ['lengths', 'ages']);
    return (term.stock === undefined ? quantile : ageQuantile)(term, given(value.p, 'p', fault));
  }
  if (way === 'endedWithin')
    return kaplanMeierShare(read.lengths(value.endedWithin ?? '', ['lengths']), given(value.days, 'days', fault));
  const [above, below] = (value[way] ?? []) as unknown as Sides;
  const sides = [read.side(above), read.side(below)] as const;
  if (way === 'rate') return rate(...sides, given(value.per, 'per', fault));
  if (way === 'density') return density(...sides, given(value.per, 'per', fault));
  return { share, countRatio, sumShare, ratio }[way](...sides);
}

function given(value: number | undefined, word: string, fault: Fault): number {
  if (value === undefined) throw fault(`${word} beside it`, 'none');
  return value;
}

interface Reader {
  side(text: SideText): Side;
  lengths(text: string, kinds: readonly DeclaredKind[]): Lengths;
}

function reader(declared: Declared, fault: Fault): Reader {
  const find = (text: string, kinds: readonly DeclaredKind[]) => {
    const [type = '', measure = ''] = text.split('.');
    const known = declared.get(type);
    if (!known || !isRecordType(type)) throw fault('a measure as courtCase.CLOSED, of a type with statistics', text);
    const kind = known.measures.get(measure);
    if (kind === undefined) throw fault(`a measure of ${type}: ${[...known.measures.keys()].join(', ')}`, measure);
    if (!kinds.includes(kind))
      throw fault(`a measure of the kind ${kinds.join(' or ')}`, `${text}, of the kind ${kind}`);
    return { type, measure, kind };
  };
  const lengths: Reader['lengths'] = (text, kinds) => {
    const { type, measure, kind } = find(text, kinds);
    return { kind: 'lengths', type, measure, ...(kind === 'ages' ? { stock: 'closing' } : {}) };
  };
  const count = (text: string): Count => {
    const { type, measure, kind } = find(text, ['flow', 'stock']);
    return { kind: 'count', type, measure, ...(kind === 'stock' ? { stock: 'closing' } : {}) };
  };
  const side: Reader['side'] = text => {
    if (typeof text === 'string') return count(text);
    const words = Object.keys(text).filter(word => word !== 'length');
    if (words.length !== 1)
      throw fault('one of sum, opening, register, within, started, openLongerThan', words.join(', '));
    if (text.sum) return sum(...text.sum.map(side));
    if (text.opening !== undefined) {
      const { type, measure } = find(text.opening, ['stock']);
      return { kind: 'count', type, measure, stock: 'opening' };
    }
    if (text.started !== undefined) return started(lengths(text.started, ['lengths']));
    if (text.within !== undefined)
      return within(lengths(text.within, ['lengths']), given(text.length, 'length', fault));
    if (text.openLongerThan !== undefined)
      return openLongerThan(lengths(text.openLongerThan, ['lengths', 'ages']), given(text.length, 'length', fault));
    const name = registerNames.find(known => known === text.register);
    if (name === undefined) throw fault(`a number of the register: ${registerNames.join(', ')}`, String(text.register));
    return register(name);
  };
  return { side, lengths };
}
