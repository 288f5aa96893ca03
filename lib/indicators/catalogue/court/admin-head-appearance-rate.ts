import { share } from '../../formula/ratio.ts';
import { indicator, whole } from '../../indicator.ts';
import { measure } from '../../measure.ts';
import { dimensions } from '../../record-type.ts';

export const adminHeadAppearanceRate = indicator({
  id: 'admin_head_appearance_rate',
  owner: 'court',
  name: { zh: '行政机关负责人出庭应诉率', en: 'Agency-head court appearance rate' },
  question: {
    zh: '应由行政机关负责人出庭的一审庭审，有多少负责人到庭？',
    en: 'Of the hearings that required the head of the agency, at how many did the head appear?',
  },
  numerator: { zh: '负责人出庭应诉的庭审', en: 'hearings attended by the responsible officer' },
  denominator: { zh: '应当由负责人出庭的行政一审庭审', en: 'admin first-instance hearings requiring it' },
  periodDate: { zh: '开庭日期', en: 'date of the hearing' },
  unit: 'percent',
  direction: 'higher',
  forms: [
    {
      form: 'in-period',
      parts: whole(
        share(measure('administrativeHearing', 'HEAD_APPEARED'), measure('administrativeHearing', 'HEAD_REQUIRED')),
      ),
    },
  ],
  dimensions: dimensions('administrativeHearing', 'agency'),
  companions: ['appeal_rate'],
  perverse: { zh: '出庭不出声；以副职代替', en: 'Appearing in silence; sending a deputy' },
  references: [
    {
      title: { zh: '行政诉讼法(2017)', en: 'Administrative Procedure Law (2017)' },
      article: { zh: '第三、八十一条', en: 'arts. 3, 81' },
    },
  ],
  evidence: 'L',
  versions: [{ version: 1, from: '2023-01-01' }],
});
