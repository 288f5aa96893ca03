import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parse } from 'yaml';
import { levelOf, placeLevels, type PlaceLevel } from './area-code.ts';
import { operatorError } from './coded-error.ts';
import type { Text } from './text.ts';

/** A place of the county's register. */
export interface Area {
  readonly code: string;
  readonly name: string;
  readonly level: PlaceLevel;
  readonly urban: boolean;
}

/** A made-up person or system of a demonstration. */
export interface DemoIdentity {
  readonly id: string;
  readonly name: Text;
  readonly roles: readonly string[];
  readonly department?: string;
  readonly areas?: readonly string[];
  readonly purposes?: readonly string[];
}

/** Who asks at a demonstration. */
export interface Demo {
  readonly identities: readonly DemoIdentity[];
  /** The id of the one who asks where nobody says. */
  readonly default: string;
}

/** One county's configuration: county.yaml and areas.csv of counties/<name>/. */
export interface County {
  /** The folder, absolute. */
  readonly folder: string;
  readonly name: Text;
  readonly code: string;
  /** First and last day of data, ISO dates; statistics are cut at `asOf` unless a request says otherwise. */
  readonly data: { readonly from: string; readonly asOf: string };
  /** Present for a made-up county: its databases are generated from it. Absent: the databases exist and are only read. */
  readonly seed: number | undefined;
  /** `database` is the URL of this department's own database, where it is not at the template's. */
  readonly departments: readonly { readonly id: string; readonly name: Text; readonly database?: string }[];
  /** Made-up people that `npm start` lets everybody be. Absent: nobody is known but by identity.yaml. */
  readonly demo: Demo | undefined;
  /** Template of database URLs, `sqlite:{data}/{department}.sqlite` by default. */
  readonly databases: string;
  readonly areas: ReadonlyMap<string, Area>;
  /** Parameters of disclosure control, as lib/trust reads them. */
  readonly disclosure: unknown;
  /** What early warning bears and watches, as lib/warning reads it. */
  readonly warning: unknown;
  /** Seconds that a department's database may work on one statement; the gateway waits one longer. Default: 9. */
  readonly patience: number;
  /** Whether places may be ranked. Default: no; reference bands, funnels and intervals are the way to compare. */
  readonly ranking: boolean;
  /** Which places are alike, as lib/indicators reads it. */
  readonly peers: unknown;
  /** Address of the project's own small database. Absent: a SQLite file. */
  readonly store: string | undefined;
}

/** Seconds that a statement may take, where the county does not say. */
const usualPatience = 9;

function isSeconds(patience: unknown): boolean {
  return typeof patience === 'number' && patience >= 1 && patience <= 600;
}

function isWords(list: unknown): boolean {
  return list === undefined || (Array.isArray(list) && list.every(word => typeof word === 'string' && word !== ''));
}

function isDemo(demo: Partial<Demo> | null): boolean {
  const written: readonly (Partial<DemoIdentity> | null)[] = Array.isArray(demo?.identities) ? demo.identities : [];
  const identities = written.map(one => one ?? {});
  const ids = identities.map(({ id }) => id);
  const isRight = ({ id, name, roles, department, areas, purposes }: Partial<DemoIdentity>): boolean =>
    /^[a-z][a-z0-9-]*$/.test(String(id)) &&
    Boolean(name?.zh && name.en) &&
    roles !== undefined &&
    [roles, purposes, areas].every(isWords) &&
    (areas ?? []).every(code => levelOf(code) !== undefined) &&
    isWords([department ?? 'none']);
  return identities.every(isRight) && new Set(ids).size === ids.length && ids.includes(demo?.default);
}

function bad(folder: string, expected: string, got: string): Error {
  return operatorError('BAD_COUNTY', { expected, got, todo: `correct the files in ${folder}` });
}

function readAreas(folder: string): Map<string, Area> {
  const file = join(folder, 'areas.csv');
  if (!existsSync(file)) throw bad(folder, 'a file areas.csv (code,name,level,urban)', 'none');
  const areas = new Map<string, Area>();
  for (const [index, line] of readFileSync(file, 'utf8').trim().split(/\r?\n/).slice(1).entries()) {
    const [code = '', name = '', level = '', urban] = line.split(',');
    const known = placeLevels.find(l => l === level);
    if (!known || areas.has(code))
      throw bad(folder, 'code,name,level,urban with each code once', `areas.csv line ${index + 2}`);
    areas.set(code, { code, name, level: known, urban: urban === '1' });
  }
  return areas;
}

/** Reads a county's folder; a fault is one BAD_COUNTY sentence. */
export function loadCounty(path: string): County {
  const folder = resolve(path);
  const file = join(folder, 'county.yaml');
  if (!existsSync(file)) throw bad(folder, 'a county folder with a county.yaml', `no such file in ${path}`);
  let raw: Partial<County> | null;
  try {
    raw = parse(readFileSync(file, 'utf8'), { schema: 'core' }) as Partial<County> | null;
  } catch (error) {
    throw bad(
      folder,
      'county.yaml in YAML',
      error instanceof Error ? (error.message.split('\n')[0] ?? '') : 'other text',
    );
  }
  const checks: [string, boolean][] = [
    ['name: { zh, en }', Boolean(raw?.name?.zh && raw.name.en)],
    ['code: six digits in quotes', /^\d{6}$/.test(String(raw?.code))],
    [
      'data: { from, asOf } as ISO dates',
      [raw?.data?.from, raw?.data?.asOf].every(d => /^\d{4}-\d\d-\d\d$/.test(String(d))),
    ],
    [
      'departments: a list of { id, name }',
      Array.isArray(raw?.departments) &&
        raw.departments.every(d => /^[a-z-]+$/.test(String((d as { id?: unknown } | null)?.id))),
    ],
    ['patience: seconds, 1 to 600', raw?.patience === undefined || isSeconds(raw.patience)],
    ['ranking: true or false', raw?.ranking === undefined || typeof raw.ranking === 'boolean'],
    ['store: an address', raw?.store === undefined || typeof raw.store === 'string'],
    [
      'demo: { identities: a list of { id, name, roles, department, areas, purposes }, default: one of the ids }',
      raw?.demo === undefined || isDemo(raw.demo),
    ],
    // Whoever comes would be whom he likes: not where the data are anybody's.
    ['demo only beside a seed: made-up people for made-up data', raw?.demo === undefined || raw.seed !== undefined],
  ];
  const failed = checks.find(([, ok]) => !ok);
  if (failed || !raw?.name || !raw.data || !raw.departments)
    throw bad(folder, `county.yaml with ${failed?.[0]}`, 'something else');
  return {
    folder,
    name: raw.name,
    code: String(raw.code),
    data: { from: String(raw.data.from), asOf: String(raw.data.asOf) },
    seed: raw.seed,
    departments: raw.departments,
    demo: raw.demo,
    databases: raw.databases ?? 'sqlite:{data}/{department}.sqlite',
    areas: readAreas(folder),
    disclosure: raw.disclosure,
    warning: raw.warning,
    patience: raw.patience ?? usualPatience,
    ranking: raw.ranking ?? false,
    peers: raw.peers,
    store: raw.store,
  };
}

/** The URL of a department's database: by an overriding template, its own entry, or the county's template. */
export function departmentUrl(county: County, id: string, dataDir: string, override?: string): string {
  const own = county.departments.find(d => d.id === id)?.database;
  return databaseUrl(override ?? own ?? county.databases, id, dataDir);
}

/** A template's URL for a department. */
export function databaseUrl(template: string, department: string, dataDir: string): string {
  const sql = !template.startsWith('sqlite:');
  return template
    .replaceAll('{data}', dataDir)
    .replaceAll('{department}', sql ? department.replaceAll('-', '_') : department);
}
