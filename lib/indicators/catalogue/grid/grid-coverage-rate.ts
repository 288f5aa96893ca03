import { sumShare } from '../../formula/ratio.ts';
import { indicator, whole } from '../../indicator.ts';
import { stock } from '../../measure.ts';

export const gridCoverageRate = indicator({
  id: 'grid_coverage_rate',
  owner: 'grid',
  name: { zh: '网格覆盖率', en: 'Grid coverage' },
  question: {
    zh: '期末有在岗网格员的网格覆盖了多少户？',
    en: 'What share of households lives in a grid with an active worker at the end of the period?',
  },
  numerator: {
    zh: '有在岗专职网格员的网格内的户数',
    en: 'households (or area, buildings) in a grid with an active assigned worker',
  },
  denominator: { zh: '全部户数', en: 'all households (or area, buildings)' },
  periodDate: { zh: '期末时点', en: 'last day of the period' },
  unit: 'percent',
  direction: 'higher',
  forms: [
    { form: 'snapshot', parts: whole(sumShare(stock('gridPost', 'COVERED_HOUSEHOLDS'), stock('grid', 'HOUSEHOLDS'))) },
  ],
  dimensions: [],
  companions: ['grid_staffing_ratio', 'grid_visit_coverage'],
  perverse: { zh: '挂名网格员；一人多格', en: 'Workers in name only; one worker for many grids' },
  references: [
    {
      title: { zh: '滨州市网格化服务管理条例(2021)', en: 'Binzhou grid governance regulation (2021)' },
      article: { zh: '第三、六、七、十一条', en: 'arts. 3, 6, 7, 11' },
    },
  ],
  evidence: 'C formula',
  versions: [{ version: 1, from: '2023-01-01' }],
});
