import { share } from '../../formula/ratio.ts';
import { indicator, whole } from '../../indicator.ts';
import { measure } from '../../measure.ts';
import { dimensions } from '../../record-type.ts';

export const gridEventClosureRate = indicator({
  id: 'grid_event_closure_rate',
  owner: 'grid',
  name: { zh: '网格事件办结率', en: 'Grid event closure' },
  question: {
    zh: '当期上报的网格事件，到截止日有多少已核实办结？',
    en: 'Of the grid events reported in the period, how many are closed by the cut-off?',
  },
  numerator: { zh: '已核实办结的事件', en: 'events verified closed' },
  denominator: { zh: '当期上报的事件', en: 'events reported (cohort)' },
  periodDate: { zh: '上报日期(队列)', en: 'date of the report (cohort)' },
  unit: 'percent',
  direction: 'higher',
  forms: [
    {
      form: 'cohort',
      // The longest limit is 15 days; twice that.
      observationDays: 30,
      parts: whole(share(measure('gridEvent', 'REPORTED_CLOSED'), measure('gridEvent', 'REPORTED_FOLLOWED'))),
    },
  ],
  dimensions: dimensions('gridEvent', 'kind'),
  companions: ['grid_event_on_time_rate'],
  perverse: { zh: '自报自结', en: 'Reporting and closing by the same hand' },
  references: [
    {
      title: { zh: '滨州市网格化服务管理条例(2021)', en: 'Binzhou grid governance regulation (2021)' },
      article: { zh: '第三、六、七、十一条', en: 'arts. 3, 6, 7, 11' },
    },
  ],
  evidence: 'C formula',
  versions: [{ version: 1, from: '2023-01-01' }],
});
