import { share } from '../../formula/ratio.ts';
import { indicator, whole } from '../../indicator.ts';
import { measure } from '../../measure.ts';
import { dimensions } from '../../record-type.ts';

export const mediationSuccessRate = indicator({
  id: 'mediation_success_rate',
  owner: 'justice',
  name: { zh: '人民调解成功率', en: "People's mediation success rate" },
  question: {
    zh: '当期结束的人民调解，有多少达成协议(书面或口头)？',
    en: 'Of the mediations that ended in the period, how many ended in an agreement, written or oral?',
  },
  numerator: { zh: '达成书面或口头协议的调解', en: 'mediations with (written or oral) agreement' },
  denominator: { zh: '当期结束的调解(达成协议或终止)', en: 'mediations ended in period (agreement or terminated)' },
  periodDate: { zh: '结束日期', en: 'date of the end' },
  unit: 'percent',
  direction: 'higher',
  forms: [
    {
      form: 'in-period',
      parts: whole(share(measure('mediation', 'AGREED'), measure('mediation', 'ENDED_WITH_OUTCOME'))),
    },
  ],
  dimensions: dimensions('mediation', 'channel'),
  companions: ['agreement_performance_rate', 'dispute_resolution_rate'],
  perverse: { zh: '难案不受理；协议不履行', en: 'Turning hard cases away; agreements that are not kept' },
  references: [
    {
      title: { zh: '人民调解法(2010)', en: "People's Mediation Law (2010)" },
      article: { zh: '第二十八至三十三条', en: 'arts. 28-33' },
    },
    {
      title: {
        zh: '司法部 全国人民调解工作数据(2023)',
        en: "Ministry of Justice, national figures of people's mediation (2023)",
      },
    },
  ],
  evidence: 'P',
  versions: [{ version: 1, from: '2023-01-01' }],
});
