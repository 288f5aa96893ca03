import { present, share, type ColumnSample } from './table-sample.ts';

/** Marks in the text of a number, in the words of a mapping. */
export interface Printed {
  readonly thousands?: string;
  readonly suffix?: string;
  readonly negative?: 'parentheses';
  readonly times?: number;
}

export interface NumberGuess {
  readonly whole: boolean;
  /** Whole numbers are printed with zeros behind a point: 5.00. */
  readonly fraction: boolean;
  /** How it is written, where not plainly. */
  readonly written: Printed | undefined;
  readonly why: string;
}

const plain = /^-?\d+(?:\.\d+)?$/;
const printed = /^\(?-?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?\)?(万元|元|人|户|件|张|㎡|平方米)?$/;

function writtenIn(values: readonly string[]): Printed | undefined {
  const units = new Map<string, number>();
  for (const value of values) {
    const unit = printed.exec(value)?.[1];
    if (unit !== undefined) units.set(unit, (units.get(unit) ?? 0) + 1);
  }
  const [suffix] = [...units].toSorted((a, b) => b[1] - a[1])[0] ?? [];
  const thousands = values.some(value => /\d,\d{3}/.test(value));
  const parentheses = values.some(value => /^\(.*\)$/.test(value));
  if (suffix === undefined && !thousands && !parentheses) return undefined;
  return {
    ...(thousands ? { thousands: ',' } : {}),
    ...(suffix === undefined ? {} : { suffix }),
    ...(parentheses ? { negative: 'parentheses' as const } : {}),
    ...(suffix === '万元' ? { times: 10_000 } : {}),
  };
}

/** Whether a column holds numbers, and how they are printed. */
export function guessNumber(column: ColumnSample): NumberGuess | undefined {
  const values = present(column);
  const { kind, type } = column.shape;
  if (values.length === 0)
    return kind === 'integer' || kind === 'decimal'
      ? { whole: kind === 'integer', fraction: false, written: undefined, why: `declared ${type}, no values` }
      : undefined;
  if (share(values, value => plain.test(value)) >= 0.95) {
    const whole = share(values, value => /^-?\d{1,10}(?:\.0+)?$/.test(value)) >= 0.95;
    const fraction = whole && column.shape.kind === 'text' && values.some(value => value.includes('.'));
    return { whole, fraction, written: undefined, why: whole ? 'whole numbers' : 'numbers' };
  }
  if (share(values, value => printed.test(value)) < 0.9) return undefined;
  const written = writtenIn(values);
  return { whole: false, fraction: false, written, why: 'numbers printed as text' };
}
