import { scaleLinear } from 'd3';
import type { PipelineStage, PipelineState } from './state.ts';

export interface PipelineRow {
  readonly stage: PipelineStage;
  readonly y: number;
  /** Right ends of the bar and of the interval; undefined without a median. */
  readonly median: number | undefined;
  readonly interval: { readonly from: number; readonly to: number; readonly open: boolean } | undefined;
  /** The arrow to the next stage. */
  readonly arrow: string | undefined;
}

export interface PipelineLayout {
  readonly width: number;
  readonly height: number;
  readonly rows: readonly PipelineRow[];
  readonly left: number;
  readonly ticks: readonly { readonly x: number; readonly text: string }[];
}

const rowHeight = 86;
const axisHeight = 26;
const left = 14;
const right = 14;
export const bar = { top: 42, height: 14 } as const;

export function pipelineLayout({ stages, longest }: PipelineState, width: number): PipelineLayout {
  const x = scaleLinear([0, longest], [left, width - right]).nice(4);
  return {
    width,
    height: (stages.length - 1) * rowHeight + bar.top + bar.height + axisHeight,
    left,
    rows: stages.map((stage, index) => {
      const y = index * rowHeight;
      const { median, low, high } = stage;
      return {
        stage,
        y,
        median: median === null ? undefined : x(median),
        interval:
          median === null || low === null
            ? undefined
            : { from: x(low), to: high === null ? width - right : x(high), open: high === null },
        arrow: index + 1 < stages.length ? `M${left + 5} ${y + bar.top + 22}v14m-5 -5l5 6l5 -6` : undefined,
      };
    }),
    ticks: x.ticks(4).map(days => ({ x: x(days), text: String(days) })),
  };
}
