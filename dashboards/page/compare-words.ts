import type { Text } from '../../lib/kernel/text.ts';

/** Words of the page that shows one question's answers side by side. */
export const compareWords = {
  title: { zh: '同一问题，不同身份', en: 'One question, three readers' },
  lead: {
    zh: '同样的查询，同时以三种身份向各部门提出。各部门按自己的授权文件答复，台账逐次记录。',
    en: 'The same query, asked as three people at once. Each department answers by its own access file, and its ledger keeps a record.',
  },
  question: { zh: '问题', en: 'Question' },
  asWhom: { zh: '身份', en: 'Asked as' },
  answer: { zh: '答复', en: 'Answer' },
  grant: { zh: '用途与依据', en: 'Purpose and basis' },
  ledger: { zh: '台账', en: 'Ledger' },
  graphql: { zh: '查看 GraphQL 查询', en: 'The GraphQL behind it' },
  absent: { zh: '不在答复中', en: 'not in the answer' },
  nothing: { zh: '没有给出任何记录', en: 'nothing is given out' },
  refused: { zh: '已拒绝', en: 'refused' },
  rounded: { zh: '约', en: 'about' },
  loading: { zh: '正在查询…', en: 'Asking…' },
  noAnswer: { zh: '网关暂无应答。', en: 'The gateway does not answer.' },
  retry: { zh: '重试', en: 'Try again' },
  noDemo: {
    zh: '本页以虚构的身份演示，只在演示县可用；真实的县里，每个人只以自己的身份查询。',
    en: 'This page needs the made-up people of a demonstration. In a county with data of its own everybody asks as himself.',
  },
  basis: { zh: '法律依据', en: 'Legal basis' },
  approvedBy: { zh: '批准', en: 'Approved by' },
  masks: { zh: '脱敏', en: 'Masked' },
  places: { zh: '范围', en: 'Places' },
  wholeCounty: { zh: '全县', en: 'whole county' },
  notGranted: { zh: '该部门未授权', en: 'nothing granted' },
  permit: { zh: '许可', en: 'Permit' },
  figuresOnly: { zh: '只开放统计，不开放明细', en: 'figures only, no records' },
  record: { zh: '第 {n} 号记录', en: 'record {n}' },
  noRecord: { zh: '没有部门被问到', en: 'no department was asked' },
  request: { zh: '请求', en: 'Request' },
  masked: { zh: '已遮蔽：只给出一部分', en: 'masked: given in part' },
  roundedKey: { zh: '计数已取整，不是精确数', en: 'counts are rounded, not exact' },
  hatchedKey: { zh: '不予公布，或已拒绝', en: 'withheld (not given out), or refused' },
  absentKey: { zh: '对此身份如同不存在', en: 'for this reader as if it were not there' },
} as const satisfies Record<string, Text>;

export const profileWords: Readonly<Record<string, Text>> = {
  EXACT: { zh: '精确数', en: 'exact figures' },
  PROTECTED: { zh: '受保护的统计', en: 'protected figures' },
  PUBLIC: { zh: '公开口径的统计', en: 'figures for the public' },
};

/** What a department's refusal says, for those who do not read English. */
export const refusalWords: Readonly<Record<string, string>> = {
  FORBIDDEN_TYPE: '部门没有向此身份开放这类数据（或只开放统计，不开放明细）',
  FORBIDDEN_FIELD: '部门没有向此身份开放这个字段',
  FORBIDDEN_AREA: '只授权了其中一部分区域，不能代表整体',
  FORBIDDEN_STATISTICS: '部门没有向此身份开放统计',
  FORBIDDEN_DETAIL: '公开或受保护的统计不给出这样细的口径',
  FORBIDDEN_CUT_OFF: '受保护的统计不接受自定的截止日',
  PURPOSE_REQUIRED: '没有说明用途',
  PURPOSE_UNKNOWN: '该用途没有登记',
  PURPOSE_NOT_GRANTED: '部门没有为这一用途授权',
  PURPOSE_NOT_ALLOWED: '此身份不得以这一用途查询',
  PURPOSE_NOT_FOR_OPERATION: '该用途只限于登记的操作',
  PURPOSE_EXPIRED: '该用途不在有效期内',
  PERMIT_REQUIRED: '需要单案许可',
  PERMIT_UNKNOWN: '不是本人的有效许可',
  PERMIT_EXPIRED: '许可已过期',
  AUDIT_UNAVAILABLE: '台账无法记录，因此不给出数据',
};
