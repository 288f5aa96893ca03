import { type BaseType, select, type Selection } from 'd3';
import { bar, type PipelineLayout, type PipelineRow } from './layout.ts';

/** Draws into an empty or an earlier drawn `svg`; pipeline.css holds the looks. */
export function drawPipeline(svg: SVGSVGElement, layout: PipelineLayout): void {
  const { width, height, left } = layout;
  const root = select(svg).attr('viewBox', `0 0 ${width} ${height}`).attr('height', height).attr('class', 'pipeline');
  root.selectAll('*').remove();
  const axis = root.append('g').attr('class', 'axis').selectAll('g').data(layout.ticks).join('g');
  axis.attr('transform', tick => `translate(${tick.x},0)`);
  axis
    .append('line')
    .attr('y1', 30)
    .attr('y2', height - 18);
  axis
    .append('text')
    .attr('y', height - 4)
    .text(tick => tick.text);

  const rows = root.selectAll('g.stage').data(layout.rows).join('g').attr('class', 'stage');
  rows.attr('transform', row => `translate(0,${row.y})`);
  rows
    .append('text')
    .attr('class', 'name')
    .attr('x', left)
    .attr('y', 16)
    .text(row => row.stage.name);
  rows
    .append('text')
    .attr('class', 'value')
    .attr('x', width - left)
    .attr('y', 16)
    .text(row => row.stage.text);
  rows
    .append('text')
    .attr('class', 'detail')
    .attr('x', left)
    .attr('y', 33)
    .text(row => row.stage.span);
  rows
    .append('text')
    .attr('class', 'detail end')
    .attr('x', width - left)
    .attr('y', 33)
    .text(row => row.stage.detail);
  rows
    .append('rect')
    .attr('class', 'track')
    .attr('x', left)
    .attr('y', bar.top)
    .attr('height', bar.height)
    .attr('width', width - 2 * left);
  drawBars(rows, left);
  rows
    .append('path')
    .attr('class', 'arrow')
    .attr('d', row => row.arrow ?? '')
    .attr('transform', row => `translate(0,${-row.y})`);
}

function drawBars(rows: Selection<SVGGElement | BaseType, PipelineRow, SVGSVGElement, unknown>, left: number): void {
  const middle = bar.top + bar.height / 2;
  rows
    .filter(row => row.median !== undefined)
    .append('rect')
    .attr('class', 'bar')
    .attr('x', left)
    .attr('y', bar.top)
    .attr('height', bar.height)
    .attr('width', row => Math.max(1, (row.median ?? left) - left));
  const whiskers = rows
    .filter(row => row.interval !== undefined)
    .append('path')
    .attr('class', 'interval');
  whiskers.attr('d', ({ interval }) =>
    interval
      ? `M${interval.from} ${middle - 6}v12M${interval.from} ${middle}H${interval.to}${interval.open ? 'm-6 -5l6 5l-6 5' : 'm0 -6v12'}`
      : '',
  );
}
