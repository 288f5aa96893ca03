/**
 * How a field is given out in part. `hidden`: nothing; `year`, `month`: a date's first day of them; `band`: a number down to the next
 * 1, 2 or 5 times a power of ten; `surname`: a text's first character; `last4`: its last four; `town`, `village`: the place that it
 * lies in. A hash is not among them: of a few thousand possible values it hides none.
 */
export type Mask = 'hidden' | 'year' | 'month' | 'band' | 'surname' | 'last4' | 'town' | 'village';

const kinds: Readonly<Record<Mask, readonly string[]>> = {
  hidden: ['text', 'integer', 'decimal', 'boolean', 'date', 'datetime', 'enum', 'link', 'place', 'json'],
  year: ['date', 'datetime'],
  month: ['date', 'datetime'],
  band: ['integer', 'decimal'],
  surname: ['text'],
  last4: ['text'],
  town: ['place'],
  village: ['place'],
};

/** Masks that a field of a kind can have. A key has none: half a key is no key. */
export function masksOf(kind: string): Mask[] {
  return (Object.keys(kinds) as Mask[]).filter(mask => kinds[mask].includes(kind));
}
