import { sumShare } from '../../formula/ratio.ts';
import { indicator, whole } from '../../indicator.ts';
import { measure } from '../../measure.ts';

export const gridVisitCoverage = indicator({
  id: 'grid_visit_coverage',
  owner: 'grid',
  name: { zh: '走访巡查覆盖率', en: 'Visit coverage' },
  question: {
    zh: '当期走访了多少户？(季度、年度为各月平均)',
    en: 'What share of the households was visited at least once in a month? (Quarters and years: the average month.)',
  },
  numerator: { zh: '当月至少走访一次的户数', en: 'households visited >=1 in period' },
  denominator: { zh: '网格内户数', en: 'households in grid' },
  periodDate: { zh: '走访月份', en: 'month of the visit' },
  unit: 'percent',
  direction: 'higher',
  forms: [
    { form: 'in-period', parts: whole(sumShare(measure('gridVisit', 'VISITED'), measure('gridVisit', 'HOUSEHOLDS'))) },
  ],
  dimensions: [],
  companions: ['grid_coverage_rate'],
  perverse: { zh: '打卡式走访', en: 'Visits for the record' },
  references: [
    {
      title: {
        zh: '社区网格员工作考核办法：巡查覆盖率=实际巡查户数/总户数',
        en: 'Assessment rules for community grid workers: households visited over all households',
      },
    },
  ],
  evidence: 'F(weak)',
  versions: [{ version: 1, from: '2023-01-01' }],
});
