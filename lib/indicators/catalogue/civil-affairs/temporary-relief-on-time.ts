import { share } from '../../formula/ratio.ts';
import { indicator, whole } from '../../indicator.ts';
import { measure } from '../../measure.ts';
import { dimensions } from '../../record-type.ts';

export const temporaryReliefOnTime = indicator({
  id: 'temporary_relief_on_time',
  owner: 'civil-affairs',
  name: { zh: '临时救助及时率', en: 'Temporary relief timeliness' },
  question: {
    zh: '当期作出决定的临时救助，有多少在期限内？',
    en: 'Of the temporary reliefs decided in the period, how many were decided in time?',
  },
  numerator: {
    zh: '在期限(一般十五个工作日，急难型更短)内决定的',
    en: 'decided <= 15 working days (local); urgent: 24h unverified',
  },
  denominator: { zh: '作出决定的申请', en: 'decided' },
  periodDate: { zh: '决定日期', en: 'date of the decision' },
  unit: 'percent',
  direction: 'higher',
  forms: [
    {
      form: 'in-period',
      parts: whole(share(measure('temporaryRelief', 'DECIDED_ON_TIME'), measure('temporaryRelief', 'DECIDED'))),
    },
  ],
  dimensions: dimensions('temporaryRelief', 'urgent'),
  companions: ['relief_payment_on_time'],
  perverse: { zh: '急难型按一般程序登记', en: 'Registering urgent cases as ordinary ones' },
  references: [
    {
      title: {
        zh: '社会救助暂行办法(2019)及地方临时救助规定(十五个工作日)',
        en: 'Interim Measures for Social Assistance (2019) and local rules on temporary relief (15 working days)',
      },
      article: { zh: '第四十七、四十八条', en: 'arts. 47, 48' },
    },
  ],
  evidence: 'F(local)',
  versions: [{ version: 1, from: '2023-01-01' }],
});
