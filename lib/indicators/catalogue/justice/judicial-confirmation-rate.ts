import { countRatio } from '../../formula/ratio.ts';
import { indicator, whole } from '../../indicator.ts';
import { measure } from '../../measure.ts';

export const judicialConfirmationRate = indicator({
  id: 'judicial_confirmation_rate',
  owner: 'justice',
  name: { zh: '司法确认率', en: 'Judicial confirmation rate' },
  question: {
    zh: '当期达成的调解协议，有多少由法院司法确认？',
    en: 'Of the agreements made in the period, how many did the court confirm?',
  },
  numerator: { zh: '经法院确认的协议(法院登记)', en: 'agreements confirmed by court' },
  denominator: { zh: '当期达成的协议(司法局登记)', en: 'agreements made (application <=30 days of effect)' },
  periodDate: { zh: '协议日期(队列)', en: 'date of the agreement (cohort)' },
  unit: 'percent',
  direction: 'neutral',
  forms: [
    {
      form: 'cohort',
      // 30 days to apply, and as many for the court.
      observationDays: 60,
      parts: whole(countRatio(measure('judicialConfirmation', 'AGREEMENTS_CONFIRMED'), measure('mediation', 'AGREED'))),
    },
  ],
  dimensions: [],
  companions: ['agreement_performance_rate'],
  perverse: { zh: '为确认而确认', en: 'Confirming for the figure' },
  references: [
    {
      title: { zh: '人民调解法(2010)', en: "People's Mediation Law (2010)" },
      article: { zh: '第二十八至三十三条', en: 'arts. 28-33' },
    },
    {
      title: { zh: '民事诉讼法(2023)', en: 'Civil Procedure Law (2023)' },
      article: {
        zh: '第一百二十六、一百五十二、一百六十四、一百八十三、一百八十七条',
        en: 'arts. 126, 152, 164, 183, 187',
      },
    },
  ],
  evidence: 'L',
  versions: [{ version: 1, from: '2023-01-01' }],
});
