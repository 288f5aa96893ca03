import type { Text } from '../kernel/text.ts';
import type { Fate, RemarkCode, StatisticsProfile } from '../trust/index.ts';

/** What `countygraph access` says, in both languages. */
export const fates: Readonly<Record<Fate, Text>> = {
  COUNTS: { zh: '适用', en: 'counts' },
  NOT_OF_TYPE: { zh: '不含此类型', en: 'does not name the type' },
  NOT_TO_SUBJECT: { zh: '不授予此主体', en: 'is not to this subject' },
  OTHER_PURPOSE: { zh: '用途不同', en: 'is for another purpose' },
  AFTER_FIRST: { zh: '在适用的授权之后', en: 'comes after the one that counts' },
};

export const profiles: Readonly<Record<StatisticsProfile, Text>> = {
  exact: { zh: '精确', en: 'exact' },
  protected: { zh: '受保护', en: 'protected' },
  public: { zh: '公开级', en: 'public' },
  none: { zh: '不提供', en: 'none' },
};

export const remarks: Readonly<Record<RemarkCode, Text>> = {
  FIELD_WITHOUT_GRADE: { zh: '字段未分级，按最高级处理', en: 'the field has no grade and is taken for the highest' },
  GRANT_NEVER_COUNTS: { zh: '前面的授权已覆盖，此授权从不适用', en: 'earlier grants cover it: it never counts' },
  TYPE_NOT_KEPT: { zh: '授权的类型，数据库中没有', en: 'a type is granted that the database does not keep' },
  UNKNOWN_PLACE: { zh: '区划代码不在 areas.csv 中', en: 'the place is not in areas.csv' },
  PURPOSE_UNUSED: { zh: '没有部门为此用途授权', en: 'no department grants anything for the purpose' },
  PURPOSE_OVER: { zh: '用途已到期', en: 'the purpose is over' },
  PERMIT_OVER: { zh: '许可已到期', en: 'the permit is over' },
  PERMIT_UNUSED: { zh: '该用途不需要许可', en: 'its purpose needs no permit' },
};

export const labels = {
  grants: { zh: '授权', en: 'grants' },
  refused: { zh: '拒绝', en: 'refused' },
  granted: { zh: '准许，依据', en: 'granted by' },
  basis: { zh: '法律依据', en: 'legal basis' },
  read: { zh: '可读字段', en: 'read' },
  use: { zh: '可筛选、排序、分页、关联', en: 'filter, order, page, link' },
  count: { zh: '可统计', en: 'count' },
  masks: { zh: '脱敏', en: 'masks' },
  places: { zh: '区域', en: 'places' },
  county: { zh: '全县', en: 'the whole county' },
  matter: { zh: '仅限许可事项', en: 'the permit’s matter only' },
  statistics: { zh: '统计', en: 'statistics' },
  policy: { zh: '策略版本', en: 'policy version' },
  none: { zh: '无', en: 'none' },
  fields: { zh: '分级', en: 'grades' },
  unread: { zh: '不能读取', en: 'cannot be read' },
  fine: { zh: '没有发现问题', en: 'nothing is odd' },
} as const satisfies Readonly<Record<string, Text>>;
