/** A room of the house: a folder whose files stand on one floor. The table of CONTRIBUTING.md, for machines. */
export interface Room {
  readonly folder: string;
  /** Imports go to lower floors, or sideways as long as the neighbour does not import back. */
  readonly floor: number;
  /** Only these rooms may import it; absent: every room above. */
  readonly importedBy?: readonly string[];
  /** It may import these rooms only; absent: every room below. */
  readonly mayImport?: readonly string[];
  /** Its files, and all that they import, run in browsers. */
  readonly browser?: true;
  /** Files of a browser room that run in Node: what builds and serves it. */
  readonly server?: readonly string[];
}

export const rooms: readonly Room[] = [
  { folder: 'schema', floor: 0 },
  { folder: 'lib/kernel', floor: 0 },
  { folder: 'lib/stats', floor: 0 },
  { folder: 'lib/web', floor: 0 },
  { folder: 'lib/observe', floor: 0 },
  { folder: 'lib/source', floor: 1 },
  { folder: 'lib/trust', floor: 1 },
  { folder: 'lib/identity', floor: 1 },
  // Its truth must not come from the code that is measured against it, and no code may lean on it.
  { folder: 'lib/synthetic', floor: 1, mayImport: ['lib/kernel'], importedBy: ['lib/cli', 'test'] },
  // The one place where the project writes: its own database, never a department's.
  { folder: 'lib/store', floor: 1, mayImport: ['lib/kernel'], importedBy: ['lib/cli', 'test'] },
  { folder: 'lib/subgraph', floor: 2 },
  { folder: 'lib/introspect', floor: 3, mayImport: ['lib/kernel', 'lib/source', 'lib/subgraph'] },
  // An attacker's place: it asks as a reader does, and nothing rests on it.
  {
    folder: 'lib/attack',
    floor: 3,
    mayImport: ['lib/kernel', 'lib/source', 'lib/trust'],
    importedBy: ['lib/cli', 'test'],
  },
  // The two cuts: departments, gateway and SDK meet over a transport, and only the command wires them.
  { folder: 'subgraphs', floor: 3, importedBy: ['lib/cli', 'test'] },
  { folder: 'gateway', floor: 4, importedBy: ['lib/cli', 'test'] },
  { folder: 'lib/sdk', floor: 5, browser: true },
  { folder: 'lib/indicators', floor: 6 },
  {
    folder: 'dashboards',
    floor: 7,
    browser: true,
    server: ['dashboards/index.ts', 'dashboards/bundle.ts', 'dashboards/routes.ts'],
  },
  { folder: 'lib/check', floor: 7, mayImport: ['lib/kernel', 'lib/source', 'lib/subgraph', 'lib/indicators'] },
  {
    folder: 'lib/warning',
    floor: 7,
    mayImport: ['lib/kernel', 'lib/stats', 'lib/sdk', 'lib/indicators'],
    importedBy: ['lib/cli', 'test'],
  },
  {
    folder: 'lib/frozen',
    floor: 7,
    mayImport: ['lib/kernel', 'lib/sdk', 'lib/indicators'],
    importedBy: ['lib/cli', 'test'],
  },
  {
    folder: 'lib/scorecard',
    floor: 7,
    mayImport: ['schema', 'lib/kernel', 'lib/stats', 'lib/sdk', 'lib/indicators'],
    importedBy: ['lib/cli', 'test'],
  },
  {
    folder: 'lib/reconcile',
    floor: 7,
    mayImport: ['schema', 'lib/kernel', 'lib/sdk', 'lib/indicators'],
    importedBy: ['lib/cli', 'test'],
  },
  { folder: 'lib/cli', floor: 8 },
  { folder: 'docs', floor: 9 },
  { folder: 'test', floor: 10 },
];

/** A package, or a family of them, that only some rooms (and tests) may import. */
export interface Door {
  readonly packages: RegExp;
  readonly rooms: readonly string[];
}

export const doors: readonly Door[] = [
  { packages: /^(knex|mysql2|pg|pg-cursor|better-sqlite3)$/, rooms: ['lib/source', 'lib/store', 'lib/synthetic'] },
  { packages: /^(pino|prom-client|@opentelemetry\/.+)$/, rooms: ['lib/observe'] },
  { packages: /^dataloader$/, rooms: ['lib/source'] },
  { packages: /^jose$/, rooms: ['lib/identity'] },
  { packages: /^@apollo\/(subgraph|server)$/, rooms: ['lib/subgraph'] },
  {
    packages:
      /^(@graphql-hive\/router-query-planner|@theguild\/federation-composition|@graphql-inspector\/core|undici)$/,
    rooms: ['gateway'],
  },
  { packages: /^sm-crypto$/, rooms: ['lib/trust'] },
  { packages: /^highs$/, rooms: ['lib/attack'] },
  { packages: /^esbuild$/, rooms: ['gateway', 'dashboards'] },
  { packages: /^d3(-.+)?$/, rooms: ['dashboards'] },
  { packages: /^(commander|cli-progress|write-excel-file)$/, rooms: ['lib/cli'] },
];

/** Lines of code (blank lines and comments not counted). Tests and generated files count for `most` only. */
export const lineBudget = { most: 500, ninetieth: 300, median: 80 } as const;

export function roomOf(path: string): Room | undefined {
  return rooms.find(room => path.startsWith(`${room.folder}/`));
}

/** The department whose folder the file lies in; undefined outside subgraphs/<department>/. */
export function departmentOf(path: string): string | undefined {
  return /^subgraphs\/([^/]+)\//.exec(path)?.[1];
}

/** Written by a program from the schema, so nobody keeps it short or names it. */
export function isGenerated(path: string): boolean {
  return path.startsWith('schema/generated/');
}
