import { select } from 'd3';
import type { TrendLayout } from './layout.ts';

/** Draws into an empty or an earlier drawn `svg`; trend.css holds the looks. */
export function drawTrend(svg: SVGSVGElement, layout: TrendLayout): void {
  const root = select(svg).attr('viewBox', `0 0 ${layout.width} ${layout.height}`).attr('class', 'trend');
  root
    .selectAll('line.rule')
    .data(layout.ticksY)
    .join('line')
    .attr('class', 'rule')
    .attr('x1', 38)
    .attr('x2', layout.width)
    .attr('y1', tick => tick.y)
    .attr('y2', tick => tick.y);
  root
    .selectAll('text.y')
    .data(layout.ticksY)
    .join('text')
    .attr('class', 'y')
    .attr('x', 34)
    .attr('y', tick => tick.y + 3.5)
    .text(tick => tick.text);
  root
    .selectAll('text.x')
    .data(layout.ticksX)
    .join('text')
    .attr('class', 'x')
    .attr('x', tick => tick.x)
    .attr('y', layout.height - 3)
    .attr('text-anchor', tick => tick.anchor)
    .text(tick => tick.text);
  root
    .selectAll('path.band')
    .data([layout.band])
    .join('path')
    .attr('class', 'band')
    .attr('d', path => path);
  root
    .selectAll('path.line')
    .data([layout.line])
    .join('path')
    .attr('class', 'line')
    .attr('d', path => path);
  root
    .selectAll('path.dashed')
    .data([layout.provisional])
    .join('path')
    .attr('class', 'dashed')
    .attr('d', path => path);
  root
    .selectAll('circle')
    .data(layout.dots)
    .join('circle')
    .attr('class', dot => (dot.firm ? 'firm' : 'provisional'))
    .attr('r', dot => (dot.last ? 3.2 : 2.4))
    .attr('cx', dot => dot.x)
    .attr('cy', dot => dot.y);
  root
    .selectAll('rect')
    .data(layout.strips)
    .join('rect')
    .attr('x', strip => strip.x)
    .attr('width', strip => strip.width)
    .attr('height', layout.height)
    .selectAll('title')
    .data(strip => [strip.text])
    .join('title')
    .text(text => text);
}
