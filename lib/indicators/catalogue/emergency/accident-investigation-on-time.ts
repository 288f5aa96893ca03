import { share } from '../../formula/ratio.ts';
import { indicator, whole } from '../../indicator.ts';
import { measure } from '../../measure.ts';
import { dimensions } from '../../record-type.ts';

export const accidentInvestigationOnTime = indicator({
  id: 'accident_investigation_on_time',
  owner: 'emergency',
  name: { zh: '事故调查按期率', en: 'Investigation within 60 days' },
  question: {
    zh: '当期到期的事故调查，有多少按期提交报告？',
    en: 'Of the investigations due in the period, how many were reported by then?',
  },
  numerator: { zh: '在六十日(经批准再延长六十日)内提交调查报告的', en: 'report <=60 days (+<=60 approved)' },
  denominator: { zh: '到期的事故调查', en: 'due investigations' },
  periodDate: { zh: '调查期限届满日', en: 'day on which the limit ends' },
  unit: 'percent',
  direction: 'higher',
  forms: [
    {
      form: 'cohort',
      parts: whole(
        share(measure('emergencyEvent', 'INVESTIGATED_ON_TIME'), measure('emergencyEvent', 'INVESTIGATION_DUE')),
      ),
    },
  ],
  dimensions: dimensions('emergencyEvent', 'sector'),
  companions: ['accident_report_on_time'],
  perverse: { zh: '以鉴定扣除期限', en: 'Excluding time for expert reports' },
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
