import { share } from '../../formula/ratio.ts';
import { indicator, whole } from '../../indicator.ts';
import { measure } from '../../measure.ts';
import { dimensions } from '../../record-type.ts';

export const closedWithinLimitRate = indicator({
  id: 'closed_within_limit_rate',
  owner: 'court',
  name: { zh: '审限内结案率', en: 'Closed within statutory limit' },
  question: {
    zh: '当期结案的案件，有多少在审理期限内结案？',
    en: 'Of the cases closed in the period, how many were closed within the statutory time limit?',
  },
  numerator: {
    zh: '当期在审限内结案数(扣除不计入审限的期间，含批准的延长)',
    en: 'closed with (days - excluded days) <= limit(+approved extension)',
  },
  denominator: { zh: '当期结案数', en: 'closed in period' },
  periodDate: { zh: '结案日期', en: 'closing date' },
  unit: 'percent',
  direction: 'higher',
  forms: [
    {
      form: 'in-period',
      parts: whole(share(measure('courtCase', 'CLOSED_WITHIN_LIMIT'), measure('courtCase', 'CLOSED_WITH_LIMIT'))),
    },
  ],
  dimensions: dimensions('courtCase', 'kind', 'procedure', 'closingMode'),
  companions: ['case_duration_median', 'pending_over_12m_share'],
  perverse: {
    zh: '滥用扣除审限；诉前拖延。100%不是目标',
    en: 'Overuse of excluded days; delay moved before filing. 100 is not the aim',
  },
  references: [
    {
      title: {
        zh: '最高人民法院 2024年9月审判质量管理指标修订(只见名称，未见公式附件)',
        en: "Supreme People's Court, revision of trial quality indicators, September 2024 (names; the annex of formulas was not found)",
      },
    },
    {
      title: { zh: '民事诉讼法(2023)', en: 'Civil Procedure Law (2023)' },
      article: {
        zh: '第一百二十六、一百五十二、一百六十四、一百八十三、一百八十七条',
        en: 'arts. 126, 152, 164, 183, 187',
      },
    },
    {
      title: { zh: '刑事诉讼法(2018)', en: 'Criminal Procedure Law (2018)' },
      article: { zh: '第九十一、一百七十二、二百零八、二百二十五、二百四十三条', en: 'arts. 91, 172, 208, 225, 243' },
    },
    {
      title: {
        zh: '最高人民法院关于严格执行案件审理期限制度的若干规定(法释〔2000〕29号)',
        en: "Supreme People's Court, Provisions on time limits of trials (Fashi [2000] No. 29)",
      },
      article: { zh: '第五、九条', en: 'arts. 5, 9' },
    },
    { title: { zh: '美国全国州法院中心 CourTools', en: 'NCSC CourTools' }, article: { zh: '指标三', en: 'measure 3' } },
  ],
  evidence: 'N+L',
  versions: [{ version: 1, from: '2023-01-01' }],
});
