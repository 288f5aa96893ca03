/** What databases quote of a row: `invalid input syntax for type integer: "…"`, `Incorrect date value: '…'`, numbers of any length. */
const quotedValues = /((?:syntax for type [\w ]+|\bvalue|\brange): *)(?:"[^"]*"?|'[^']*'?)/gi;

/** What the database's driver says of a refusal, in a few words, without a value of a row, and for the operator alone. */
export function driverWords(error: Error): string {
  const { cause } = error;
  if (!(cause instanceof Error)) return 'no reason';
  const words = (cause.message.split(' - ').at(-1) ?? '').replaceAll(/\s+/g, ' ');
  return words
    .replaceAll(quotedValues, '$1…')
    .replaceAll(/\d{8,}[Xx]?/g, '…')
    .slice(0, 160);
}
