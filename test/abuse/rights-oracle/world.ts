import type { Random } from './random.ts';
import { fields, places, rowsOf, type TypeName } from './records.ts';

/** A random policy, in words of its own; `written` turns it into the county's files. */
export interface World {
  readonly grades: Readonly<Record<TypeName, Readonly<Record<string, number>>>>;
  readonly grants: readonly Grant[];
  readonly purposes: Readonly<Record<string, Purpose>>;
  readonly permits: readonly Permit[];
}

export interface Grant {
  readonly to: Readonly<Record<string, string | true>>;
  readonly purpose: string;
  /** By type or '*': fields, or all. */
  readonly read: Readonly<Record<string, 'all' | readonly string[]>>;
  readonly count: Readonly<Record<string, 'all' | readonly string[]>>;
  readonly place: 'all' | 'own' | readonly string[];
  readonly masks: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly exact: boolean;
}

export interface Purpose {
  readonly grade: number;
  /** Whether today is one of its days. */
  readonly runs: boolean;
  readonly permit: boolean;
}

export interface Permit {
  readonly id: string;
  readonly purpose: string;
  readonly matter: { readonly type: TypeName; readonly id: string };
  readonly subject?: string;
  readonly role?: string;
  readonly runs: boolean;
}

export interface Asker {
  readonly subject: string;
  readonly roles: readonly string[];
  readonly department?: string | undefined;
  readonly system?: string | undefined;
  readonly areas: readonly string[];
  readonly purpose?: string | undefined;
  readonly permit?: string | undefined;
}

const typeNames: readonly TypeName[] = ['Matter', 'Note'];
const roles = ['r1', 'r2', 'r3'];
const masks: Readonly<Record<string, readonly string[]>> = {
  enum: ['hidden'],
  text: ['hidden', 'surname', 'last4'],
  date: ['hidden', 'year', 'month'],
  number: ['hidden', 'band'],
  place: ['hidden', 'town'],
  link: ['hidden'],
};

/** The grade of a field: its own, that of the type's others, or the highest. */
export function gradeOf({ grades }: Pick<World, 'grades'>, type: TypeName, field: string): number {
  return grades[type][field] ?? grades[type]['*'] ?? 4;
}

function gradesOf(random: Random, type: TypeName): Record<string, number> {
  const own = random.some(Object.keys(fields[type]), 0.5).map(field => [field, 1 + random.below(4)] as const);
  return Object.fromEntries(random.chance(0.6) ? [...own, ['*', 1 + random.below(3)]] : own);
}

function recipient(random: Random): Grant['to'] {
  if (random.chance(0.12)) return { public: true };
  const words: [string, string][] = [];
  if (random.chance(0.8)) words.push(['role', random.pick(roles)]);
  if (random.chance(0.2)) words.push(['department', random.pick(['d1', 'd2'])]);
  if (random.chance(0.1)) words.push(['system', 'y1']);
  if (words.length === 0 || random.chance(0.1)) words.push(['subject', random.pick(['s1', 's2'])]);
  return Object.fromEntries(words);
}

/** Lists of fields that a file may hold: none above the grade that binds them. */
function lists(random: Random, world: Pick<World, 'grades'>, most: number): Record<string, 'all' | string[]> {
  const found: Record<string, 'all' | string[]> = {};
  if (random.chance(0.2)) found['*'] = 'all';
  for (const type of typeNames) {
    if (random.chance(0.25)) continue;
    const possible = Object.keys(fields[type]).filter(field => gradeOf(world, type, field) <= most);
    const some = random.some(possible, 0.7);
    if (random.chance(0.3)) found[type] = 'all';
    else if (some.length > 0) found[type] = some;
  }
  return found;
}

function grant(random: Random, world: Omit<World, 'grants'>): Grant[] {
  const to = recipient(random);
  const everybody = to['public'] === true;
  const possible = Object.entries(world.purposes).filter(([, purpose]) => !everybody || !purpose.permit);
  const [purpose, { grade }] = random.pick(possible);
  const read = random.chance(0.85) ? lists(random, world, grade) : {};
  const exact = random.chance(0.7);
  const count = exact && random.chance(0.4) ? lists(random, world, grade) : {};
  if (Object.keys(read).length + Object.keys(count).length === 0) return [];
  const named = typeNames.flatMap(type => {
    const list = read[type];
    const masked = random.some(Array.isArray(list) ? list : [], 0.25).filter(f => fields[type][f] !== 'key');
    return masked.length === 0
      ? []
      : [
          [
            type,
            Object.fromEntries(masked.map(f => [f, random.pick(masks[fields[type][f] ?? ''] ?? ['hidden'])])),
          ] as const,
        ];
  });
  const place = random.chance(0.4) ? 'all' : !everybody && random.chance(0.6) ? 'own' : [random.pick(places)];
  return [{ to, purpose, read, count, place, masks: Object.fromEntries(named), exact }];
}

export function worldOf(random: Random): World {
  const purpose = (permit: boolean): Purpose => ({ grade: 1 + random.below(4), runs: random.chance(0.85), permit });
  const purposes = { p1: purpose(false), p2: purpose(false), p3: purpose(true) };
  const grades = { Matter: gradesOf(random, 'Matter'), Note: gradesOf(random, 'Note') };
  const permits = Array.from({ length: 4 }, (_, i): Permit => {
    const type = random.pick(typeNames);
    const holder = random.chance(0.5) ? { subject: random.pick(['s1', 's2']) } : { role: random.pick(roles) };
    const id = random.pick(rowsOf(type)).values['id'] ?? '';
    const matter = { type, id };
    return { id: `x${i}`, purpose: random.pick(['p3', 'p3', 'p1']), matter, ...holder, runs: random.chance(0.85) };
  });
  const base = { grades, purposes, permits };
  return { ...base, grants: Array.from({ length: 3 + random.below(6) }, () => grant(random, base)).flat() };
}

export function askerOf(random: Random): Asker {
  return {
    subject: random.pick(['s1', 's2', 's3']),
    roles: random.some(roles, 0.5),
    department: random.pick([undefined, 'd1', 'd2']),
    system: random.pick([undefined, undefined, 'y1']),
    areas: random.some([...places, '', '%', '3301', '3301990'], 0.15),
    purpose: random.pick(['p1', 'p1', 'p2', 'p2', 'p3', 'p4', undefined]),
    permit: random.pick([undefined, 'x0', 'x1', 'x2', 'x3', 'x9']),
  };
}

const text = { zh: '试', en: 'test' };
const days = (runs: boolean) => ({ from: '2020-01-01', until: runs ? '2999-12-31' : '2020-12-31' });

function full(map: object): object | undefined {
  return Object.keys(map).length > 0 ? map : undefined;
}

/** The files that say it. */
export function written(world: World): { access: object; purposes: object; permits: object } {
  const grants = world.grants.map(({ to, purpose, read, count, place, masks: mask, exact }) => ({
    to,
    purpose,
    read: full(read),
    count: full(count),
    where: place === 'all' ? undefined : { place: place === 'own' ? 'own-area' : place },
    mask: full(mask),
    statistics: exact ? 'exact' : 'none',
  }));
  const purposes = Object.entries(world.purposes).map(([id, { grade, runs, permit }]) => {
    const basis = { law: '法', article: '条' };
    const words = { name: text, basis, approvedBy: text, ...days(runs), grade, retention: text };
    return [id, permit ? { ...words, permit: 'required' } : words] as const;
  });
  const permits = world.permits.map(({ id, purpose, matter, subject, role, runs }) => ({
    id,
    purpose,
    matter,
    holder: { subject, role },
    until: days(runs).until,
  }));
  return {
    access: { version: 2, grades: world.grades, grants },
    purposes: { purposes: Object.fromEntries(purposes) },
    permits: { permits },
  };
}
