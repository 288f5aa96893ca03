import { register, sum } from '../../formula/amount.ts';
import { per10k } from '../../formula/ratio.ts';
import { indicator } from '../../indicator.ts';
import { measure } from '../../measure.ts';

export const litigationRatePer10k = indicator({
  id: 'litigation_rate_per_10k',
  owner: 'cross',
  name: { zh: '万人起诉率/万人成讼率', en: 'Litigation rate per 10k' },
  question: {
    zh: '当期每万人有多少起纠纷进入法院？',
    en: 'How many disputes per 10,000 people came to the court in the period?',
  },
  numerator: {
    zh: 'v1：一审民事、行政收案；v2：进入法院的全部纠纷，含诉前调解成功分流的',
    en: 'v1: first-instance civil+admin accepted; v2: all disputes brought to court incl. diverted (reproduces SPC 88.63)',
  },
  denominator: {
    zh: 'v1：常住与登记流动人口(万人)；v2：年末人口(万人)；不年化',
    en: 'v1: residents and registered floating population; v2: year-end population; not annualised',
  },
  periodDate: { zh: '立案日期', en: 'filing date' },
  unit: 'per10k',
  direction: 'lower',
  forms: [
    {
      form: 'in-period',
      parts: [
        {
          id: 'v1',
          name: { zh: '一审收案口径', en: 'First-instance filings' },
          formula: per10k(
            measure('courtCase', 'FILED_CIVIL_OR_ADMINISTRATIVE'),
            sum(register('residents'), register('floating')),
          ),
        },
        {
          id: 'v2',
          name: { zh: '全部纠纷口径', en: 'All disputes brought' },
          formula: per10k(
            sum(measure('preFilingMediation', 'SETTLED'), measure('courtCase', 'FILED_CIVIL_OR_ADMINISTRATIVE')),
            register('residents'),
          ),
        },
      ],
    },
  ],
  dimensions: [],
  companions: ['prelitigation_diversion_rate', 'dispute_resolution_rate'],
  perverse: { zh: '不立案；诉前长期滞留', en: 'Refusing filings; keeping disputes before filing' },
  references: [
    {
      title: {
        zh: '人民法院报 2023-11-16：万人起诉率',
        en: "People's Court Daily, 2023-11-16: litigation rate per 10,000",
      },
    },
    {
      title: {
        zh: '最高人民法院 2024年1至5月司法审判数据',
        en: "Supreme People's Court, judicial data of January to May 2024",
      },
    },
  ],
  evidence: 'F (two variants)',
  versions: [{ version: 1, from: '2023-01-01' }],
});
