import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { knowledgeOf } from '../../../lib/attack/knowledge.ts';
import { LinearSystem } from '../../../lib/attack/linear-system.ts';
import { propagate } from '../../../lib/attack/propagate.ts';
import { solveSpans } from '../../../lib/attack/solve-spans.ts';
import { ask, askAll, cellName, subjectOf, type Counts } from '../../../lib/attack/tables.ts';
import type { PeriodUnit } from '../../../lib/kernel/period.ts';
import type { Session, Source } from '../../../lib/source/index.ts';
import { drawsOf, roundHalfUp, roundParts, usualRules } from '../../../lib/trust/disclosure/index.ts';
import { operatorRight } from '../../../lib/trust/index.ts';
import { data, makePopulation, matter, towns, type Population } from './population.ts';

/** Populations that are attacked; each has a key of its own. More of them: COUNTYGRAPH_DISCLOSURE_RUNS. */
const runs = Number(process.env['COUNTYGRAPH_DISCLOSURE_RUNS'] ?? 2);
/** Small cells of a town for which programs are solved: those left the least room by subtraction. */
const programs = Number(process.env['COUNTYGRAPH_DISCLOSURE_PROGRAMS'] ?? 25);

const { smallest, base } = usualRules.protected;
const subject = subjectOf(matter, towns, '2026-01', '2026-06');
const cut = { level: 'TOWN', unit: 'MONTH', from: '2026-01', to: '2026-06' } as const;
const exact = operatorRight('Matter');
const guarded = operatorRight('Matter', 'protected');
const open = operatorRight('Matter', 'public');

function askBase(session: Session, right = guarded): Promise<Counts> {
  return askAll({ session, right, asOf: data.asOf }, subject, cut);
}

function small(system: LinearSystem): number[] {
  const spans = propagate(system);
  const room = (column: number): number => (spans.high[column] ?? 0) - (spans.low[column] ?? 0);
  return system.names
    .map((_, column) => column)
    .filter(column => {
      const count = system.truth[column] ?? 0;
      return !system.names[column]?.startsWith('draw') && count > 0 && count < smallest;
    })
    .sort((a, b) => room(a) - room(b));
}

async function narrowest(system: LinearSystem, columns: readonly number[], whole = false): Promise<number> {
  const spans = await solveSpans(system, columns, { whole });
  columns.forEach((column, i) => {
    expect(spans[i]?.low).toBeLessThanOrEqual(system.truth[column] ?? 0);
    expect(spans[i]?.high).toBeGreaterThanOrEqual(system.truth[column] ?? 0);
  });
  return Math.min(...spans.map(({ low, high }) => high - low));
}

/** Every choice of towns. */
const subsets = Array.from({ length: 2 ** towns.length - 1 }, (_, i) => towns.filter((_, bit) => (i + 1) & (1 << bit)));

/** A figure that was told, and the base cells that it is of. */
interface Figure {
  readonly cells: readonly string[];
  readonly told: number;
}

/** What some figures say of their cells, each figure being off by at most `slack` a unit of `per`. */
function systemOf(figures: readonly Figure[], truth: Counts, per: 'cell' | 'figure'): LinearSystem {
  const system = new LinearSystem();
  for (const { cells, told } of figures) {
    const slack = (base - 1) * (per === 'cell' ? cells.length : 1);
    const terms = cells.map(cell => [system.column(cell, truth.get(cell) ?? 0), 1] as const);
    system.row(terms, told - slack, told + slack);
  }
  return system;
}

const periods: readonly (readonly [PeriodUnit, string, readonly string[]])[] = [
  ...['2026-01', '2026-02', '2026-03'].map(month => ['MONTH', month, [month]] as const),
  ['QUARTER', '2026-Q1', ['2026-01', '2026-02', '2026-03']],
];

/** The answers by kind and for all kinds together to every choice of towns, each rounded by itself. */
function roundedOneByOne(truth: Counts, round: (count: number, question: string) => number): Figure[] {
  const kinds = [...(matter.values?.get('kind') ?? []), ''];
  return [...kinds.map(kind => [kind]), kinds].flatMap(asked =>
    subsets.flatMap(within =>
      periods.map(([, label, months]): Figure => {
        const cells = asked.flatMap(kind =>
          within.flatMap(town => months.map(month => cellName('STARTED', 'kind', kind, town, month))),
        );
        const count = cells.reduce((sum, cell) => sum + (truth.get(cell) ?? 0), 0);
        return { cells, told: round(count, `${asked.join()} ${within.join()} ${label}`) };
      }),
    ),
  );
}

describe('the attack on protected statistics of a small population', () => {
  const populations: Population[] = [];
  const sources: Source[] = [];
  const truths: Counts[] = [];
  const answers: Counts[] = [];
  beforeAll(async () => {
    for (let seed = 1; seed <= runs; seed += 1) {
      const population = await makePopulation(seed);
      const source = await population.open(`key of population ${seed}, long enough`);
      populations.push(population);
      sources.push(source);
      truths.push(await askBase(source.session(), exact));
      answers.push(await askBase(source.session()));
    }
  });
  afterAll(async () => {
    for (const source of sources) await source.close();
    for (const population of populations) await population.drop();
  });
  const first = () => ({ source: sources[0] as Source, truth: truths[0] as Counts, given: answers[0] as Counts });

  test('finds no small cell, and none in less room than the smallest count, from all answers and all relations at once', async () => {
    let [cells, room, roomOfWhole] = [0, Infinity, Infinity];
    for (const [i, truth] of truths.entries()) {
      for (const town of towns) {
        const system = knowledgeOf(subject, { base, shared: true }, truth, answers[i] ?? new Map(), town);
        expect(system.contradiction()).toBeUndefined();
        const columns = small(system);
        cells += columns.length;
        room = Math.min(room, await narrowest(system, columns.slice(0, programs)));
        // That counts are whole numbers is known too.
        roomOfWhole = Math.min(roomOfWhole, await narrowest(system, columns.slice(0, 3), true));
      }
    }
    console.log(`${cells} small cells of ${runs} populations, narrowest span ${room}, in whole numbers ${roomOfWhole}`);
    expect(roomOfWhole).toBeGreaterThanOrEqual(smallest);
    expect(cells).toBeGreaterThan(200 * runs);
    expect(room).toBeGreaterThanOrEqual(smallest);
  });

  test('finds nothing more where the protected, the public and an official with his own town’s exact figures collude', async () => {
    const { source, truth, given } = first();
    const ours = { session: source.session(), right: open, asOf: data.asOf };
    const published = await askAll(ours, subject, { ...cut, unit: 'QUARTER', from: '2026-Q1', to: '2026-Q2' });
    expect(published.size).toBeGreaterThan(50);
    const system = new LinearSystem();
    for (const town of towns.slice(0, 2)) {
      const known = knowledgeOf(subject, { base, shared: true }, truth, given, town);
      const at = known.names.map((name, column) =>
        // The official of the first town knows all of it.
        town === towns[0]
          ? system.column(`${town} ${name}`, known.truth[column] ?? 0, known.truth[column], known.truth[column])
          : system.column(`${town} ${name}`, known.truth[column] ?? 0, known.low[column], known.high[column]),
      );
      for (const { columns, factors, low, high } of known.rows)
        system.row(
          columns.map((column, i) => [at[column] ?? 0, factors[i] ?? 0]),
          low,
          high,
        );
    }
    const column = (town: string, name: string): number => system.find(`${town} ${name}`) ?? -1;
    let rows = 0;
    for (const measure of ['STARTED', 'ENDED']) {
      for (const quarter of [1, 2]) {
        const months = [1, 2, 3].map(m => `2026-0${3 * (quarter - 1) + m}`);
        // The county's total of both towns, and the public figure of the second.
        const both = months.flatMap(month =>
          towns.slice(0, 2).map(town => [town, cellName(measure, '', '', town, month)] as const),
        );
        const total = both.reduce((sum, [, name]) => sum + (given.get(name) ?? 0), 0);
        system.row(
          both.map(([town, name]) => [column(town, name), 1]),
          total - 9 * both.length,
          total + 9 * both.length,
        );
        const told = published.get(cellName(measure, '', '', towns[1] ?? '', `2026-Q${quarter}`)) ?? 0;
        const own = both.filter(([town]) => town === towns[1]);
        const slack = usualRules.public.base - 1 + 9 * own.length;
        system.row(
          own.map(([town, name]) => [column(town, name), 1]),
          told - slack,
          told + slack,
        );
        rows += 2;
      }
    }
    expect(rows).toBe(8);
    expect(system.contradiction()).toBeUndefined();
    const neighbours = small(system).filter(
      c => system.names[c]?.startsWith(`${towns[1]} `) && !system.names[c]?.includes('draw'),
    );
    expect(neighbours.length).toBeGreaterThan(50);
    expect(await narrowest(system, neighbours.slice(0, programs))).toBeGreaterThanOrEqual(smallest);
  });

  test('gets sums of base cells from every choice of towns, window and level: pairs and triples of answers give nothing away', async () => {
    const { source, truth, given } = first();
    const asking = { session: source.session(), right: guarded, asOf: data.asOf };
    const figures: Figure[] = [];
    for (const within of subsets) {
      for (const [unit, label, months] of periods) {
        const told = await ask(asking, subject, '', { level: 'COUNTY', unit, from: label, to: label, within });
        const cells = within.flatMap(town => months.map(month => cellName('STARTED', '', '', town, month)));
        const sum = cells.reduce((all, cell) => all + (given.get(cell) ?? 0), 0);
        expect(told.get(cellName('STARTED', '', '', '330199', label)) ?? 0).toBe(sum);
        figures.push({ cells, told: sum });
      }
    }
    const outcome = pairsAndTriples(figures, truth, 'cell');
    expect(outcome.systems).toBeGreaterThan(30_000);
    expect(outcome.narrowest).toBeGreaterThanOrEqual(smallest);
    const all = systemOf(figures, truth, 'cell');
    expect(await narrowest(all, small(all))).toBeGreaterThanOrEqual(smallest);
    console.log(`${figures.length} answers, ${outcome.systems} pairs and triples, narrowest span ${outcome.narrowest}`);
  });

  test('succeeds where answers are rounded one by one, as is usual: small cells are left too little room', async () => {
    const system = new LinearSystem();
    for (const { cells, told } of roundedOneByOne(first().truth, count => roundHalfUp(count, base))) {
      const terms = cells.map(cell => [system.column(cell, first().truth.get(cell) ?? 0), 1] as const);
      system.row(terms, told - base / 2, told + base / 2 - 1);
    }
    const columns = small(system);
    const spans = await solveSpans(system, columns);
    const narrow = spans.filter(({ low, high }) => high - low < smallest).length;
    console.log(`usual rounding of answers: of ${columns.length} small cells ${narrow} too narrow`);
    expect(columns.length).toBeGreaterThan(20);
    expect(narrow).toBeGreaterThan(columns.length / 2);
  });

  test('is left less room where answers are rounded at random one by one', async () => {
    const { truth } = first();
    const draws = drawsOf('a key for answers, long enough for it');
    const one = roundedOneByOne(
      truth,
      (count, question) => roundParts([count], base, draws.offset(base, question))[0] ?? 0,
    );
    const system = systemOf(one, truth, 'figure');
    const room = await narrowest(system, small(system).slice(0, programs));
    console.log(`narrowest span with answers rounded at random one by one ${room}`);
    expect(room).toBeLessThan(base - 2);
  });

  test('is left less room where every cell has a draw of its own', async () => {
    const room = { shared: Infinity, apart: Infinity };
    for (const [i, truth] of truths.entries()) {
      const draws = drawsOf(`another key of population ${i}, long enough`);
      const apart = new Map(
        [...truth].map(([name, count]) => [name, roundParts([count], base, draws.offset(base, name))[0] ?? 0]),
      );
      for (const town of towns) {
        const ours = knowledgeOf(subject, { base, shared: true }, truth, answers[i] ?? new Map(), town);
        room.shared = Math.min(room.shared, await narrowest(ours, small(ours).slice(0, programs)));
        const theirs = knowledgeOf(subject, { base, shared: false }, truth, apart, town);
        room.apart = Math.min(room.apart, await narrowest(theirs, small(theirs).slice(0, programs)));
      }
    }
    console.log(`narrowest span with shared draws ${room.shared}, with draws apart ${room.apart}`);
    expect(room.apart).toBeLessThan(room.shared);
  });

  test('sees of one more row that its own town and month have moved, and no span closes', async () => {
    const population = populations[0] as Population;
    const { source, truth, given } = first();
    let room = Infinity;
    const town = towns[3] ?? '';
    for (let added = 1; added <= 3; added += 1) await population.add(town, '2026-04-15');
    const [after, counted] = [await askBase(source.session()), await askBase(source.session(), exact)];
    const moved = [...new Set([...given.keys(), ...after.keys()])].filter(name => given.get(name) !== after.get(name));
    // A stock goes on: the months after it may move as well.
    expect(
      moved.every(name => name.includes(`|${town}|`) && (name.startsWith('OPEN') || name.endsWith('2026-04'))),
    ).toBe(true);
    const before = knowledgeOf(subject, { base, shared: true }, truth, given, town);
    for (const name of before.names.filter(n => n.startsWith('STARTED') && n.endsWith('2026-04'))) {
      const delta = (counted.get(name) ?? 0) - (truth.get(name) ?? 0);
      if (name.split('|')[1] !== '') continue;
      // The attacker knows that three were added, the strongest case.
      const [count, draw] = [before.find(name) ?? -1, before.find('draw|startedOn|2026-04') ?? -1];
      const told = after.get(name) ?? 0;
      before.row(
        [
          [count, 1],
          [draw, 1],
        ],
        told - delta,
        told - delta + base - 1,
      );
      room = Math.min(room, await narrowest(before, [count]));
    }
    expect(room).toBeGreaterThanOrEqual(smallest);
  });
});

/** The narrowest span of a small cell that any pair or triple of figures leaves, by subtraction. */
function pairsAndTriples(figures: readonly Figure[], truth: Counts, per: 'cell' | 'figure') {
  let [systems, narrowest] = [0, Infinity];
  const look = (chosen: readonly Figure[]): void => {
    systems += 1;
    const system = systemOf(chosen, truth, per);
    const { low, high } = propagate(system);
    system.truth.forEach((count, column) => {
      if (count > 0 && count < smallest) narrowest = Math.min(narrowest, (high[column] ?? 0) - (low[column] ?? 0));
    });
  };
  figures.forEach((a, i) =>
    figures.slice(i + 1).forEach((b, j) => {
      look([a, b]);
      for (const c of figures.slice(i + j + 2)) look([a, b, c]);
    }),
  );
  return { systems, narrowest };
}
