import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { lexicographicSortSchema, printSchema } from 'graphql';
import { apiSchema, compose } from '../../gateway/index.ts';
import { catalogue } from '../indicators/index.ts';
import { cataloguePages } from '../indicators/pages/index.ts';
import { operatorError } from '../kernel/coded-error.ts';
import { readContract } from '../subgraph/index.ts';

const root = join(import.meta.dirname, '../..');
const pagesFolder = 'docs/indicators';

/** The departments' contracts, composed; schema/ holds the result, under review. */
function composed(): Map<string, string> {
  const ids = readdirSync(join(root, 'subgraphs'), { withFileTypes: true })
    .filter(e => e.isDirectory())
    .map(e => e.name)
    .sort();
  const services = ids.map((name, i) => ({ name, url: `http://127.0.0.1:${4101 + i}/`, sdl: readContract(name).sdl }));
  const { supergraphSdl } = compose(services, { isolated: true });
  return new Map([
    ['schema/supergraph.graphql', supergraphSdl],
    ['schema/api.graphql', printSchema(lexicographicSortSchema(apiSchema(supergraphSdl)))],
  ]);
}

/** A page for each indicator, in both languages. */
function pages(): Map<string, string> {
  return new Map([...cataloguePages(catalogue)].map(([name, text]) => [`${pagesFolder}/${name}`, text]));
}

/** Pages of indicators that are no more. */
function stalePages(files: ReadonlyMap<string, string>): string[] {
  const folder = join(root, pagesFolder);
  const there = existsSync(folder) ? readdirSync(folder).map(name => `${pagesFolder}/${name}`) : [];
  return there.filter(file => !files.has(file));
}

function refuse(file: string, source: string, got: string): never {
  throw operatorError('SCHEMA_OUT_OF_DATE', {
    expected: `${file} as made from ${source}`,
    got,
    todo: 'run npm run generate',
  });
}

/** Writes what is made from the departments' schemas and from the catalogue, or with `check` sees that it is so already. */
export function generate(options: { readonly check?: boolean }): void {
  const files = new Map([...composed(), ...pages()]);
  const stale = stalePages(files);
  if (options.check && stale[0] !== undefined) refuse(stale[0], 'the catalogue', 'an indicator that is not in it');
  for (const file of stale) rmSync(join(root, file));
  for (const [file, text] of files) {
    const path = join(root, file);
    const content = `${text.trim()}\n`;
    const source = file.startsWith(pagesFolder) ? 'the catalogue' : 'subgraphs/';
    if (!options.check) {
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, content);
    } else if (!existsSync(path) || readFileSync(path, 'utf8') !== content) refuse(file, source, 'another text');
  }
}
