import {
  type ComparedFigure,
  type Comparison,
  comparisonNames,
  comparisonNotes,
  comparisonReasons,
  funnelNames,
  type Indicator,
  verdictNames,
} from '../indicators/index.ts';
import type { Language } from '../kernel/text.ts';
import { type Unit, unitNames } from '../kernel/unit.ts';
import { nameOf, readable } from './figure-table.ts';
import { table } from './terminal-table.ts';

const heads = {
  zh: ['指标', '比较', '本期', '对比', '差异', '差异的 95% 区间', '判断', '说明'],
  en: ['Indicator', 'Against', 'Now', 'Other', 'Change', '95 % interval of it', 'Verdict', 'Notes'],
} as const;

const words = {
  zh: {
    times: '倍',
    points: '个百分点',
    funnel: '漏斗图',
    shrunken: '收缩估计',
    among: '个地区',
    rank: '名次',
    nothing: '没有可对比的对象：全县没有上级或同类地区，该指标也没有合理区间',
  },
  en: {
    times: 'times',
    points: 'points',
    funnel: 'funnel',
    shrunken: 'shrunken',
    among: 'places',
    rank: 'rank',
    nothing:
      'Nothing to compare with: the county stands in none and is like no other place, and the indicator has no band',
  },
} as const;

function change(
  { change: by, growth }: Extract<Comparison, { growth: unknown }>,
  unit: Unit,
  language: Language,
): string {
  if (by === null) return '';
  const sign = by > 0 ? '+' : '';
  const points = unit === 'percent' ? ` ${words[language].points}` : ` ${unitNames[unit][language]}`;
  const relative = growth === null ? '' : ` (${growth > 0 ? '+' : ''}${readable(growth * 100)} %)`;
  return `${sign}${readable(by)}${points}${relative}`;
}

function interval({ difference }: Extract<Comparison, { growth: unknown }>, language: Language): string {
  if (difference === null) return '';
  const unit = difference.of === 'ratio' ? ` ${words[language].times}` : '';
  return `${readable(difference.lower)} – ${readable(difference.upper)}${unit}`;
}

function cells(comparison: Comparison, unit: Unit, language: Language): string[] {
  const { kind, now, verdict, reason } = comparison;
  const value = now.value === null ? '—' : readable(now.value);
  const why = reason === null ? [] : [comparisonReasons[reason][language]];
  const verdictName = verdictNames[verdict][language];
  if (comparison.kind === 'band') {
    const { low, high } = comparison.band;
    const band = low === high ? readable(low) : `${readable(low)} – ${readable(high)}`;
    return [comparisonNames[kind][language], value, band, '', '', verdictName, why.join('; ')];
  }
  const { against, notes } = comparison;
  const where = kind === 'county' || kind === 'peers' ? '' : ` (${against?.period.label ?? ''})`;
  const other = against === null ? '' : `${against.value === null ? '—' : readable(against.value)}${where}`;
  const told = [...why, ...notes.map(note => comparisonNotes[note][language])].join('; ');
  return [
    comparisonNames[kind][language],
    value,
    other,
    change(comparison, unit, language),
    interval(comparison, language),
    verdictName,
    told,
  ];
}

function placeLines({ small, rank }: ComparedFigure, language: Language): string[][] {
  const say = words[language];
  const lines: string[][] = [];
  if (small?.funnel) {
    const { target, lower95, upper95, position } = small.funnel;
    const limits = `${readable(lower95)} – ${readable(upper95)}`;
    const among = `${small.among} ${say.among}`;
    lines.push([say.funnel, '', readable(target), '', limits, funnelNames[position][language], among]);
  }
  if (small?.shrunken) {
    const { value, lower, upper } = small.shrunken;
    lines.push([say.shrunken, readable(value), '', '', `${readable(lower)} – ${readable(upper)}`, '', '']);
  }
  if (rank) {
    const { best, worst, of } = rank;
    lines.push([say.rank, `${rank.rank}/${of}`, '', '', `${best} – ${worst}`, '', '']);
  }
  return lines;
}

function several(texts: readonly string[]): boolean {
  return new Set(texts).size > 1;
}

/** Comparisons, a line each; the name of the figure before its first one. */
export function comparisonTable(
  compared: readonly ComparedFigure[],
  catalogue: readonly Indicator[],
  language: Language,
): string {
  const areas = several(compared.map(({ figure }) => figure.area.code));
  const periods = several(compared.map(({ figure }) => figure.period.label));
  const lines = compared.flatMap(each => {
    const { figure, comparisons } = each;
    const name = [
      nameOf(figure, catalogue, language),
      ...(areas ? [figure.area.name ?? figure.area.code] : []),
      ...(periods ? [figure.period.label] : []),
    ].join(' ');
    const rows = [...comparisons.map(one => cells(one, figure.unit, language)), ...placeLines(each, language)];
    return rows.map((row, i) => [i === 0 ? name : '', ...row]);
  });
  return lines.length === 0 ? words[language].nothing : table([[...heads[language]], ...lines]);
}
