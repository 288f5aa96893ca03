import { roundParts } from '../../trust/disclosure/index.ts';
import type { Protection } from '../query/protection.ts';
import type { FieldQuality, RecordQuality } from './record-quality.ts';

/** Counts of quality as they are given out to who gets protected statistics: what adds up still adds up. */
export function roundQuality(
  quality: RecordQuality,
  { rules, draws }: Protection,
  type: string,
  areas: 'all' | readonly string[],
): RecordQuality {
  const { base } = rules.protected;
  const offset = draws.offset(base, type, 'quality', areas === 'all' ? null : areas.join(' '));
  const round = (...parts: number[]): number[] => roundParts(parts, base, offset);
  const [counted = 0, notCounted = 0] = round(quality.counted, quality.notCounted);
  const fields = quality.fields.map((field): FieldQuality => {
    const [readable = 0, ...rest] = round(field.readable, ...field.unreadable.map(({ rows }) => rows), field.missing);
    const missing = rest.pop() ?? 0;
    const unreadable = field.unreadable.map(({ reason }, i) => ({ reason, rows: rest[i] ?? 0 }));
    return {
      ...field,
      readable,
      missing,
      present: unreadable.reduce((sum, { rows }) => sum + rows, readable),
      unreadable: unreadable.filter(({ rows }) => rows > 0),
    };
  });
  return { ...quality, rows: counted + notCounted, counted, notCounted, fields };
}
