import type { ExecutionResult } from 'graphql';
import { maskedValue, rightOf, type Right } from './oracle.ts';
import type { Random } from './random.ts';
import { fields, places, rows, rowsOf, type Row, type TypeName } from './records.ts';
import type { Asker, World } from './world.ts';

/** A question with what the oracle says of its answer; `check` throws where the answer differs, and gives the cells that it compared. */
export interface Question {
  readonly query: string;
  check(answer: Answer): number;
}

export interface Answer {
  readonly data: Readonly<Record<string, unknown>>;
  readonly codes: readonly string[];
}

/** What an asker may do with both types. */
export type Rights = Readonly<Record<TypeName, Right | undefined>>;

export function rightsOf(world: World, asker: Asker): Rights {
  return { Matter: rightOf(world, asker, 'Matter'), Note: rightOf(world, asker, 'Note') };
}

const listOf: Readonly<Record<TypeName, string>> = { Matter: 'matters', Note: 'notes' };
const oneOf: Readonly<Record<TypeName, string>> = { Matter: 'matter', Note: 'note' };

function same(got: unknown, expected: unknown, what: string): void {
  const [a, b] = [JSON.stringify(got), JSON.stringify(expected)];
  if (a !== b) throw new Error(`${what}: expected ${b}, got ${a}`);
}

function sorted(list: readonly unknown[]): string[] {
  return list.map(each => JSON.stringify(each)).sort();
}

/** As many records, each as often; `any` values are equal by their text. */
function sameSet(got: readonly unknown[], expected: readonly unknown[], what: string): void {
  same(sorted(got), sorted(expected), what);
}

/** How a field is written in a query under its alias. */
function spell(field: string, alias: string): string {
  if (field === 'place') return `${alias}: place { code }`;
  if (field === 'matter') return `${alias}: matter { id }`;
  return `${alias}: ${field}`;
}

/** What a field gives of a row; `refused` where it is null with a code. */
function cell(rights: Rights, row: Row, field: string): { value: unknown; refused: boolean } {
  const right = rights[row.type];
  if (!right?.reads(field)) return { value: null, refused: true };
  const value = maskedValue(right.maskOf(field), row.values[field]);
  if (field === 'place') return { value: value === null ? null : { code: value }, refused: false };
  if (field !== 'matter' || value === null) return { value, refused: false };
  return rights.Matter?.uses('id') ? { value: { id: value }, refused: false } : { value: null, refused: true };
}

interface Selection {
  readonly text: string;
  readonly asked: readonly string[];
  record(rights: Rights, row: Row): Record<string, unknown>;
}

/** Some fields of a type: plain, under an alias, in an inline fragment. A key that is not granted would take the whole record along. */
function selection(random: Random, type: TypeName, right: Right | undefined): Selection {
  const possible = Object.keys(fields[type]).filter(field => field !== 'id' || right?.reads('id') === true);
  const some = random.some(possible, 0.8);
  const asked = some.length > 0 ? some : possible.slice(0, 1);
  const parts = asked.map((field, i) => {
    const text = spell(field, `f${i}`);
    return random.chance(0.2) ? `... on ${type} { ${text} }` : random.chance(0.1) ? `... { ${text} }` : text;
  });
  return {
    text: `{ ${parts.join(' ')} }`,
    asked,
    record(rights, row) {
      return Object.fromEntries(asked.map((field, i) => [`f${i}`, cell(rights, row, field).value]));
    },
  };
}

function ordered(record: unknown, count: number): unknown {
  if (record === null || record === undefined) return null;
  const values = record as Record<string, unknown>;
  return Object.fromEntries(Array.from({ length: count }, (_, i) => [`f${i}`, values[`f${i}`] ?? null]));
}

/** The nodes of a list held against the rows that it may give. */
function checkList(rights: Rights, chosen: Selection, page: unknown, expected: readonly Row[], what: string): number {
  const { nodes, totalCount } = page as { nodes: unknown[]; totalCount: number };
  const count = chosen.asked.length;
  sameSet(
    nodes.map(node => ordered(node, count)),
    expected.map(row => ordered(chosen.record(rights, row), count)),
    what,
  );
  same(totalCount, expected.length, `${what} total`);
  return Math.max(1, expected.length) * count;
}

function refusedOr(isGranted: boolean, value: unknown, answer: Answer, check: () => number): number {
  if (isGranted) return check();
  same(value ?? null, null, 'a refused answer');
  if (answer.codes.includes('NONE')) throw new Error('Expected a question that the schema takes');
  if (!answer.codes.some(code => /^(FORBIDDEN|PURPOSE|PERMIT)_/.test(code)))
    throw new Error(`Expected a refusal, got ${answer.codes.join(', ') || 'none'}`);
  return 1;
}

function listQuestion(random: Random, rights: Rights, type: TypeName): Question {
  const right = rights[type];
  const chosen = selection(random, type, right);
  return {
    query: `{ list: ${listOf[type]}(first: 1000) { nodes ${chosen.text} totalCount } }`,
    check: answer =>
      refusedOr(right?.readsRows === true, answer.data['list'], answer, () =>
        checkList(rights, chosen, answer.data['list'], right?.rows ?? [], `all of ${type}`),
      ),
  };
}

/** A filter with what it means. */
function conditionOn(random: Random, type: TypeName): { field: string; text: string; holds: (row: Row) => boolean } {
  const field = random.pick(Object.keys(fields[type]).filter(f => f !== 'place' && f !== 'kind'));
  const value = random.pick(rowsOf(type)).values[field];
  const kind = fields[type][field];
  const comparable = kind === 'date' || kind === 'number';
  if (value === null || value === undefined)
    return kind === 'date'
      ? { field, text: '{ missing: true }', holds: row => row.values[field] === null }
      : { field, text: kind === 'number' ? '{ gte: "99999999" }' : '{ in: ["none"] }', holds: () => false };
  if (kind === 'number' || (comparable && random.chance(0.6))) {
    const isLess = (a: string, b: string): boolean => (kind === 'date' ? a <= b : Number(a) <= Number(b));
    const literal = `"${value}"`;
    return {
      field,
      text: `{ gte: ${literal} }`,
      holds: ({ values }) => typeof values[field] === 'string' && isLess(value, values[field]),
    };
  }
  if (comparable) return { field, text: '{ missing: false }', holds: row => row.values[field] !== null };
  return { field, text: `{ in: ["${value}"] }`, holds: row => row.values[field] === value };
}

function filterQuestion(random: Random, rights: Rights, type: TypeName): Question {
  const right = rights[type];
  const chosen = selection(random, type, right);
  const isWithin = random.chance(0.3);
  const code = random.pick(places);
  const on = isWithin
    ? { field: 'place', text: '', holds: (row: Row) => row.values['place']?.startsWith(code) === true }
    : conditionOn(random, type);
  // By a link, the key of the other end as well.
  const mayAsk = right?.uses(on.field) === true && (on.field !== 'matter' || rights.Matter?.uses('id') === true);
  const filter = isWithin ? `{ within: ["${code}"] }` : `{ ${on.field}: ${on.text} }`;
  return {
    query: `{ list: ${listOf[type]}(first: 1000, filter: ${filter}) { nodes ${chosen.text} totalCount } }`,
    check: answer =>
      refusedOr(mayAsk, answer.data['list'], answer, () => {
        const expected = (right?.rows ?? []).filter(on.holds);
        return checkList(rights, chosen, answer.data['list'], expected, `${type} with ${filter}`);
      }),
  };
}

function keyQuestion(random: Random, rights: Rights, type: TypeName): Question {
  const right = rights[type];
  const chosen = selection(random, type, right);
  const id = random.chance(0.1) ? 'none' : (random.pick(rowsOf(type)).values['id'] ?? '');
  const isEntity = random.chance(0.5);
  const query = isEntity
    ? `{ one: _entities(representations: [{ __typename: "${type}", id: "${id}" }]) { ... on ${type} ${chosen.text} } }`
    : `{ one: ${oneOf[type]}(id: "${id}") ${chosen.text} }`;
  return {
    query,
    check(answer) {
      const value = answer.data['one'];
      const one = isEntity ? (value as unknown[] | null | undefined)?.[0] : value;
      return refusedOr(right?.uses('id') === true, one, answer, () => {
        const row = right?.rows.find(({ values }) => values['id'] === id);
        const count = chosen.asked.length;
        same(ordered(one, count), row ? ordered(chosen.record(rights, row), count) : null, `${type} ${id}`);
        return count;
      });
    },
  };
}

function placeQuestion(random: Random, rights: Rights): Question {
  const right = rights.Matter;
  const chosen = selection(random, 'Matter', right);
  const code = random.pick(places);
  return {
    query: `{ at: _entities(representations: [{ __typename: "Place", code: "${code}" }]) { ... on Place { list: matters(first: 1000) { nodes ${chosen.text} totalCount } } } }`,
    check(answer) {
      const [at] = (answer.data['at'] ?? []) as ({ list: unknown } | null)[];
      return refusedOr(right?.uses('place') === true, at?.list, answer, () => {
        const inside = (right?.rows ?? []).filter(({ values }) => values['place']?.startsWith(code));
        return checkList(rights, chosen, at?.list, inside, `matters of ${code}`);
      });
    },
  };
}

/** Notes below the matters that may be seen: both ends of the link are needed. */
function childQuestion(random: Random, rights: Rights): Question {
  const { Matter: matter, Note: note } = rights;
  const chosen = selection(random, 'Note', note);
  const mayFollow = matter?.uses('id') === true && note?.uses('matter') === true;
  return {
    query: `{ list: matters(first: 1000) { nodes { name inner: notes(first: 1000) { nodes ${chosen.text} totalCount } } } }`,
    check: answer =>
      refusedOr(matter?.readsRows === true, answer.data['list'], answer, () => {
        const { nodes } = answer.data['list'] as { nodes: { name: string | null; inner: unknown }[] };
        same(nodes.length, matter?.rows.length, 'parents');
        if (!mayFollow)
          return nodes.reduce((cells, { inner }) => cells + refusedOr(false, inner, answer, () => 0), 0) + 1;
        const found = nodes.flatMap(({ inner }) => (inner as { nodes: unknown[] }).nodes);
        const parents = new Set(matter.rows.map(({ values }) => values['id']));
        const expected = note.rows.filter(({ values }) => parents.has(values['matter'] ?? ''));
        return checkList(rights, chosen, { nodes: found, totalCount: found.length }, expected, 'notes of matters');
      }),
  };
}

/** Matters above the notes that may be seen. */
function linkQuestion(random: Random, rights: Rights): Question {
  const { Matter: matter, Note: note } = rights;
  const chosen = selection(random, 'Matter', matter);
  // The key alone needs no row of the other type: other fields do.
  const isMore = chosen.asked.some(field => field !== 'id');
  return {
    query: `{ list: notes(first: 1000) { nodes { up: matter ${chosen.text} } } }`,
    check: answer =>
      refusedOr(note?.readsRows === true, answer.data['list'], answer, () => {
        const { nodes } = answer.data['list'] as { nodes: { up: unknown }[] };
        const mayFollow = note?.reads('matter') === true && matter?.uses('id') === true;
        const count = chosen.asked.length;
        const expected = (note?.rows ?? []).map(({ values }) => {
          const id = maskedValue(note?.maskOf('matter'), values['matter']);
          if (!mayFollow || id === null) return null;
          const row = matter.rows.find(each => each.values['id'] === id);
          if (!isMore) return ordered(Object.fromEntries(chosen.asked.map((_, i) => [`f${i}`, id])), count);
          return row ? ordered(chosen.record(rights, row), count) : null;
        });
        sameSet(
          nodes.map(({ up }) => ordered(up, count)),
          expected,
          'matters of notes',
        );
        return Math.max(1, nodes.length) * count;
      }),
  };
}

function statisticsQuestion(random: Random, rights: Rights): Question {
  const right = rights.Matter;
  const isMoney = random.chance(0.4);
  const [byKind, level] = [random.chance(0.5), random.pick(['COUNTY', 'TOWN', 'VILLAGE'] as const)];
  const needed = ['openedOn', ...(isMoney ? ['amount'] : []), ...(byKind ? ['kind'] : [])];
  if (level !== 'COUNTY') needed.push('place');
  const length = { COUNTY: 6, TOWN: 9, VILLAGE: 12 }[level];
  const isPart = right?.within?.some(code => code.length > length) === true;
  const by = byKind ? ', by: [KIND]' : '';
  return {
    query: `{ stats: matterStats(measures: [${isMoney ? 'MONEY' : 'OPENED'}]${by}, period: { unit: YEAR, from: "2025", to: "2026" }, level: ${level}) { rows { period area ${byKind ? 'kind ' : ''}values } } }`,
    check: answer =>
      refusedOr(
        needed.every(f => right?.counts(f)) && !isPart && right !== undefined,
        answer.data['stats'],
        answer,
        () => {
          const sums = new Map<string, number>();
          for (const { values } of right?.counted ?? []) {
            const date = values['openedOn'];
            if (typeof date !== 'string' || date > '2026-09-30') continue;
            const code = values['place'] ?? '';
            const area = level === 'COUNTY' ? '330199' : code.length >= length ? code.slice(0, length) : null;
            const cell = JSON.stringify([date.slice(0, 4), area, ...(byKind ? [values['kind']] : [])]);
            sums.set(cell, (sums.get(cell) ?? 0) + (isMoney ? Number(values['amount'] ?? 0) : 1));
          }
          const { rows: got } = answer.data['stats'] as {
            rows: { values: number[]; period: string; area: string; kind?: string }[];
          };
          const told = got.map(row => [row.period, row.area, ...(byKind ? [row.kind] : []), row.values[0]?.toFixed(2)]);
          const meant = [...sums].flatMap(([cell, sum]) =>
            sum === 0 ? [] : [[...(JSON.parse(cell) as unknown[]), sum.toFixed(2)]],
          );
          sameSet(told, meant, `statistics by ${level}`);
          return Math.max(1, got.length);
        },
      ),
  };
}

export function questionOf(random: Random, rights: Rights): Question {
  const type = random.pick(['Matter', 'Note'] as const);
  return random.pick([
    () => listQuestion(random, rights, type),
    () => filterQuestion(random, rights, type),
    () => keyQuestion(random, rights, type),
    () => placeQuestion(random, rights),
    () => childQuestion(random, rights),
    () => linkQuestion(random, rights),
    () => statisticsQuestion(random, rights),
  ])();
}

/** Values that stand in one row alone and that the rights let nobody read by any path. */
export function secretsOf(rights: Rights): Set<string> {
  const open = new Set<string>();
  // An exact sum over one row is its amount: whoever is granted the one is granted the other.
  if (rights.Matter?.counts('amount'))
    for (const { values } of rights.Matter.counted) open.add(String(values['amount']));
  for (const row of [...(rights.Matter?.rows ?? []), ...(rights.Note?.rows ?? [])]) {
    for (const field of Object.keys(row.values)) {
      const { value, refused } = cell(rights, row, field);
      if (refused || value === null) continue;
      open.add(typeof value === 'object' ? String(Object.values(value)[0]) : String(value));
    }
  }
  const all = rows.flatMap(({ values }) =>
    Object.entries(values).flatMap(([field, value]) =>
      value === null || field === 'kind' || field === 'place' ? [] : [value],
    ),
  );
  return new Set(all.filter(value => !open.has(value)));
}

/** Every text of an answer, what cursors hold included. */
export function textsOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(textsOf);
  if (typeof value === 'object' && value !== null) return Object.values(value).flatMap(textsOf);
  if (typeof value !== 'string') return value === null || value === undefined ? [] : [JSON.stringify(value)];
  const decoded = Buffer.from(value, 'base64url').toString('utf8');
  return decoded.startsWith('[') ? [value, ...textsOf(JSON.parse(decoded))] : [value];
}

export function answerOf(result: ExecutionResult): Answer {
  const codes = (result.errors ?? []).map(({ originalError, extensions }) =>
    String((originalError as { code?: unknown } | undefined)?.code ?? extensions['code'] ?? 'NONE'),
  );
  return { data: { ...result.data }, codes };
}
