import { existsSync, writeFileSync } from 'node:fs';
import { operatorError } from '../kernel/coded-error.ts';
import { loadCounty } from '../kernel/county.ts';
import { introspect as readDatabase, report, summarise, type Introspection } from '../introspect/index.ts';

export interface IntrospectOptions {
  readonly out: string;
  readonly department?: string;
  readonly county?: string;
  readonly json?: boolean;
  readonly force?: boolean;
}

function summaryLines(found: Introspection, out: string): string[] {
  const { tables, types, fields, keys, dates, areas, joins, codeLists, personal } = summarise(found);
  return [
    `${found.department}: ${tables} tables read, ${types.drafted} of ${types.of} types drafted`,
    `  fields    ${fields.found} of ${fields.of} found, ${fields.guessed} of them guesses`,
    `  keys      ${keys}`,
    `  dates     ${dates}`,
    `  areas     ${areas} tables`,
    `  joins     ${joins}`,
    `  codes     ${codeLists} lists`,
    `  personal  ${personal} columns, not read`,
    ...(found.draft.open.length > 0 ? ['To decide:', ...found.draft.open.map(line => `  ${line}`)] : []),
    `Wrote ${out}. Read it line by line, put it into the county's folder as ${found.department}.mapping.yaml, then run countygraph check.`,
  ];
}

/** Drafts a mapping of a database and writes it to a file. */
export async function introspect(url: string, options: IntrospectOptions): Promise<void> {
  if (existsSync(options.out) && !options.force)
    throw operatorError('FILE_EXISTS', {
      expected: `no file ${options.out} yet`,
      got: 'one that somebody may have worked on',
      todo: 'name another one, or say --force',
    });
  const found = await readDatabase({
    url,
    ...(options.department === undefined ? {} : { department: options.department }),
    ...(options.county === undefined ? {} : { county: loadCounty(options.county).folder }),
    onTable: (table, number, of) => process.stderr.write(`reading ${table} (${number} of ${of})\n`),
  });
  writeFileSync(options.out, found.text);
  console.log(options.json ? JSON.stringify(report(found), null, 2) : summaryLines(found, options.out).join('\n'));
}
