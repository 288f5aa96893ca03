import type { Bound } from '../bind/bind.ts';
import { columnsOf } from '../mapping/mapping.ts';
import type { Examined } from './examined.ts';
import { finding, type Finding } from './finding.ts';

function kindOf({ columns }: Bound, field: string | undefined): string | undefined {
  return field === undefined ? undefined : columns.get(field)?.bare?.text?.kind;
}

/** Links that are kept as numbers where the key is a text, or the other way round: leading zeros tell them apart. */
function links({ bound, bounds, ways }: Examined): Finding[] {
  return [...ways.links].flatMap(([field, target]) => {
    const to = bounds.get(target);
    const [kind, other] = [kindOf(bound, field), to && kindOf(to, to.type.key)];
    if (kind === undefined || other === undefined || (kind === 'text') === (other === 'text')) return [];
    return [finding('KIND_DIFFERS', { field, about: { kind, other, target } })];
  });
}

/** Columns that the tables of one type keep differently: they are read as text. */
function tables({ live, mapping }: Examined): Finding[] {
  const shapes = [mapping.from].flat().flatMap(name => live.tables.get(name) ?? []);
  const [first, ...more] = shapes;
  if (!first || more.length === 0) return [];
  return Object.entries(mapping.fields).flatMap(([field, m]) =>
    columnsOf(m).flatMap(name => {
      const type = first.columns.get(name)?.type;
      const other = more.find(shape => shape.columns.get(name)?.type !== type);
      if (type === undefined || !other) return [];
      const about = { kind: type, other: other.columns.get(name)?.type ?? '', target: other.name };
      return [finding('KIND_DIFFERS', { field, about })];
    }),
  );
}

/** Columns whose types clash with those that they are held against. Asks no question. */
export function columnKinds(examined: Examined): Finding[] {
  return [...links(examined), ...tables(examined)];
}
