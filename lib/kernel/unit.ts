/** Units of figures. A figure's value is always in its unit: 99.2 with `percent`, never 0.992. */
export const units = ['percent', 'per10k', 'days', 'minutes', 'count'] as const;
export type Unit = (typeof units)[number];

/** How a unit is written after a number. */
export const unitNames: Record<Unit, { zh: string; en: string }> = {
  percent: { zh: '%', en: '%' },
  per10k: { zh: '件/万人', en: 'per 10,000' },
  days: { zh: '天', en: 'days' },
  minutes: { zh: '分钟', en: 'min' },
  count: { zh: '件', en: '' },
};
