import { started, within } from '../../formula/amount.ts';
import { share } from '../../formula/ratio.ts';
import { indicator } from '../../indicator.ts';
import { durations } from '../../measure.ts';
import { dimensions } from '../../record-type.ts';

export const accidentReportOnTime = indicator({
  id: 'accident_report_on_time',
  owner: 'emergency',
  name: { zh: '事故上报及时率', en: 'Accident report timeliness' },
  question: {
    zh: '当期生产安全事故，事故单位一小时内、县级两小时内上报的各占多少？',
    en: 'In what share of the accidents did the unit report within one hour, and the county within two more?',
  },
  numerator: { zh: '一小时内由单位上报、两小时内由县级上报的事故(分别计)', en: 'unit report <=1h and each level <=2h' },
  denominator: { zh: '生产安全事故', en: 'accidents' },
  periodDate: { zh: '事故时间', en: 'time of the accident' },
  unit: 'percent',
  direction: 'higher',
  forms: [
    {
      form: 'in-period',
      parts: [
        {
          id: 'unit',
          name: { zh: '单位一小时内上报', en: 'Unit within 1 hour' },
          formula: share(
            within(durations('emergencyEvent', 'TIME_TO_REPORT'), 3600),
            started(durations('emergencyEvent', 'TIME_TO_REPORT')),
          ),
        },
        {
          id: 'county',
          name: { zh: '县级两小时内上报', en: 'County within 2 hours' },
          formula: share(
            within(durations('emergencyEvent', 'TIME_TO_FORWARD'), 7200),
            started(durations('emergencyEvent', 'TIME_TO_FORWARD')),
          ),
        },
      ],
    },
  ],
  dimensions: dimensions('emergencyEvent', 'sector'),
  companions: ['accident_investigation_on_time'],
  perverse: { zh: '改写事故时间；补报', en: 'Rewriting the time of the accident' },
  references: [
    {
      title: {
        zh: '生产安全事故报告和调查处理条例(2007)',
        en: 'Regulations on reporting and investigating work-safety accidents (2007)',
      },
      article: { zh: '第三、九、十一、十三、二十九条', en: 'arts. 3, 9, 11, 13, 29' },
    },
  ],
  evidence: 'L',
  versions: [{ version: 1, from: '2023-01-01' }],
});
