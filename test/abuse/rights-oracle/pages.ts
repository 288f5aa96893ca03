import { maskedValue } from './oracle.ts';
import type { Random } from './random.ts';
import { fields, type Row, type TypeName } from './records.ts';
import type { Answer, Rights } from './ask.ts';

const lists: Readonly<Record<TypeName, string>> = { Matter: 'matters', Note: 'notes' };

/** A list page by page in a random order, each row once, or a refusal. `ask` is given what a page is asked by. */
export async function pageThrough(
  random: Random,
  rights: Rights,
  ask: (query: string) => Promise<Answer>,
): Promise<number> {
  const type = random.pick(['Matter', 'Note'] as const);
  const right = rights[type];
  const kinds = new Set(['key', 'text', 'date', 'number']);
  const field = random.pick(Object.keys(fields[type]).filter(f => kinds.has(fields[type][f] ?? '')));
  const shown = Object.keys(fields[type]).find(f => f !== 'id' && f !== 'matter' && f !== 'place') ?? '';
  const order = random.chance(0.3) ? undefined : field;
  const screaming = order?.replaceAll(/([A-Z])/g, '_$1').toUpperCase();
  const mayOrder = right?.readsRows === true && (order === undefined || right.uses(order));
  const seen: (string | null)[] = [];
  let after = '';
  for (let page = 0; page < 100; page += 1) {
    const by = screaming === undefined ? '' : `, orderBy: ${screaming}_DESC`;
    const query = `{ list: ${lists[type]}(first: 5${by}${after}) { edges { cursor node { ${shown} } } pageInfo { hasNextPage endCursor } } }`;
    const answer = await ask(query);
    if (!mayOrder) {
      if (answer.data['list']) throw new Error(`Expected no order by ${String(order)}`);
      return 1;
    }
    const list = answer.data['list'] as {
      edges: { node: Record<string, string | null> }[];
      pageInfo: { hasNextPage: boolean; endCursor: string | null };
    };
    seen.push(...list.edges.map(({ node }) => node[shown] ?? null));
    if (!list.pageInfo.hasNextPage) break;
    after = `, after: "${list.pageInfo.endCursor}"`;
  }
  const value = ({ values }: Row): string | null =>
    right?.reads(shown) ? maskedValue(right.maskOf(shown), values[shown]) : null;
  const [got, expected] = [seen.sort(), (right?.rows ?? []).map(value).sort()].map(list => JSON.stringify(list));
  if (got !== expected) throw new Error(`Expected pages of ${type} by ${String(order)} to be ${expected}, got ${got}`);
  return Math.max(1, seen.length);
}
