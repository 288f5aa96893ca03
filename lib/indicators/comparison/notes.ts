import type { Text } from '../../kernel/text.ts';

/** What has to be known to read a comparison. */
export const comparisonNotes = {
  JANUARY_AND_FEBRUARY: {
    zh: '春节在一二月间移动，1—2月合并计算',
    en: 'the Spring Festival moves between January and February, so both are taken together',
  },
  SPRING_FESTIVAL: {
    zh: '两期所含春节前后天数不同',
    en: 'the two periods hold different parts of the days around the Spring Festival',
  },
  DAYS_DIFFER: {
    zh: '两期天数不同，按日均比较',
    en: 'the two periods have different numbers of days; rates are compared per day',
  },
  CHANGED_DEFINITION: {
    zh: '两期指标版本不同(可比)',
    en: 'the two follow different versions of the definition, which can be compared',
  },
  ROUNDED: {
    zh: '数字经过随机取整，区间已相应放宽',
    en: 'counts are rounded at random; the interval is wider by what that can do',
  },
  REST_OF_COUNTY: {
    zh: '与全县其余地区比较，本地区不计入对方',
    en: 'tested against the rest of the county, so that the place is not compared with itself',
  },
  SAME_MATURITY: {
    zh: '两期按同等观察时长计算',
    en: 'both are counted after the same time of follow-up',
  },
} as const satisfies Record<string, Text>;

export type ComparisonNote = keyof typeof comparisonNotes;
