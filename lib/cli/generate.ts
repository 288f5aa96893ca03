import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { lexicographicSortSchema, printSchema } from 'graphql';
import { apiSchema, compose } from '../../gateway/index.ts';
import { operatorError } from '../kernel/coded-error.ts';
import { readContract } from '../subgraph/index.ts';

const root = join(import.meta.dirname, '../..');

/** Composes the departments' contracts; schema/ holds the result, under review. */
export function generate(options: { readonly check?: boolean }): void {
  const ids = readdirSync(join(root, 'subgraphs'), { withFileTypes: true })
    .filter(e => e.isDirectory())
    .map(e => e.name)
    .sort();
  const services = ids.map((name, i) => ({ name, url: `http://127.0.0.1:${4101 + i}/`, sdl: readContract(name).sdl }));
  const { supergraphSdl } = compose(services, { isolated: true });
  const files = new Map([
    ['schema/supergraph.graphql', supergraphSdl],
    ['schema/api.graphql', printSchema(lexicographicSortSchema(apiSchema(supergraphSdl)))],
  ]);
  for (const [file, text] of files) {
    const path = join(root, file);
    const content = `${text.trim()}\n`;
    if (!options.check) writeFileSync(path, content);
    else if (readFileSync(path, 'utf8') !== content) {
      throw operatorError('SCHEMA_OUT_OF_DATE', {
        expected: `${file} as composed from subgraphs/`,
        got: 'another text',
        todo: 'run npm run generate',
      });
    }
  }
}
