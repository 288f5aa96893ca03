/** An indicator as a county adds it: what docs/indicator-life.md shows. */
export const firstVersion = `add: dispute_backlog_ratio
from: 2024-01-01
owner: justice
name: { zh: 纠纷积存比, en: Disputes pending over accepted }
question:
  zh: 期末未化解的纠纷，相当于当期受理数的多少倍？
  en: How many times the disputes accepted in the period are pending at its end?
numerator: { zh: 期末未化解的纠纷, en: disputes pending at the end of the period }
denominator: { zh: 当期受理的纠纷, en: disputes accepted in the period }
periodDate: { zh: 期末日；受理日期, en: last day of the period; date of acceptance }
unit: ratio
direction: lower
forms:
  - form: in-period
    value: { ratio: [dispute.OPEN, dispute.ACCEPTED] }
dimensions: [kind, channel]
companions: [dispute_resolution_rate, repeat_dispute_rate]
perverse: { zh: 未化解先销案；难案不登记, en: Closing what is not resolved; not registering hard disputes }
references: [{ title: { zh: 枫溪县平安建设考核办法, en: Fengxi rules for a safe county } }]
evidence: C
`;

/** What makes it version 2: a few lines at the end of the same file. */
export const secondVersion = `changes:
  - from: 2026-04-01
    change:
      zh: 物业纠纷改由住建部门登记，不再计入
      en: Property disputes are registered by the housing department and no longer counted
    breaks: true
    exclude: { kind: [PROPERTY] }
`;
