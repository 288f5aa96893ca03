import { expect, test } from 'vitest';
import { levelOf, parentCode } from '../../../lib/kernel/area-code.ts';

test.each([
  ['330199', 'COUNTY', undefined],
  ['330199001', 'TOWN', '330199'],
  ['330199001001', 'VILLAGE', '330199001'],
  ['330199001001001', 'GRID', '330199001001'],
])('%s is a %s inside %s', (code, level, parent) => {
  expect(levelOf(code)).toBe(level);
  expect(parentCode(code)).toBe(parent);
});

test.each([
  '',
  '33019',
  '3301990',
  '33019X',
  '330199001001001001',
  '330199\n',
  "330199' OR '1'='1",
  '３３０１９９',
  '枫溪县',
])('no code: %j', code => expect(levelOf(code)).toBeUndefined());
