import { invariant } from '../../kernel/coded-error.ts';

/** What a record is made of. Undefined members are left out. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json | undefined };

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}

/**
 * The one text of a value, after RFC 8785 (JSON Canonicalization Scheme): members in the order of their names' UTF-16 units, no
 * blanks, numbers and strings as ECMAScript prints them. A half surrogate, which RFC 8785 refuses, becomes U+FFFD: what a caller
 * sends must not keep its own record from being written.
 */
export function canonicalJson(value: Json): string {
  if (typeof value === 'string') return JSON.stringify(value.isWellFormed() ? value : value.toWellFormed());
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'number') {
    invariant(Number.isFinite(value), 'a finite number in a record');
    return JSON.stringify(value);
  }
  if (isList(value)) return `[${value.map(canonicalJson).join(',')}]`;
  let text = '';
  for (const name of Object.keys(value).sort()) {
    const member = value[name];
    if (member !== undefined) text += `${text === '' ? '' : ','}${canonicalJson(name)}:${canonicalJson(member)}`;
  }
  return `{${text}}`;
}
