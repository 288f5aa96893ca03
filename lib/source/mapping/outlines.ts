import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';

/** A closed line around an area, longitude and latitude in degrees. */
export interface Ring {
  /** Names its content. */
  readonly id: string;
  readonly points: readonly (readonly [number, number])[];
}

/** One polygon of an area: what lies in the first ring and in none of the others. */
export interface Outline {
  readonly code: string;
  readonly outer: Ring;
  readonly holes: readonly Ring[];
  /** West, south, east, north. */
  readonly box: readonly [number, number, number, number];
}

interface Feature {
  readonly properties?: Readonly<Record<string, unknown>> | null;
  readonly geometry?: { readonly type: string; readonly coordinates: unknown } | null;
}

function ring(points: readonly (readonly [number, number])[]): Ring {
  const id = createHash('sha256').update(JSON.stringify(points)).digest('hex').slice(0, 24);
  return { id, points: points.map(([x, y]) => [x, y] as const) };
}

/** Reads polygons with their codes from a GeoJSON FeatureCollection; says what is wrong with a file that is none. */
export function readOutlines(file: string, property: string): Outline[] | string {
  if (!existsSync(file)) return 'no such file';
  let features: readonly Feature[] | undefined;
  try {
    features = (JSON.parse(readFileSync(file, 'utf8')) as { features?: readonly Feature[] }).features;
  } catch {
    return 'a file that is not JSON';
  }
  const outlines: Outline[] = [];
  for (const { properties, geometry } of features ?? []) {
    const code = properties?.[property];
    if (typeof code !== 'string' && typeof code !== 'number') return `a feature without ${property}`;
    const coordinates = geometry?.coordinates as never;
    const polygons: readonly (readonly (readonly [number, number])[])[][] =
      geometry?.type === 'Polygon' ? [coordinates] : geometry?.type === 'MultiPolygon' ? coordinates : [];
    for (const [outer, ...holes] of polygons) {
      if (!outer || outer.length < 4) return `a polygon of ${property} ${code} with too few corners`;
      const [xs, ys] = [outer.map(([x]) => x), outer.map(([, y]) => y)];
      const box = [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)] as const;
      outlines.push({ code: String(code), outer: ring(outer), holes: holes.map(ring), box });
    }
  }
  return outlines.length > 0 ? outlines : 'a file without polygons';
}
