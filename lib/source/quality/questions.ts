import { alikeValues, mixedCapitals } from './alike-values.ts';
import { besides } from './beside.ts';
import { columnKinds } from './column-kinds.ts';
import { duplicateKeys, duplicateRows } from './duplicates.ts';
import type { Examined } from './examined.ts';
import { finding, type Finding } from './finding.ts';
import { labels } from './labels.ts';
import { missingIndexes } from './missing-indexes.ts';
import { missingSpellings } from './missing-spellings.ts';
import { orphanLinks } from './orphan-links.ts';
import { sideRows } from './side-rows.ts';
import { unreadableValues } from './unreadable-values.ts';

type Question = readonly [name: string, ask: () => Promise<Finding[]> | Finding[]];

/** What the counts of the fields say by themselves. */
function fromQuality({ quality, bound }: Examined): Finding[] {
  if (quality.counted === 0) return [finding('NO_ROWS', { of: quality.rows })];
  return quality.fields.flatMap(({ field, missing, present, notKept }) => {
    if (notKept !== null) return [finding('NOT_KEPT', { field, about: { reason: notKept } })];
    if (field === bound.type.key && missing > 0)
      return [finding('MISSING_KEY', { field, rows: missing, of: quality.counted })];
    return present === 0 ? [finding('EMPTY_FIELD', { field, rows: missing, of: quality.counted })] : [];
  });
}

async function values(examined: Examined, field: string): Promise<Finding[]> {
  const codes = examined.codes.get(field) ?? [];
  return [...(await unreadableValues(examined, field)), ...alikeValues(field, codes), ...mixedCapitals(field, codes)];
}

/** All questions about a type, each by a name for the case that it cannot be answered. */
export function questionsOf(examined: Examined): Question[] {
  return [
    ['rows', () => fromQuality(examined)],
    ...[...examined.bound.columns.keys()].map(field => [field, () => values(examined, field)] as const),
    ['key', () => duplicateKeys(examined)],
    ['rows', () => duplicateRows(examined)],
    ['links', () => orphanLinks(examined)],
    ['join', () => sideRows(examined)],
    ['label', () => labels(examined)],
    ['beside', () => besides(examined)],
    ['missing', () => missingSpellings(examined)],
    ['indexes', () => missingIndexes(examined)],
    ['kinds', () => columnKinds(examined)],
  ];
}
