import { select } from 'd3';
import type { GridMapLayout } from './layout.ts';
import { classOf, holderOf, type GridMapState } from './state.ts';

/** Draws the outlines into an empty or an earlier drawn `svg`; grid-map.css holds the looks. */
export function drawOutlines(svg: SVGSVGElement, { width, height, grids, towns }: GridMapLayout): void {
  const root = select(svg).attr('viewBox', `0 0 ${width} ${height}`).attr('class', 'grid-map');
  const hatch = root
    .selectAll('defs')
    .data([0])
    .join('defs')
    .selectAll('pattern')
    .data([0])
    .join('pattern')
    .attr('id', 'unknown')
    .attr('class', 'hatch')
    .attr('width', 7)
    .attr('height', 7)
    .attr('patternUnits', 'userSpaceOnUse')
    .attr('patternTransform', 'rotate(45)');
  hatch.selectAll('rect').data([0]).join('rect').attr('width', 7).attr('height', 7);
  hatch.selectAll('line').data([0]).join('line').attr('y2', 7).attr('x1', 1).attr('x2', 1);
  layer('grids')
    .selectAll('path')
    .data(grids)
    .join('path')
    .attr('d', grid => grid.path)
    .attr('data-code', grid => grid.code);
  layer('towns')
    .selectAll('path')
    .data(towns)
    .join('path')
    .attr('d', town => town.path)
    .attr('data-code', town => town.code);
  layer('labels')
    .selectAll('text')
    .data(towns)
    .join('text')
    .attr('x', town => town.centre[0])
    .attr('y', town => town.centre[1])
    .text(town => town.name);

  function layer(name: string) {
    return root.selectAll(`g.${name}`).data([0]).join('g').attr('class', name);
  }
}

/** Colours drawn outlines. */
export function drawFills(svg: SVGSVGElement, { values, thresholds, chosen }: GridMapState): void {
  const classes = new Map([...values].map(([code, { value }]) => [code, classOf(value, thresholds)]));
  for (const path of svg.querySelectorAll('.grids path')) {
    const grid = path.getAttribute('data-code') ?? '';
    const found = classes.get(holderOf(grid, values) ?? '');
    const faded = chosen.length > 6 && !grid.startsWith(chosen) ? ' beyond' : '';
    path.setAttribute('class', `${found === undefined ? 'unknown' : `class-${found}`}${faded}`);
  }
  for (const path of svg.querySelectorAll('.towns path')) {
    path.setAttribute('class', path.getAttribute('data-code') === chosen ? 'chosen' : '');
  }
}
