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
  const ordered = inOrder(value);
  const text = ordered === undefined ? undefined : JSON.stringify(ordered);
  return text === undefined || text.includes('\\ud') ? written(value) : text;
}

/**
 * The same value with its members in order, so that the engine's own printer, which is many times faster, prints it as wanted;
 * itself where they are. Undefined where a name begins with a digit: engines put numbers first.
 */
function inOrder(value: Json): Json | undefined {
  if (value === null || typeof value !== 'object') {
    invariant(typeof value !== 'number' || Number.isFinite(value), 'a finite number in a record');
    return value;
  }
  if (isList(value)) {
    const items = value.map(inOrder);
    return items.includes(undefined) ? undefined : (items as Json[]);
  }
  const names = Object.keys(value);
  const isOrdered = names.every((name, i) => i === 0 || (names[i - 1] ?? '') < name);
  const copy: Record<string, Json> = {};
  for (const name of isOrdered ? names : names.sort()) {
    const member = value[name];
    if (member === undefined) continue;
    const ordered = inOrder(member);
    if (ordered === undefined || /^\d/.test(name) || name === '__proto__') return undefined;
    copy[name] = ordered;
  }
  return copy;
}

/** By hand. */
function written(value: Json): string {
  if (typeof value === 'string') return JSON.stringify(value.isWellFormed() ? value : value.toWellFormed());
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'number') {
    invariant(Number.isFinite(value), 'a finite number in a record');
    return JSON.stringify(value);
  }
  if (isList(value)) return `[${value.map(written).join(',')}]`;
  let text = '';
  for (const name of Object.keys(value).sort()) {
    const member = value[name];
    if (member !== undefined) text += `${text === '' ? '' : ','}${written(name)}:${written(member)}`;
  }
  return `{${text}}`;
}
