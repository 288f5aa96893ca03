import { sumShare } from '../../formula/ratio.ts';
import { indicator, whole } from '../../indicator.ts';
import { stock } from '../../measure.ts';

export const unsentencedDetaineeShare = indicator({
  id: 'unsentenced_detainee_share',
  owner: 'cross',
  name: { zh: '未决羁押占比', en: 'Unsentenced detainees' },
  question: {
    zh: '期末在押人员中，未决的占多少？',
    en: 'What share of those held at the end of the period was held without a sentence?',
  },
  numerator: { zh: '期末未决在押人数', en: 'held without sentence at snapshot' },
  denominator: { zh: '期末全部在押人数', en: 'all held at snapshot' },
  periodDate: { zh: '期末时点', en: 'last day of the period' },
  unit: 'percent',
  direction: 'lower',
  forms: [
    { form: 'snapshot', parts: whole(sumShare(stock('custodyCount', 'UNSENTENCED'), stock('custodyCount', 'HELD'))) },
  ],
  dimensions: [],
  companions: ['non_arrest_rate', 'pipeline_stage_duration'],
  perverse: { zh: '快判快决', en: 'Hasty judgments' },
  references: [
    { title: { zh: '联合国可持续发展目标指标', en: 'UN SDG indicators' }, article: { zh: '16.3.2', en: '16.3.2' } },
  ],
  evidence: 'F',
  versions: [{ version: 1, from: '2023-01-01' }],
});
