import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { declaredOf } from '../../../lib/cli/county-indicators.ts';
import { readCountyCatalogue } from '../../../lib/indicators/county/index.ts';
import { catalogue, type Figure, type Indicator } from '../../../lib/indicators/index.ts';
import { parsePeriod } from '../../../lib/kernel/period.ts';
import { type Card, type CardResult, readScorecards, scoreFigures } from '../../../lib/scorecard/index.ts';
import { fengxi } from '../../county.ts';

const folder = mkdtempSync(join(tmpdir(), 'countygraph-scorecards-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let files = 0;
export function file(text: string): string {
  const path = join(folder, `${files++}.yaml`);
  writeFileSync(path, text);
  return path;
}

export const declared = declaredOf(fengxi);

/** A county's own indicator: only what matters differs. */
export function own(id: string, { value, more = '' }: { readonly value: string; readonly more?: string }): string {
  return `add: ${id}
from: 2020-01-01
owner: cross
name: { zh: 平安指数, en: Index of peace }
question: { zh: 多少？, en: How many? }
numerator: { zh: 甲, en: a }
denominator: { zh: 乙, en: b }
periodDate: { zh: 日期, en: date }
unit: ratio
direction: lower
forms: [{ form: in-period, value: ${value} }]
companions: []
perverse: { zh: 无, en: none }
references: [{ title: { zh: 县里规定, en: County rules } }]
evidence: C
${more}`;
}

export function read(yaml: string, ...indicators: readonly string[]): Card[] {
  const all = readCountyCatalogue(catalogue, indicators.map(file), declared);
  return readScorecards(file(yaml), all, declared);
}

/** A card with some items, their weights made 100 by one that nobody minds. */
export function cardText(items: readonly string[], more = ''): string {
  return `cards:
  test:
    name: { zh: 考核, en: Card }
    period: QUARTER
    level: TOWN
    aggregation: arithmetic
    missing: { rule: leave-out }
    coverage: 0.5
${more}    items:
${items.map(item => `      - ${item}`).join('\n')}
`;
}

/** A scored item of one indicator alone, for what is refused. */
export function alone(indicator: string, marks = '{ goalposts: [10, 0] }', more = ''): string {
  return cardText([`{ id: only, indicator: ${indicator}, weight: 100, marks: ${marks}${more} }`]);
}

/** A figure of an item, as the analytics would give it. */
export interface Given {
  readonly value: number | null;
  readonly interval?: readonly [number | null, number | null] | null;
  readonly reason?: Exclude<Figure['reason'], null>;
  /** Whose figure it is. Default: one that all share. */
  readonly department?: string;
}

export function figureOf(
  { id, unit, forms, versions }: Indicator,
  {
    area,
    period = '2026-Q3',
    part = null,
    version,
  }: { area: string; period?: string; part?: string | null; version?: number },
  { value, interval = null, reason, department = 'justice' }: Given,
): Figure {
  const base = {
    id,
    form: forms[0].form,
    part,
    area: { code: area, level: 'TOWN', name: `town ${area}` },
    period: parsePeriod(period),
    dimension: null,
    unit,
    completeness: { leftOut: [], unplaced: null, share: null },
    asOf: '2026-09-30',
    roundedTo: null,
    definitionVersion: version ?? versions.at(-1)?.version ?? 1,
    computedFrom: [{ department, type: 'mediation', measure: 'ENDED', asOf: '2026-09-30', error: null }],
    registers: [],
  } as const;
  const counts = { numerator: 1, denominator: 1 };
  if (value === null) {
    const why = (reason ?? 'SOURCE_UNAVAILABLE') as Exclude<
      typeof reason,
      'PERIOD_NOT_OVER' | 'STILL_OBSERVED' | undefined
    >;
    return { ...base, ...counts, value, interval: null, lastGood: null, status: 'not_computable', reason: why };
  }
  const limits = interval && { lower: interval[0], upper: interval[1] };
  return { ...base, ...counts, value, interval: limits, status: 'ok', reason: null };
}

/** Scores areas whose figures are given: of each area one for each item. */
export function scoreGiven(card: Card, rows: readonly (readonly Given[])[]): CardResult {
  const figures = rows.flatMap((row, town) =>
    row.flatMap((given, i) => {
      const item = card.items[i];
      return item === undefined
        ? []
        : [figureOf(item.definition, { area: `330199${100 + town}`, part: item.part }, given)];
    }),
  );
  return scoreFigures(card, figures, { period: parsePeriod('2026-Q3'), before: parsePeriod('2025-Q3'), level: 'TOWN' });
}
