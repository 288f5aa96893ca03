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
