import { share } from '../formula/ratio.ts';
import { indicator, whole } from '../indicator.ts';
import { measure } from '../measure.ts';

export const gridEventOnTimeRate = indicator({
  id: 'grid_event_on_time_rate',
  name: { zh: '网格事件按时办结率', en: 'Grid event on-time closure' },
  question: {
    zh: '当期到期的网格事件，有多少在时限内办结？',
    en: 'Of the grid events whose limit ran out in the period, how many were closed by then?',
  },
  unit: 'percent',
  direction: 'higher',
  forms: [{ form: 'cohort', parts: whole(share(measure('gridEvent', 'CLOSED_ON_TIME'), measure('gridEvent', 'DUE'))) }],
  companions: ['grid_coverage_rate'],
  perverse: { zh: '先办结后处理；放宽时限', en: 'Closing before the work is done; generous limits' },
  source: {
    zh: '滨州市网格化服务管理条例(2021)第十一条：规定时间内办理',
    en: 'Binzhou grid governance regulation (2021) art. 11: within the time set',
  },
  versions: [{ version: 1, from: '2023-01-01' }],
});
