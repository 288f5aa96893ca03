/**
 * Why a value is absent although the source holds something. Absence always has a reason; a row is never dropped
 * silently, and every figure that rests on such rows counts them.
 */
export const missingReasons = [
  'UNREADABLE_DATE',
  'UNREADABLE_NUMBER',
  'UNMAPPED_CODE',
  'UNKNOWN_AREA',
  'OUT_OF_ORDER',
] as const;

export type MissingReason = (typeof missingReasons)[number];

/** Chinese and English words for a reader. */
export const missingReasonNames: Record<MissingReason, { zh: string; en: string }> = {
  UNREADABLE_DATE: { zh: '日期无法识别', en: 'date cannot be read' },
  UNREADABLE_NUMBER: { zh: '数字无法识别', en: 'number cannot be read' },
  UNMAPPED_CODE: { zh: '代码未映射', en: 'code is not mapped' },
  UNKNOWN_AREA: { zh: '区划代码未知', en: 'area code is not known' },
  OUT_OF_ORDER: { zh: '先后次序矛盾', en: 'dates are in the wrong order' },
};
