import { share } from '../../formula/ratio.ts';
import { indicator, whole } from '../../indicator.ts';
import { measure } from '../../measure.ts';
import { dimensions } from '../../record-type.ts';

export const prelitigationMediationSuccess = indicator({
  id: 'prelitigation_mediation_success',
  owner: 'cross',
  name: { zh: '诉前(先行)调解成功率', en: 'Pre-litigation mediation success' },
  question: {
    zh: '当期结束的诉前(先行)调解，有多少成功？',
    en: 'Of the pre-litigation mediations that ended in the period, how many succeeded?',
  },
  numerator: { zh: '调解成功的', en: 'mediated successfully' },
  denominator: { zh: '委派后结束的诉前调解', en: 'mediations referred (ended)' },
  periodDate: { zh: '结束日期', en: 'date of the end' },
  unit: 'percent',
  direction: 'higher',
  forms: [
    {
      form: 'in-period',
      parts: whole(share(measure('preFilingMediation', 'SETTLED'), measure('preFilingMediation', 'ENDED'))),
    },
  ],
  dimensions: dimensions('preFilingMediation', 'organisation'),
  companions: ['prelitigation_diversion_rate'],
  perverse: { zh: '只委派容易的', en: 'Referring only the easy ones' },
  references: [
    {
      title: {
        zh: '最高人民法院 2024年1至5月司法审判数据',
        en: "Supreme People's Court, judicial data of January to May 2024",
      },
    },
    {
      title: {
        zh: '最高人民法院关于人民法院特邀调解的规定(2016)；人民法院在线调解规则(2021)',
        en: "Supreme People's Court, Provisions on invited mediation (2016); Rules of online mediation (2021)",
      },
      article: { zh: '第二十七条；第二十四条', en: 'art. 27; art. 24' },
    },
  ],
  evidence: 'P',
  versions: [{ version: 1, from: '2023-01-01' }],
});
