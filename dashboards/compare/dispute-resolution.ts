import { createAnalytics, type Figure } from '../../lib/indicators/index.ts';
import type { Language, Text } from '../../lib/kernel/text.ts';
import { about, countsText, numberText, reasonText, valueText } from '../page/figure-text.ts';
import { words } from '../page/words.ts';
import type { Question, Value } from './question.ts';

function both(text: (language: Language) => string): Text {
  return { zh: text('zh'), en: text('en') };
}

/** `57.1 – 67.2%`; a limit that the data do not determine is left open. */
function intervalWords({ interval, unit }: Figure): Text | string {
  const [low, high] = [interval?.lower ?? null, interval?.upper ?? null].map(limit =>
    limit === null ? null : numberText(limit, unit),
  );
  if (low === null && high === null) return words.noLimits;
  return `${low === null ? `≤ ${high}` : high === null ? `≥ ${low}` : `${low} – ${high}`}%`;
}

function valuesOf(figure: Figure): Value[] {
  if (figure.value === null) {
    const why = both(language => reasonText(figure, language));
    const nothing: Value = { state: 'suppressed', words: '' };
    const said = both(language => valueText(figure, language));
    return [{ state: 'suppressed', words: said, detail: why }, nothing, nothing];
  }
  const state = about(figure) === '' ? 'given' : 'rounded';
  // The mark of a rounded value is drawn by the table.
  const plain = (text: string): string => text.replace(about(figure), '');
  return [
    { state, words: both(language => plain(valueText(figure, language))) },
    { state: 'given', words: intervalWords(figure) },
    { state, words: plain(countsText(figure)) },
  ];
}

export const disputeResolution: Question = {
  id: 'disputes',
  title: { zh: '矛盾纠纷化解率：各乡镇', en: 'Disputes resolved, by town' },
  say: ({ quarter }) => ({
    zh: `${quarter.label} 受理的矛盾纠纷，各乡镇化解了多少？有多大把握？`,
    en: `Of the disputes accepted in ${quarter.label}, how many has each town resolved, and how sure is that?`,
  }),
  lookAt: {
    zh: '公众看到的计数取整，区间因此更宽；太小的不予公布。',
    en: 'The public’s counts are rounded, and their intervals are wider for it; what is too small is not given out.',
  },
  department: 'justice',
  type: 'Dispute',
  fields: [
    { zh: '化解率', en: 'Resolved' },
    { zh: '95% 区间', en: '95% interval' },
    { zh: '化解 / 受理', en: 'Resolved / accepted' },
  ],
  row: { zh: '乡镇', en: 'Town' },
  async ask({ client, scene, decision }) {
    const figures = await createAnalytics({ client }).figures({
      indicators: ['dispute_resolution_rate'],
      periods: [scene.quarter.label],
      within: scene.county.code,
      level: 'TOWN',
    });
    const { areas = [] } = decision;
    const seen = figures.filter(
      ({ form, area: { code } }) =>
        form === figures[0]?.form && (areas === 'all' || areas.some(own => code.startsWith(own))),
    );
    const roundedTo = figures[0]?.roundedTo ?? null;
    const isRefused = figures.every(({ reason }) => reason === 'NOT_PERMITTED' || reason === 'TOO_FINE');
    const profile = roundedTo === null ? 'EXACT' : decision.statistics === 'public' ? 'PUBLIC' : 'PROTECTED';
    if (isRefused) return { rows: [], profile: null, roundedTo: null };
    const rows = seen.map(figure => ({
      key: figure.area.code,
      name: figure.area.name ?? figure.area.code,
      rank: figure.area.code,
      values: valuesOf(figure),
    }));
    return { rows, profile, roundedTo };
  },
};
