import type { Mapping } from '../source/index.ts';
import type { Draft } from './draft.ts';

/** Words that YAML, or a reader of it, would take for something else than text. */
const misread = /^(?:y|n|yes|no|true|false|on|off|null|~)$/i;

function scalar(value: unknown): string {
  if (typeof value !== 'string') return String(value);
  const plain =
    /^[\p{L}_][\p{L}\p{N}_./-]*(?: [\p{L}\p{N}_./:-]+)*$/u.test(value) && !misread.test(value) && !/: |:$/.test(value);
  if (plain) return value;
  return /\p{C}|\p{Zl}|\p{Zp}/u.test(value) ? JSON.stringify(value) : `'${value.replaceAll("'", "''")}'`;
}

function flow(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(flow).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return scalar(value);
  const entries = Object.entries(value).map(([word, inner]) => `${scalar(word)}: ${flow(inner)}`);
  return entries.length === 0 ? '{}' : `{ ${entries.join(', ')} }`;
}

/** One line, whatever a comment in the database holds. */
function remark(reason: string | undefined): string {
  return reason === undefined ? '' : ` # ${reason.replaceAll(/[\s\p{C}]+/gu, ' ').trim()}`;
}

function typeLines(name: string, type: Mapping['types'][string], reasons: Draft['reasons']): string[] {
  const path = `types.${name}`;
  if (!('fields' in type)) return [`  ${scalar(name)}: ${flow(type)}`];
  const { fields, personal, ...rest } = type;
  return [
    `  ${scalar(name)}:`,
    ...Object.entries(rest).map(
      ([word, value]) => `    ${word}: ${flow(value)}${remark(reasons.get(`${path}.${word}`))}`,
    ),
    '    fields:',
    ...Object.entries(fields).map(
      ([field, value]) => `      ${scalar(field)}: ${flow(value)}${remark(reasons.get(`${path}.fields.${field}`))}`,
    ),
    ...(personal ? ['    personal:'] : []),
    ...Object.entries(personal ?? {}).map(
      ([column, grade]) => `      ${scalar(column)}: ${grade}${remark(reasons.get(`${path}.personal.${column}`))}`,
    ),
  ];
}

function codeLines(mapping: Mapping, reasons: Draft['reasons']): string[] {
  const lists = Object.entries(mapping.codes ?? {});
  if (lists.length === 0) return [];
  return [
    'codes:',
    ...lists.flatMap(([name, list]) => [
      `  ${scalar(name)}:${remark(reasons.get(`codes.${name}`))}`,
      ...Object.entries(list).map(([word, value]) => `    ${word}: ${flow(value)}`),
    ]),
  ];
}

function comment(line: string): string {
  return remark(line).trim();
}

/** The draft as YAML, with the reasons beside the lines; `head` and `foot` are comments before and after it. */
export function writeDraft({ mapping, reasons }: Draft, head: readonly string[], foot: readonly string[]): string {
  const lines = [
    ...head.map(comment),
    `database: ${scalar(mapping.database)}`,
    'types:',
    ...Object.entries(mapping.types).flatMap(([name, type]) => typeLines(name, type, reasons)),
    ...codeLines(mapping, reasons),
    ...foot.map(comment),
  ];
  return `${lines.join('\n')}\n`;
}
