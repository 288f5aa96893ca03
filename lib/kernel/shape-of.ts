/**
 * What a caller's value looks like, for an error: a short one as it is, else digits as 9, Han characters as 字, other letters as A, cut
 * after 40. It may be a person's name, number or telephone, and errors go into logs.
 */
export function shapeOf(value: unknown): string {
  if (typeof value !== 'string') return value === null ? 'null' : Array.isArray(value) ? 'a list' : `a ${typeof value}`;
  if (/^[\x20-\x7e]{0,10}$/.test(value)) return JSON.stringify(value);
  const shape = value
    .slice(0, 40)
    .replaceAll(/\p{N}/gu, '9')
    .replaceAll(/\p{Script=Han}/gu, '字')
    .replaceAll(/(?!字)\p{L}/gu, 'A');
  return `a text like ${JSON.stringify(shape)}`;
}
