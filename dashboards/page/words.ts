import type { Text } from '../../lib/kernel/text.ts';
import type { FigureStatus, FormName } from '../../lib/indicators/index.ts';

/** The page's own words. Names of indicators, reasons and units come with the figures. */
export const words = {
  title: { zh: '社会治理指标', en: 'governance indicators' },
  asOf: { zh: '数据截止', en: 'Data up to' },
  area: { zh: '区域', en: 'Area' },
  wholeCounty: { zh: '全县', en: 'whole county' },
  unit: { zh: '统计周期', en: 'Period type' },
  period: { zh: '时间', en: 'Period' },
  MONTH: { zh: '月', en: 'Month' },
  QUARTER: { zh: '季', en: 'Quarter' },
  YEAR: { zh: '年', en: 'Year' },
  figures: { zh: '十二项指标', en: 'Twelve indicators' },
  map: { zh: '网格地图', en: 'Map of the grids' },
  mapLabel: { zh: '按指标着色的网格地图', en: 'Map of the grids coloured by an indicator' },
  mapTable: { zh: '以表格查看', en: 'View as a table' },
  indicator: { zh: '指标', en: 'Indicator' },
  colourBy: { zh: '着色单元', en: 'Coloured by' },
  TOWN: { zh: '乡镇（街道）', en: 'Town' },
  VILLAGE: { zh: '村（社区）', en: 'Village' },
  place: { zh: '地点', en: 'Place' },
  value: { zh: '数值', en: 'Value' },
  interval: { zh: '95% 区间', en: '95% interval' },
  sure: { zh: '把握程度', en: 'How sure' },
  noInterval: { zh: '全量汇总，不作抽样区间', en: 'complete count, no sampling interval' },
  unknown: { zh: '无数值', en: 'no value' },
  complete: { zh: '完整度', en: 'Completeness' },
  leftOut: { zh: '无法使用的记录', en: 'Records that cannot be used' },
  unusable: { zh: '不可用记录（各期合计）', en: 'unusable records, all periods:' },
  unplaced: { zh: '地点不明的记录', en: 'Records without a known place' },
  definition: { zh: '口径与来源', en: 'Definition and sources' },
  basis: { zh: '依据', en: 'Basis' },
  perverse: { zh: '需防', en: 'Beware of' },
  version: { zh: '口径版本', en: 'Definition version' },
  roundedTo: { zh: '计数随机舍入（披露控制），基数', en: 'Counts rounded at random (disclosure control) to' },
  computedFrom: { zh: '计算自', en: 'Computed from' },
  trend: { zh: '近12个月趋势', en: 'Last 12 months' },
  noTrend: { zh: '近12个月无可用数值', en: 'No values in the last 12 months' },
  pipeline: { zh: '刑事案件流程', en: 'Criminal cases, stage by stage' },
  pipelineNote: {
    zh: '各环节时长中位数（天）与 95% 区间；未走完的案件按已历时计入',
    en: 'Median days in each stage with its 95% interval; open cases count for as long as they have lasted',
  },
  police: { zh: '公安侦查', en: 'Police' },
  procuratorate: { zh: '检察审查起诉', en: 'Procuratorate' },
  court: { zh: '法院审判', en: 'Court' },
  loading: { zh: '正在载入…', en: 'Loading…' },
  retry: { zh: '重试', en: 'Try again' },
  mapAway: { zh: '网格部门暂不可用，地图无法绘制', en: 'The grid department is away; the map cannot be drawn' },
  noAnswer: { zh: '网关暂无应答，页面稍后可重试。', en: 'The gateway does not answer; try again later.' },
  placesAway: {
    zh: '网格部门（区划名录）暂不可用，无法确定区域。',
    en: 'The grid department, which keeps the list of places, is away.',
  },
  boundary: {
    zh: '本页只有统计数字，不含个人信息；数量过小的单元由部门决定是否公布。不作排名。',
    en: 'This page holds statistics only and nothing about persons; departments decide whether small cells are given out. No rankings.',
  },
  query: { zh: '查询接口', en: 'Query the graph' },
} as const satisfies Record<string, Text>;

export const statusWords: Record<FigureStatus, Text> = {
  ok: { zh: '', en: '' },
  provisional: { zh: '暂定', en: 'Provisional' },
  suppressed: { zh: '不予公布', en: 'Not given out' },
  not_computable: { zh: '无法计算', en: 'Not computable' },
  source_unavailable: { zh: '数据源暂不可用', en: 'Source unavailable' },
};

export const formWords: Record<FormName, Text> = {
  cohort: { zh: '队列口径', en: 'Cohort' },
  'in-period': { zh: '当期口径', en: 'In period' },
  snapshot: { zh: '期末时点', en: 'At period end' },
};
