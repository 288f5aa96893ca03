import { finding } from '../source/index.ts';
import type { Opened } from './check-department.ts';
import { told } from './report.ts';

/** Keys at most that are held in memory. */
const mostKeys = 3_000_000;

/** The keys of a type; undefined where there are too many. */
async function keysOf({ examination, model }: Opened, type: string): Promise<Set<string> | undefined> {
  const keys = new Set<string>();
  const key = model?.records.get(type)?.key;
  if (!examination || key === undefined) return undefined;
  for await (const batch of examination.values(type, key)) {
    for (const { value } of batch) keys.add(value);
    if (keys.size > mostKeys) return undefined;
  }
  return keys;
}

/** The department among those opened that keeps the records of a type. */
function ownerOf(opened: readonly Opened[], type: string): Opened | undefined {
  return opened.find(
    ({ model, examination, types }) =>
      model?.records.has(type) && examination?.types.has(type) && types[type]?.notKept === null,
  );
}

/** Rows that lead to no record, and the different values that they hold. */
async function orphans(
  from: Opened,
  type: string,
  field: string,
  keys: ReadonlySet<string>,
): Promise<[number, number]> {
  let [rows, different] = [0, 0];
  for await (const batch of from.examination?.values(type, field) ?? [])
    for (const met of batch)
      if (!keys.has(met.value)) {
        rows += met.rows;
        different += 1;
      }
  return [rows, different];
}

/** Links to records of other departments: those that lead to none, where that department was opened too. */
export async function checkLinksElsewhere(opened: readonly Opened[]): Promise<void> {
  const keys = new Map<string, Set<string> | undefined>();
  for (const from of opened) {
    for (const [type, quality] of Object.entries(from.types)) {
      for (const [field, target] of from.model?.links.get(type) ?? []) {
        const link = quality.fields.find(each => each.field === field);
        if (target === 'Place' || from.model?.records.has(target) || !link || link.present === 0) continue;
        const owner = ownerOf(opened, target);
        if (owner && !keys.has(target)) keys.set(target, await keysOf(owner, target));
        const known = keys.get(target);
        if (!known) {
          from.findings.push(told(type, finding('LINK_ELSEWHERE', { field, rows: link.present, about: { target } })));
          continue;
        }
        const [rows, different] = await orphans(from, type, field, known);
        const about = { target, department: owner?.candidate.id ?? '', keys: different };
        if (rows > 0) from.findings.push(told(type, finding('ORPHAN_LINK', { field, rows, of: link.present, about })));
      }
    }
  }
}
