import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';

/** The text of a file, unpacked where it is packed. */
export function readPacked(file: string): string {
  const bytes = readFileSync(file);
  return (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
}

/** Records of a CSV text by RFC 4180: fields in quotes may hold commas, ends of line and doubled quotes. */
export function* readRecords(text: string): Generator<string[]> {
  const field = /("(?:[^"]|"")*"|[^,\r\n]*)(,|\r?\n|$)/gy;
  let record: string[] = [];
  while (field.lastIndex < text.length) {
    const [, raw = '', end = ''] = field.exec(text) ?? [];
    record.push(raw.startsWith('"') ? raw.slice(1, -1).replaceAll('""', '"') : raw);
    if (end === ',') continue;
    yield record;
    record = [];
  }
}

export type CsvRow = Readonly<Record<string, string>>;

/** Rows of a CSV file by the names of its head. */
export function readCsv(file: string): CsvRow[] {
  const [head = [], ...records] = readRecords(readPacked(file));
  return records.map(record => Object.fromEntries(head.map((name, i) => [name, record[i] ?? ''])));
}
