import { existsSync, readFileSync } from 'node:fs';
import { buildSchema, isEnumType } from 'graphql';
import { describe, expect, test } from 'vitest';
import {
  catalogue,
  dimensions,
  durations,
  headline,
  indicator,
  indicatorIds,
  measure,
  opening,
  share,
  stock,
  type Term,
  whole,
} from '../../../lib/indicators/index.ts';
import { readModel } from '../../../lib/subgraph/model.ts';

const shared = new URL('../../../../shared/indicators.json', import.meta.url);
const terms = (of: (typeof catalogue)[number]): readonly Term[] =>
  of.forms.flatMap(({ parts }) => parts.flatMap(({ formula }) => formula.terms));

const departments = ['civil-affairs', 'court', 'emergency', 'grid', 'justice', 'petition', 'police', 'procuratorate'];
const models = departments.map(name =>
  readModel(readFileSync(new URL(`../../../subgraphs/${name}/schema.graphql`, import.meta.url), 'utf8')),
);

function recordOf(type: string) {
  const name = `${type.charAt(0).toUpperCase()}${type.slice(1)}`;
  return models.flatMap(({ records }) => records.get(name) ?? [])[0];
}

test('the catalogue holds every id once, in order', () => {
  expect(catalogue.map(({ id }) => id)).toEqual(indicatorIds);
  expect(indicatorIds.length).toBe(71);
  expect(headline.length).toBe(12);
});

test.runIf(existsSync(shared))('ids, direction and evidence are those of ../shared/indicators.json', () => {
  const list = JSON.parse(readFileSync(shared, 'utf8')) as {
    indicators: { id: string; direction: string; status: string; name_zh: string }[];
  };
  const ours = catalogue.map(({ id, direction, evidence }) => [id, direction, evidence]);
  expect(ours).toEqual(list.indicators.map(each => [each.id, each.direction.split(' ')[0], each.status]));
});

test.skipIf(existsSync(shared))('../shared/indicators.json is not here: the ids are not compared with it', () => {
  expect(existsSync(shared)).toBe(false);
});

describe.each(catalogue)('$id', definition => {
  test('has companions that exist, and is not its own', () => {
    const ids: ReadonlySet<string> = new Set(indicatorIds);
    expect(definition.companions.filter(id => !ids.has(id) || id === definition.id)).toEqual([]);
    expect(definition.companions.length).toBeGreaterThan(0);
  });

  test('asks for measures of the kind that it takes them for', () => {
    for (const { kind, type, measure: name, stock: at } of terms(definition)) {
      const declared = recordOf(type)?.measures.get(name);
      const isStock = declared?.kind === 'stock' || (declared?.kind === 'durations' && declared.snapshot === true);
      expect([name, declared?.kind === 'durations' ? 'lengths' : 'count', isStock]).toEqual([
        name,
        kind,
        at !== undefined,
      ]);
    }
  });

  test('has dimensions that all its types of record have', () => {
    for (const { type } of terms(definition))
      for (const dimension of definition.dimensions) expect(recordOf(type)?.dimensions).toContain(dimension);
  });

  test('says everything in both languages', () => {
    const { name, question, numerator, denominator, periodDate, perverse, references } = definition;
    for (const text of [
      name,
      question,
      numerator,
      denominator,
      periodDate,
      perverse,
      ...references.map(r => r.title),
    ]) {
      expect(text.zh).toMatch(/\p{Script=Han}|^[A-Z]/u);
      expect(text.en).not.toMatch(/\p{Script=Han}/u);
    }
  });
});

test('the schema that clients see has the measures', () => {
  const api = buildSchema(readFileSync(new URL('../../../schema/api.graphql', import.meta.url), 'utf8'));
  for (const { type, measure: name } of catalogue.flatMap(terms)) {
    const measures = api.getType(`${type.charAt(0).toUpperCase()}${type.slice(1)}Measure`);
    expect([type, name, isEnumType(measures) && measures.getValue(name) !== undefined]).toEqual([type, name, true]);
  }
});

test('wrong uses do not compile', () => {
  // @ts-expect-error: the schema declares ACCEPTED and others on Dispute, but no ARRIVAL.
  expect(measure('dispute', 'ARRIVAL').measure).toBe('ARRIVAL');
  // @ts-expect-error: there is no such type of record.
  expect(durations('person', 'AGE').type).toBe('person');
  // @ts-expect-error: a stock is of the type that declares it.
  expect(stock('petition', 'PENDING').stock).toBe('closing');
  // @ts-expect-error: the same for its opening.
  expect(opening('courtCase', 'HELD').stock).toBe('opening');
  // @ts-expect-error: a dispute has no procedure.
  expect(dimensions('dispute', 'procedure')).toEqual(['procedure']);
  // @ts-expect-error: care facilities have no dimension at all.
  expect(dimensions('careFacility', 'kind')).toEqual(['kind']);
  const [definition] = catalogue;
  if (definition === undefined) throw new Error('an empty catalogue');
  // @ts-expect-error: no such unit.
  indicator({ ...definition, unit: 'per million' });
  // @ts-expect-error: no such indicator.
  indicator({ ...definition, id: 'happiness' });
  // @ts-expect-error: no such companion.
  indicator({ ...definition, companions: ['happiness'] });
  // @ts-expect-error: dimensions are made by dimensions(), which checks them.
  indicator({ ...definition, dimensions: ['kind'] });
  // @ts-expect-error: a form needs parts with formulas.
  indicator({ ...definition, forms: [{ form: 'cohort', parts: [measure('dispute', 'ACCEPTED')] }] });
  // @ts-expect-error: a share is of counts; lengths must be counted first.
  expect(whole(share(durations('dispute', 'TIME_TO_RESOLVE'), measure('dispute', 'ACCEPTED'))).length).toBe(1);
});
