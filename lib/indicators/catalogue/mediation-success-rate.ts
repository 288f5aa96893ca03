import { share } from '../formula/ratio.ts';
import { indicator, whole } from '../indicator.ts';
import { measure } from '../measure.ts';

export const mediationSuccessRate = indicator({
  id: 'mediation_success_rate',
  name: { zh: '人民调解成功率', en: "People's mediation success rate" },
  question: {
    zh: '当期结束的人民调解，有多少达成协议(书面或口头)？',
    en: 'Of the mediations that ended in the period, how many ended in an agreement, written or oral?',
  },
  unit: 'percent',
  direction: 'higher',
  forms: [
    {
      form: 'in-period',
      parts: whole(share(measure('mediation', 'AGREED'), measure('mediation', 'ENDED_WITH_OUTCOME'))),
    },
  ],
  companions: ['dispute_resolution_rate'],
  perverse: { zh: '难案不受理；协议不履行', en: 'Turning hard cases away; agreements that are not kept' },
  source: {
    zh: '人民调解法(2010)第二十八至三十三条',
    en: "People's Mediation Law (2010) arts. 28-33",
  },
  versions: [{ version: 1, from: '2023-01-01' }],
});
