import { kaplanMeierMedian } from '../../formula/time.ts';
import { indicator } from '../../indicator.ts';
import { durations } from '../../measure.ts';

export const pipelineStageDuration = indicator({
  id: 'pipeline_stage_duration',
  owner: 'cross',
  name: { zh: '侦-诉-审各环节时长', en: 'Criminal pipeline stage durations' },
  question: {
    zh: '当期进入侦查、审查起诉、审判各环节的刑事案件，多少天内有一半走完该环节？',
    en: 'After how many days had half of the criminal cases that entered a stage in the period left it?',
  },
  numerator: {
    zh: '各环节天数的Kaplan-Meier中位数：立案到移送、受理到决定、起诉到判决',
    en: 'KM median per stage: case filed->transferred->decision->judgment',
  },
  denominator: { zh: '进入该环节的案件', en: 'cases entering the stage' },
  periodDate: { zh: '进入环节日期(队列)', en: 'date of entering the stage (cohort)' },
  unit: 'days',
  direction: 'lower',
  forms: [
    {
      form: 'cohort',
      parts: [
        {
          id: 'police',
          name: { zh: '立案到移送', en: 'Filing to transfer' },
          formula: kaplanMeierMedian(durations('policeCase', 'TIME_TO_TRANSFER')),
        },
        {
          id: 'procuratorate',
          name: { zh: '受理到决定', en: 'Receipt to decision' },
          formula: kaplanMeierMedian(durations('prosecutionCase', 'TIME_TO_DECISION')),
        },
        {
          id: 'court',
          name: { zh: '起诉到判决', en: 'Court filing to judgment' },
          formula: kaplanMeierMedian(durations('courtCase', 'CRIMINAL_TIME_TO_JUDGMENT')),
        },
      ],
    },
  ],
  dimensions: [],
  companions: ['criminal_cases_per_10k', 'pipeline_attrition'],
  perverse: { zh: '退回补充侦查重新计时', en: 'Sending cases back restarts the clock' },
  references: [
    {
      title: { zh: '刑事诉讼法(2018)', en: 'Criminal Procedure Law (2018)' },
      article: { zh: '第九十一、一百七十二、二百零八、二百二十五、二百四十三条', en: 'arts. 91, 172, 208, 225, 243' },
    },
  ],
  evidence: 'L',
  versions: [{ version: 1, from: '2023-01-01' }],
});
