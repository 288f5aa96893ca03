import { density } from '../../formula/ratio.ts';
import { indicator } from '../../indicator.ts';
import { stock } from '../../measure.ts';

export const gridStaffingRatio = indicator({
  id: 'grid_staffing_ratio',
  owner: 'grid',
  name: { zh: '网格员配备率', en: 'Grid staffing' },
  question: {
    zh: '期末平均每个网格有多少名在岗网格员？',
    en: 'How many active workers were there for each grid at the end of the period?',
  },
  numerator: { zh: '在岗网格员(专职另列)', en: 'active grid workers (full-time apart)' },
  denominator: { zh: '网格数', en: 'grids (also per 1000 households)' },
  periodDate: { zh: '期末时点', en: 'last day of the period' },
  unit: 'perGrid',
  direction: 'higher',
  forms: [
    {
      form: 'snapshot',
      parts: [
        {
          id: 'all',
          name: { zh: '全部', en: 'All' },
          formula: density(stock('gridPost', 'POSTS'), stock('grid', 'GRIDS'), 1),
        },
        {
          id: 'main',
          name: { zh: '专职', en: 'Full-time' },
          formula: density(stock('gridPost', 'MAIN_POSTS'), stock('grid', 'GRIDS'), 1),
        },
      ],
    },
  ],
  dimensions: [],
  companions: ['grid_coverage_rate'],
  perverse: { zh: '兼职充专职', en: 'Counting part-timers as full-time' },
  references: [
    {
      title: { zh: '滨州市网格化服务管理条例(2021)', en: 'Binzhou grid governance regulation (2021)' },
      article: { zh: '第三、六、七、十一条', en: 'arts. 3, 6, 7, 11' },
    },
    {
      title: {
        zh: '浙江省社会矛盾纠纷调处化解中心数据(2020)',
        en: 'Zhejiang centres for resolving disputes, figures of 2020',
      },
    },
  ],
  evidence: 'P',
  versions: [{ version: 1, from: '2023-01-01' }],
});
