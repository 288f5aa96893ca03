import { join } from 'node:path';
import { operatorError } from '../kernel/coded-error.ts';
import { connect, type Connection } from '../source/index.ts';
import { describeTables } from './describe-tables.ts';
import { draftMapping, type Draft } from './draft.ts';
import type { JoinGuess } from './join-guess.ts';
import { matchTypes, resemblance } from './match-types.ts';
import { readSample } from './read-sample.ts';
import { guessFacts, type TableFacts } from './table-facts.ts';
import type { TableSample } from './table-sample.ts';
import type { TypeMatch } from './type-match.ts';
import { readWanted, type WantedType } from './wanted.ts';
import { writeDraft } from './write-draft.ts';

export interface IntrospectOptions {
  /** mysql://…, postgres://… or sqlite:FILE */
  readonly url: string;
  /** Whose database it is; by default the department that its tables resemble most. */
  readonly department?: string;
  /** Where the departments' folders are; the project's own `subgraphs/` by default. */
  readonly subgraphs?: string;
  /** A county's folder, where it has departments or types of its own. */
  readonly county?: string;
  /** Called before each table is read. */
  readonly onTable?: (table: string, number: number, of: number) => void;
}

/** What was found in a database. */
export interface Introspection {
  readonly department: string;
  readonly tables: readonly TableFacts[];
  readonly matches: readonly TypeMatch[];
  readonly joins: readonly JoinGuess[];
  readonly draft: Draft;
  /** The draft as commented YAML. */
  readonly text: string;
}

/** One statement over a large table may take so long, in milliseconds. */
const patience = 60_000;

const root = join(import.meta.dirname, '../..');

async function readTables(connection: Connection, onTable: IntrospectOptions['onTable']): Promise<TableSample[]> {
  const shapes = [...(await connection.tables()).values()].filter(shape => shape.columns.size > 0);
  if (shapes.length === 0)
    throw operatorError('NO_TABLES', {
      expected: 'a database with tables that the account may read',
      got: 'none',
      todo: 'check the name of the database and the rights of the account',
    });
  const samples: TableSample[] = [];
  for (const [at, shape] of shapes.entries()) {
    onTable?.(shape.name, at + 1, shapes.length);
    samples.push(await readSample(connection, shape));
  }
  return samples;
}

type ByDepartment = ReadonlyMap<string, readonly WantedType[]>;

/** Which department the tables resemble most, with its matches. */
function choose(wanted: ByDepartment, tables: readonly TableFacts[], given: string | undefined) {
  const types = given === undefined ? undefined : wanted.get(given);
  if (given !== undefined && !types)
    throw operatorError('UNKNOWN_DEPARTMENT', {
      expected: `one of ${[...wanted.keys()].join(', ')}`,
      got: JSON.stringify(given),
      todo: 'correct --department, or leave it out',
    });
  const candidates = [...wanted]
    .filter(([id]) => given === undefined || id === given)
    .map(([department, of]) => {
      const matches = matchTypes(of, tables, department, given !== undefined);
      return { department, types: of, matches, resemblance: resemblance(matches, of) };
    })
    .toSorted((a, b) => b.resemblance - a.resemblance);
  const [best] = candidates;
  if (!best)
    throw operatorError('UNKNOWN_DEPARTMENT', {
      expected: 'departments with a schema.graphql',
      got: 'none',
      todo: 'give --department',
    });
  return best;
}

/** For tables that are not this department's: the type of another that each resembles. */
function resembledElsewhere(
  wanted: ByDepartment,
  own: string,
  tables: readonly TableFacts[],
): Map<TableFacts, TypeMatch> {
  const found = new Map<TableFacts, TypeMatch>();
  for (const [department, types] of wanted) {
    if (department === own) continue;
    for (const match of matchTypes(types, tables, department))
      if (match.score > Math.max(0.45, found.get(match.table)?.score ?? 0)) found.set(match.table, match);
  }
  return found;
}

function headOf(department: string, given: boolean, draft: Draft, joins: readonly JoinGuess[]): string[] {
  return [
    `Draft by countygraph introspect${given ? '' : `: the tables resemble those of ${department}`}. Read it line by line; docs/mapping.md has the words.`,
    'Behind each line stands why. A GUESS rests on little. Nothing of a person was kept: columns under `personal` are read by nobody.',
    ...(draft.open.length > 0 ? ['To decide before it can be opened:', ...draft.open.map(line => `- ${line}`)] : []),
    ...(joins.length > 0 ? ['Joins found between tables:'] : []),
    ...joins.map(({ from, to, why }) => `- ${from.table}.${from.column} -> ${to.table}.${to.column}: ${why}`),
  ];
}

/** Reads a database that nobody has described, and drafts a mapping of it. Faults: BAD_DATABASE_URL, DATABASE_UNAVAILABLE, NO_TABLES, UNKNOWN_DEPARTMENT. */
export async function introspect(options: IntrospectOptions): Promise<Introspection> {
  const wanted = readWanted(options.subgraphs ?? join(root, 'subgraphs'), options.county);
  const connection = connect(options.url, { statementTimeout: patience, poolSize: 1 });
  try {
    const samples = await readTables(connection, options.onTable);
    const { tables, joins } = await guessFacts(connection, samples);
    const { department, types, matches } = choose(wanted, tables, options.department);
    const draft = draftMapping(department, types, matches);
    const used = new Set(matches.map(match => match.table));
    const others = tables.filter(table => !used.has(table));
    const rest = describeTables(others, resembledElsewhere(wanted, department, others));
    const foot = rest.length > 0 ? ['Tables that no type of this department was found for:', ...rest] : [];
    const text = writeDraft(draft, headOf(department, options.department !== undefined, draft, joins), foot);
    return { department, tables, matches, joins, draft, text };
  } finally {
    await connection.close();
  }
}
