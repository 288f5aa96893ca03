import type { AreaGuess } from './area-guess.ts';
import { scoreField, type Context, type Score } from './field-score.ts';
import type { ColumnFacts } from './table-facts.ts';
import type { WantedField } from './wanted.ts';

/** A field and where it was found. */
export interface FieldMatch {
  readonly field: WantedField;
  readonly column: ColumnFacts | undefined;
  readonly area: AreaGuess | undefined;
  /** 0 to 1; below a half it is a guess to be looked at. */
  readonly confidence: number;
  readonly why: string;
}

const least = 0.3;

interface Pair extends Score {
  readonly field: WantedField;
  readonly column: ColumnFacts;
}

function pairs(context: Context): Pair[] {
  const all: Pair[] = [];
  for (const field of context.type.fields)
    for (const column of context.table.columns.values()) {
      const score = scoreField(column, field, context);
      if (score.value >= least) all.push({ ...score, field, column });
    }
  return all.toSorted((a, b) => b.value - a.value);
}

/** Columns that no field has and that are there for no other purpose. */
function free(context: Context, taken: ReadonlySet<ColumnFacts>): ColumnFacts[] {
  const { table } = context;
  const purposes = new Set([
    ...(table.softDelete ? [table.softDelete.column] : []),
    ...table.areas.flatMap(area => area.columns),
  ]);
  return [...table.columns.values()].filter(
    column =>
      !taken.has(column) &&
      !column.sample.personal &&
      !purposes.has(column.sample.shape.name) &&
      !column.sample.meaning.roles.has('audit') &&
      column.sample.filled > 0,
  );
}

type Rule = (column: ColumnFacts) => boolean;

const rules: readonly { kinds: readonly WantedField['kind'][]; fits: Rule; why: string }[] = [
  { kinds: ['date', 'datetime'], fits: column => column.date !== undefined, why: 'the only date left' },
  {
    kinds: ['enum'],
    fits: column => column.codes !== undefined && !column.sample.meaning.roles.has('status'),
    why: 'the only column of codes left',
  },
  {
    kinds: ['link'],
    fits: column => column.identifies && column.join === undefined && column.sample.meaning.roles.has('reserve'),
    why: 'a reserve column that holds numbers of other records',
  },
  {
    kinds: ['decimal'],
    fits: column => column.number !== undefined && !column.number.whole,
    why: 'the only amount left',
  },
];

/** One field of a kind left and one column that could be it: a guess, and said to be one. */
function leftovers(context: Context, matched: Map<WantedField, FieldMatch>): void {
  const taken = new Set([...matched.values()].flatMap(match => match.column ?? []));
  for (const { kinds, fits, why } of rules) {
    const open = context.type.fields.filter(field => kinds.includes(field.kind) && !matched.has(field));
    const columns = free(context, taken).filter(
      column => fits(column) && column.sample.shape.name !== context.table.key?.columns[0],
    );
    const [field, column] = [open[0], columns[0]];
    if (open.length !== 1 || columns.length !== 1 || !field || !column) continue;
    taken.add(column);
    matched.set(field, { field, column, area: undefined, confidence: 0.25, why });
  }
}

function nothing(field: WantedField): FieldMatch {
  return { field, column: undefined, area: undefined, confidence: 0, why: '' };
}

/** Finds for each field of a type its column in a table, the surest first. */
export function matchFields(context: Context, guess: boolean): FieldMatch[] {
  const matched = new Map<WantedField, FieldMatch>();
  const taken = new Set<ColumnFacts>();
  for (const { field, column, value, why } of pairs(context)) {
    if (matched.has(field) || taken.has(column)) continue;
    taken.add(column);
    matched.set(field, { field, column, area: undefined, confidence: Math.min(1, value), why });
  }
  for (const field of context.type.fields) {
    const [area] = field.kind === 'place' ? context.table.areas : [];
    if (area) matched.set(field, { field, column: undefined, area, confidence: area.named ? 0.9 : 0.6, why: area.why });
  }
  if (guess) leftovers(context, matched);
  return context.type.fields.map(field => matched.get(field) ?? nothing(field));
}
