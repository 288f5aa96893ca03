import { drawFills, drawOutlines } from '../../dashboards/chart/grid-map/draw.ts';
import { gridMapLayout, type Outline } from '../../dashboards/chart/grid-map/layout.ts';
import { gridMapState } from '../../dashboards/chart/grid-map/state.ts';
import { drawPipeline } from '../../dashboards/chart/pipeline/draw.ts';
import { pipelineLayout } from '../../dashboards/chart/pipeline/layout.ts';
import { pipelineState } from '../../dashboards/chart/pipeline/state.ts';
import { drawTrend } from '../../dashboards/chart/trend/draw.ts';
import { trendLayout } from '../../dashboards/chart/trend/layout.ts';
import { type TrendMark, type TrendPoint, trendState } from '../../dashboards/chart/trend/state.ts';

/** The gallery: one drawing a case. Runs in a browser. */
const gallery: Readonly<Record<string, (svg: SVGSVGElement) => void>> = {
  'trend-with-interval': svg => drawTrend(svg, trendLayout(share([91, 92.5, 90, 94, 93, 95]), 300, 84)),
  'trend-with-gaps-and-provisional-end': svg =>
    drawTrend(svg, trendLayout(share([91, null, 90, 94, 70, 60], { provisionalFrom: 4 }), 300, 84)),
  'trend-with-open-upper-end': svg => drawTrend(svg, trendLayout(days, 300, 84)),
  'trend-with-a-break-and-a-change': svg => drawTrend(svg, trendLayout(share([91, 92.5, 84, 83, 85, 86, 70], { provisionalFrom: 6, marks }), 300, 84)),
  'trend-of-complete-counts': svg => drawTrend(svg, trendLayout(counts, 300, 84)),
  'trend-without-values': svg => drawTrend(svg, trendLayout(share([null, null, null]), 300, 84)),
  'grid-map-by-town': svg => map(svg, { '330199001': 61, '330199002': 78 }, '330199'),
  'grid-map-with-unknown-town-and-choice': svg => map(svg, { '330199001': 61, '330199002': null }, '330199001'),
  'pipeline-with-interval-and-open-end': svg =>
    drawPipeline(
      svg,
      pipelineLayout(
        pipelineState([
          stage('police', { median: null, low: null, high: null }),
          stage('procuratorate', { median: 30, low: 27, high: 32 }),
          stage('court', { median: 25, low: 21, high: null }),
        ]),
        420,
      ),
    ),
};

const format = (value: number): string => value.toFixed(1);

const marks = [
  { before: '2026-03', label: 'changed v2', text: 'changed v2 (2026-03-01): counted otherwise', breaks: true },
  { before: '2026-06', label: 'changed v3', text: 'changed v3 (2026-06-01): another name', breaks: false },
];

function share(values: readonly (number | null)[], { provisionalFrom = Infinity, marks = [] as readonly TrendMark[] } = {}) {
  const points = values.map((value, index) => ({
    ...month(value, index),
    low: value === null ? null : value - 3,
    high: value === null ? null : value + 3,
    firm: index < provisionalFrom,
  }));
  return trendState(points, format, { ceiling: 100, marks });
}

const days = trendState(
  [80, 95, 120].map((value, index) => ({ ...month(value, index), low: value - 10, high: index === 2 ? null : value + 20 })),
  format,
);
const counts = trendState([98.6, 97.3, 98.2].map(month), format);

function month(value: number | null, index: number): TrendPoint {
  const label = `2026-0${index + 1}`;
  return { label, value, low: null, high: null, firm: true, text: `${label}: ${value}` };
}

function map(svg: SVGSVGElement, values: Readonly<Record<string, number | null>>, chosen: string): void {
  const grids = [0, 1, 2, 3].map(index => square(`33019900${index < 2 ? 1 : 2}00100${index}`, index, 1));
  const towns = [square('330199001', 0, 2), square('330199002', 2, 2)];
  drawOutlines(svg, gridMapLayout(grids, towns));
  const entries = Object.entries(values).map(([code, value]) => [code, { value, text: `${code}: ${value}` }] as const);
  drawFills(svg, gridMapState(new Map(entries), format, chosen));
}

/** Counter-clockwise, as RFC 7946 has it. */
function square(code: string, column: number, width: number): Outline {
  const [west, east, south, north] = [119 + column * 0.01, 119 + (column + width) * 0.01, 29, 29.01];
  const ring = [[west, south], [east, south], [east, north], [west, north], [west, south]];
  return { code, name: code, geometry: { type: 'Polygon', coordinates: [ring] } };
}

function stage(name: string, numbers: { median: number | null; low: number | null; high: number | null }) {
  return { name, span: `${name} span`, ...numbers, text: numbers.median === null ? 'Not computable' : `${numbers.median} days`, detail: 'how sure' };
}

Object.assign(globalThis, {
  galleryNames: Object.keys(gallery),
  drawExample(name: string): string {
    const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
    document.body.replaceChildren(svg);
    gallery[name]?.(svg);
    return new XMLSerializer().serializeToString(svg);
  },
});
