import { isUtf8 } from 'node:buffer';
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

/** Even-odd rule: a line to the right crosses the ring an odd number of times from inside. A point on the ring is inside. */
function inside(x: number, y: number, { points }: Ring): boolean {
  let odd = false;
  let [px, py] = points.at(-1) ?? [0, 0];
  for (const [qx, qy] of points) {
    const side = (px - qx) * (y - qy) - (x - qx) * (py - qy);
    const between = Math.min(px, qx) <= x && x <= Math.max(px, qx) && Math.min(py, qy) <= y && y <= Math.max(py, qy);
    if (side === 0 && between) return true;
    if (qy > y !== py > y && x < ((px - qx) * (y - qy)) / (py - qy) + qx) odd = !odd;
    [px, py] = [qx, qy];
  }
  return odd;
}

const gbk = new TextDecoder('gbk');

/**
 * GBK bytes as text, `?` for what is none. Text may be bytes that were kept as they are, bytes that were taken for Latin
 * letters, or text that needs nothing.
 */
function gbkText(kept: Buffer, isText: number): string {
  if (isText === 0 || !isUtf8(kept)) return decodeGbk(kept);
  const text = kept.toString('utf8');
  return /[^\0-\xff]/.test(text) ? text : decodeGbk(Buffer.from(text, 'latin1'));
}

function decodeGbk(bytes: Buffer): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 1) {
    const [lead = 0, trail = 0] = [bytes[at], bytes[at + 1]];
    const isPair = lead > 0x80 && lead < 0xff && trail >= 0x40 && trail !== 0x7f && trail < 0xff;
    text += isPair ? gbk.decode(bytes.subarray(at, at + 2)) : lead > 0 && lead < 0x80 ? String.fromCharCode(lead) : '?';
    if (isPair) at += 1;
  }
  return text.replaceAll(/[\ue000-\uf8ff\ufffd]/g, '?');
}

const fraction = (number: string): number => number.split('.')[1]?.length ?? 0;

/** A decimal text times a factor, without rounding. */
function product(text: string, factor: string): string {
  const places = fraction(text) + fraction(factor);
  const digits = BigInt(text.replace('.', '')) * BigInt(factor.replace('.', ''));
  const whole = String(digits < 0n ? -digits : digits).padStart(places + 1, '0');
  const point = whole.length - places;
  return `${digits < 0n ? '-' : ''}${whole.slice(0, point)}${places > 0 ? `.${whole.slice(point)}` : ''}`;
}

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
  cg_gbk: (kept: Buffer | null, isText: number) => (kept === null ? null : gbkText(kept, isText)),
  cg_product: (text: Text, factor: string) => (text === null ? null : product(text, factor)),
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
