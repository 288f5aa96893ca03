/** What the database's driver says of a refusal, in a few words and for the operator alone. */
export function driverWords(error: Error): string {
  const { cause } = error;
  return cause instanceof Error
    ? (cause.message.split(' - ').at(-1) ?? '').replaceAll(/\s+/g, ' ').slice(0, 160)
    : 'no reason';
}
