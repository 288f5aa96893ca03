import { select } from 'd3';
import { margin, type TrendLayout } from './layout.ts';

/** Draws into an empty or an earlier drawn `svg`; trend.css holds the looks. */
export function drawTrend(svg: SVGSVGElement, layout: TrendLayout): void {
  const { width, height } = layout;
  const root = select(svg).attr('viewBox', `0 0 ${width} ${height}`).attr('class', 'trend');
  root.selectAll('*').remove();
  drawAxes(svg, layout);
  root.append('path').attr('class', 'band').attr('d', layout.band);
  root.append('path').attr('class', 'line').attr('d', layout.line);
  root.append('path').attr('class', 'line dashed').attr('d', layout.provisional);
  root
    .selectAll('circle')
    .data(layout.dots)
    .join('circle')
    .attr('class', dot => (dot.firm ? 'firm' : 'provisional'))
    .attr('r', dot => (dot.last ? 3.2 : 2.4))
    .attr('cx', dot => dot.x)
    .attr('cy', dot => dot.y);
  drawMarks(svg, layout);
  const strips = root.selectAll('rect').data(layout.strips).join('rect');
  strips
    .attr('x', strip => strip.x)
    .attr('width', strip => strip.width)
    .attr('height', height);
  strips.append('title').text(strip => strip.text);
}

function drawMarks(svg: SVGSVGElement, { height, marks }: TrendLayout): void {
  const groups = select(svg).selectAll('g.mark').data(marks).join('g');
  groups
    .attr('class', mark => (mark.breaks ? 'mark breaks' : 'mark'))
    .attr('transform', mark => `translate(${mark.x},0)`);
  groups.append('title').text(mark => mark.text);
  groups.append('line').attr('y2', height - margin.bottom);
  groups
    .append('text')
    .attr('x', mark => (mark.anchor === 'end' ? -3 : 3))
    .attr('y', 8)
    .attr('text-anchor', mark => mark.anchor)
    .text(mark => mark.label);
}

function drawAxes(svg: SVGSVGElement, { width, height, ticksX, ticksY }: TrendLayout): void {
  const levels = select(svg).selectAll('g').data(ticksY).join('g');
  levels.attr('transform', tick => `translate(0,${tick.y})`);
  levels.append('line').attr('class', 'rule').attr('x1', margin.left).attr('x2', width);
  levels
    .append('text')
    .attr('class', 'y')
    .attr('x', margin.left - 4)
    .attr('y', 3.5)
    .text(tick => tick.text);
  select(svg)
    .selectAll('text.x')
    .data(ticksX)
    .join('text')
    .attr('class', 'x')
    .attr('x', tick => tick.x)
    .attr('y', height - 3)
    .attr('text-anchor', tick => tick.anchor)
    .text(tick => tick.text);
}
