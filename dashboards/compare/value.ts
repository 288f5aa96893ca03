import type { Text } from '../../lib/kernel/text.ts';
import type { GraphError } from '../../lib/sdk/index.ts';
import type { Decision, Value, Words } from './question.ts';

const notGivenOut = { zh: '不予公布', en: 'withheld' };
const notGranted = { zh: '未授权', en: 'not granted' };

/** A cell of a statistic: number and how far it may be off, rounded or not given out. */
export function cellValue(value: number | null | undefined, margin: number | null, roundedTo: number | null): Value {
  if (value === null || value === undefined) return { state: 'suppressed', words: notGivenOut };
  const words = value.toLocaleString('en');
  if (roundedTo === null) return { state: 'given', words };
  return { state: 'rounded', words, ...(margin === null ? {} : { detail: `±${margin}` }) };
}

/** A field of a record: its words; `empty` where the department has none; masked or refused where it says so. */
export function fieldValue(
  field: string,
  words: Words | null | undefined,
  { decision, errors, empty }: { decision: Decision; errors: readonly GraphError[]; empty: Text },
): Value {
  const refusal = errors.find(({ path }) => path?.includes(field));
  if (refusal) return { state: 'refused', words: notGranted, detail: refusal.extensions?.code ?? '' };
  if (words === null || words === undefined) return { state: 'empty', words: empty };
  const mask = decision.masks?.[field];
  return mask === undefined ? { state: 'given', words } : { state: 'masked', words, detail: maskWords[mask] ?? mask };
}

const maskWords: Readonly<Record<string, Text>> = {
  hidden: { zh: '已遮蔽', en: 'masked' },
  year: { zh: '已遮蔽：只到年', en: 'masked: the year' },
  month: { zh: '已遮蔽：只到月', en: 'masked: the month' },
  band: { zh: '已遮蔽：金额分档', en: 'masked: band' },
  surname: { zh: '已遮蔽：只留姓', en: 'masked: first character' },
  last4: { zh: '已遮蔽：末四位', en: 'masked: last four' },
  town: { zh: '已遮蔽：只到乡镇', en: 'masked: the town' },
  village: { zh: '已遮蔽：只到村', en: 'masked: the village' },
};
