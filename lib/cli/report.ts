import { writeFileSync } from 'node:fs';
import { operatorError } from '../kernel/coded-error.ts';
import { csv } from './csv.ts';
import { isClosedPipe } from './closed-pipe.ts';
import type { Sheet } from './spreadsheet.ts';

export const reportFormats = ['table', 'json', 'csv', 'xlsx'] as const;
export type ReportFormat = (typeof reportFormats)[number];

/** What a command found, in all forms in which it may be wanted. */
export interface Report {
  readonly json: unknown;
  /** For a terminal. */
  table(): string;
  /** CSV has the first. */
  sheets(): readonly [Sheet, ...Sheet[]];
}

export interface ReportOptions {
  readonly format: ReportFormat;
  /** A file in place of the standard output. */
  readonly output?: string;
}

/** Writes a report out. Errors: BAD_OPTION, OUTPUT_UNWRITABLE. */
export async function writeReport(report: Report, { format, output }: ReportOptions): Promise<void> {
  if (format === 'xlsx' && output === undefined && process.stdout.isTTY) {
    throw operatorError('BAD_OPTION', {
      expected: 'a file for a workbook',
      got: 'a terminal',
      todo: 'add --output FILE.xlsx',
    });
  }
  const content = await contentOf(report, format);
  if (output === undefined) await toStandardOutput(content);
  else toFile(content, output);
}

async function contentOf(report: Report, format: ReportFormat): Promise<string | Buffer> {
  if (format === 'json') return `${JSON.stringify(report.json, null, 2)}\n`;
  if (format === 'csv') return `${csv(report.sheets()[0].rows)}\r\n`;
  // Loaded where it is wanted only.
  if (format === 'xlsx') return (await import('./spreadsheet.ts')).xlsx(report.sheets());
  return `${report.table()}\n`;
}

/** All of it, also into a slow pipe; as much as is wanted of it into one that is closed early. */
function toStandardOutput(content: string | Buffer): Promise<void> {
  return new Promise((resolve, reject) => {
    process.stdout.write(content, error => (error && !isClosedPipe(error) ? reject(error) : resolve()));
  });
}

function toFile(content: string | Buffer, file: string): void {
  try {
    writeFileSync(file, content);
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
    const got = refusals.get(code) ?? 'a refusal';
    const parts = { expected: '--output FILE that can be written', got, todo: 'check folder and rights' };
    throw operatorError('OUTPUT_UNWRITABLE', parts, { cause });
  }
}

const refusals = new Map([
  ['ENOENT', 'a folder that is not there'],
  ['EISDIR', 'a folder'],
  ['EACCES', 'one that may not be written'],
  ['EROFS', 'one that may not be written'],
  ['ENOSPC', 'a full disk'],
]);
