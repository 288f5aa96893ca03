import { expect, test } from 'vitest';
import { readRules, usualRules } from '../../../../lib/trust/disclosure/index.ts';
import { protectionOf } from '../../../../lib/subgraph/protection.ts';
import { fengxi } from '../../../county.ts';

test('parameters are as usual where none are given, and may be stronger', () => {
  expect(readRules(undefined)).toEqual(usualRules);
  expect(readRules({ protected: { base: 20 } }).protected).toEqual({ smallest: 5, base: 20 });
});

test.each([
  { protected: { smallest: 2, base: 10 } },
  { protected: { smallest: 5, base: 5 } },
  { protected: { smallest: 5, base: 10.5 } },
  { public: { smallest: 5, base: 9 } },
  { everybody: { smallest: 5, base: 10 } },
])('parameters that cannot protect are refused: %j', raw => {
  expect(() => readRules(raw)).toThrow(/correct `disclosure` in county.yaml/);
});

test('a department that grants protected statistics needs a key of 32 characters', () => {
  const grants = [{ statistics: 'exact' }, { statistics: 'public' }] as const;
  expect(() => protectionOf(fengxi, 'court', grants, undefined)).toThrow(/court.access.yaml grants, got none/);
  expect(() => protectionOf(fengxi, 'court', grants, 'short')).toThrow(/got 5 characters/);
  expect(protectionOf(fengxi, 'court', grants, 'k'.repeat(32))?.rules).toEqual(usualRules);
  expect(protectionOf(fengxi, 'court', grants.slice(0, 1), undefined)).toBeUndefined();
});
