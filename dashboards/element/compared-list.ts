import type { Language } from '../../lib/kernel/text.ts';
import type { Unit } from '../../lib/kernel/unit.ts';
import {
  type ComparedFigure,
  type Comparison,
  comparisonNames,
  comparisonNotes,
  comparisonReasons,
  evidenceCounts,
  evidenceNames,
  type FigureNote,
  figureNotes,
  funnelNames,
  verdictNames,
} from '../../lib/indicators/index.ts';
import { numberText, unitText } from '../page/figure-text.ts';
import { words } from '../page/words.ts';
import { build } from './build.ts';

/** A figure beside others: the word that the interval allows, the other number, and what to know of it. */
export function comparedList({ figure, comparisons, small }: ComparedFigure, language: Language): HTMLElement {
  const entries = comparisons.flatMap(comparison => entryOf(comparison, figure.unit, language));
  const funnel = small?.funnel && [
    build('dt', { class: 'quiet' }, words.funnel[language]),
    build('dd', {}, build('b', {}, funnelNames[small.funnel.position][language])),
  ];
  return build('dl', { class: 'definition compared' }, ...entries, ...(funnel ?? []));
}

/** What may lie behind a figure that looks good: questions to ask, each with the numbers that it rests on. */
export function noteList({ notes }: ComparedFigure, language: Language): HTMLElement[] {
  return (notes ?? []).map(note =>
    build('p', { class: 'mark breaks' }, `${figureNotes[note.code][language]} (${evidenceText(note, language)})`),
  );
}

function evidenceText({ evidence }: FigureNote, language: Language): string {
  const told = Object.entries(evidence).map(([name, value]) => {
    const amount = evidenceCounts.has(name) ? value.toLocaleString('en') : `${(value * 100).toFixed(1)}%`;
    return `${evidenceNames[name]?.[language] ?? name} ${amount}`;
  });
  return told.join(', ');
}

function entryOf(comparison: Comparison, unit: Unit, language: Language): HTMLElement[] {
  const { kind, verdict, reason } = comparison;
  const why = reason === null ? '' : comparisonReasons[reason][language];
  const notes = comparison.kind === 'band' ? [] : comparison.notes.map(note => comparisonNotes[note][language]);
  const told = [otherText(comparison, unit, language), why, ...notes].filter(Boolean).join(' · ');
  return [
    build('dt', { class: 'quiet' }, comparisonNames[kind][language]),
    build(
      'dd',
      { class: verdict },
      build('b', {}, verdictNames[verdict][language]),
      told && build('span', { class: 'quiet' }, ` ${told}`),
    ),
  ];
}

function otherText(comparison: Comparison, unit: Unit, language: Language): string {
  if (comparison.kind === 'band') {
    const { low, high } = comparison.band;
    return low === high ? String(low) : `${low} – ${high}`;
  }
  const { against, kind } = comparison;
  if (against === null || against.value === null) return '';
  const when = kind === 'county' || kind === 'peers' ? '' : ` (${against.period.label})`;
  return numberText(against.value, unit) + unitText(unit, language) + when;
}
