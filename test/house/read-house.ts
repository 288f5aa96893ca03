import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sep } from 'node:path/posix';

const folders = ['lib', 'subgraphs', 'gateway', 'dashboards', 'schema', 'docs', 'test'];

/** Reads the code, styles, pages and schemas of the repository at `root`: path from the root -> text. */
export function readHouse(root: string): Map<string, string> {
  const paths = globSync(`{${folders.join(',')}}/**/*.{ts,js,css,html,graphql}`, {
    cwd: root,
    // A package of its own may have been installed inside, to be measured.
    exclude: ['**/node_modules/**'],
  });
  return new Map(paths.toSorted().map(path => [path.replaceAll('\\', sep), readFileSync(join(root, path), 'utf8')]));
}
