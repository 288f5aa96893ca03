import { fields, rowsOf, type Row, type TypeName } from './records.ts';
import { gradeOf, type Asker, type Grant, type World } from './world.ts';

/** What somebody may do with a type, read out of the policy by rules of its own; undefined: nothing. */
export interface Right {
  readonly rows: readonly Row[];
  readonly reads: (field: string) => boolean;
  /** Filter, order, key, link. */
  readonly uses: (field: string) => boolean;
  readonly counts: (field: string) => boolean;
  readonly readsRows: boolean;
  readonly maskOf: (field: string) => string | undefined;
  /** The places that rows must lie in; undefined for the whole county. */
  readonly within: readonly string[] | undefined;
  /** Rows for statistics, which may be granted without the others. */
  readonly counted: readonly Row[];
}

function isTo(to: Grant['to'], asker: Asker): boolean {
  return Object.entries(to).every(([word, value]) => {
    if (word === 'public') return true;
    if (word === 'role') return asker.roles.includes(String(value));
    return asker[word as 'department' | 'system' | 'subject'] === value;
  });
}

function names(lists: Grant['read'], type: TypeName): 'all' | readonly string[] | undefined {
  return lists[type] ?? lists['*'];
}

function setOf(world: World, list: 'all' | readonly string[], type: TypeName, most: number): ReadonlySet<string> {
  if (list !== 'all') return new Set(list);
  return new Set(Object.keys(fields[type]).filter(field => gradeOf(world, type, field) <= most));
}

function holds(world: World, asker: Asker, purpose: string): World['permits'][number] | undefined {
  return world.permits.find(
    p =>
      p.id === asker.permit &&
      p.purpose === purpose &&
      p.runs &&
      (p.subject === undefined || p.subject === asker.subject) &&
      (p.role === undefined || asker.roles.includes(p.role)),
  );
}

/** The right of an asker to a type; undefined where he is refused. */
export function rightOf(world: World, asker: Asker, type: TypeName): Right | undefined {
  const grant = world.grants.find(
    g =>
      (names(g.read, type) !== undefined || names(g.count, type) !== undefined) &&
      isTo(g.to, asker) &&
      (g.to['public'] === true || g.purpose === asker.purpose),
  );
  const purpose = grant && world.purposes[grant.purpose];
  if (!grant || !purpose?.runs) return undefined;
  const permit = purpose.permit ? holds(world, asker, grant.purpose) : undefined;
  if (purpose.permit && !permit) return undefined;
  const codes = asker.areas.filter(code => /^\d+$/.test(code) && [6, 9, 12, 15].includes(code.length));
  if (grant.place === 'own' && codes.length === 0) return undefined;
  const within = grant.place === 'all' ? undefined : grant.place === 'own' ? codes : grant.place;
  const most = purpose.grade;
  const readList = names(grant.read, type);
  const read = readList && setOf(world, readList, type, most);
  const countList = names(grant.count, type);
  const count = countList === undefined ? (read ?? new Set<string>()) : setOf(world, countList, type, most);
  const maskOf = (field: string): string | undefined => grant.masks[type]?.[field];
  const theirs = rowsOf(type).filter(({ values, gone }) => {
    const place = values['place'];
    const isInside = within === undefined || (typeof place === 'string' && within.some(code => place.startsWith(code)));
    return !gone && isInside && (permit?.matter.type !== type || permit.matter.id === values['id']);
  });
  return {
    rows: read ? theirs : [],
    counted: grant.exact ? theirs : [],
    readsRows: read !== undefined,
    reads: field => read?.has(field) === true,
    uses: field => read?.has(field) === true && maskOf(field) === undefined,
    counts: field => grant.exact && count.has(field) && maskOf(field) === undefined,
    maskOf,
    within,
  };
}

function band(number: number): string {
  let step = 1;
  if (number < 1) return '0';
  while (step * 10 <= number) step *= 10;
  return String([5, 2, 1].map(n => n * step).find(n => n <= number));
}

/** What is left of a value. */
export function maskedValue(mask: string | undefined, value: string | null | undefined): string | null {
  if (value === null || value === undefined) return null;
  switch (mask) {
    case undefined:
      return value;
    case 'year':
      return `${value.slice(0, 4)}-01-01`;
    case 'month':
      return `${value.slice(0, 7)}-01`;
    case 'band':
      return band(Number(value));
    case 'surname':
      return `${value.slice(0, 1)}**`;
    case 'last4':
      return value.length < 8 ? '****' : `****${value.slice(-4)}`;
    case 'town':
      return value.slice(0, 9);
    default:
      return null;
  }
}
