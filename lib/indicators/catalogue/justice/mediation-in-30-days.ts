import { share } from '../../formula/ratio.ts';
import { indicator, whole } from '../../indicator.ts';
import { measure } from '../../measure.ts';
import { dimensions } from '../../record-type.ts';

export const mediationIn30Days = indicator({
  id: 'mediation_in_30_days',
  owner: 'justice',
  name: { zh: '30日内调结率', en: 'Mediation within 30 days' },
  question: {
    zh: '当期受理的调解，有多少在三十日(扣除双方同意的延长)内调结？',
    en: 'Of the mediations accepted in the period, how many ended within 30 days (agreed extensions excluded)?',
  },
  numerator: { zh: '在期限内结束的调解', en: 'ended <= 30 days (excluding agreed extension)' },
  denominator: { zh: '当期受理且期限已满的调解', en: 'accepted by mediator' },
  periodDate: { zh: '受理日期(队列)', en: 'date of acceptance (cohort)' },
  unit: 'percent',
  direction: 'higher',
  forms: [
    {
      form: 'cohort',
      // 30 days and an extension of as many.
      observationDays: 60,
      parts: whole(share(measure('mediation', 'ENDED_IN_LIMIT'), measure('mediation', 'LIMIT_RUN'))),
    },
  ],
  dimensions: dimensions('mediation', 'channel'),
  companions: ['mediation_success_rate'],
  perverse: { zh: '到期先终止再受理', en: 'Ending at the limit and accepting anew' },
  references: [
    {
      title: {
        zh: '最高人民法院关于人民法院特邀调解的规定(2016)；人民法院在线调解规则(2021)',
        en: "Supreme People's Court, Provisions on invited mediation (2016); Rules of online mediation (2021)",
      },
      article: { zh: '第二十七条；第二十四条', en: 'art. 27; art. 24' },
    },
  ],
  evidence: 'L',
  versions: [{ version: 1, from: '2023-01-01' }],
});
