import type { Text } from '../../kernel/text.ts';
import type { BandVerdict, ComparisonKind, Verdict } from './compared-figure.ts';
import type { FunnelPosition } from './small-area.ts';

/** What a figure is compared with. */
export const comparisonNames: Record<ComparisonKind, Text> = {
  previous: { zh: '环比', en: 'period before' },
  year: { zh: '同比', en: 'year over year' },
  cumulative: { zh: '累计同比', en: 'year so far' },
  county: { zh: '全县', en: 'county' },
  band: { zh: '合理区间', en: 'band or aim' },
  peers: { zh: '同类地区', en: 'similar places' },
};

/** What is said of a difference, or of a band. */
export const verdictNames: Record<Verdict | BandVerdict, Text> = {
  better: { zh: '好于', en: 'better' },
  worse: { zh: '差于', en: 'worse' },
  higher: { zh: '高于', en: 'higher' },
  lower: { zh: '低于', en: 'lower' },
  similar: { zh: '相近', en: 'similar' },
  within: { zh: '区间内', en: 'within' },
  below: { zh: '低于区间', en: 'below' },
  above: { zh: '高于区间', en: 'above' },
  undecided: { zh: '在区间边缘，不能判定', en: 'on the edge, undecided' },
  not_comparable: { zh: '不可比', en: 'not comparable' },
};

/** Where a place is among those of its level. */
export const funnelNames: Record<FunnelPosition, Text> = {
  within: { zh: '控制限内', en: 'within' },
  above95: { zh: '高于95%控制限', en: 'above 95 %' },
  above998: { zh: '高于99.8%控制限', en: 'above 99.8 %' },
  below95: { zh: '低于95%控制限', en: 'below 95 %' },
  below998: { zh: '低于99.8%控制限', en: 'below 99.8 %' },
};
