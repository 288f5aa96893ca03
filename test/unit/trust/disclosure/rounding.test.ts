import { array, assert, integer, nat, property } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { drawsOf } from '../../../../lib/trust/disclosure/keyed-offset.ts';
import { roundAt, roundMean, roundParts } from '../../../../lib/trust/disclosure/rounding.ts';

function sum(list: readonly number[]): number {
  return list.reduce((a, each) => a + each, 0);
}

function cell(i: number): [string, null, string] {
  return [`type ${i}`, null, '2026-01'];
}

const base = integer({ min: 4, max: 40 });
const counts = array(nat(60), { minLength: 1, maxLength: 20 });

describe('random rounding', () => {
  test('is right on average, moves by less than the base and leaves 0', () => {
    assert(
      property(base, nat(500), (b, count) => {
        const all = Array.from({ length: b }, (_, offset) => roundAt(count, b, offset));
        expect(all.reduce((sum, each) => sum + each) / b).toBeCloseTo(count, 9);
        for (const rounded of all) expect(Math.abs(rounded - count)).toBeLessThan(b);
        expect(roundAt(0, b, b - 1)).toBe(0);
      }),
    );
  });

  test('of parts adds up to the total’s, moves each and each run of them by less than the base, and leaves 0', () => {
    assert(
      property(base, counts, nat(), (b, parts, draw) => {
        const offset = draw % b;
        const rounded = roundParts(parts, b, offset);
        expect(sum(rounded)).toBe(roundAt(sum(parts), b, offset));
        for (let from = 0; from < parts.length; from += 1) {
          for (let to = from + 1; to <= parts.length; to += 1)
            expect(Math.abs(sum(rounded.slice(from, to)) - sum(parts.slice(from, to)))).toBeLessThan(b);
          if (parts[from] === 0) expect(rounded[from]).toBe(0);
        }
      }),
    );
  });

  test('never makes a part greater than the whole that it is of', () => {
    assert(
      property(base, nat(200), nat(200), nat(), (b, part, more, draw) => {
        expect(roundAt(part, b, draw % b)).toBeLessThanOrEqual(roundAt(part + more, b, draw % b));
      }),
    );
  });

  test('of a mean keeps two digits, and is right on average', () => {
    expect([roundMean(12_345, 0), roundMean(12_345, 0.9), roundMean(0.0123, 0), roundMean(0, 0.5)]).toEqual([
      12_000, 13_000, 0.012, 0,
    ]);
    const draws = Array.from({ length: 1000 }, (_, i) => roundMean(12_345, i / 1000));
    expect(draws.reduce((a, b) => a + b) / 1000).toBeCloseTo(12_345, -1);
  });
});

describe('draws', () => {
  test('are one for a key and a cell, others for another key or cell, and spread evenly', () => {
    const draws = drawsOf('a key');
    expect(draws.offset(10, ...cell(1))).toBe(drawsOf('a key').offset(10, ...cell(1)));
    const many = Array.from({ length: 10_000 }, (_, i) => draws.offset(10, ...cell(i)));
    const other = Array.from({ length: 10_000 }, (_, i) => drawsOf('another').offset(10, ...cell(i)));
    expect(many.filter((offset, i) => offset === other[i]).length).toBeLessThan(1300);
    for (let offset = 0; offset < 10; offset += 1) {
      const times = many.filter(each => each === offset).length;
      expect(times).toBeGreaterThan(850);
      expect(times).toBeLessThan(1150);
    }
    expect(draws.offset(1000, 'a', 'b')).not.toBe(draws.offset(1000, 'a,b'));
  });
});
