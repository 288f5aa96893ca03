import type { Database } from 'better-sqlite3';
import type { Ring } from '../mapping/outlines.ts';
import { shapeSteps } from './dialect.ts';

/** Rings that SQL names by their id: a text of thousands of corners in every statement would be read each time. */
const rings = new Map<string, Ring>();

/** Makes a ring known to `cg_inside`. */
export function keepRing(ring: Ring): string {
  rings.set(ring.id, ring);
  return ring.id;
}

/** Even-odd rule: a line to the right crosses the ring an odd number of times from inside. */
function inside(x: number, y: number, { points }: Ring): boolean {
  let odd = false;
  let [px, py] = points.at(-1) ?? [0, 0];
  for (const [qx, qy] of points) {
    if (qy > y !== py > y && x < ((px - qx) * (y - qy)) / (py - qy) + qx) odd = !odd;
    [px, py] = [qx, qy];
  }
  return odd;
}

const gbk = new TextDecoder('gbk');
const patterns = new Map<string, RegExp>();

function patternOf(source: string): RegExp {
  let pattern = patterns.get(source);
  if (!pattern) {
    pattern = new RegExp(source, 'u');
    patterns.set(source, pattern);
  }
  return pattern;
}

const shapes = shapeSteps.map(([from, to]) => [new RegExp(from, 'gu'), to] as const);

type Text = string | null;

/** What the other databases have built in and SQLite has not. Each gives NULL for NULL. */
const functions: Record<string, (...values: never[]) => Text | number> = {
  cg_match: (text: Text, pattern: string) => (text === null ? null : (patternOf(pattern).exec(text)?.[1] ?? null)),
  cg_part: (text: Text, separator: string, number: number) => text?.split(separator)[number - 1] ?? null,
  cg_half_width: (text: Text) =>
    text
      ?.replaceAll(/[\uff01-\uff5e]/g, c => String.fromCharCode(c.charCodeAt(0) - 0xfee0))
      .replaceAll('\u3000', ' ') ?? null,
  cg_shape: (text: Text) => text && shapes.reduce((shape, [from, to]) => shape.replaceAll(from, to), text),
  cg_pad_lone_digits: (text: Text) => text?.replaceAll(/(?<!\d)(?=\d(?!\d))/g, '0') ?? null,
  cg_gbk: (bytes: Buffer | Text) => (bytes === null ? null : typeof bytes === 'string' ? bytes : gbk.decode(bytes)),
  cg_inside: (x: number | null, y: number | null, id: string) => {
    const ring = rings.get(id);
    return x === null || y === null || !ring ? null : Number(inside(x, y, ring));
  },
};

/** Gives a connection the functions that the SQLite dialect names. */
export function addFunctions(db: Database): void {
  for (const [name, body] of Object.entries(functions))
    db.function(name, { deterministic: true }, body as (...values: unknown[]) => unknown);
}
