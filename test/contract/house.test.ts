import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { checkHouse } from '../house/check-house.ts';
import { houseTable } from '../house/house-table.ts';
import { readHouse } from '../house/read-house.ts';
import { linesOfCode } from '../house/source-file.ts';
import type { Violation } from '../house/violation.ts';

/** `rule path` of each violation in a small house. */
function found(files: Record<string, string>): string[] {
  return checkHouse(new Map(Object.entries(files))).map(({ rule, path }) => `${rule} ${path}`);
}

/** A file that imports a value of another file or package. */
function importing(...names: string[]): string {
  return names.map(name => `import { x } from '${name}';\n`).join('');
}

/** A file of that many lines of code. */
function lines(count: number): string {
  return 'x();\n'.repeat(count);
}

test('this repository obeys the rules of the house', () => {
  const violations: Violation[] = checkHouse(readHouse(fileURLToPath(new URL('../..', import.meta.url))));
  expect(violations).toEqual([]);
});

test('no request comes by the operator’s own right', () => {
  const house = readHouse(fileURLToPath(new URL('../..', import.meta.url)));
  const using = [...house].flatMap(([path, text]) =>
    /\b(?:operatorRight|issue)\b\s*[(,}]/.test(text) && !path.startsWith('test/') ? [path] : [],
  );
  expect(using).toContain('lib/source/quality/examination.ts');
  const serving = /^(?:lib\/subgraph|lib\/source(?!\/quality\/examination)|subgraphs|gateway|lib\/identity|lib\/sdk)\//;
  expect(using.filter(path => serving.test(path))).toEqual([]);
});

describe('floors', () => {
  test('imports go down, and sideways in one direction', () => {
    expect(
      found({
        'lib/cli/main.ts': importing(
          '../../gateway/index.ts',
          '../../subgraphs/court/special.ts',
          'commander',
          'node:fs',
        ),
        'lib/source/plan.ts': importing('../trust/obligation.ts', '../kernel/period.ts', 'knex', 'graphql'),
        'lib/trust/obligation.ts': importing('../kernel/period.ts'),
        'test/unit/any.test.ts': importing('../../lib/cli/main.ts', 'knex', 'd3'),
      }),
    ).toEqual([]);
  });

  test.each([
    ['a value', `import { x } from '../source/plan.ts';`],
    ['a type', `import type { X } from '../source/plan.ts';`],
    ['a list over several lines', `import {\n  type X,\n  y,\n} from '../source/plan.ts';`],
    ['a namespace', `import * as plan from '../source/plan.ts';`],
    ['nothing but its effects', `import '../source/plan.ts';`],
    ['a re-export', `export { x } from '../source/plan.ts';`],
    ['a re-exported star', `export * from '../source/plan.ts';`],
    ['a dynamic import', `export const late = () => import('../source/plan.ts');`],
  ])('the kernel must not reach up for %s', (_, text) => {
    expect(found({ 'lib/kernel/period.ts': text, 'lib/source/plan.ts': '' })).toEqual(['floor lib/kernel/period.ts']);
  });

  test('two rooms of one floor must not lean on each other', () => {
    expect(
      found({
        'lib/source/plan.ts': importing('../trust/right.ts'),
        'lib/trust/right.ts': importing('../source/mapping.ts'),
        'lib/source/mapping.ts': '',
      }),
    ).toEqual(['neighbours lib/source/plan.ts']);
  });

  test('a folder that is no room is found', () => {
    expect(found({ 'lib/attic/old.ts': importing('graphql', 'knex') })).toEqual(['floor lib/attic/old.ts']);
    expect(found({ 'lib/cli/main.ts': importing('../attic/old.ts'), 'lib/attic/old.ts': '' })).toEqual([
      'floor lib/cli/main.ts',
      'floor lib/attic/old.ts',
    ]);
  });
});

describe('cuts', () => {
  test.each([
    ['gateway/index.ts', '../subgraphs/court/special.ts', 'cut'],
    ['subgraphs/court/special.ts', '../../gateway/index.ts', 'floor'],
    ['lib/sdk/client.ts', '../../gateway/index.ts', 'cut'],
    ['gateway/index.ts', '../lib/sdk/client.ts', 'floor'],
    ['lib/indicators/plan.ts', '../../gateway/index.ts', 'cut'],
    ['dashboards/page.ts', '../subgraphs/court/special.ts', 'cut'],
    ['subgraphs/court/special.ts', '../police/special.ts', 'cut'],
    ['lib/synthetic/truth.ts', '../stats/median.ts', 'cut'],
    ['lib/indicators/plan.ts', '../synthetic/truth.ts', 'cut'],
  ])('%s must not import %s', (path, target, rule) => {
    expect(found({ [path]: importing(target) })).toEqual([`${rule} ${path}`]);
  });
});

describe('doors', () => {
  test.each([
    ['subgraphs/court/special.ts', 'knex'],
    ['lib/subgraph/load.ts', 'dataloader'],
    ['lib/synthetic/write.ts', 'dataloader'],
    ['lib/cli/main.ts', 'mysql2/promise'],
    ['gateway/serve.ts', '@apollo/server/standalone'],
    ['lib/sdk/client.ts', 'undici'],
    ['lib/subgraph/check.ts', '@theguild/federation-composition'],
    ['lib/indicators/plan.ts', 'd3-scale'],
    ['lib/synthetic/write.ts', 'cli-progress'],
    ['lib/cli/main.ts', 'countygraph/sdk'],
  ])('%s must not import %s', (path, name) => {
    expect(found({ [path]: importing(name) })).toEqual([`door ${path}`]);
  });

  test('synthetic writes databases, and programs in docs use the package by its name', () => {
    expect(
      found({
        'lib/synthetic/write.ts': importing('knex', 'mysql2/promise', 'pg', 'better-sqlite3'),
        'docs/example.ts': importing('countygraph/sdk'),
      }),
    ).toEqual([]);
  });
});

describe('cycles', () => {
  test('a cycle is found through re-exports, once', () => {
    expect(
      found({
        'lib/stats/a.ts': importing('./b.ts'),
        'lib/stats/b.ts': `export { x } from './c.ts';`,
        'lib/stats/c.ts': importing('./a.ts'),
        'lib/stats/d.ts': importing('./a.ts', './b.ts'),
      }),
    ).toEqual(['cycle lib/stats/a.ts']);
  });

  test('types close no cycle, since they are gone when the files run', () => {
    expect(
      found({ 'lib/stats/a.ts': importing('./b.ts'), 'lib/stats/b.ts': `import type { A } from './a.ts';` }),
    ).toEqual([]);
  });

  test('a list of types alone still loads the file', () => {
    expect(
      found({ 'lib/stats/a.ts': importing('./b.ts'), 'lib/stats/b.ts': `import { type A } from './a.ts';` }),
    ).toEqual(['cycle lib/stats/a.ts']);
  });
});

describe('browser rooms', () => {
  test('no Node module reaches a browser, not even through the kernel', () => {
    expect(
      found({
        'lib/sdk/client.ts': importing('../kernel/config.ts'),
        'lib/kernel/config.ts': importing('node:fs/promises'),
        'dashboards/page.ts': importing('path'),
      }),
    ).toEqual(['browser dashboards/page.ts', 'browser lib/kernel/config.ts']);
  });

  test('a type of a Node module is gone when the file runs', () => {
    expect(found({ 'lib/sdk/client.ts': `import type { Server } from 'node:http';` })).toEqual([]);
  });
});

describe('files', () => {
  test('a file has at most 500 lines of code, tests included', () => {
    expect(found({ 'test/unit/long.test.ts': lines(500) })).toEqual([]);
    expect(found({ 'test/unit/long.test.ts': lines(501) })).toEqual(['budget test/unit/long.test.ts']);
  });

  test('the median is at most 80 lines and the ninetieth percentile 300', () => {
    const house = (...counts: number[]): Record<string, string> =>
      Object.fromEntries(counts.map((count, index) => [`lib/stats/f${index}.ts`, lines(count)]));
    expect(found(house(80, 80, 300))).toEqual([]);
    expect(found(house(80, 81, 300))).toEqual(['budget the house']);
    expect(found(house(80, 80, 301))).toEqual(['budget the house']);
    expect(found({ 'schema/generated/types.ts': lines(5000), ...house(10) })).toEqual([]);
  });

  test('blank lines and comments are not code', () => {
    expect(linesOfCode('/** a\n * b\n */\n\n// c\nx(); // d\n/* e */\ny();\n')).toBe(2);
  });

  test.each(['lib/stats/utils.ts', 'lib/stats/date-helper.ts', 'gateway/common/plan.ts', 'dashboards/misc.css'])(
    '%s is named after no concept',
    path => {
      expect(found({ [path]: '' })).toEqual([`name ${path}`]);
    },
  );

  test('the shared words of the schema may be called common', () => {
    expect(found({ 'schema/common.graphql': '', 'lib/kernel/commonality.ts': '' })).toEqual([]);
  });

  test.each(['export default function f() {}', 'export { x as default };'])('%s is refused', text => {
    expect(found({ 'lib/stats/a.ts': text })).toEqual(['default-export lib/stats/a.ts']);
    expect(found({ 'test/any.config.ts': text })).toEqual([]);
  });

  test.each([
    ['unfinished', `// ${'TO'}${'DO'}: later`],
    ['unfinished', `// ${'FIX'}${'ME'}`],
    ['network', `<script src="https://${'unpk'}${'g'}.com/graphiql">`],
    ['network', `@import url("//fonts.g${'oogleapis'}.com/css");`],
    ['network', `load('https://cdn${'.'}example.org/d3.js')`],
  ])('%s is found in %s', (rule, text) => {
    expect(found({ 'gateway/page.html': text })).toEqual([`${rule} gateway/page.html`]);
  });
});

test('the table counts files and lines of each room, and departments without TypeScript', () => {
  const text = houseTable(
    new Map([
      ['lib/stats/a.ts', 'x();\n'],
      ['lib/stats/b.ts', 'x();\n\ny();\nz();\n'],
      ['subgraphs/court/schema.graphql', 'type A { id: ID }\n'],
      ['subgraphs/police/schema.graphql', ''],
      ['subgraphs/police/special.ts', 'x();\n'],
    ]),
  );
  expect(text).toMatch(/^lib\/stats +2 +4 +1 +3 +3$/m);
  expect(text).toMatch(/^court +0$/m);
  expect(text).toMatch(/^police +1$/m);
});
