import type { Cell } from './layout.ts';

/** GeoJSON, longitude and latitude in degrees (WGS 84), exterior rings counter-clockwise (RFC 7946). */
export type Geometry =
  | { readonly type: 'Polygon'; readonly coordinates: Ring[] }
  | { readonly type: 'MultiPolygon'; readonly coordinates: Ring[][] };
type Ring = (readonly [number, number])[];

/** Where the county lies and how far apart the corners of its lattice are, in degrees. */
const origin = { longitude: 119.2, latitude: 29.6 };
const step = { longitude: 0.0076, latitude: 0.0066 };

/**
 * The outline of a set of cells: the edges that only one of its cells has, chained into rings. Neighbouring groups share
 * their corners exactly, so that the outlines of a level tile those of the level above.
 */
export function outline(cells: readonly Cell[]): Geometry {
  const rings = traceRings(boundaryEdges(cells)).map(ring => ring.map(corner));
  const exteriors = rings.filter(ring => signedArea(ring) > 0);
  const holes = rings.filter(ring => signedArea(ring) <= 0);
  return exteriors.length === 1
    ? { type: 'Polygon', coordinates: [...exteriors, ...holes] }
    : { type: 'MultiPolygon', coordinates: exteriors.map(ring => [ring]) };
}

type Edge = readonly [from: Cell, to: Cell];

function boundaryEdges(cells: readonly Cell[]): Edge[] {
  const edges = new Map<string, Edge>();
  for (const { x, y } of cells) {
    const corners = [
      { x, y },
      { x: x + 1, y },
      { x: x + 1, y: y + 1 },
      { x, y: y + 1 },
    ] as const;
    for (let side = 0; side < 4; side++) {
      const [from, to] = [corners[side] as Cell, corners[(side + 1) % 4] as Cell];
      if (!edges.delete(edgeKey(to, from))) edges.set(edgeKey(from, to), [from, to]);
    }
  }
  return [...edges.values()];
}

function edgeKey(from: Cell, to: Cell): string {
  return `${from.x},${from.y},${to.x},${to.y}`;
}

function traceRings(edges: readonly Edge[]): Cell[][] {
  const rest = new Map(edges.map(edge => [edgeKey(...edge), edge]));
  const rings: Cell[][] = [];
  for (const first of edges) {
    if (!rest.delete(edgeKey(...first))) continue;
    const ring: Cell[] = [first[0], first[1]];
    for (let edge = next(first, rest); edge; edge = next(edge, rest)) ring.push(edge[1]);
    rings.push(ring);
  }
  return rings;
}

/** Where two cells touch at a corner only, the left turn is taken: rings may touch but never cross themselves. */
function next([from, to]: Edge, rest: Map<string, Edge>): Edge | undefined {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  for (const [tx, ty] of [
    [-dy, dx],
    [dx, dy],
    [dy, -dx],
  ] as const) {
    const key = edgeKey(to, { x: to.x + tx, y: to.y + ty });
    const edge = rest.get(key);
    if (edge && rest.delete(key)) return edge;
  }
  return undefined;
}

/** A corner of the lattice, pushed about by smooth waves so that no border is straight. At most a third of a cell. */
function corner({ x, y }: Cell): readonly [number, number] {
  const east = x + 0.2 * Math.sin(0.9 * y + 0.4 * x) + 0.12 * Math.sin(2.3 * y - 1.1 * x);
  const north = y + 0.2 * Math.sin(0.8 * x - 0.5 * y) + 0.12 * Math.sin(2.1 * x + 1.3 * y);
  return [degrees(origin.longitude + east * step.longitude), degrees(origin.latitude + north * step.latitude)];
}

function degrees(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}

/** In square degrees, positive for counter-clockwise rings (shoelace formula). */
export function signedArea(ring: Ring): number {
  let sum = 0;
  ring.forEach(([x, y], index) => {
    const [x2, y2] = ring[(index + 1) % ring.length] as readonly [number, number];
    sum += x * y2 - x2 * y;
  });
  return sum / 2;
}
