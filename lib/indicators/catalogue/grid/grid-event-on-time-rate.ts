import { share } from '../../formula/ratio.ts';
import { indicator, whole } from '../../indicator.ts';
import { measure } from '../../measure.ts';
import { dimensions } from '../../record-type.ts';

export const gridEventOnTimeRate = indicator({
  id: 'grid_event_on_time_rate',
  owner: 'grid',
  name: { zh: '网格事件按时办结率', en: 'Grid event on-time closure' },
  question: {
    zh: '当期到期的网格事件，有多少在时限内办结？',
    en: 'Of the grid events whose limit ran out in the period, how many were closed by then?',
  },
  numerator: { zh: '在时限内办结的事件', en: 'closed <= due_at' },
  denominator: { zh: '当期到期的事件', en: 'events with due_at passed' },
  periodDate: { zh: '时限届满日', en: 'day on which the limit ends' },
  unit: 'percent',
  direction: 'higher',
  forms: [{ form: 'cohort', parts: whole(share(measure('gridEvent', 'CLOSED_ON_TIME'), measure('gridEvent', 'DUE'))) }],
  dimensions: dimensions('gridEvent', 'kind'),
  companions: ['grid_event_closure_rate', 'grid_coverage_rate'],
  perverse: { zh: '先办结后处理；放宽时限', en: 'Closing before the work is done; generous limits' },
  references: [
    {
      title: { zh: '滨州市网格化服务管理条例(2021)', en: 'Binzhou grid governance regulation (2021)' },
      article: { zh: '第三、六、七、十一条', en: 'arts. 3, 6, 7, 11' },
    },
  ],
  evidence: 'L (art 11: 规定时间内)',
  versions: [{ version: 1, from: '2023-01-01' }],
});
