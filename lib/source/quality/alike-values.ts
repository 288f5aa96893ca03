import { widthFolds } from '../dialect/dialect.ts';
import { finding, type Finding, type Met } from './finding.ts';
import { shownValues } from './shown-value.ts';

const usual = new Map(widthFolds);

function folded(text: string): string {
  return [...text]
    .map(letter => usual.get(letter) ?? letter)
    .join('')
    .replaceAll(/\s+/g, '')
    .toUpperCase();
}

/** Codes of a field that are alike but for letter case, width or blanks. */
export function alikeValues(field: string, met: readonly Met[]): Finding[] {
  const alike = [...Map.groupBy(met, ({ value }) => folded(value)).values()].filter(same => same.length > 1);
  if (alike.length === 0) return [];
  const values = alike.flat();
  return [
    finding('ALIKE_VALUES', {
      field,
      rows: values.reduce((sum, { rows }) => sum + rows, 0),
      values: shownValues(values, 50),
      about: { groups: alike.length },
    }),
  ];
}

/** Unknown area codes that are known ones but for width or blanks. */
export function alikeAreas(field: string, unknown: readonly Met[], isKnown: (code: string) => boolean): Finding[] {
  const values = unknown.filter(({ value }) => isKnown(folded(value)));
  if (values.length === 0) return [];
  const rows = values.reduce((sum, each) => sum + each.rows, 0);
  const groups = new Set(values.map(({ value }) => folded(value))).size;
  return [finding('ALIKE_VALUES', { field, rows, values: shownValues(values, 50), about: { groups } })];
}

/** Codes of a field in two conventions: some in capitals only, some not. */
export function mixedCapitals(field: string, met: readonly Met[]): Finding[] {
  const words = met.filter(({ value }) => /[A-Za-z]{2}/.test(value));
  const capitals = words.filter(({ value }) => value === value.toUpperCase());
  if (capitals.length === 0 || capitals.length === words.length) return [];
  const rows = capitals.reduce((sum, each) => sum + each.rows, 0);
  const about = { capitals: capitals.length, codes: words.length };
  return [finding('MIXED_CAPITALS', { field, rows, values: shownValues(capitals, 50), about })];
}
