import { expect, test } from 'vitest';
import { rightKey } from '../../../lib/source/right-key.ts';
import { granted } from '../../access.ts';

const model = new Map([
  [
    'CourtCase',
    new Map([
      ['id', 'id'],
      ['kind', 'enum'],
      ['place', 'place'],
    ]),
  ],
]);
const right = (grant: Parameters<typeof granted>[2]): string => rightKey(granted(model, 'CourtCase', grant));

test('rights that say the same have one key', () => {
  const read = { CourtCase: ['id', 'kind'] };
  expect(right({ read })).toBe(right({ read }));
});

test('rights that differ in fields, places or figures have keys of their own', () => {
  const keys = [
    right({ read: { CourtCase: ['id'] } }),
    right({ read: { CourtCase: ['id', 'kind'] } }),
    right({ read: { CourtCase: ['id'] }, statistics: 'protected' }),
    right({ read: { CourtCase: ['id'] }, statistics: 'none' }),
    right({ read: { CourtCase: ['id'] }, where: { place: ['330199001'] } }),
    right({ read: { CourtCase: ['id'] }, where: { place: ['330199002'] } }),
  ];
  expect(new Set(keys).size).toBe(keys.length);
});
