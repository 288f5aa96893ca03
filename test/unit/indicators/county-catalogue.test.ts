import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { catalogueOfCounty } from '../../../lib/cli/county-indicators.ts';
import {
  type Declared,
  declaredText,
  readCountyCatalogue,
  readIndicatorTexts,
  readRegister,
  type ServedDefinitions,
  servedCatalogue,
} from '../../../lib/indicators/county/index.ts';
import {
  catalogue,
  createAnalytics,
  defaultPeerRule,
  definitionOn,
  type Indicator,
} from '../../../lib/indicators/index.ts';
import { loadCounty } from '../../../lib/kernel/county.ts';
import { smallGateway } from './small-gateway.ts';

const folder = mkdtempSync(join(tmpdir(), 'countygraph-indicators-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const declared: Declared = new Map([
  [
    'courtCase',
    {
      measures: new Map([
        ['FILED', 'flow'],
        ['CLOSED', 'flow'],
        ['PENDING', 'stock'],
        ['TIME_TO_CLOSE', 'lengths'],
        ['PENDING_AGE', 'ages'],
      ]),
      dimensions: new Map([
        ['kind', ['CIVIL', 'CRIMINAL', 'ADMINISTRATIVE']],
        ['procedure', ['ORDINARY']],
      ]),
    },
  ],
  ['careHome', { measures: new Map([['BEDS', 'stock']]), dimensions: new Map() }],
]);

let files = 0;
function file(text: string): string {
  const path = join(folder, `${files++}.yaml`);
  writeFileSync(path, text);
  return path;
}

const read = (...texts: string[]) => readCountyCatalogue(catalogue, texts.map(file), declared);

const own = `add: own_rate
from: 2024-01-01
owner: court
name: { zh: 本县比率, en: Own rate }
question: { zh: 多少？, en: How many? }
numerator: { zh: 结案, en: closed }
denominator: { zh: 立案, en: filed }
periodDate: { zh: 日期, en: date }
unit: percent
direction: higher
forms:
  - form: in-period
    value: { countRatio: [courtCase.CLOSED, courtCase.FILED] }
companions: [clearance_rate]
perverse: { zh: 无, en: none }
references: [{ title: { zh: 县里规定, en: County rules } }]
evidence: C
`;
const change = `override: clearance_rate
from: 2026-01-01
change: { zh: 行政案件另计, en: Administrative cases apart }
breaks: true
exclude: { kind: [ADMINISTRATIVE] }
band: { low: 95, high: 110 }
`;

test('a county adds an indicator and changes another without code', () => {
  const result = read(own, change);
  expect(result.length).toBe(catalogue.length + 1);
  expect(result.at(-1)).toMatchObject({ id: 'own_rate', versions: [{ version: 1, from: '2024-01-01' }] });
  expect(result.find(({ id }) => id === 'clearance_rate')).toMatchObject({
    band: { low: 95, high: 110 },
    exclude: { kind: ['ADMINISTRATIVE'] },
    versions: [{ version: 1 }, { version: 2, from: '2026-01-01', breaks: true }],
  });
});

test('its own indicator gets a second version with a break', () => {
  const second = `override: own_rate
from: 2025-01-01
change: { zh: 改分母, en: Another denominator }
breaks: true
forms: [{ form: in-period, value: { ratio: [{ opening: courtCase.PENDING }, courtCase.CLOSED] } }]
`;
  const result = read(second, own).find(({ id }) => id === 'own_rate');
  expect(result?.versions).toMatchObject([{ version: 1 }, { version: 2, from: '2025-01-01', breaks: true }]);
  expect(result?.forms[0].parts[0]?.formula.terms[0]).toMatchObject({ measure: 'PENDING', stock: 'opening' });
  expect(result?.earlier?.forms[0].parts[0]?.formula.terms[0]).toMatchObject({ measure: 'CLOSED' });
});

const later = `changes:
  - from: 2026-07-01
    change: { zh: 改名, en: Another name }
    name: { zh: 新名, en: New name }
  - from: 2025-01-01
    change: { zh: 行政案件另计, en: Administrative cases apart }
    breaks: true
    exclude: { kind: [ADMINISTRATIVE] }
`;

test('later versions stand in the same file, in any order, each on what was before', () => {
  const first = read(`${own}dimensions: [kind]\n${later}`).find(({ id }) => id === 'own_rate');
  expect(first?.versions).toMatchObject([
    { version: 1, from: '2024-01-01' },
    { version: 2, from: '2025-01-01', breaks: true },
    { version: 3, from: '2026-07-01', change: { en: 'Another name' } },
  ]);
  expect([first?.name.en, first?.exclude]).toEqual(['New name', { kind: ['ADMINISTRATIVE'] }]);
  const held = (day: string) => first && definitionOn(first, day);
  expect([held('2026-06-30')?.name.en, held('2026-06-30')?.exclude]).toEqual(['Own rate', first?.exclude]);
  expect(held('2024-12-31')?.exclude).toBeUndefined();
});

test('an override has later versions in its file, too', () => {
  const result = read(
    `${change}changes:\n  - from: 2026-05-01\n    change: { zh: 改区间, en: Another band }\n    band: { low: 90, high: 100 }\n`,
  ).find(({ id }) => id === 'clearance_rate');
  expect(result?.versions.map(({ version, from }) => [version, from])).toEqual([
    [1, expect.any(String)],
    [2, '2026-01-01'],
    [3, '2026-05-01'],
  ]);
  expect(result?.band).toEqual({ low: 90, high: 100 });
});

const plain = (definitions: readonly Indicator[]) => JSON.parse(JSON.stringify(definitions)) as unknown;

test('what is sent to a page makes the same definitions there', () => {
  const texts = readIndicatorTexts([file(`${own}dimensions: [kind]\n${later}`), file(change)]);
  const files = texts.map(({ value }) => ({ file: 'a.yaml', value }));
  const served = {
    dataFrom: '2023-10-01',
    register: [],
    peers: defaultPeerRule,
    words: {},
    files,
    declared: declaredText(declared, new Set(['courtCase'])),
  };
  const sent = JSON.parse(JSON.stringify(served)) as ServedDefinitions;
  expect(plain(servedCatalogue(sent))).toEqual(plain(read(`${own}dimensions: [kind]\n${later}`, change)));
});

const januaryRows = [
  { period: '2026-01', area: '330199', kind: 'CIVIL', values: [30, 40] },
  { period: '2026-01', area: '330199', kind: 'ADMINISTRATIVE', values: [1, 10] },
];

test('figures of periods that end before the change follow what was before', async () => {
  const { client } = smallGateway({
    courtCaseStats: args =>
      args['by'] === undefined
        ? { rows: [{ period: '2025-12', area: '330199', values: [31, 50] }] }
        : { rows: januaryRows },
  });
  const figures = await createAnalytics<string>({ client, catalogue: read(change) }).figures({
    indicators: ['clearance_rate'],
    areas: ['330199'],
    periods: ['2025-12', '2026-01'],
  });
  expect(figures.map(figure => [figure.numerator, figure.denominator, figure.definitionVersion])).toEqual([
    [31, 50, 1],
    [30, 40, 2],
  ]);
});

describe('a fault is one sentence with file and line', () => {
  test.for([
    ['a later version without a change', `${own}changes:\n  - from: 2025-01-01\n`, /'change'.*\.yaml:\d+/],
    [
      'a later version that begins before the first',
      `${own}changes:\n  - from: 2023-01-01\n    change: { zh: 改, en: change }\n`,
      /a day after 2024-01-01, got 2023-01-01.*:19/,
    ],
    [
      'a stranger beside a later version',
      `${own}changes:\n  - from: 2025-01-01\n    change: { zh: 改, en: change }\n    companions: [nobody]\n`,
      /ids of indicators, got nobody.*:21/,
    ],
    ['an unknown word', `${own}colour: red\n`, /"colour".*\.yaml:\d+/],
    [
      'a measure that is not declared',
      own.replace('.CLOSED', '.OPENED'),
      /a measure of courtCase: FILED.*got OPENED.*:13/,
    ],
    ['a type without statistics', own.replace('courtCase.CLOSED', 'careHome.BEDS'), /got careHome\.BEDS.*:13/],
    [
      'lengths where a count belongs',
      own.replace('.CLOSED', '.TIME_TO_CLOSE'),
      /flow or stock, got courtCase\.TIME_TO_CLOSE/,
    ],
    [
      'two ways at once',
      own.replace('] }\ncomp', '], median: courtCase.TIME_TO_CLOSE }\ncomp'),
      /countRatio and median/,
    ],
    ['a rate without its unit', own.replace('countRatio', 'rate'), /per beside it, got none/],
    ['an opening of a flow', own.replace('courtCase.FILED', '{ opening: courtCase.FILED }'), /of the kind flow/],
    ['a register that is not kept', own.replace('courtCase.FILED', '{ register: dogs }'), /got dogs/],
    [
      'an id that is taken',
      own.replace('own_rate', 'clearance_rate'),
      /an id that no indicator has, got clearance_rate.*:1\.$/,
    ],
    ['a companion that is not there', own.replace('[clearance_rate]', '[happiness]'), /got happiness.*:14/],
    [
      'a dimension that is not there',
      `${own}dimensions: [colour]\n`,
      /dimensions of courtCase: kind, procedure, got colour/,
    ],
    ['something missing', own.replace('unit: percent\n', ''), /unit in a new indicator, got none/],
    ['a unit that is not there', own.replace('percent', 'apples'), /unit to be one of/],
    ['an indicator to change that is not there', change.replace('clearance_rate', 'happiness'), /got happiness.*:1\.$/],
    [
      'a value that the dimension does not have',
      change.replace('ADMIN', 'ADMON'),
      /values of kind: CIVIL.*got ADMONISTRATIVE.*:5/,
    ],
    [
      'a day before the last version',
      change.replace('2026-01-01', '2020-01-01'),
      /a day after 2023-01-01, got 2020-01-01.*:2/,
    ],
    ['a band upside down', change.replace('low: 95', 'low: 195'), /low below high, got 195 and 110/],
    ['a change that does not say what it changes', change.replace(/^change.*\n/m, ''), /BAD_INDICATOR|change/],
  ] as const)('%s', ([, text, sentence]) => {
    let fault: unknown;
    try {
      read(text);
    } catch (error) {
      fault = error;
    }
    expect(fault).toMatchObject({ code: 'BAD_INDICATOR', kind: 'operator' });
    expect((fault as Error).message).toMatch(sentence);
  });
});

test('every way of making a value can be written', () => {
  const ways = [
    '{ share: [courtCase.CLOSED, { sum: [{ opening: courtCase.PENDING }, courtCase.FILED] }] }',
    '{ sumShare: [courtCase.CLOSED, courtCase.FILED] }',
    '{ rate: [courtCase.FILED, { register: residents }], per: 10000 }',
    '{ density: [courtCase.PENDING, { register: aged60 }], per: 1000 }',
    '{ median: courtCase.TIME_TO_CLOSE }',
    '{ quantile: courtCase.PENDING_AGE, p: 0.9 }',
    '{ quantile: courtCase.TIME_TO_CLOSE, p: 0.9 }',
    '{ endedWithin: courtCase.TIME_TO_CLOSE, days: 90 }',
    '{ share: [{ within: courtCase.TIME_TO_CLOSE, length: 90 }, { started: courtCase.TIME_TO_CLOSE }] }',
    '{ share: [{ openLongerThan: courtCase.PENDING_AGE, length: 365 }, courtCase.PENDING] }',
  ];
  for (const way of ways) {
    const [formula] = read(own.replace(/\{ countRatio.*\}/, way)).at(-1)?.forms[0].parts ?? [];
    expect(formula?.formula.terms.length).toBeGreaterThan(0);
  }
});

test('the county of this repository has one of its own and a changed one', () => {
  const result = catalogueOfCounty(loadCounty('counties/fengxi'));
  expect(result.length).toBe(72);
  expect(result.find(({ id }) => id === 'case_closure_rate')).toMatchObject({
    yearBegins: 12,
    earlier: { id: 'case_closure_rate' },
  });
});

test.for([
  ['residents:\n  - { year: 2024, source: 年鉴, values: { "330199": 1 } }', /vintage/],
  ['dogs: []', /"dogs"/],
  [
    'residents:\n  - { year: 2024, source: 年鉴, vintage: 2025-08-20, values: { "3301": 1 } }',
    /BAD_DENOMINATORS|property name|values/,
  ],
  ['residents:\n  - { year: 2024, source: 年鉴, vintage: 2025-08-20, values: { "330199": 0 } }', />/],
] as const)('denominators %s are refused', ([text, sentence]) => {
  let fault: unknown;
  try {
    readRegister(file(text));
  } catch (error) {
    fault = error;
  }
  expect(fault).toMatchObject({ code: 'BAD_DENOMINATORS', kind: 'operator' });
  expect((fault as Error).message).toMatch(sentence);
});
