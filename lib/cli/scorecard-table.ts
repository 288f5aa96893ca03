import { unitNames } from '../kernel/unit.ts';
import type { Language } from '../kernel/text.ts';
import { type AreaScore, type CardResult, isKnown, marksText, plain, type ScoreLine } from '../scorecard/index.ts';
import { reasonText, scorecardWords, statusWord } from './scorecard-words.ts';
import { table } from './terminal-table.ts';
import type { StandingVetoes } from './vetoes.ts';

/** How a card's result is told: whether ranks may be, and the vetoes beside it. */
export interface Telling {
  readonly language: Language;
  readonly ranking: boolean;
  readonly vetoes: StandingVetoes;
}

/** The scores for a terminal; with `explain` every step behind them. */
export function scorecardTable(result: CardResult, telling: Telling, explain: boolean): string {
  const { language, ranking } = telling;
  const { card, period, asOf } = result;
  const words = scorecardWords[language];
  return [
    `${card.name[language]}  ${period.label}  (${words.asOf} ${asOf ?? '?'})`,
    ...(card.note === null ? [] : [card.note[language]]),
    `\n${table(summaryRows(result, telling), [2, 5])}\n`,
    ...notes(result, ranking, language),
    ...(explain ? result.areas.map(each => `\n${explained(each, result, language)}`) : []),
  ].join('\n');
}

function notes(
  { scenarios, dropped, reliability, isRounded }: CardResult,
  ranking: boolean,
  language: Language,
): string[] {
  const words = scorecardWords[language];
  return [
    ...(reliability === null ? [] : [words.reliability(percent(reliability))]),
    ...(isRounded ? [words.rounded] : []),
    ...(scenarios === 0 ? [] : [words.scenarios(scenarios)]),
    ...(dropped.length === 0 ? [] : [words.dropped(dropped.join(', '))]),
    ...(ranking || scenarios === 0 ? [] : [words.noRanking]),
  ];
}

function percent(share: number): string {
  return `${plain(share * 100, 0)} %`;
}

function span(one: number | null, other: number | null, digits = 1): string {
  return `${one === null ? '…' : plain(one, digits)} – ${other === null ? '…' : plain(other, digits)}`;
}

function summaryRows({ areas, card }: CardResult, { language, ranking, vetoes }: Telling): string[][] {
  const words = scorecardWords[language];
  const head: string[] = [...words.head];
  if (ranking) head[6] = words.ranks;
  const rows = areas.map(({ area, scored, coverage, isProvisional }) => {
    const told = vetoes.of(area.code, card).map(veto => veto.told(language));
    const note = scored === null ? words.notEnough(percent(coverage), percent(card.coverage)) : '';
    return [
      area.code,
      area.name ?? '',
      scored === null ? '—' : scored.score.toFixed(2),
      scored === null ? '' : span(scored.interval.lower, scored.interval.upper, 0),
      scored === null || scored.byChoice === null ? '' : span(scored.byChoice.lowest, scored.byChoice.highest),
      percent(coverage),
      placeOf(scored, ranking, language),
      told.join('; '),
      note || (isProvisional ? words.provisional : ''),
    ];
  });
  return [head, ...rows];
}

/** The third in which an area surely lies; its ranks where the county ranks. */
export function placeOf(scored: AreaScore['scored'], ranking: boolean, language: Language): string {
  if (scored === null) return '';
  if (!ranking) return scorecardWords[language].standing[scored.standing];
  return scored.ranks === null ? '' : `${plain(scored.ranks.best, 0)} – ${plain(scored.ranks.worst, 0)}`;
}

function pointsAt({ scored }: AreaScore, item: number): number | null {
  return scored?.points[item] ?? null;
}

function lineRow(line: ScoreLine, points: number | null, language: Language): string[] {
  const { item, figure, before, marks, limitedMarks } = line;
  const words = scorecardWords[language];
  const unit = unitNames[figure.unit][language];
  const value = (each: typeof figure): string => (isKnown(each) ? plain(each.value) : '—');
  const year =
    item.rule.kind === 'improvement' ? ` (${words.improvement} ${before === null ? '—' : value(before)})` : '';
  const limit = marks !== null && limitedMarks !== null && marks !== limitedMarks ? `→ ${plain(limitedMarks)}` : '';
  return [
    item.definition.name[language],
    `${value(figure)} ${unit}${year}`.trim(),
    figure.interval === null ? '' : span(figure.interval.lower, figure.interval.upper, 2),
    marksText(line) ?? (marks === null ? '—' : plain(marks)),
    limit,
    item.bonus ? `+${plain(item.weight)}` : plain(item.weight),
    points === null ? '—' : plain(points),
    lineNote(line, language),
  ];
}

/** Why an item has no figure, and which rule stood in. */
export function lineNote({ item, figure, madeBy, reason }: ScoreLine, language: Language): string {
  const notes = [
    reason === null ? '' : reasonText(reason, language),
    scorecardWords[language].madeBy[madeBy],
    madeBy === 'zero' ? (item.missing.why?.[language] ?? '') : '',
    statusWord(figure, language),
  ];
  return notes.filter(note => note !== '').join('; ');
}

function explained(each: AreaScore, { card }: CardResult, language: Language): string {
  const { area, lines, scored } = each;
  const words = scorecardWords[language];
  const rows = lines.map((line, i) => lineRow(line, pointsAt(each, i), language));
  const text = [`${area.name ?? ''} ${area.code}`, table([[...words.items], ...rows], [5, 6])];
  if (scored === null) return [...text, words.notEnough(percent(each.coverage), percent(card.coverage))].join('\n');
  const groups = scored.groups.map(({ id, sum, floor, cap, points }) => {
    const numbers = [sum, floor, cap, points].map(number => plain(number)) as [string, string, string, string];
    return words.group(card.groups.get(id)?.name[language] ?? id, ...numbers);
  });
  const hasBonus = card.items.some(({ bonus }) => bonus);
  return [
    ...text,
    ...(Math.abs(scored.factor - 1) < 1e-9 ? [] : [words.factor(plain(scored.factor, 4))]),
    ...(card.aggregation === 'arithmetic' ? groups : [geometricText(lines, scored.base)]),
    ...(hasBonus ? [words.bonus(plain(scored.bonusSum), plain(card.bonusCap), plain(scored.bonus))] : []),
    words.total(plain(scored.base), plain(scored.bonus), plain(scored.score)),
  ].join('\n');
}

/** The geometric mean in numbers: of 1 + 99 x marks over full marks, and back on 0 to 100. */
function geometricText(lines: readonly ScoreLine[], base: number): string {
  const counted = lines.filter(({ item, limitedMarks }) => !item.bonus && limitedMarks !== null);
  const terms = counted.map(({ item, limitedMarks }) => {
    const onScale = 1 + 99 * ((limitedMarks ?? 0) / item.full);
    return `${plain(item.weight)} × ln ${plain(onScale)}`;
  });
  const weights = counted.reduce((sum, { item }) => sum + item.weight, 0);
  const mean = 1 + (99 * base) / 100;
  return `exp((${terms.join(' + ')}) ÷ ${plain(weights)}) = ${plain(mean)}; (${plain(mean)} − 1) ÷ 99 × 100 = ${plain(base)}`;
}
