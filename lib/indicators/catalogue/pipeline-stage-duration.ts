import { kaplanMeierMedian } from '../formula/time.ts';
import { indicator } from '../indicator.ts';
import { durations } from '../measure.ts';

export const pipelineStageDuration = indicator({
  id: 'pipeline_stage_duration',
  name: { zh: '侦-诉-审各环节时长', en: 'Criminal pipeline stage durations' },
  question: {
    zh: '当期进入侦查、审查起诉、审判各环节的刑事案件，多少天内有一半走完该环节？',
    en: 'After how many days had half of the criminal cases that entered a stage in the period left it?',
  },
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
  companions: ['criminal_cases_per_10k', 'case_duration_median'],
  perverse: { zh: '退回补充侦查重新计时', en: 'Sending cases back restarts the clock' },
  source: {
    zh: '刑事诉讼法(2018)第一百七十二、二百零八条等关于期限的规定；Kaplan-Meier 估计',
    en: 'Criminal Procedure Law (2018), time limits of arts. 172, 208 and others; Kaplan-Meier estimate',
  },
  versions: [{ version: 1, from: '2023-01-01' }],
});
