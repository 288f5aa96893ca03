import { geoPath, geoTransform, type GeoPermissibleObjects } from 'd3';

/** A place with its outline. */
export interface Outline {
  readonly code: string;
  readonly name: string;
  readonly geometry: GeoPermissibleObjects;
}

export interface OutlinePath {
  readonly code: string;
  readonly name: string;
  readonly path: string;
  /** Where a label stands. */
  readonly centre: readonly [number, number];
}

export interface GridMapLayout {
  readonly width: number;
  readonly height: number;
  readonly grids: readonly OutlinePath[];
  readonly towns: readonly OutlinePath[];
}

const width = 1000;
const margin = 6;

/**
 * Outlines as paths in a box 1000 wide. Plane on purpose: a county is small, and GeoJSON's rings (RFC 7946) run the
 * other way round than d3's sphere expects. Longitudes shrink by the cosine of the middle latitude.
 */
export function gridMapLayout(grids: readonly Outline[], towns: readonly Outline[]): GridMapLayout {
  const plain = geoPath(geoTransform({}));
  const boxes = (towns.length > 0 ? towns : grids).map(({ geometry }) => plain.bounds(geometry));
  const west = Math.min(...boxes.map(([[x]]) => x));
  const south = Math.min(...boxes.map(([[, y]]) => y));
  const east = Math.max(...boxes.map(([, [x]]) => x));
  const north = Math.max(...boxes.map(([, [, y]]) => y));
  const shrink = Math.cos((((south + north) / 2) * Math.PI) / 180);
  const scale = (width - 2 * margin) / ((east - west) * shrink);
  const path = geoPath(
    geoTransform({
      point(x, y) {
        this.stream.point(margin + (x - west) * shrink * scale, margin + (north - y) * scale);
      },
    }),
  ).digits(1);
  const draw = ({ code, name, geometry }: Outline): OutlinePath => ({
    code,
    name,
    path: path(geometry) ?? '',
    centre: path.centroid(geometry),
  });
  return {
    width,
    height: Math.ceil((north - south) * scale) + 2 * margin,
    grids: grids.map(draw),
    towns: towns.map(draw),
  };
}
