import type { Cell, Formula, Histogram, Indicator, Term } from '../indicators/index.ts';
import type { Declared } from '../indicators/county/index.ts';

/**
 * What was done with petitions: notices, answers, endings, ratings, and those that were due. Everything else that counts petitions
 * (as they come in, come again, wait, or are brought to the next instance) must not be scored, and a measure that a county adds is
 * taken for such.
 */
const handling = new Set([
  'NOTICE_DUE',
  'NOTICED_ON_TIME',
  'LIMIT_RUN',
  'CLOSED_ON_TIME',
  'ANSWERED',
  'CLOSED',
  'RATED',
  'RATED_SATISFIED',
]);

/** Measures of other departments in which petitions are counted that follow a matter. */
const followedByPetitions = new Set(['mediation.TIME_TO_ESCALATE']);

/**
 * How a formula scores the number of petitions (信访量), or null where it does not. It is told by the measures of the formula and
 * by what they do to its value, whatever the indicator is called: a share of the petitions that were handled does not change when
 * there are twice as many of everything; a number or rate of petitions does, above the line or below it.
 */
export function petitionVolume(
  { exclude = {} }: Pick<Indicator, 'exclude'>,
  formula: Formula,
  declared: Declared,
): string | null {
  const ofPetitions = formula.terms.filter(term => countsPetitions(term, exclude, declared));
  if (ofPetitions.length === 0) return null;
  const wrong = ofPetitions.find(
    ({ type, measure }) =>
      (type === 'petition' && !handling.has(measure)) || followedByPetitions.has(`${type}.${measure}`),
  );
  if (wrong !== undefined) return `${wrong.type}.${wrong.measure}`;
  const isVolume = probes.some(seed => {
    const [once, twice] = [1, 2].map(times => valueAt(formula, ofPetitions, seed, times));
    return typeof once !== 'number' || typeof twice !== 'number' || Math.abs(once - twice) > 1e-9 * Math.abs(once);
  });
  return isVolume ? `a number of ${ofPetitions.map(({ type, measure }) => `${type}.${measure}`).join(', ')}` : null;
}

/** Petitions themselves, what came through the petition office by name, and what is left when the other ways are left out. */
function countsPetitions(
  { type, measure }: Term,
  exclude: NonNullable<Indicator['exclude']>,
  declared: Declared,
): boolean {
  if (type === 'petition' || measure.startsWith('PETITION') || followedByPetitions.has(`${type}.${measure}`))
    return true;
  return Object.entries(exclude).some(
    ([name, values]) => declared.get(type)?.dimensions.get(name)?.includes('PETITION') && !values.includes('PETITION'),
  );
}

const probes = [3, 7, 11];

/** The value with made-up numbers, those of petitions `times` as large. */
function valueAt(formula: Formula, ofPetitions: readonly Term[], seed: number, times: number): number | null {
  const factorOf = (term: Term): number =>
    ofPetitions.some(({ type, measure }) => type === term.type && measure === term.measure) ? times : 1;
  const sizeOf = ({ type, measure }: Term): number =>
    [...`${type}.${measure}`].reduce((sum, c) => (sum * seed + (c.codePointAt(0) ?? 0)) % 997, seed) + 100;
  const cell: Cell = {
    days: 91,
    register: () => 50_000,
    count: term => sizeOf(term) * factorOf(term),
    lengths(term): Histogram {
      const [size, factor] = [sizeOf(term), factorOf(term)];
      const length = [1, 5, 20, 45, 100, 400, 1200];
      return {
        unit: 'DAY',
        length,
        closed: length.map((_, i) => (size - i) * factor),
        open: length.map((_, i) => (i + 1) * factor),
      };
    },
  };
  return formula.evaluate(cell).value;
}
