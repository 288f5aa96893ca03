import type { Declared } from '../indicators/county/index.ts';
import type { Formula, Indicator } from '../indicators/index.ts';

/**
 * The dimension by which an indicator could be that of one person, or null: leaving values out of a text of which the schema does not
 * say what may stand there (a name of whoever handles a matter) leaves one of them over.
 */
export function personalDimension(
  { exclude = {} }: Pick<Indicator, 'exclude'>,
  formula: Formula,
  declared: Declared,
): string | null {
  const types = new Set(formula.terms.map(({ type }) => type));
  const isText = (name: string): boolean =>
    [...types].some(type => (declared.get(type)?.dimensions.get(name) ?? ['closed']).length === 0);
  const names = Object.entries(exclude).filter(([, values]) => !values.every(value => /^(true|false)$/.test(value)));
  return names.map(([name]) => name).find(isText) ?? null;
}
