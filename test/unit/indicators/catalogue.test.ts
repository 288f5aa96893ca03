import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { catalogue, durations, measure } from '../../../lib/indicators/index.ts';

test('the catalogue holds the twelve indicators, each once', () => {
  expect(catalogue.map(({ id }) => id).sort()).toEqual([
    'case_duration_median',
    'clearance_rate',
    'criminal_cases_per_10k',
    'dispute_resolution_rate',
    'grid_coverage_rate',
    'grid_event_on_time_rate',
    'major_hazard_rectified_rate',
    'mediation_success_rate',
    'petition_closed_on_time',
    'pipeline_stage_duration',
    'police_arrival_p50_p90',
    'relief_coverage',
  ]);
});

test('companions exist', () => {
  const ids = new Set(catalogue.map(({ id }) => id));
  for (const { companions } of catalogue) for (const companion of companions) expect(ids).toContain(companion);
});

test('a count is declared as a count and lengths as lengths by the schema', () => {
  const terms = catalogue.flatMap(({ forms }) =>
    forms.flatMap(({ parts }) => parts.flatMap(({ formula }) => formula.terms)),
  );
  const departments = ['civil-affairs', 'court', 'emergency', 'grid', 'justice', 'petition', 'police', 'procuratorate'];
  const text = departments
    .map(name => readFileSync(new URL(`../../../subgraphs/${name}/schema.graphql`, import.meta.url), 'utf8'))
    .join('\n');
  for (const { kind, type, measure } of terms) {
    const name = `${type.charAt(0).toUpperCase()}${type.slice(1)}`;
    const declaration = new RegExp(
      `^type ${name}\\b[^{]*(?:\\{ ?field[^{]*)*?@(\\w+)\\(\\s*measure: "${measure}"`,
      'm',
    ).exec(text);
    expect([measure, declaration?.[1] === 'durations' ? 'lengths' : 'count', declaration !== null]).toEqual([
      measure,
      kind,
      true,
    ]);
  }
});

test('a measure that the type does not declare does not compile', () => {
  // @ts-expect-error: the schema declares ACCEPTED and others on Dispute, but no ARRIVAL.
  expect(measure('dispute', 'ARRIVAL').measure).toBe('ARRIVAL');
  // @ts-expect-error: there is no such type of record.
  expect(durations('person', 'AGE').type).toBe('person');
});
