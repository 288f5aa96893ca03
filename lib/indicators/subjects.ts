import type { Period } from '../kernel/period.ts';
import type { Area } from './figure.ts';
import { definitionOn, type Indicator } from './indicator.ts';
import type { Subject } from './make-figure.ts';
import type { Source } from './source.ts';

/** What figures are asked for. */
export interface Asked {
  readonly definitions: readonly Indicator[];
  readonly areas: readonly Area[];
  readonly periods: readonly Period[];
  readonly by: string | null;
}

/** Every figure that is asked for, in order. */
export function subjectsOf(
  { definitions, areas, periods, by }: Asked,
  answers: ReadonlyMap<string, Source>,
): Subject[] {
  return definitions
    .map(definition => ({ definition, dimensions: dimensionsOf(definition, by, answers) }))
    .flatMap(({ definition, dimensions }) => definition.forms.map(form => ({ definition, dimensions, form })))
    .flatMap(({ form, ...what }) => form.parts.map(part => ({ ...what, form, part })))
    .flatMap(what => areas.map(area => ({ ...what, area })))
    .flatMap(({ dimensions, ...what }) => dimensions.map(dimension => ({ ...what, dimension })))
    .flatMap(what => periods.flatMap(period => inForce({ ...what, period })));
}

/** The same by the definition that holds for the period; nothing where that had no such form or part. */
function inForce(subject: Subject): Subject[] {
  const definition = definitionOn(subject.definition, subject.period.to);
  if (definition === subject.definition) return [subject];
  const form = definition.forms.find(each => each.form === subject.form.form);
  const part = form?.parts.find(each => each.id === subject.part.id);
  return form === undefined || part === undefined ? [] : [{ ...subject, definition, form, part }];
}

/**
 * The values of a dimension that occur in what was answered for an indicator; one null where it was not asked for. Where none occurs
 * there is one without a code, whose figure says why.
 */
function dimensionsOf(
  { forms }: Indicator,
  by: string | null,
  answers: ReadonlyMap<string, Source>,
): Subject['dimension'][] {
  if (by === null) return [null];
  const types = new Set(forms.flatMap(({ parts }) => parts.flatMap(({ formula }) => formula.terms.map(t => t.type))));
  const values = new Set<string | null>();
  for (const { query, rows } of answers.values()) {
    if (!types.has(query.type) || !query.by.includes(by)) continue;
    for (const row of [...rows.values()].flat()) {
      const value = row[by];
      values.add(value === null || value === undefined ? null : String(value));
    }
  }
  if (values.size === 0) values.add(null);
  const ordered = [...values].sort((a, b) => (a === null ? 1 : b === null ? -1 : a < b ? -1 : 1));
  return ordered.map(value => ({ name: by, value }));
}
