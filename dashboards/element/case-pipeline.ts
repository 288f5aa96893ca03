import type { Language } from '../../lib/kernel/text.ts';
import type { Figure, Indicator } from '../../lib/indicators/index.ts';
import { drawPipeline } from '../chart/pipeline/draw.ts';
import { pipelineLayout } from '../chart/pipeline/layout.ts';
import pipelineStyle from '../chart/pipeline/pipeline.css';
import { type PipelineStage, pipelineState, type PipelineState } from '../chart/pipeline/state.ts';
import * as text from '../page/figure-text.ts';
import { statusWords, words } from '../page/words.ts';
import { build, drawing } from './build.ts';
import { shadow } from './shadow.ts';
import { TrendLine } from './trend-line.ts';

export interface CasePipelineModel {
  readonly indicator: Indicator;
  readonly language: Language;
  /** One figure a stage; empty while they are on their way. */
  readonly figures: readonly Figure[];
  /** The same by month; empty while they are on their way. */
  readonly trend: readonly Figure[];
}

/** Criminal cases from police over procuratorate to court: median days of each stage with its interval, now and by month. */
export class CasePipeline extends HTMLElement {
  readonly #root = shadow(this, pipelineStyle, 'h3 { margin: 14px 0 2px; font-size: 14px; }');
  readonly #size = new ResizeObserver(() => this.#draw());
  #state: PipelineState | undefined;

  set model({ indicator, language, figures, trend }: CasePipelineModel) {
    const stages = figures.map(figure => stageOf(figure, indicator, language));
    this.#state = stages.length > 0 ? pipelineState(stages) : undefined;
    const label = stages.map(stage => `${stage.name} (${stage.span}): ${stage.text}, ${stage.detail}`).join('; ');
    const trends = figures.flatMap(figure => {
      const line = new TrendLine();
      line.model = { language, figures: trend.filter(({ part }) => part === figure.part), indicator };
      return [build('h3', {}, stageName(figure, language)), line];
    });
    const waiting = build('p', { class: 'quiet' }, words.loading[language]);
    this.#root.replaceChildren(this.#state ? drawing(label) : waiting, ...trends);
    this.#draw();
  }

  connectedCallback(): void {
    this.#size.observe(this);
  }

  disconnectedCallback(): void {
    this.#size.disconnect();
  }

  #draw(): void {
    const svg = this.#root.querySelector('svg');
    const width = Math.round(this.getBoundingClientRect().width);
    if (svg && this.#state && width > 0) drawPipeline(svg, pipelineLayout(this.#state, width));
  }
}

function stageOf(figure: Figure, indicator: Indicator, language: Language): PipelineStage {
  const provisional = figure.status === 'provisional' ? ` · ${statusWords.provisional[language]}` : '';
  return {
    name: stageName(figure, language),
    span: indicator.forms[0].parts.find(({ id }) => id === figure.part)?.name?.[language] ?? '',
    median: figure.value,
    low: figure.interval?.lower ?? null,
    high: figure.interval?.upper ?? null,
    text: text.valueText(figure, language) + provisional,
    detail: text.certaintyText(figure, language),
  };
}

function stageName({ part }: Figure, language: Language): string {
  return part === 'police' || part === 'procuratorate' || part === 'court' ? words[part][language] : (part ?? '');
}
