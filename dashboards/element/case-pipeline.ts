import type { Language } from '../../lib/kernel/text.ts';
import type { Figure, Indicator } from '../../lib/indicators/index.ts';
import { drawPipeline } from '../chart/pipeline/draw.ts';
import { pipelineLayout } from '../chart/pipeline/layout.ts';
import pipelineStyle from '../chart/pipeline/pipeline.css';
import { pipelineState, type PipelineState } from '../chart/pipeline/state.ts';
import * as text from '../page/figure-text.ts';
import { statusWords, words } from '../page/words.ts';
import { build, drawing } from './build.ts';
import { shadow } from './shadow.ts';

export interface CasePipelineModel {
  readonly indicator: Indicator;
  readonly language: Language;
  /** One figure a stage; empty while they are on their way. */
  readonly figures: readonly Figure[];
}

/** Criminal cases from police over procuratorate to court: median days of each stage with its interval. */
export class CasePipeline extends HTMLElement {
  readonly #root = shadow(this, pipelineStyle);
  readonly #size = new ResizeObserver(() => this.#draw());
  #state: PipelineState | undefined;

  set model({ indicator, language, figures }: CasePipelineModel) {
    const stages = figures.map(figure => ({
      name: stageName(figure, language),
      span: indicator.forms[0].parts.find(({ id }) => id === figure.part)?.name?.[language] ?? '',
      median: figure.value,
      low: figure.interval?.lower ?? null,
      high: figure.interval?.upper ?? null,
      text:
        text.valueText(figure, language) +
        (figure.status === 'provisional' ? ` · ${statusWords.provisional[language]}` : ''),
      detail: text.certaintyText(figure, language),
    }));
    this.#state = stages.length > 0 ? pipelineState(stages) : undefined;
    const label = stages.map(stage => `${stage.name} (${stage.span}): ${stage.text}, ${stage.detail}`).join('; ');
    this.#root.replaceChildren(this.#state ? drawing(label) : build('p', { class: 'quiet' }, words.loading[language]));
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

function stageName({ part }: Figure, language: Language): string {
  return part === 'police' || part === 'procuratorate' || part === 'court' ? words[part][language] : (part ?? '');
}
