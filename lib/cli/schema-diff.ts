import { readFileSync } from 'node:fs';
import {
  type SchemaChange,
  type SchemaComparison,
  compareSchemas,
  readApiSchema,
  readDocuments,
} from '../../gateway/index.ts';
import { operatorError } from '../kernel/coded-error.ts';
import { endWith } from './exit-code.ts';
import { table } from './terminal-table.ts';

export interface SchemaDiffOptions {
  readonly operations?: string;
  readonly json?: boolean;
}

/**
 * Prints how a schema changes. Exit code 0: nobody is harmed; 1: a breaking change that a registered operation uses, or any where none
 * are named; 2: the command was wrong.
 */
export function schemaDiff(before: string, after: string, options: SchemaDiffOptions): Promise<void> {
  return endWith(() => run(before, after, options));
}

async function run(before: string, after: string, { operations, json }: SchemaDiffOptions): Promise<0 | 1> {
  const documents = operations === undefined ? undefined : readDocuments(operations);
  const comparison = await compareSchemas(readApiSchema(textOf(before)), readApiSchema(textOf(after)), documents);
  console.log(json ? JSON.stringify(comparison, null, 2) : report(comparison, documents !== undefined));
  const harms = comparison.changes.some(
    ({ severity, usedBy }) => severity === 'breaking' && (documents === undefined || usedBy.length > 0),
  );
  return harms || comparison.refused.length > 0 ? 1 : 0;
}

function report({ changes, refused }: SchemaComparison, isHeld: boolean): string {
  const counts = (['breaking', 'dangerous', 'safe'] as const).map(
    one => `${one} ${changes.filter(({ severity }) => severity === one).length}`,
  );
  const lines = changes.map(change => [change.severity, change.kind, change.message, isHeld ? users(change) : '']);
  return [
    ...(lines.length > 0 ? [table(lines), ''] : []),
    ...refused.map(({ operation, messages }) => `${operation}: ${messages.join(' ')}`),
    counts.join('  '),
  ].join('\n');
}

function users({ severity, usedBy }: SchemaChange): string {
  if (severity === 'safe') return '';
  return `used by ${usedBy.length > 0 ? usedBy.join(', ') : 'none registered'}`;
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    const parts = { expected: 'a readable file with a schema', got: file, todo: 'name a supergraph or an API schema' };
    throw operatorError('SCHEMA_NOT_FOUND', parts, { cause });
  }
}
