/** Units of figures. A figure's value is always in its unit: 99.2 with `percent`, never 0.992. */
export const units = [
  'percent',
  'per1000',
  'per10k',
  'per100k',
  'per10kVehicles',
  'per100mGdp',
  'perGrid',
  'ratio',
  'oneTo',
  'days',
  'minutes',
  'count',
] as const;
export type Unit = (typeof units)[number];

/** How a unit is written after a number. */
export const unitNames: Record<Unit, { zh: string; en: string }> = {
  percent: { zh: '%', en: '%' },
  per1000: { zh: '张/千名老年人', en: 'per 1,000 aged 60+' },
  per10k: { zh: '件/万人', en: 'per 10,000' },
  per100k: { zh: '人/十万人', en: 'per 100,000' },
  per10kVehicles: { zh: '人/万车', en: 'per 10,000 vehicles' },
  per100mGdp: { zh: '人/亿元', en: 'persons per 100 million yuan' },
  perGrid: { zh: '人/网格', en: 'per grid' },
  ratio: { zh: '(比值)', en: '(ratio)' },
  oneTo: { zh: '(1 比)', en: '(1 to)' },
  days: { zh: '天', en: 'days' },
  minutes: { zh: '分钟', en: 'min' },
  count: { zh: '件', en: '' },
};
